import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Desk } from '../desk.ts';
import { LONG } from '../read.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(() => desk.clear());

const HEADLINE = 'Prices rise in Curaçao';
const LAST = `${LONG} Two cafés closed.`;

/** The same article in each format; a web page names the encoding that is put in. */
const ARTICLES = {
  txt: `${HEADLINE}\n\n${LONG}\n\n${LAST}\n`,
  html: `<!doctype html><html><head><meta charset="CHARSET"><title>${HEADLINE}</title></head><body><article><h1>${HEADLINE}</h1><p>${LONG}</p><p>${LONG} One.</p><p>${LAST}</p></article></body></html>`,
  md: `---\ntitle: ${HEADLINE}\n---\n\n${LONG}\n\n${LAST}\n`,
  json: JSON.stringify({ title: HEADLINE, text: `${LONG}\n\n${LAST}` }),
  jsonl: `${JSON.stringify({ title: HEADLINE, text: `${LONG}\n\n${LAST}` })}\n`,
  xml: `<?xml version="1.0" encoding="CHARSET"?><rss version="2.0"><channel><title>The Gazette</title><link>https://gazette.example/</link><item><title>${HEADLINE}</title><guid isPermaLink="false">a</guid><description>&lt;p&gt;${LONG}&lt;/p&gt;&lt;p&gt;${LAST}&lt;/p&gt;</description></item></channel></rss>`,
} as const;
type Kind = keyof typeof ARTICLES;
const KINDS: Kind[] = ['txt', 'html', 'md', 'json', 'jsonl', 'xml'];

const article = (kind: Kind, charset = 'utf-8'): string => ARTICLES[kind].replace('CHARSET', charset);
const little = (text: string): Buffer => Buffer.from(text, 'utf16le');
const big = (text: string): Buffer => little(text).swap16();

/** Imports bytes as a file of a kind: the text of its copy, or why it was refused. */
async function copyOf(kind: Kind, bytes: string | Uint8Array): Promise<{ copy: string } | { refused: string }> {
  const { code, said } = await desk.import(await desk.put(`one.${kind}`, bytes));
  if (code === 0) return { copy: desk.article() };
  expect(code).toBe(2);
  expect(desk.files()).toEqual([]);
  return { refused: said.join('\n') };
}

async function expectRead(kind: Kind, bytes: string | Uint8Array): Promise<void> {
  expect(await copyOf(kind, bytes)).toHaveProperty('copy', expect.stringContaining(HEADLINE));
  expect(desk.article()).toContain('Two cafés closed.');
  expect((await desk.verify()).code).toBe(0);
}

const expectRefused = async (kind: Kind, bytes: Uint8Array, reason: string): Promise<void> =>
  expect(await copyOf(kind, bytes)).toHaveProperty('refused', expect.stringContaining(reason));

describe('UTF-16 with a byte order mark', () => {
  // Lines of bytes are no lines of UTF-16: a list in it is refused as what it then is.
  test.each(KINDS.filter((kind) => kind !== 'jsonl'))('is read, in either order, in .%s', async (kind) => {
    await expectRead(kind, little(`\ufeff${article(kind, 'utf-16')}`));
    await desk.empty();
    await expectRead(kind, big(`\ufeff${article(kind, 'utf-16')}`));
  });

  test('is refused in a list of lines', async () => {
    await expectRefused('jsonl', little(`\ufeff${article('jsonl').repeat(2)}`), 'not valid JSON');
  });
});

describe('UTF-16 without a byte order mark', () => {
  test.each([
    ['txt', 'full of control signs'],
    ['md', 'full of control signs'],
    ['json', 'not UTF-8, which JSON must be'],
    ['jsonl', 'not UTF-8, which JSON must be'],
  ] as const)('is refused in .%s', async (kind, reason) => {
    await expectRefused(kind, little(article(kind)), reason);
    await expectRefused(kind, big(article(kind)), 'full of control signs');
  });

  test('is read in a feed, which begins with a sign that everyone knows', async () => {
    await expectRead('xml', little(article('xml', 'utf-16')));
    await desk.empty();
    await expectRead('xml', big(article('xml', 'utf-16')));
  });
});

