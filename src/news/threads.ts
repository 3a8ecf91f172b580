import { type Article, type Tag, toTags } from './article.ts';
import { momentOf } from './dates.ts';
import { type Edition, listsOf } from './edition.ts';

/** A running story: its name and part of the address, as a tag has them, and its articles, oldest first. */
export interface Thread extends Tag {
  articles: Article[];
}

/** Where an article stands in its thread, which has its name and part of the address. */
export interface PlaceInThread extends Tag {
  /** Counted from 1. */
  part: number;
  /** How many there are. */
  parts: number;
  first: Article | undefined;
  previous: Article | undefined;
  next: Article | undefined;
}

/** The thread of an article as `listsOf` takes it: one or none. */
export function threadNames({ front: { thread } }: Pick<Article, 'front'>): Tag[] {
  return thread === undefined ? [] : toTags([thread]);
}

/**
 * The threads of an edition by slug. Names that differ only in case or spaces are one thread, shown as most of its
 * articles write it. Articles stand in the order of their moments, undated ones last; equal ones by address.
 */
export function threadsOf({ articles, site }: Pick<Edition, 'articles' | 'site'>): Map<string, Thread> {
  const lists = [...listsOf(articles, threadNames).values()];
  return new Map(
    lists.map(({ tag, articles: its }) => [tag.slug, { ...tag, articles: oldestFirst(its, site.timeZone) }]),
  );
}

/** Where each article of some threads stands in its own. */
export function placesIn(threads: Iterable<Thread>): Map<Article, PlaceInThread> {
  const places = new Map<Article, PlaceInThread>();
  for (const { name, slug, articles } of threads) {
    for (const [index, article] of articles.entries()) {
      const around = { first: articles[0], previous: articles[index - 1], next: articles[index + 1] };
      places.set(article, { name, slug, part: index + 1, parts: articles.length, ...around });
    }
  }
  return places;
}

function oldestFirst(articles: readonly Article[], timeZone: string): Article[] {
  return articles
    .map((article) => ({ article, at: momentIn(article, timeZone) }))
    .sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1) || (a.article.path < b.article.path ? -1 : 1))
    .map(({ article }) => article);
}

function momentIn({ front: { published } }: Article, timeZone: string): number {
  return published === undefined ? Infinity : momentOf(published, timeZone);
}
