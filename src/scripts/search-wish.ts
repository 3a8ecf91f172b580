import type { Phrases } from '../news/interface/english.ts';
import { pageLang } from './phrases.ts';
import type { Facts, Hit, Index } from './search-index.ts';

/** By what results are narrowed. */
export const FILTERS = ['tag', 'year', 'source', 'language'] as const;

export type Filter = (typeof FILTERS)[number];

/** What a reader looks for, as an address holds it. */
export interface Wish {
  q: string;
  sort: string;
  filters: Record<Filter, string>;
}

/** What an address asks for. */
export function toWish(query: URLSearchParams): Wish {
  const value = (name: string) => query.get(name) ?? '';
  return {
    q: value('q'),
    sort: value('sort'),
    filters: { tag: value('tag'), year: value('year'), source: value('source'), language: value('language') },
  };
}

/** The address of a wish, below the path of the page: only what it asks for. */
export function toQuery({ q, sort, filters }: Wish): string {
  const entries = [['q', q.trim()], ...FILTERS.map((name) => [name, filters[name]]), ['sort', sort]];
  const query = new URLSearchParams(entries.filter(([, value]) => value !== ''));
  return query.size === 0 ? '' : `?${query}`;
}

/** Whether nothing is asked for. */
export function isEmpty({ q, filters }: Wish): boolean {
  return q.trim() === '' && FILTERS.every((name) => filters[name] === '');
}

/** The hits that are in all that is chosen, but for one filter: so one sees how many there would be of its others. */
export function narrowed(hits: readonly Hit[], { facts }: Index, { filters }: Wish, but?: Filter): Hit[] {
  const chosen = FILTERS.filter((name) => name !== but && filters[name] !== '');
  return hits.filter(({ id }) => {
    const own = facts.get(id);
    return own !== undefined && chosen.every((name) => valuesOf(own, name).includes(filters[name]));
  });
}

/** How many of some hits have each value of a filter: most first, years from the newest on. */
export function counted(hits: readonly Hit[], { facts }: Index, name: Filter): [value: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { id } of hits) {
    const own = facts.get(id);
    for (const value of own ? valuesOf(own, name) : []) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const isYear = name === 'year';
  return [...counts].sort(([a, m], [b, n]) => (isYear ? compare(b, a) : n - m || compare(a, b)));
}

/** Hits in the order of a wish; undated ones come last in both orders of time. */
export function sorted(hits: readonly Hit[], sort: string): Hit[] {
  if (sort !== 'new' && sort !== 'old') return [...hits];
  const isUndated = ({ id }: Hit) => Number(id.startsWith('00000000'));
  const sign = sort === 'new' ? -1 : 1;
  return hits.toSorted((a, b) => isUndated(a) - isUndated(b) || sign * compare(a.id.slice(0, 8), b.id.slice(0, 8)));
}

/** In the digits of the page's language. */
const year = new Intl.NumberFormat(pageLang, { useGrouping: false });

/** How a value of a filter is called. */
export function nameOf(value: string, { names }: Index, filter: Filter, { frame }: Pick<Phrases, 'frame'>): string {
  if (filter === 'year') return value === 'undated' ? frame.undated : year.format(Number(value));
  if (filter !== 'language') return names[filter].get(value) ?? value;
  try {
    return new Intl.DisplayNames(value, { type: 'language' }).of(value) ?? value;
  } catch {
    // An address may ask for anything.
    return value;
  }
}

function valuesOf(facts: Facts, name: Filter): string[] {
  return name === 'tag' || name === 'source' ? facts[name] : [facts[name]];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
