import type { Tag } from '../../news/article.ts';
import type { SearchEntry } from './search-record.ts';

/**
 * By what the results of a part are narrowed, as JSON for the page that searches: all articles by the names of their
 * fragments (day and hash), and which of them, by place in that list, have a tag, a source, or are withdrawn. Tags and
 * sources stand as pairs of address and name.
 */
export function toFacets(entries: readonly SearchEntry[], ids: ReadonlyMap<string, string>): string {
  const pages = entries
    .flatMap((entry) => {
      const id = ids.get(entry.url);
      return id === undefined ? [] : [{ id, entry }];
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const placesOf = (namesOf: (entry: SearchEntry) => readonly Tag[]): [string, string, number[]][] => {
    const found = new Map<string, [string, string, number[]]>();
    for (const [place, { entry }] of pages.entries()) {
      for (const { slug, name } of namesOf(entry)) {
        const value = found.get(slug) ?? [slug, name, []];
        value[2].push(place);
        found.set(slug, value);
      }
    }
    return [...found.values()].sort(([a], [b]) => (a < b ? -1 : 1));
  };
  return JSON.stringify({
    pages: pages.map(({ id }) => id),
    tag: placesOf(({ tags }) => tags),
    source: placesOf(({ sources }) => sources),
    withdrawn: pages.flatMap(({ entry }, place) => (entry.article.front.withdrawn ? [place] : [])),
  });
}
