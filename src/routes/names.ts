import { type Article, type Tag, toTags } from '../news/article.ts';
import { type Edition, listsOf } from '../news/edition.ts';
import { authorsPath, namePath, type SitePath, sourcesPath, threadsPath, toHref } from '../news/paths.ts';
import { threadNames } from '../news/threads.ts';
import { fill } from '../news/interface/phrase.ts';
import { interfaceLanguage, phrasesOf } from '../news/interface/phrases.ts';
import { type Link, titleOfPage, toFrame, toHead } from './frame.ts';
import { type NameIndexProps, toNameIndexPages } from './name-index.ts';
import type { TagProps } from './tags.ts';
import { toTeaser } from './teaser.ts';
import { toMonths, toTimelinePages } from './timeline.ts';

/** The articles of one source or author: a timeline as a tag has it, without feeds of its own. */
export type NameTimelineProps = TagProps;

/** What articles are listed by, beside their tags. */
interface Listing {
  root: SitePath;
  words: 'threads' | 'sources' | 'authors';
  /** How a list is described: `Articles by Ann Miller`. Threads have pages of another kind, in `threads.ts`. */
  about?: 'aboutAuthor' | 'aboutSource';
  namesOf: (article: Article) => Tag[];
}

const LISTINGS: Listing[] = [
  { root: threadsPath, words: 'threads', namesOf: threadNames },
  { root: sourcesPath, words: 'sources', about: 'aboutSource', namesOf: sourceTags },
  {
    root: authorsPath,
    words: 'authors',
    about: 'aboutAuthor',
    namesOf: ({ front }) => toTags(front.authors.map(({ name }) => name)),
  },
];

/** The indexes of all threads, sources and authors; none of what no article names. */
export function toNameIndexes(edition: Edition): { path: SitePath; props: NameIndexProps }[] {
  const { lists } = phrasesOf(edition.site.lang);
  return LISTINGS.flatMap(({ root, words, namesOf }) => {
    const names = [...listsOf(edition.articles, namesOf).values()].map(({ tag, articles }) => {
      return { name: tag.name, path: namePath(root, tag.slug), articles };
    });
    if (names.length === 0) return [];
    return toNameIndexPages(edition, { root, phrases: lists[words], empty: '', names });
  });
}

/** The lists of every source and author: newest first. */
export function toNameTimelines(edition: Edition): { path: SitePath; props: NameTimelineProps }[] {
  return LISTINGS.flatMap(({ root, about, namesOf }) => {
    if (about === undefined) return [];
    return [...listsOf(edition.articles, namesOf).values()].flatMap(({ tag, articles }) =>
      toTimeline(edition, { root, about }, tag, articles),
    );
  });
}

/** The first pages of the indexes and of every list. */
export function namePaths({ articles }: Edition): SitePath[] {
  return LISTINGS.flatMap(({ root, namesOf }) => {
    const slugs = [...listsOf(articles, namesOf).keys()];
    return slugs.length === 0 ? [] : [root, ...slugs.map((slug) => namePath(root, slug))];
  });
}

/** Where the indexes stand that this edition has, each with how many names it lists. */
export function nameLists(edition: Edition): (Link & { count: number })[] {
  const { lists } = phrasesOf(edition.site.lang);
  return LISTINGS.map(({ root, words, namesOf }) => {
    const { size } = listsOf(edition.articles, namesOf);
    return { href: toHref(edition.base, root), label: lists[words].heading, count: size };
  }).filter(({ count }) => count > 0);
}

function toTimeline(
  edition: Edition,
  { root, about }: Required<Pick<Listing, 'root' | 'about'>>,
  { name, slug }: Tag,
  articles: readonly Article[],
): { path: SitePath; props: NameTimelineProps }[] {
  const dated = articles.filter(({ front }) => front.published !== undefined);
  const [latest, first] = [dated[0], dated.at(-1)];
  const lang = interfaceLanguage(edition.site.lang);
  const description = fill(phrasesOf(lang).lists[about], { name, site: edition.site.name });
  const hrefOf = (number?: number): string => toHref(edition.base, namePath(root, slug, number));
  return toTimelinePages(articles, hrefOf).map(({ number, articles: listed, pager }) => {
    const path = namePath(root, slug, number);
    return {
      path,
      props: {
        frame: toFrame(edition),
        head: toHead(edition, path, titleOfPage(name, number, lang), { description }),
        name,
        months: toMonths(edition, listed),
        pager,
        ...(number === undefined && {
          whole: {
            count: articles.length,
            first: first && toTeaser(edition, first),
            latest: latest && toTeaser(edition, latest),
            relatedTags: [],
            feeds: [],
          },
        }),
      },
    };
  });
}

/** The paper or site that a copy is from, by its name, else by its host, as the line under the headline has it. */
export function sourceTags({ front: { source } }: Article): Tag[] {
  if (source?.name !== undefined) return toTags([source.name]);
  return source?.url === undefined ? [] : toTags([new URL(source.url).hostname]);
}
