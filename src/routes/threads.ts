import type { Article } from '../news/article.ts';
import { type Edition, type Setting, tagsOf, type TagPage } from '../news/edition.ts';
import { feedPath, namePath, type SitePath, threadsPath, toHref } from '../news/paths.ts';
import { fill } from '../news/interface/phrase.ts';
import { interfaceLanguage, phrasesOf } from '../news/interface/phrases.ts';
import type { PlaceInThread, Thread } from '../news/threads.ts';
import { toFeeds } from './feeds.ts';
import { titleOfPage, toFrame, toHead } from './frame.ts';
import { numberOf, toPager, toPages } from './pager.ts';
import { sharedTags, type TagProps, type WholeList } from './tags.ts';
import { type Teaser, toTeaser } from './teaser.ts';
import { toMonths } from './timeline.ts';

/** A running story: a timeline as a tag has it, but from the first article on, and the topics of its articles. */
export type ThreadProps = Omit<TagProps, 'whole'> & {
  whole: WholeList;
  /** The address of the index of all threads. */
  all: string;
};

/** What an article's page says of its thread. A thread of one article has a name and no parts. */
export interface ThreadLine {
  name: string;
  href: string;
  /** Counted from 1. */
  part: number;
  parts: number;
  /** Nothing where it is the article itself, or the one before it. */
  first: Teaser | undefined;
  previous: Teaser | undefined;
  next: Teaser | undefined;
}

/** The pages of every thread, in the order of time, fifty articles a page. */
export function toThreadPages(
  edition: Edition,
  threads: ReadonlyMap<string, Thread>,
): { path: SitePath; props: ThreadProps }[] {
  const tags = tagsOf(edition.articles);
  return [...threads.values()].flatMap((thread) => toPagesOf(edition, thread, tags));
}

/** The feeds of every thread: as all feeds, newest first. */
export function toThreadFeeds(edition: Edition, threads: ReadonlyMap<string, Thread>): ReturnType<typeof toFeeds> {
  return [...threads.values()].flatMap(({ name, slug, articles }) => {
    const title = `${titleOf(edition, name)} · ${edition.site.name}`;
    return toFeeds(edition, { of: namePath(threadsPath, slug), title, subtitle: undefined, articles });
  });
}

/** The place of an article in its thread, with those around it. */
export function toThreadLine(setting: Setting, place: PlaceInThread, pageLang: string): ThreadLine {
  const { name, slug, part, parts, first, previous, next } = place;
  const teaser = (article: Article | undefined): Teaser | undefined => article && toTeaser(setting, article, pageLang);
  return {
    name,
    href: toHref(setting.base, namePath(threadsPath, slug)),
    part,
    parts,
    first: part > 2 ? teaser(first) : undefined,
    previous: teaser(previous),
    next: teaser(next),
  };
}

function toPagesOf(
  edition: Edition,
  { name, slug, articles }: Thread,
  tags: ReadonlyMap<string, TagPage>,
): { path: SitePath; props: ThreadProps }[] {
  const { base, site } = edition;
  const home = namePath(threadsPath, slug);
  const title = titleOf(edition, name);
  const lang = interfaceLanguage(site.lang);
  const dated = articles.filter(({ front }) => front.published !== undefined);
  const [first, latest] = [dated[0], dated.at(-1)];
  return toPages(articles).map((page, index, pages) => {
    const path = namePath(threadsPath, slug, numberOf(index));
    return {
      path,
      props: {
        frame: toFrame(edition),
        head: toHead(edition, path, titleOfPage(title, numberOf(index), lang), {
          description: fill(phrasesOf(lang).threads.about, { name, site: site.name }),
          feedsOf: home,
          feedTitle: `${title} · ${site.name}`,
        }),
        name,
        months: toMonths(edition, page),
        pager: toPager(index, pages.length, (number) => toHref(base, namePath(threadsPath, slug, number))),
        all: toHref(base, threadsPath),
        whole: {
          count: articles.length,
          first: first && toTeaser(edition, first),
          latest: latest && toTeaser(edition, latest),
          relatedTags: sharedTags(edition, articles, tags),
          feeds: [
            { label: 'Atom', href: toHref(base, feedPath(home, 'xml')) },
            { label: 'JSON Feed', href: toHref(base, feedPath(home, 'json')) },
          ],
        },
      },
    };
  });
}

/** A topic may have the name of a thread: in a list of tabs, of results or of feeds they must differ. */
function titleOf({ site }: Edition, name: string): string {
  return fill(phrasesOf(site.lang).threads.titled, { name });
}
