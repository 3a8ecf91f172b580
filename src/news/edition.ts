import type { Article, PublishedPicture, Tag } from './article.ts';
import type { Site } from './site.ts';

/** All that is public at one build. */
export interface Edition {
  site: Site;
  /** The path that every link carries: `/` or `/news/`. */
  base: string;
  /** The day of the build in the site's zone, `YYYY-MM-DD`. */
  today: string;
  /** Newest first, undated last. */
  articles: Article[];
  /** Pictures that articles of this edition show, by the file they are read from. */
  pictures: Map<string, PublishedPicture>;
}

/** A tag with its articles, newest first. */
export interface TagPage {
  tag: Tag;
  articles: Article[];
}

/** All tags of an edition by slug, each with its articles; the name is the one that most articles write. */
export function tagsOf(articles: readonly Article[]): Map<string, TagPage> {
  const pages = new Map<string, { names: Map<string, number>; articles: Article[] }>();
  for (const article of articles) {
    for (const { name, slug } of article.tags) {
      const page = pages.get(slug) ?? { names: new Map<string, number>(), articles: [] };
      page.names.set(name, (page.names.get(name) ?? 0) + 1);
      page.articles.push(article);
      pages.set(slug, page);
    }
  }
  return new Map(
    [...pages].map(([slug, page]) => [slug, { tag: { name: commonest(page.names), slug }, articles: page.articles }]),
  );
}

function commonest(names: ReadonlyMap<string, number>): string {
  const [first] = [...names].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return first?.[0] ?? '';
}
