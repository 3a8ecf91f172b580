import type { Article } from '../news/article.ts';
import { dayOf, type NewsDate } from '../news/dates.ts';
import type { Edition } from '../news/edition.ts';
import { nameIndexPath, type SitePath, toHref } from '../news/paths.ts';
import type { Phrases } from '../news/interface/english.ts';
import { fill } from '../news/interface/phrase.ts';
import { phrasesOf } from '../news/interface/phrases.ts';
import { type Frame, type Head, type Link, titleOfPage, toFrame, toHead } from './frame.ts';
import { numberOf, type Pager, toPager } from './pager.ts';

/** A name that articles have, such as a tag, and those articles, newest first. */
export interface NamedList {
  name: string;
  path: SitePath;
  articles: readonly Article[];
}

/** A name in an index: how many articles it has, and the day of the latest. */
export type NameRow = Link & { count: number; latest: NewsDate | undefined };

/** A page of an index of names. It lists names by letter, or leads to the lists of single letters. */
export interface NameIndexProps {
  frame: Frame;
  head: Head;
  heading: string;
  /** What is said where there is no name at all. */
  empty: string;
  /** Other lists of the same names, each with how many it has. */
  lists: (Link & { count: number })[];
  letters: { letter: string; names: NameRow[] }[];
  /** In place of `letters` where they would be too many: each letter’s own list. */
  parts: (Link & { count: number })[];
  pager: Pager;
}

/** What an index is made of. */
export interface NameIndex {
  /** Its first page: `/tags/`. */
  root: SitePath;
  phrases: Phrases['lists']['topics'];
  empty: string;
  names: readonly NamedList[];
  /** Indexes of other names, each with how many it has. */
  lists?: (Link & { count: number })[];
  /** Names of one kind, which have a list of their own: `people` under the heading `People`. */
  kinds?: readonly { step: string; heading: string; names: readonly NamedList[] }[];
}

/** A page: 250 rows of three elements, and so many bytes after compression, leave room for what stands around them. */
const MOST = { rows: 250, weight: 9000 };

/** An index of names, A to Z: one page while that is small, else a page of letters and pages for each of them. */
export function toNameIndexPages(edition: Edition, index: NameIndex): { path: SitePath; props: NameIndexProps }[] {
  const { root, phrases, empty, names, kinds = [], lists: others = [] } = index;
  const { heading } = phrases;
  const { lettered } = phrasesOf(edition.site.lang).lists;
  const { lang, name: site } = edition.site;
  const step = (of: string, page?: number): SitePath => nameIndexPath(root, of, page);
  const ofKinds = kinds
    .filter((kind) => kind.names.length > 0)
    .map((kind) => ({ href: toHref(edition.base, step(kind.step)), label: kind.heading, count: kind.names.length }));
  const rows = toRows(edition, names);
  const byLetter = Map.groupBy(rows, ({ label }) => letterOf(label, lang));
  const chunks = toChunks(rows);
  const frame = toFrame(edition);
  const onePage = { path: root, heading, description: fill(phrases.about, { site }), lists: [...ofKinds, ...others] };
  const paged = (
    of: string,
    title: string,
    part: string,
    all: readonly NameRow[],
    up: NameIndexProps['lists'],
  ): Listed[] =>
    toChunks(all).map((chunk, at, chunked) => ({
      path: step(of, numberOf(at)),
      heading: title,
      description: fill(phrases.part, { part, site }),
      lists: up,
      rows: chunk,
      pager: toPager(at, chunked.length, (page) => toHref(edition.base, step(of, page))),
    }));
  const letters = chunks.length > 1 ? [...byLetter] : [];
  const back = [{ href: toHref(edition.base, root), label: phrases.all, count: rows.length }];
  const listed: Listed[] = [
    { ...onePage, rows: chunks.length > 1 ? [] : rows, pager: NO_PAGER },
    ...letters.flatMap(([letter, some]) =>
      paged(stepOf(letter), fill(lettered, { heading, letter }), letter, some, back),
    ),
    ...kinds.flatMap((kind) =>
      kind.names.length === 0 ? [] : paged(kind.step, kind.heading, kind.heading, toRows(edition, kind.names), back),
    ),
  ];
  const parts = letters.map(([letter, some]) => {
    return { href: toHref(edition.base, step(stepOf(letter))), label: letter, count: some.length };
  });
  return listed.map(({ path, heading: title, description: about, lists: other, rows: some, pager }) => ({
    path,
    props: {
      frame,
      head: {
        ...toHead(edition, path, titleOfPage(title, pager.page === 1 ? undefined : pager.page, frame.lang), {
          description: about,
        }),
        // The index of a part says nothing to a search engine that the names' own pages do not.
        robots: path === root ? undefined : 'noindex',
      },
      heading: title,
      empty,
      lists: other,
      letters: [...Map.groupBy(some, ({ label }) => letterOf(label, lang))].map(([letter, its]) => ({
        letter,
        names: its,
      })),
      parts: path === root ? parts : [],
      pager,
    },
  }));
}

interface Listed {
  path: SitePath;
  heading: string;
  description: string;
  lists: NameIndexProps['lists'];
  rows: readonly NameRow[];
  pager: Pager;
}

const NO_PAGER: Pager = { page: 1, pages: 1, newer: undefined, older: undefined };

function toRows({ site, base }: Edition, names: readonly NamedList[]): NameRow[] {
  const collator = new Intl.Collator(site.lang, { sensitivity: 'base', numeric: true });
  return names
    .toSorted((a, b) => collator.compare(a.name, b.name) || (a.path < b.path ? -1 : 1))
    .map(({ name, path, articles }) => {
      const latest = articles.find(({ front }) => front.published !== undefined)?.front.published;
      const day = latest === undefined ? undefined : dayOf(latest);
      return { href: toHref(base, path), label: name, count: articles.length, latest: day };
    })
    .map((row) => ({ row, letter: letterOf(row.label, site.lang) }))
    .sort((a, b) => collator.compare(a.letter, b.letter))
    .map(({ row }) => row);
}

/** Cuts a list into pages by how many rows they take, and how heavy these are. */
function toChunks(rows: readonly NameRow[]): NameRow[][] {
  const chunks: NameRow[][] = [[]];
  let weight = 0;
  for (const row of rows) {
    // Measured on names of seven scripts: a row without its name takes 15 bytes, and its address repeats most of the name.
    const own = 15 + Buffer.byteLength(row.label);
    const last = chunks.at(-1);
    const isFull = last === undefined || last.length >= MOST.rows || (last.length > 0 && weight + own > MOST.weight);
    weight = isFull ? own : weight + own;
    if (isFull) chunks.push([row]);
    else last.push(row);
  }
  return chunks;
}

/**
 * The letter under which a name is listed: its first letter without accents, `#` for digits and signs. Chinese
 * characters stand under one heading: each would be a letter of its own.
 */
function letterOf(name: string, lang: string): string {
  const plain = name.normalize('NFD');
  const [first = ''] = /^\p{L}/u.exec(plain) ?? [];
  if (first === '') return '#';
  return /\p{Script=Han}/u.test(first) ? '漢' : first.toLocaleUpperCase(lang);
}

/** A letter's part of the address. */
function stepOf(letter: string): string {
  return letter === '#' ? 'signs' : letter.toLowerCase();
}
