import type { Finding } from '../raw-article.ts';

/** A text of a feed, and whether it is HTML or means only what it says. */
export interface FeedText {
  kind: 'html' | 'text';
  value: string;
  /** Where it was read, in words: `content:encoded`. */
  rule: string;
  /** Line of the source, counted from 1, where it begins, if lines of the text are lines of the source. */
  line?: number | undefined;
  /** What its relative addresses are relative to. */
  base?: string | undefined;
  /** Whether it only sums up an article, as far as its format says so. */
  summary: 'no' | 'perhaps' | 'yes';
}

/** A date as a feed states it, not yet read. */
export interface FeedDate {
  printed: string;
  rule: string;
  how: 'stated' | 'inferred';
}

/** A picture that a feed gives beside the text of an item; its address is absolute. */
export interface FeedPicture {
  address: string;
  alt: string;
  caption?: Finding<string> | undefined;
  credit?: Finding<string> | undefined;
}

/** An item as all kinds of feeds have it: what is stated, not yet judged. */
export interface FeedItem {
  /** Counted from 1. */
  number: number;
  guid?: string | undefined;
  title?: FeedText | undefined;
  /** What may be the text of the article, the fullest first; the first that has text is it. */
  texts: FeedText[];
  sourceUrl?: Finding<string> | undefined;
  sourceName?: Finding<string> | undefined;
  authors?: Finding<string[]> | undefined;
  published?: FeedDate | undefined;
  updated?: FeedDate | undefined;
  tags?: Finding<string[]> | undefined;
  lang?: Finding<string> | undefined;
  rightsNotice?: Finding<string> | undefined;
  license?: Finding<string> | undefined;
  picture?: FeedPicture | undefined;
  /** Each a sentence. */
  notes: string[];
}

/** The items of a feed in its order and how many control signs were removed, or why there are no items. */
export type FeedReading = { ok: true; items: FeedItem[]; removed: number } | { ok: false; reason: string };

const MOST_ITEMS = 20_000;

/** Makes items of what a feed has as such, numbered from 1; refuses a feed that has none, or more than 20,000. */
export function readItems<T>(raw: readonly T[], toItem: (item: T, number: number) => FeedItem): FeedReading {
  if (raw.length === 0) return { ok: false, reason: 'the feed holds no articles' };
  if (raw.length > MOST_ITEMS) {
    return { ok: false, reason: `the feed holds ${raw.length} articles; at most ${MOST_ITEMS} are read, so split it` };
  }
  return { ok: true, items: raw.map((item, index) => toItem(item, index + 1)), removed: 0 };
}
