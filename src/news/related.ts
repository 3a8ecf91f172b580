import type { Article, Tag } from './article.ts';
import { daysBetween } from './dates.ts';

/** An article worth reading next, and why: the tags that both have, the rarest first. */
export interface Related {
  article: Article;
  shared: Tag[];
}

const MOST_RELATED = 5;

/**
 * For each article, up to five others of its language by the tags they share. A shared tag weighs ln(1 + N / n) where n
 * of the N articles have it (inverse document frequency: Spärck Jones, J. Documentation 28, 1972), so that
 * a rare tag tells more than a common one. Equal weights: the nearer date, then the address. Nothing shared: nothing related.
 */
export function relatedArticles(articles: readonly Article[]): Map<Article, Related[]> {
  const byTag = Map.groupBy(
    articles.flatMap((article) => article.tags.map((tag) => ({ article, slug: tag.slug }))),
    ({ slug }) => slug,
  );
  const weightOf = (tag: Tag): number => Math.log(1 + articles.length / (byTag.get(tag.slug)?.length ?? 1));
  return new Map(
    articles.map((article) => {
      const shared = sharedTags(article, byTag);
      const ranked = [...shared].map(([other, tags]) => {
        // Summed in one order, so that equal weights come out equal.
        const rarestFirst = tags.toSorted((a, b) => weightOf(b) - weightOf(a));
        return {
          article: other,
          shared: rarestFirst,
          weight: rarestFirst.reduce((sum, tag) => sum + weightOf(tag), 0),
          days: daysApart(article, other),
        };
      });
      ranked.sort((a, b) => b.weight - a.weight || a.days - b.days || (a.article.path < b.article.path ? -1 : 1));
      return [
        article,
        ranked.slice(0, MOST_RELATED).map(({ article: other, shared: tags }) => ({ article: other, shared: tags })),
      ];
    }),
  );
}

function sharedTags(article: Article, byTag: ReadonlyMap<string, { article: Article }[]>): Map<Article, Tag[]> {
  const shared = new Map<Article, Tag[]>();
  for (const tag of article.tags) {
    for (const { article: other } of byTag.get(tag.slug) ?? []) {
      if (other === article || other.lang !== article.lang) continue;
      const tags = shared.get(other);
      if (tags) tags.push(tag);
      else shared.set(other, [tag]);
    }
  }
  return shared;
}

function daysApart(a: Article, b: Article): number {
  if (a.front.published === undefined || b.front.published === undefined) return Infinity;
  return Math.abs(daysBetween(a.front.published.slice(0, 10), b.front.published.slice(0, 10)));
}
