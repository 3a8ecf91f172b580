import type { Article } from '../news/article.ts';
import type { Edition } from '../news/edition.ts';
import { closedParts } from './closed-parts.ts';
import type { Pager } from './pager.ts';
import { type Teaser, toTeaser } from './teaser.ts';

/** Articles of one month, or those without a date. */
export interface Month {
  /** `2016-10`; nothing for the undated. */
  month: string | undefined;
  articles: Teaser[];
}

/** Groups articles by month and keeps their order. */
export function toMonths(edition: Edition, articles: readonly Article[]): Month[] {
  const months = Map.groupBy(articles, ({ front }) => front.published?.slice(0, 7));
  return [...months].map(([month, group]) => ({ month, articles: group.map((article) => toTeaser(edition, article)) }));
}

/** A page of a timeline. */
export interface TimelinePage {
  /** The oldest page is number 1. The first page has none. */
  number: number | undefined;
  articles: readonly Article[];
  pager: Pager;
}

/** The first page has no fewer articles, where there are as many. */
const LEAST_ON_FIRST = 10;

/**
 * Cuts a timeline, newest first, into pages: the first with the newest articles, sixty at most, and of those before them closed
 * parts of forty to fifty, counted from the oldest. These keep their address and what is on them when something new is
 * printed; nothing else that changes with it may be shown there. `hrefOf` gives the link to a page by its number.
 */
export function toTimelinePages(
  articles: readonly Article[],
  hrefOf: (number: number | undefined) => string,
): TimelinePage[] {
  const parts = closedParts(articles.toReversed(), ({ path }) => path);
  const others = (): Article[] => articles.slice(0, articles.length - parts.flat().length);
  if (others().length < LEAST_ON_FIRST) parts.pop();
  const older = parts.map((part, at): TimelinePage => {
    const newer = at + 1 === parts.length ? undefined : at + 2;
    const pager = {
      page: at + 1,
      newest: hrefOf(undefined),
      newer: hrefOf(newer),
      older: at === 0 ? undefined : hrefOf(at),
    };
    return { number: at + 1, articles: part, pager };
  });
  const next = parts.length === 0 ? undefined : hrefOf(parts.length);
  return [
    { number: undefined, articles: others(), pager: { page: undefined, newer: undefined, older: next } },
    ...older.reverse(),
  ];
}
