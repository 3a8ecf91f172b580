import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../../src/build/locations.ts';
import { readSite } from '../../src/edition/read-site.ts';
import { type ArticleFile, readArticleFile } from '../../src/markdown/article-file.ts';
import { toRawTree } from '../../src/markdown/pipeline.ts';
import { blocksOf } from '../../src/markdown/tree-text.ts';
import type { FrontMatter } from '../../src/news/front-matter.ts';
import { isPublic } from '../../src/news/publication.ts';
import type { Site } from '../../src/news/site.ts';
import { wordsIn } from './every-file.ts';

/** What an article's own file, and site.yaml, let anybody read of it. */
export type State = 'full' | 'excerpt' | 'headline' | 'withdrawn' | 'embargoed' | 'expired' | 'draft';

/** An article's file, taken apart by what may be shown, without asking the code that shows it. */
export interface Divided {
  /** Below content/articles. */
  file: string;
  state: State;
  open: string[];
  withheld: string[];
  /** The pictures that it names, none of which may be shown where not all of it may be. */
  pictures: string[];
}

/** No excerpt may have more than so many characters, and than half of its text. */
const MOST_CHARACTERS = 500;

/** All articles of a content folder, each divided into what may be shown at a moment and what may not. */
export async function divideArticles(content: string, now: number): Promise<Divided[]> {
  const site = await readSite(content);
  const folder = join(content, 'articles');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
  return files.sort().map((file) => {
    const article = readFileAt(join(folder, file));
    const state = stateOf(article.front, site, now);
    const { open, withheld, pictures } = divide(article, state);
    // Of what was said before, whoever may not read all of the article may read nothing.
    const copies = article.front.versions.flatMap(({ copy }) => copy ?? []);
    const versions = copies.map((copy) => divide(readFileAt(join(content, 'versions', `${copy}.md`)), 'full'));
    const earlier = versions.flatMap((version) => version.open);
    return {
      file,
      state,
      open: state === 'full' ? [...open, ...earlier] : open,
      withheld: state === 'full' ? withheld : [...withheld, ...earlier],
      pictures: [...pictures, ...versions.flatMap((version) => version.pictures)],
    };
  });
}

function readFileAt(path: string): ArticleFile {
  const read = readArticleFile(path, readFileSync(path, 'utf8'));
  if (!read.ok) throw new Error(`${path} cannot be read.`);
  return read.value;
}

function stateOf(front: FrontMatter, site: Site, now: number): State {
  if (front.draft) return 'draft';
  if (!isPublic({ ...front, expires: undefined }, now, site.timeZone)) return 'embargoed';
  if (!isPublic(front, now, site.timeZone)) return 'expired';
  if (front.withdrawn) return 'withdrawn';
  const { name = '' } = front.source ?? {};
  return front.rights?.publish ?? site.sources[name]?.rights?.publish ?? 'full';
}

function divide({ front, body }: ArticleFile, state: State): Omit<Divided, 'file'> {
  const { image, receipt, source } = front;
  const entries = receipt ? [...receipt.moved, ...receipt.changed, ...receipt.dropped] : [];
  const parts = {
    known: namesIn(front),
    around: [front.description, front.dateline, front.credit],
    apart: [image?.alt, image?.caption, image?.credit, source?.file, ...entries.map(({ was }) => was)],
  };
  const { children } = toRawTree(body).tree;
  const isParagraph = (child: (typeof children)[number]): boolean => child.type === 'element' && child.tagName === 'p';
  const blocks = children.flatMap(blocksOf);
  const prose = children.filter(isParagraph).flatMap(blocksOf).join('\n');
  const others = children.filter((child) => !isParagraph(child)).flatMap(blocksOf);
  const most = Math.min(MOST_CHARACTERS, Math.floor(blocks.join('').length / 2));
  const all = [...blocks, body];
  const divided: Record<State, [open: unknown[], withheld: unknown[]]> = {
    full: [[...parts.known, ...parts.around, ...parts.apart, ...all], []],
    excerpt: [
      [...parts.known, ...parts.around, prose.slice(0, most)],
      [...parts.apart, prose.slice(most), ...others, body],
    ],
    headline: [parts.known, [...parts.around, ...parts.apart, ...all]],
    withdrawn: [parts.known, [...parts.around, ...parts.apart, ...all]],
    ...fromEntries(['embargoed', 'expired', 'draft'], [[], [...parts.known, ...parts.around, ...parts.apart, ...all]]),
  };
  const [open, withheld] = divided[state];
  const isText = (text: unknown): text is string => typeof text === 'string' && text !== '';
  const inText = [...body.matchAll(/!\[[^\]]*\]\(([\w-]+\.\w+)/gu)].map(([, src]) => src);
  return {
    state,
    open: open.filter(isText),
    withheld: withheld.filter(isText),
    pictures: [image?.src, ...inText].filter(isText),
  };
}

function fromEntries<Key extends string, Value>(keys: readonly Key[], value: Value): Record<Key, Value>;
function fromEntries(keys: readonly string[], value: unknown): Record<string, unknown> {
  return Object.fromEntries(keys.map((key) => [key, value]));
}

/** What an article's page says of it even where none of its text may be shown. */
function namesIn({
  title,
  kicker,
  section,
  tags,
  thread,
  authors,
  source,
  rights,
  aliases,
  ...front
}: FrontMatter): unknown[] {
  return [
    ...[title, kicker, section, thread, source?.name, source?.url, source?.author, ...tags, ...aliases],
    ...authors.flatMap(({ name, url }) => [name, url]),
    ...Object.values(rights ?? {}),
    ...front.corrections.map(({ text }) => text),
    front.withdrawn?.reason,
  ];
}

/** The words of the code and of the facts of a site, which pages say of themselves. */
export function wordsOfTheHouse(content: string): string {
  const folders = ['src', 'public', 'node_modules/pagefind/lib'].map((folder) => join(PROJECT, folder));
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const facts = readdirSync(content).filter((name) => name.endsWith('.yaml'));
  return [...files, ...facts.map((name) => join(content, name))].map((file) => readFileSync(file, 'utf8')).join('\n');
}

/** By what a text betrays itself: runs of words, and words of which nothing that may be shown has any. */
export interface Traces {
  runs: Set<string>;
  words: string[];
}

/** So many words in a row are no chance. */
export const RUN = 4;

/** Words of fewer letters are in other words, and in the names of files. */
const SHORTEST = 5;

/** An index knows words by their stems, which lack up to so many letters. */
const ENDING = 3;

/** The traces of texts that may not be shown, among those that may. */
export function tracesOf(withheld: readonly string[], open: string): Traces {
  const known = new Set(runsIn(open));
  const runs = new Set(withheld.flatMap(runsIn).filter((run) => !known.has(run)));
  const said = open.toLowerCase();
  const words = new Set(withheld.flatMap(wordsIn));
  const stems = [...words].filter(({ length }) => length >= SHORTEST + ENDING).map((word) => word.slice(0, -ENDING));
  const isTelling = (word: string): boolean =>
    word.length >= SHORTEST && /^\p{L}+$/u.test(word) && !said.includes(word);
  return { runs, words: [...new Set([...words, ...stems])].filter(isTelling) };
}

/** All runs of so many words in a text, one after the other. */
export function runsIn(text: string): string[] {
  const words = wordsIn(text);
  return words.slice(RUN - 1).map((_, index) => words.slice(index, index + RUN).join(' '));
}

/** The sentences of a text. */
export function sentencesIn(text: string): string[] {
  return text.split(/(?<=[.!?])\s+|\n+/u).filter((sentence) => wordsIn(sentence).length > 0);
}
