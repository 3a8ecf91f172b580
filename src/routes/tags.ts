import type { Article, Tag } from '../news/article.ts';
import { type Edition, tagsOf, type TagPage } from '../news/edition.ts';
import { feedPath, tagIndexPath, tagPath, toHref } from '../news/paths.ts';
import { type Frame, type Head, type Link, toFrame, toHead } from './frame.ts';
import { type Pager, toPager, toPages } from './pager.ts';
import { type Teaser, toTeaser } from './teaser.ts';
import { type Month, toMonths } from './timeline.ts';

export interface TagIndexProps {
  frame: Frame;
  head: Head;
  letters: { letter: string; tags: (Link & { count: number })[] }[];
}

export interface TagProps {
  frame: Frame;
  head: Head;
  name: string;
  count: number;
  first: Teaser | undefined;
  latest: Teaser | undefined;
  months: Month[];
  pager: Pager;
  /** Other tags of these articles, with how many articles have both. */
  relatedTags: (Link & { count: number })[];
  feeds: Link[];
}

/** The letter index of all tags. */
export function toTagIndex(edition: Edition): TagIndexProps {
  const { lang } = edition.site;
  const collator = new Intl.Collator(lang, { sensitivity: 'base', numeric: true });
  const pages = [...tagsOf(edition.articles).values()].sort(
    (a, b) => collator.compare(a.tag.name, b.tag.name) || (a.tag.slug < b.tag.slug ? -1 : 1),
  );
  const byLetter = Map.groupBy(pages, ({ tag }) => letterOf(tag.name, lang));
  return {
    frame: toFrame(edition),
    head: toHead(edition, tagIndexPath, 'Topics', { description: `All topics of ${edition.site.name}, A to Z.` }),
    letters: [...byLetter].map(([letter, tags]) => ({
      letter,
      tags: tags.map(({ tag, articles }) => ({ ...toTagLink(edition, tag), count: articles.length })),
    })),
  };
}

/** The pages of one tag: a timeline by month, newest first, fifty articles a page. */
export function toTagPages(
  edition: Edition,
  { tag, articles }: TagPage,
  all: ReadonlyMap<string, TagPage>,
): TagProps[] {
  const dated = articles.filter(({ front }) => front.published !== undefined);
  const [latest, first] = [dated[0], dated.at(-1)];
  return toPages(articles).map((page, index, pages) => {
    const path = tagPath(tag.slug, index + 1);
    const title = index === 0 ? tag.name : `${tag.name}, page ${index + 1}`;
    return {
      frame: toFrame(edition),
      head: toHead(edition, path, title, {
        description: `Articles about ${tag.name} in ${edition.site.name}.`,
        feedsOf: tagPath(tag.slug),
        feedTitle: `${tag.name} · ${edition.site.name}`,
      }),
      name: tag.name,
      count: articles.length,
      first: first && toTeaser(edition, first),
      latest: latest && toTeaser(edition, latest),
      months: toMonths(edition, page),
      pager: toPager(index, pages.length, (number) => toHref(edition.base, tagPath(tag.slug, number))),
      relatedTags: relatedTags(edition, tag, articles, all),
      feeds: [
        { label: 'Atom', href: toHref(edition.base, feedPath(tagPath(tag.slug), 'xml')) },
        { label: 'JSON Feed', href: toHref(edition.base, feedPath(tagPath(tag.slug), 'json')) },
      ],
    };
  });
}

const MOST_RELATED_TAGS = 8;

function relatedTags(
  edition: Edition,
  tag: Tag,
  articles: readonly Article[],
  all: ReadonlyMap<string, TagPage>,
): TagProps['relatedTags'] {
  const counts = new Map<string, number>();
  for (const { slug } of articles.flatMap((article) => article.tags)) counts.set(slug, (counts.get(slug) ?? 0) + 1);
  counts.delete(tag.slug);
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

/** The letter under which a name is listed: its first letter without accents, `#` for digits and signs. */
function letterOf(name: string, lang: string): string {
  const letter = /\p{L}/u.exec(name.normalize('NFD'))?.[0] ?? '';
  return name.normalize('NFD').startsWith(letter) && letter !== '' ? letter.toLocaleUpperCase(lang) : '#';
}
