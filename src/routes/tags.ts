import type { Article, Tag } from '../news/article.ts';
import { type Edition, tagsOf, type TagPage } from '../news/edition.ts';
import { feedPath, tagIndexPath, tagPath, toHref } from '../news/paths.ts';
import { TAG_KINDS, type TagKind } from '../news/tags.ts';
import { type Frame, type Head, type Link, toFrame, toHead } from './frame.ts';
import { toNameIndexPages } from './name-index.ts';
import { nameLists } from './names.ts';
import { type TagFacts, toTagFacts } from './tag-facts.ts';
import { type Pager, toPager, toPages } from './pager.ts';
import { type Teaser, toTeaser } from './teaser.ts';
import { type Month, toMonths } from './timeline.ts';

export interface TagProps {
  frame: Frame;
  head: Head;
  name: string;
  /** What tags.yaml says of it; absent where it is not listed. */
  facts?: TagFacts;
  count: number;
  first: Teaser | undefined;
  latest: Teaser | undefined;
  months: Month[];
  pager: Pager;
  /** Other tags of these articles, each with how many of them have it. */
  relatedTags: (Link & { count: number })[];
  feeds: Link[];
}

const KINDS: Record<TagKind, { step: string; heading: string }> = {
  person: { step: 'people', heading: 'People' },
  place: { step: 'places', heading: 'Places' },
  organisation: { step: 'organisations', heading: 'Organisations' },
  topic: { step: 'topics', heading: 'Topics only' },
  event: { step: 'events', heading: 'Events' },
};

/** The letter index of all tags, and of those of each kind that tags.yaml names. */
export function toTagIndex(edition: Edition): ReturnType<typeof toNameIndexPages> {
  const listed = [...tagsOf(edition.articles).values()].map(({ tag, articles }) => {
    const kind = edition.vocabulary?.at(tag.slug)?.kind;
    return { name: tag.name, path: tagPath(tag.slug), articles, kind };
  });
  return toNameIndexPages(edition, {
    root: tagIndexPath,
    heading: 'Topics',
    description: `All topics of ${edition.site.name}, A to Z.`,
    empty: 'No article has a topic yet.',
    names: listed,
    lists: nameLists(edition),
    kinds: TAG_KINDS.map((kind) => ({ ...KINDS[kind], names: listed.filter((tag) => tag.kind === kind) })),
  });
}

/** The pages of one tag: a timeline by month, newest first, fifty articles a page. */
export function toTagPages(
  edition: Edition,
  { tag, articles }: TagPage,
  all: ReadonlyMap<string, TagPage>,
): TagProps[] {
  const dated = articles.filter(({ front }) => front.published !== undefined);
  const [latest, first] = [dated[0], dated.at(-1)];
  const facts = toTagFacts(edition, tag, all);
  const relatedTags = sharedTags(edition, articles, all, tag);
  return toPages(articles).map((page, index, pages) => {
    const path = tagPath(tag.slug, index + 1);
    const title = index === 0 ? tag.name : `${tag.name}, page ${index + 1}`;
    return {
      frame: toFrame(edition),
      head: toHead(edition, path, title, {
        description: facts?.description ?? `Articles about ${tag.name} in ${edition.site.name}.`,
        feedsOf: tagPath(tag.slug),
        feedTitle: `${tag.name} · ${edition.site.name}`,
      }),
      name: tag.name,
      ...(facts && { facts }),
      count: articles.length,
      first: first && toTeaser(edition, first),
      latest: latest && toTeaser(edition, latest),
      months: toMonths(edition, page),
      pager: toPager(index, pages.length, (number) => toHref(edition.base, tagPath(tag.slug, number))),
      relatedTags,
      feeds: [
        { label: 'Atom', href: toHref(edition.base, feedPath(tagPath(tag.slug), 'xml')) },
        { label: 'JSON Feed', href: toHref(edition.base, feedPath(tagPath(tag.slug), 'json')) },
      ],
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
): TagProps['relatedTags'] {
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
