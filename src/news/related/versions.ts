import type { Article } from '../article.ts';
import { likelyPairs } from '../near-duplicates.ts';
import { dayNumber } from './reason.ts';
import { type Sketch, sketchLikeness } from './sketch.ts';

/**
 * An article is compared with so many of those that came before it with the same words. Where a text has hundreds of
 * copies, each knows those near it in time.
 */
const MOST_COMPARED = 60;

/**
 * For each article that has any, the others with nearly the same text: the nearest date first, then by address. Texts
 * made from one template weeks apart are not among them, nor is an article whose text is not known. The order of the
 * articles makes no difference.
 */
export function otherVersions(articles: readonly Article[]): Map<Article, Article[]> {
  const texts = articles
    .flatMap((article): Text[] =>
      article.evidence === undefined ? [] : [{ article, sketch: article.evidence.sketch, day: dayNumber(article) }],
    )
    .sort((a, b) => distance(a.day, 0) - distance(b.day, 0) || (a.article.path < b.article.path ? -1 : 1));
  const versions = new Map<Article, Article[]>();
  const add = (article: Article, other: Article): void => {
    const others = versions.get(article);
    if (others) others.push(other);
    else versions.set(article, [other]);
  };
  const hashes = texts.map(({ sketch }) => sketch.hashes);
  for (const [earlier, later] of likelyPairs(hashes, MOST_COMPARED)) {
    const [one, other] = [texts[earlier], texts[later]];
    if (!one || !other || !areVersions(one, other)) continue;
    add(one.article, other.article);
    add(other.article, one.article);
  }
  for (const [article, others] of versions) others.sort(nearestTo(article));
  return versions;
}

interface Text {
  article: Article;
  sketch: Sketch;
  /** Days since 1970, NaN where it is undated. */
  day: number;
}

function areVersions(one: Text, other: Text): boolean {
  const days = Math.abs(one.day - other.day);
  return sketchLikeness(one.sketch, other.sketch, Number.isNaN(days) ? undefined : days) !== undefined;
}

function nearestTo(article: Article): (a: Article, b: Article) => number {
  const from = (other: Article): number => Math.abs(distance(dayNumber(other), dayNumber(article)));
  return (a, b) => from(a) - from(b) || (a.path < b.path ? -1 : 1);
}

/** Days from the second day to the first; more than all others where there is none. */
function distance(day: number, from: number): number {
  return Number.isNaN(day - from) ? Number.MAX_VALUE : day - from;
}
