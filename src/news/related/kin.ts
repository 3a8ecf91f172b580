import type { Article } from '../article.ts';
import { primaryLanguage } from '../languages.ts';
import { type Related, relatedArticles } from '../related.ts';
import type { Reason } from './reason.ts';
import { otherVersions } from './versions.ts';

/** What goes with each article: those with nearly its text, and those worth reading next. */
export interface Kin {
  versions: ReadonlyMap<Article, readonly Article[]>;
  related: ReadonlyMap<Article, readonly Related[]>;
}

/**
 * Gives what was made of equal inputs before, or makes it. `name` tells what it is: of each the last is remembered.
 * Inputs and results are plain JSON.
 */
export type Recall = <Item>(name: string, inputs: unknown, make: () => Lists<Item>) => Lists<Item>;

/** A list of others, by their paths, for each article that has any. */
export type Lists<Item> = [path: string, others: Item[]][];

/**
 * The kin of all articles. The versions are made of texts and dates alone, and what is related of the words, tags,
 * dates and versions of one language: any other edit finds them as they were.
 */
export function kinOf(articles: readonly Article[], recall: Recall = (_name, _inputs, make) => make()): Kin {
  const byPath = new Map(articles.map((article) => [String(article.path), article]));
  const texts = articles.map(({ path, front, evidence }) => [path, front.published, evidence?.digests.sketch]);
  const versions = fromLists(
    recall('versions', texts, () => toLists(otherVersions(articles), ({ path }): string => path)),
    (path) => byPath.get(path),
    byPath,
  );
  const related = new Map<Article, Related[]>();
  for (const [language, group] of Map.groupBy(articles, ({ lang }) => primaryLanguage(lang))) {
    const inputs = group.map((article) => {
      const { path, front, tags, evidence } = article;
      const about = evidence ? evidence.digests.words : front.title;
      return [path, front.published, tags, about, versions.get(article)?.map((other) => other.path)];
    });
    const lists = recall(`related ${language}`, inputs, () =>
      toLists(relatedArticles(group, versions), ({ article, reason }): [string, Reason] => [article.path, reason]),
    );
    const toRelated = ([path, reason]: [string, Reason]): Related | undefined => {
      const article = byPath.get(path);
      return article && { article, reason };
    };
    for (const [article, others] of fromLists(lists, toRelated, byPath)) related.set(article, others);
  }
  return { versions, related };
}

function toLists<Other, Item>(
  found: ReadonlyMap<Article, readonly Other[]>,
  toItem: (other: Other) => Item,
): Lists<Item> {
  return [...found].map(([{ path }, others]) => [path, others.map(toItem)]);
}

function fromLists<Item, Other>(
  lists: Lists<Item>,
  toOther: (item: Item) => Other | undefined,
  byPath: ReadonlyMap<string, Article>,
): Map<Article, Other[]> {
  const found = new Map<Article, Other[]>();
  for (const [path, items] of lists) {
    const article = byPath.get(path);
    if (!article) continue;
    found.set(
      article,
      items.map(toOther).filter((other) => other !== undefined),
    );
  }
  return found;
}
