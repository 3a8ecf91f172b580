import type { Article, PublishedPicture, Tag } from './article.ts';
import type { Site } from './site.ts';
import type { Vocabulary } from './vocabulary.ts';

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
  /** What tags.yaml says of tags; absent where there is no such file. Names and addresses of articles' tags follow it already. */
  vocabulary?: Vocabulary;
}

/** What holds for all pages of an edition, whichever articles are in it. */
export type Setting = Pick<Edition, 'site' | 'base' | 'vocabulary'>;

/** A tag with its articles, newest first. */
export interface TagPage {
  tag: Tag;
  articles: Article[];
}

/** All tags of an edition by slug, each with its articles; the name is the one that most articles write. */
export function tagsOf(articles: readonly Article[]): Map<string, TagPage> {
  return listsOf(articles, ({ tags }) => tags);
}

/** All that articles are listed by, such as their authors, by slug; the name is the one that most articles write. */
export function listsOf(
  articles: readonly Article[],
  namesOf: (article: Article) => readonly Tag[],
): Map<string, TagPage> {
  const pages = new Map<string, { names: Map<string, number>; articles: Article[] }>();
  for (const article of articles) {
    for (const { name, slug } of namesOf(article)) {
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
