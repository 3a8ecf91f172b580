import { toListPage } from './addresses.ts';
import { greater, isRecord, toDay } from './checks.ts';
import type { Kind } from './shelf.ts';

/** What a reader has seen of a list. Articles are known by a few letters each, since a list may have hundreds. */
export interface VisitedList {
  /** The path of its first page. */
  path: string;
  /** The day of the last visit where the reader was. */
  day: string;
  /** Its pages that were opened, counted from 1. */
  pages: number[];
  /** What was there before that day. */
  known: string[];
  /** What was first there on that day: it stays new until the next day on which the reader comes. */
  fresh: string[];
}

const MOST_ARTICLES = 1000;

export const LISTS: Kind<VisitedList> = {
  key: 'lists',
  most: 100,
  drops: true,
  rank: ({ day }) => day,
  toEntry(value, site) {
    if (!isRecord(value)) return undefined;
    const path = toListPage(value['path'], site)?.list;
    const day = toDay(value['day']);
    if (path === undefined || day === undefined) return undefined;
    const known = toSigns(value['known']);
    return { path, day, pages: toNumbers(value['pages']), known, fresh: without(toSigns(value['fresh']), known) };
  },
  join(one, other) {
    const day = greater(one.day, other.day);
    // What was new on an earlier day is known on a later one.
    const [first, second] = [one, other].map((list) => turnedTo(list, day));
    const known = union(first?.known, second?.known);
    const fresh = without(union(first?.fresh, second?.fresh), known);
    return { path: one.path, day, pages: union(one.pages, other.pages), known, fresh };
  },
};

/** A page of a list as it is opened. */
export interface OpenedList {
  path: string;
  /** Counted from 1. */
  page: number;
  /** The signs of the articles on it. */
  signs: readonly string[];
  /** Today, where the reader is. */
  day: string;
}

/**
 * Notes that a page of a list was opened, and says which of its articles are new since the last visit on an earlier day.
 * On the first visit nothing is new, nor on that of a further page.
 */
export function visit(earlier: VisitedList | undefined, { path, page, signs, day }: OpenedList): VisitedList {
  if (!earlier) return { path, day, pages: [page], known: union(signs), fresh: [] };
  const list = turnedTo(earlier, greater(day, earlier.day));
  const others = without(signs, [...list.known, ...list.fresh]);
  if (list.pages.includes(page)) return { ...list, fresh: union(list.fresh, others) };
  const known = [...list.known, ...others];
  // Of a list that is too long its further pages are not followed: what was forgotten would be called new.
  return known.length > MOST_ARTICLES ? list : { ...list, pages: union(list.pages, [page]), known: union(known) };
}

/**
 * A few letters that stand for an article in a list, made from its path below the site (FNV-1a with 32 bits,
 * draft-eastlake-fnv-21).
 * Two in a list of a thousand are the same once in ten thousand lists; then one that is new is not said to be.
 */
export function toSign(path: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(path)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(36);
}

function turnedTo(list: VisitedList, day: string): VisitedList {
  if (day <= list.day) return list;
  return { ...list, day, known: union(list.known, list.fresh), fresh: [] };
}

function without(signs: readonly string[], known: readonly string[]): string[] {
  const seen = new Set(known);
  return signs.filter((sign) => !seen.has(sign));
}

function union<Value extends string | number>(...lists: (readonly Value[] | undefined)[]): Value[] {
  const all = [...new Set(lists.flatMap((list) => list ?? []))];
  return all.sort((one, other) => (one < other ? -1 : 1)).slice(0, MOST_ARTICLES);
}

function toSigns(value: unknown): string[] {
  const signs: unknown[] = Array.isArray(value) ? value : [];
  return union(signs.flatMap((sign) => (typeof sign === 'string' && /^[\da-z]{1,7}$/.test(sign) ? sign : [])));
}

function toNumbers(value: unknown): number[] {
  const numbers: unknown[] = Array.isArray(value) ? value : [];
  return union(numbers.flatMap((page) => (isPage(page) ? page : [])));
}

function isPage(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 1e4;
}
