import type { Article } from '../news/article.ts';
import { momentOf } from '../news/dates.ts';
import type { Edition } from '../news/edition.ts';

/** What a book is of. */
export type BookKind = 'article' | 'tag' | 'thread';

/** A book before it is written: what it is of, and its articles in their order. */
export interface Book {
  kind: BookKind;
  /** The headline, or the name of the topic or thread. */
  name: string;
  /** For a file name. */
  slug: string;
  /** Of its page on the site; it identifies the book. */
  address: string;
  /** That of all its articles, else the site's. */
  lang: string;
  articles: readonly Article[];
}

/** The language of all articles of a book, or the site's where they have more than one. */
export function languageOf(articles: readonly Article[], siteLanguage: string): string {
  const [first, ...others] = new Set(articles.map(({ lang }) => lang));
  return first === undefined || others.length > 0 ? siteLanguage : first;
}

/** What a book without any date was last changed at: nothing is invented, and readers must have a moment. */
const NEVER = 0;

/** The last moment of which the format can speak. */
const END = Date.UTC(9999, 11, 31, 23, 59, 59);

/**
 * When a book's content was last changed, as its articles say it, in UTC (EPUB 3.3, section 5.5.3.2.4): `2016-10-04T12:00:00Z`. It
 * is no time of writing, so that the same content gives the same bytes.
 */
export function modifiedAt({ articles }: Pick<Book, 'articles'>, { site }: Pick<Edition, 'site'>): string {
  const dates = articles.flatMap(({ front: { published, updated, corrections, withdrawn, source } }) => [
    ...[published, updated, withdrawn?.date, source?.captured],
    ...corrections.map(({ date }) => date),
  ]);
  const moments = dates.filter((date) => date !== undefined).map((date) => momentOf(date, site.timeZone));
  const last = moments.reduce((a, b) => Math.max(a, b), NEVER);
  return `${new Date(Math.min(last, END)).toISOString().slice(0, 19)}Z`;
}
