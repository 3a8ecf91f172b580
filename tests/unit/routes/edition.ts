import { type Article, type Body, newestFirst, toTags } from '../../../src/news/article.ts';
import { dayAt } from '../../../src/news/dates.ts';
import type { Edition } from '../../../src/news/edition.ts';
import { type FrontMatter, frontMatterSchema } from '../../../src/news/front-matter.ts';
import { parse } from '../../../src/news/parse.ts';
import { articlePath } from '../../../src/news/paths.ts';
import { basePath, type Site, siteSchema } from '../../../src/news/site.ts';

/** The moment of every edition that tests make. */
export const NOW = Date.UTC(2026, 10, 22, 12);

/** Checked front matter from the keys that a test cares about. */
export function makeFront(keys: Record<string, unknown> = {}): FrontMatter {
  const parsed = parse(frontMatterSchema, { title: 'A headline', ...keys });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

/** Checked site facts; the site stands under a base path. */
export function makeSite(keys: Record<string, unknown> = {}): Site {
  const parsed = parse(siteSchema, { name: 'The Paper', url: 'https://paper.example/news/', ...keys });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

/** What an article has beside its front matter. */
export type Rest = Partial<Pick<Article, 'verbatim' | 'text' | 'picture'>> & { body?: Partial<Body> };

export function makeArticle(file: string, keys: Record<string, unknown> = {}, rest: Rest = {}): Article {
  const front = makeFront({ title: `Headline of ${file}`, ...keys });
  const body = { page: `page ${file}`, feed: `feed ${file}`, excerpt: `excerpt ${file}`, opening: [], words: 100 };
  return {
    file,
    path: articlePath(file),
    front,
    lang: front.lang ?? 'en',
    tags: toTags(front.tags),
    picture: rest.picture,
    body: { ...body, ...rest.body },
    text: rest.text ?? `text ${file}`,
    verbatim: rest.verbatim,
  };
}

export function makeEdition(articles: readonly Article[], site: Record<string, unknown> = {}): Edition {
  const facts = makeSite(site);
  return {
    site: facts,
    base: basePath(facts),
    today: dayAt(NOW, facts.timeZone),
    articles: articles.toSorted(newestFirst(facts.timeZone)),
    pictures: new Map(),
  };
}

/** So many articles, each a day older than the one before it, from the end of a month back. */
export function makeArticles(count: number, keys: Record<string, unknown> = {}): Article[] {
  return Array.from({ length: count }, (_, index) => {
    const published = dayAt(Date.UTC(2016, 11, 31 - index, 12), 'UTC');
    return makeArticle(`${published.slice(0, 7).replace('-', '/')}/story-${index + 1}.md`, { published, ...keys });
  });
}
