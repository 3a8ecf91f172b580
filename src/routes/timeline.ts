import type { Article } from '../news/article.ts';
import type { Edition } from '../news/edition.ts';
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
