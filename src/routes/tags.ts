import type { Article, Tag } from '../news/article.ts';
import { type Edition, tagsOf, type TagPage } from '../news/edition.ts';
import { feedPath, type SitePath, tagIndexPath, tagPath, toHref } from '../news/paths.ts';
import { TAG_KINDS, type TagKind } from '../news/tags.ts';
import { fill } from '../news/interface/phrase.ts';
import { interfaceLanguage, phrasesOf } from '../news/interface/phrases.ts';
import { type Frame, type Head, type Link, titleOfPage, toFrame, toHead } from './frame.ts';
import { toNameIndexPages } from './name-index.ts';
import { nameLists } from './names.ts';
import { type TagFacts, toTagFacts } from './tag-facts.ts';
import type { Pager } from './pager.ts';
import { type Teaser, toTeaser } from './teaser.ts';
import { type Month, toMonths, toTimelinePages } from './timeline.ts';

export interface TagProps {
  frame: Frame;
  head: Head;
  name: string;
  months: Month[];
  pager: Pager;
  /** On the first page only: on others it would change them with every new article. */
  whole?: WholeList;
}

/** What is said of all articles of a list. */
export interface WholeList {
  /** What tags.yaml says of it; absent where it is not listed. */
  facts?: TagFacts;
  count: number;
  first: Teaser | undefined;
  latest: Teaser | undefined;
  /** Other tags of these articles, each with how many of them have it. */
  relatedTags: (Link & { count: number })[];
  feeds: Link[];
}

/** Part of the address of a kind's list. */
const STEPS: Record<TagKind, string> = {
  person: 'people',
  place: 'places',
  organisation: 'organisations',
  topic: 'topics',
  event: 'events',
};

/** The letter index of all tags, and of those of each kind that tags.yaml names. */
export function toTagIndex(edition: Edition): ReturnType<typeof toNameIndexPages> {
  const listed = [...tagsOf(edition.articles).values()].map(({ tag, articles }) => {
    const kind = edition.vocabulary?.at(tag.slug)?.kind;
    return { name: tag.name, path: tagPath(tag.slug), articles, kind };
  });
  const { lists } = phrasesOf(edition.site.lang);
  return toNameIndexPages(edition, {
    root: tagIndexPath,
    phrases: lists.topics,
    empty: lists.noTopics,
    names: listed,
    lists: nameLists(edition),
    kinds: TAG_KINDS.map((kind) => ({
      step: STEPS[kind],
      heading: lists.headings[kind],
      names: listed.filter((tag) => tag.kind === kind),
    })),
  });
}

/** The pages of one tag: a timeline by month, newest first. */
export function toTagPages(
  edition: Edition,
  { tag, articles }: TagPage,
  all: ReadonlyMap<string, TagPage>,
): { path: SitePath; props: TagProps }[] {
  const dated = articles.filter(({ front }) => front.published !== undefined);
  const [latest, first] = [dated[0], dated.at(-1)];
  const facts = toTagFacts(edition, tag, all);
  const lang = interfaceLanguage(edition.site.lang);
  const about = fill(phrasesOf(lang).lists.aboutTopic, { name: tag.name, site: edition.site.name });
  const whole = (): WholeList => ({
    ...(facts && { facts }),
    count: articles.length,
    first: first && toTeaser(edition, first),
    latest: latest && toTeaser(edition, latest),
    relatedTags: sharedTags(edition, articles, all, tag),
    feeds: [
      { label: 'Atom', href: toHref(edition.base, feedPath(tagPath(tag.slug), 'xml')) },
      { label: 'JSON Feed', href: toHref(edition.base, feedPath(tagPath(tag.slug), 'json')) },
    ],
  });
  const hrefOf = (number?: number): string => toHref(edition.base, tagPath(tag.slug, number));
  return toTimelinePages(articles, hrefOf).map(({ number, articles: listed, pager }) => {
    const path = tagPath(tag.slug, number);
    return {
      path,
      props: {
        frame: toFrame(edition),
        head: toHead(edition, path, titleOfPage(tag.name, number, lang), {
          description: facts?.description ?? about,
          feedsOf: tagPath(tag.slug),
          feedTitle: `${tag.name} · ${edition.site.name}`,
        }),
        name: tag.name,
        months: toMonths(edition, listed),
        pager,
        ...(number === undefined && { whole: whole() }),
      },
    };
  });
}

const MOST_RELATED_TAGS = 8;

/** The tags that most of some articles have, at most eight, each with how many have it; `but` is left out. */
export function sharedTags(
  edition: Edition,
  articles: readonly Article[],
  all: ReadonlyMap<string, TagPage>,
  but?: Tag,
): WholeList['relatedTags'] {
  const counts = new Map<string, number>();
  for (const { slug } of articles.flatMap((article) => article.tags)) counts.set(slug, (counts.get(slug) ?? 0) + 1);
  if (but) counts.delete(but.slug);
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, MOST_RELATED_TAGS)
    .flatMap(([slug, count]) => {
      const other = all.get(slug)?.tag;
      return other ? [{ ...toTagLink(edition, other), count }] : [];
    });
}

function toTagLink({ base }: Edition, { name, slug }: Tag): Link {
  return { href: toHref(base, tagPath(slug)), label: name };
}
