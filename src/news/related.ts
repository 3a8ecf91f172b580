import type { Article } from './article.ts';
import { primaryLanguage } from './languages.ts';
import { type Neighbour, nearestIn } from './related/nearest.ts';
import { dayNumber, type Reason, reasonsIn, toPlaced } from './related/reason.ts';
import { toVectors } from './related/vectors.ts';

/** An article worth reading next, and why. */
export interface Related {
  article: Article;
  reason: Reason;
}

const MOST_RELATED = 5;

/** Some of the nearest are versions of the article or of one another, and are not shown twice. */
const MOST_LOOKED_AT = 15;

/**
 * For each article, up to five others of its language that are about the same, the nearest first, each with the reason.
 * Never one of its `versions`, nor two versions of one text. Little in common: nothing related. The result depends on
 * the articles and not on their order.
 */
export function relatedArticles(
  articles: readonly Article[],
  versions: ReadonlyMap<Article, readonly Article[]> = new Map(),
): Map<Article, Related[]> {
  const byLanguage = Map.groupBy(articles, ({ lang }) => primaryLanguage(lang));
  return new Map([...byLanguage.values()].flatMap((group) => [...relatedInLanguage(group, versions)]));
}

function relatedInLanguage(
  group: readonly Article[],
  versions: ReadonlyMap<Article, readonly Article[]>,
): Map<Article, Related[]> {
  const articles = group.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const space = toVectors(articles);
  const nearest = nearestIn(space, Float64Array.from(articles, dayNumber), MOST_LOOKED_AT);
  const placed = articles.map(toPlaced);
  const reasonFor = reasonsIn(space);
  const related = articles.map((article, number): [Article, Related[]] => {
    const here = placed[number];
    const shown: Related[] = [];
    const hidden = new Set(versions.get(article));
    const look = ({ number: next }: Neighbour): void => {
      const there = placed[next];
      if (!here || !there || hidden.has(there.article)) return;
      const reason = reasonFor(here, there);
      if (!reason) return;
      shown.push({ article: there.article, reason });
      for (const version of versions.get(there.article) ?? []) hidden.add(version);
    };
    for (const neighbour of nearest(number)) if (shown.length < MOST_RELATED) look(neighbour);
    return [article, shown];
  });
  return new Map(related);
}
