import type { Article } from '../article.ts';
import { daysApart, SketchIndex } from '../near-duplicates.ts';
import { dayNumber } from './reason.ts';
import { readSketch, type Sketch, sketchLikeness } from './sketch.ts';

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
    .flatMap((article) =>
      article.evidence === undefined ? [] : [{ article, sketch: readSketch(article.evidence.sketch) }],
    )
    .sort((a, b) => dayOfText(a) - dayOfText(b) || (a.article.path < b.article.path ? -1 : 1));
  const index = new SketchIndex<number>(MOST_COMPARED);
  const versions = new Map<Article, Article[]>();
  texts.forEach((text, number) => {
    for (const candidate of index.candidates(text.sketch.hashes)) {
      const other = texts[candidate];
      if (!other || !areVersions(text, other)) continue;
      versions.set(text.article, [...(versions.get(text.article) ?? []), other.article]);
      versions.set(other.article, [...(versions.get(other.article) ?? []), text.article]);
    }
    index.add(number, text.sketch.hashes);
  });
  for (const [article, others] of versions) others.sort(nearestTo(article));
  return versions;
}

interface Text {
  article: Article;
  sketch: Sketch;
}

/** Undated ones come last. */
function dayOfText({ article }: Text): number {
  const day = dayNumber(article);
  return Number.isNaN(day) ? Number.MAX_VALUE : day;
}

function areVersions(one: Text, other: Text): boolean {
  const days = daysApart(one.article.front.published, other.article.front.published);
  return sketchLikeness(one.sketch, other.sketch, days) !== undefined;
}

function nearestTo({ front }: Article): (a: Article, b: Article) => number {
  const distance = (other: Article): number => daysApart(front.published, other.front.published) ?? Number.MAX_VALUE;
  return (a, b) => distance(a) - distance(b) || (a.path < b.path ? -1 : 1);
}
