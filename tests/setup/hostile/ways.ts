import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { stringify } from 'yaml';
import { picturesIn } from '../../../src/markdown/pipeline.ts';
import { decoded, isBeside } from '../../../src/news/paths.ts';
import { asHtml, asMarkup, escaped, type Vector } from './vectors.ts';

/** The ways on which a text comes to a page: written into a file by hand, or imported. */
export const WAYS = ['body', 'fields', 'address', 'alias', 'text', 'page', 'feed', 'name'] as const;
export type Way = (typeof WAYS)[number];

/** What an article is called so that its page tells which attack it holds, and how it came in. */
export function tokenOf(way: Way, { id }: Vector): string {
  return `${way}-${id}`;
}

/** The way and the attack of which something speaks. */
export function readToken(text: string): { way: Way; id: string } | undefined {
  const [, name, id] = /\b([a-z]+)-([a-z]+-[0-9a-f]+)\b/u.exec(text) ?? [];
  const way = WAYS.find((known) => known === name);
  return way === undefined || id === undefined ? undefined : { way, id };
}

/** The folder of all articles that are written by hand. */
const FOLDER = 'articles/2025/06';
const DAY = '2025-06-02';
const BEFORE = 'The harbour of the town was opened on a Monday, and everybody who owns a boat was there to see it.';
const AFTER = 'The last paragraph stands after it, and says that the boats went home when the evening came.';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A file whose text holds the attack; a picture that it names stands beside it, so that the build takes it. */
export function writeBody(content: string, vector: Vector): void {
  const token = tokenOf('body', vector);
  const body = `${BEFORE}\n\n${asMarkup(vector)}\n\n${AFTER} It is the end of ${token}.\n`;
  write(content, token, { title: `A headline of ${token}`, published: DAY, authors: ['Ann Author'] }, body);
  for (const address of picturesIn(body).filter(isBeside)) putPicture(content, address);
}

/** A file with the attack in each field that holds a text. */
export function writeFields(content: string, vector: Vector): void {
  const text = vector.payload;
  const token = tokenOf('fields', vector);
  putPicture(content, 'pixel.png');
  const front = {
    ...{ title: text, kicker: text, description: text, published: DAY, authors: [text], dateline: text, section: text },
    ...{
      tags: [text],
      thread: text,
      credit: text,
      image: { src: 'pixel.png', alt: text, caption: text, credit: text },
    },
    source: { name: text, author: text, item: text, captured: DAY },
    rights: { holder: text, notice: text, license: text },
    corrections: [{ date: DAY, text }],
  };
  write(content, token, front, `${BEFORE} This is ${token}.\n`);
}

/** A file with the attack in each field that holds an address. */
export function writeAddresses(content: string, vector: Vector): void {
  const url = vector.payload;
  const token = tokenOf('address', vector);
  const front = {
    title: `A headline of ${token}`,
    published: DAY,
    authors: [{ name: 'Ann Author', url }],
    source: { name: 'The Other Paper', url },
    rights: { license: 'A licence', url },
  };
  write(content, token, front, `${BEFORE} This is ${token}.\n`);
}

/** The folder of all old paths. */
export const OLD = 'old/';

/** A file with the attack in the old path that leads to it, as far as a path can hold it. */
export function writeAlias(content: string, vector: Vector): void {
  const token = tokenOf('alias', vector);
  const alias = `/${OLD}${token}/${vector.payload.replace(/[\\?#%\s\p{Cc}]/gu, '-').replace(/\/+/gu, '/')}/`;
  write(content, token, { title: `${vector.payload} ${token}`, published: DAY, aliases: [alias] }, `${BEFORE}\n`);
}

/** The files from which an attack is imported: their names below a folder of inputs, and what they hold. */
export function inputsOf(way: Way, vectors: readonly Vector[]): { name: string; text: string }[] {
  const each = (
    toInput: (vector: Vector, token: string) => { name: string; text: string },
  ): ReturnType<typeof inputsOf> => vectors.map((vector) => toInput(vector, tokenOf(way, vector)));
  if (way === 'text')
    return each((vector, token) => ({ name: `${token}.txt`, text: asText(token, `\n${asMarkup(vector)}\n`) }));
  if (way === 'name')
    return each(({ payload }, token) => ({ name: `${payload}.txt`, text: asText(token, '') })).filter(isFileName);
  if (way === 'page') return each((vector, token) => ({ name: `${token}.html`, text: asPage(token, asHtml(vector)) }));
  if (way === 'feed') return [{ name: 'feed.xml', text: asFeed(vectors) }];
  return [];
}

function asText(token: string, attack: string): string {
  return `A headline of ${token}\n\n${BEFORE}\n${attack}\n${AFTER} It is the end of ${token}.\n`;
}

function asPage(token: string, attack: string): string {
  const head = `<head><meta charset="utf-8"><title>A headline of ${token}</title></head>`;
  const text = `<p>${BEFORE}</p>\n${attack}\n<p>${AFTER} It is the end of ${token}.</p>`;
  return `<!doctype html><html lang="en">${head}<body><article><h1>A headline of ${token}</h1>${text}</article></body></html>`;
}

function asFeed(vectors: readonly Vector[]): string {
  const items = vectors.map((vector) => {
    const token = tokenOf('feed', vector);
    const html = `<p>${BEFORE}</p>${asHtml(vector)}<p>${AFTER} It is the end of ${token}.</p>`;
    return (
      `<item><title>A headline of ${token}</title><guid isPermaLink="false">${token}</guid>` +
      `<category>${escaped(fitForXml(vector.payload))}</category><description>${escaped(fitForXml(html))}</description></item>`
    );
  });
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>The Feed</title>${items.join('\n')}</channel></rss>`;
}

/** Without what no XML may hold: it would make the whole feed unreadable. */
function fitForXml(text: string): string {
  return text.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}

function isFileName({ name }: { name: string }): boolean {
  return !/[/\0]/u.test(name) && name.isWellFormed() && Buffer.byteLength(name) <= 255;
}

function write(content: string, token: string, front: object, body: string): void {
  const file = join(content, FOLDER, `${token}.md`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `---\n${stringify(front)}---\n\n${body}`);
}

function putPicture(content: string, address: string): void {
  const file = posix.join(FOLDER, decoded(address));
  if (!file.startsWith(`${FOLDER}/`) || file.endsWith('/') || file.endsWith('.md') || file.includes('\0')) return;
  // The preview's server takes these signs for the end of the path, however they are written.
  if (/[?#]/u.test(file)) return;
  if (file.split('/').some((step) => Buffer.byteLength(step) > 255)) return;
  try {
    mkdirSync(dirname(join(content, file)), { recursive: true });
    writeFileSync(join(content, file), PIXEL);
  } catch {
    // One attack's picture is another's folder: the build will say which article lacks it.
  }
}