describe('bytes that are not UTF-8', () => {
  test.each(['txt', 'md'] as const)('are read as windows-1252 in .%s, and that is said', async (kind) => {
    await expectRead(kind, Buffer.from(article(kind), 'latin1'));
    expect(desk.said[0]).toContain('Read as windows-1252, since it is not UTF-8.');
  });

  test.each(['html', 'xml'] as const)('are read by the label in .%s', async (kind) => {
    await expectRead(kind, Buffer.from(article(kind, 'windows-1252'), 'latin1'));
    expect(desk.said[0]).toMatch(/Read as windows-1252\./iu);
  });

  test('are read in a page as its own statement says, however wrong', async () => {
    expect(await copyOf('html', Buffer.from(article('html'), 'latin1'))).toHaveProperty(
      'copy',
      expect.stringContaining('Cura\ufffdao'),
    );
    expect(desk.said[0]).toContain('some of its bytes are not');
  });

  test.each(['json', 'jsonl', 'xml'] as const)('are refused with their place in .%s', async (kind) => {
    const whole = Buffer.from(article(kind));
    const at = whole.indexOf('Prices');
    const bytes = Buffer.concat([whole.subarray(0, at), Buffer.from([0xc3, 0x28]), whole.subarray(at)]);
    await expectRefused(kind, bytes, `byte ${kind === 'xml' ? 'offset ' : ''}${at}`);
  });

  test('in a list cost only their line', async () => {
    const bad = Buffer.concat([
      Buffer.from('{"title": "'),
      Buffer.from([0xff]),
      Buffer.from(`", "text": "${LONG}"}\n`),
    ]);
    const path = await desk.put('list.jsonl', Buffer.concat([bad, Buffer.from(article('jsonl'))]));
    const { code, said } = await desk.import(path);
    expect(code).toBe(2);
    expect(said[0]).toContain('line 1: refused: not UTF-8, which JSON must be: byte 11');
    expect(desk.article()).toContain(HEADLINE);
  });
});

test.each(['html', 'xml'] as const)('a label of UTF-16 on bytes of UTF-8 is not believed in .%s', async (kind) => {
  await expectRead(kind, article(kind, 'utf-16le'));
});

test.each(KINDS)('UTF-7 is the signs that it is made of in .%s', async (kind) => {
  const disguised = '+ADw-script+AD4-alert(1)+ADw-/script+AD4-';
  const copied = await copyOf(kind, article(kind, 'utf-7').replace('Two', disguised));
  expect(copied).toHaveProperty('copy', expect.stringContaining('+ADw-script+AD4-'));
  expect(desk.article()).not.toContain('<script');
});

describe('signs that are no text', () => {
  const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]|[\ud800-\udfff]/u;
  const written = (text: string): string => JSON.stringify(text).slice(1, -1);

  test.each(KINDS)('controls, ANSI escapes and halves of pairs do not reach the copy of .%s', async (kind) => {
    const isJson = kind.startsWith('json');
    const dirt = (text: string): string => (isJson ? written(text) : text);
    const dirty = article(kind)
      .replaceAll('Prices', dirt('Pri\u0001ces\u007f'))
      .replace('Two', dirt(`\u001b[31mTwo\u009b2J\u0008\uffff`))
      .replace('closed', isJson ? '\\ud800closed' : kind === 'xml' || kind === 'html' ? '&#xD800;closed' : 'closed');
    expect(await copyOf(kind, dirty)).toHaveProperty('copy', expect.stringContaining(HEADLINE));
    expect(desk.article()).not.toMatch(CONTROLS);
    expect((await desk.verify()).code).toBe(0);
  });

  test.each(KINDS)('bidi overrides, tag characters and zero-width signs are in no headline of .%s', async (kind) => {
    const dirty = article(kind).replaceAll('Prices', 'Pri\u202e\u2066ces\u{e0041}\u{e0042}\u200b\ufeff');
    expect(await copyOf(kind, dirty)).toHaveProperty('copy', expect.stringContaining(`title: ${HEADLINE}\n`));
    expect(desk.articles()).toEqual(['articles/undated/prices-rise-in-curacao.md']);
  });
});
