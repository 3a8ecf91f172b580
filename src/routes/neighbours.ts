import type { Article } from '../news/article.ts';
import type { Edition } from '../news/edition.ts';
import type { Related } from '../news/related.ts';
import { kinOf, type Recall } from '../news/related/kin.ts';
import { type PlaceInThread, placesIn, type Thread } from '../news/threads.ts';

/** The articles around one that its page tells of. */
export interface Neighbours {
  related: readonly Related[];
  /** Those with nearly the same text; where there are many, the nearest in time. */
  versions?: { shown: readonly Article[]; areAll: boolean } | undefined;
  /** Where it stands in its thread; nothing of an article without one. */
  thread?: PlaceInThread | undefined;
  /** Its other languages. */
  translations: readonly Article[];
  newer: Article | undefined;
  older: Article | undefined;
}

/** An agency's report may have hundreds of versions, and no reader wants them all. */
const MOST_VERSIONS = 6;

/** All articles of an edition in their order, each with those around it. `recall` spares what was found out before. */
export function* eachWithNeighbours(
  edition: Edition,
  threads: ReadonlyMap<string, Thread>,
  recall?: Recall,
): Generator<[Article, Neighbours]> {
  const { articles } = edition;
  const { versions, related } = kinOf(readable(edition), recall);
  const translations = translationGroups(articles);
  const places = placesIn(threads.values());
  for (const [index, article] of articles.entries()) {
    const group = translations.get(originalPath(article)) ?? [];
    yield [
      article,
      {
        related: related.get(article) ?? [],
        versions: cut(versions.get(article)),
        thread: places.get(article),
        translations: group.filter((other) => other !== article),
        newer: articles[index - 1],
        older: articles[index + 1],
      },
    ];
  }
}

/** The articles of an edition that can be read: what was withdrawn has no kin. */
export function readable({ articles }: Edition): Article[] {
  return articles.filter(({ front }) => !front.withdrawn);
}

function cut(versions: readonly Article[] | undefined): Neighbours['versions'] {
  return versions && { shown: versions.slice(0, MOST_VERSIONS), areAll: versions.length <= MOST_VERSIONS };
}

function translationGroups(articles: readonly Article[]): Map<string, Article[]> {
  const groups = Map.groupBy(articles, originalPath);
  return new Map([...groups].filter(([, group]) => group.length > 1));
}

function originalPath({ front, path }: Article): string {
  return front.translationOf ?? path;
}
