import { type Edition, tagsOf } from '../news/edition.ts';
import {
  aboutPath,
  archivePath,
  correctionsPath,
  frontPath,
  notFoundPath,
  offlinePath,
  robotsPath,
  savedPath,
  searchPath,
  sitemapIndexPath,
  type SitePath,
  tagIndexPath,
  tagPath,
} from '../news/paths.ts';
import { phrasesOf } from '../news/interface/phrases.ts';
import type { Recall } from '../news/related/kin.ts';
import { type Thread, threadsOf } from '../news/threads.ts';
import { type AboutProps, toAbout } from './about.ts';
import { type ArchiveProps, type PeriodProps, toArchive, toPeriodPages } from './archive.ts';
import { type ArticleProps, toArticle } from './article.ts';
import { type CorrectionsProps, toCorrections } from './corrections.ts';
import { type FeedProps, toCorrectionsFeeds, toFeeds } from './feeds.ts';
import { type Frame, type Head, toFrame, toHead } from './frame.ts';
import { type FrontProps, toFront } from './front.ts';
import { Inputs } from './inputs.ts';
import { eachWithNeighbours } from './neighbours.ts';
import { type RobotsProps, toRobots } from './robots.ts';
import { type SitemapIndexProps, type SitemapProps, toSitemapIndex, toSitemaps } from './site-map.ts';
import { type SavedProps, toSaved } from './saved.ts';
import { type SearchProps, toSearch } from './search.ts';
import type { NameIndexProps } from './name-index.ts';
import { type NameTimelineProps, toNameIndexes, toNameTimelines } from './names.ts';
import { type OfflineProps, toOffline } from './offline.ts';
import { articleRedirects, type RedirectProps, toRedirect } from './redirects.ts';
import { oldAddresses } from './tag-facts.ts';
import { type TagProps, toTagIndex, toTagPages } from './tags.ts';
import { type ThreadProps, toThreadFeeds, toThreadPages } from './threads.ts';
import { hasTwin, toTwin, type TwinProps, twinPath } from './twin.ts';
import {
  type ChangesProps,
  type VersionListProps,
  type VersionProps,
  type VersionRoute,
  versionRoutes,
} from './versions.ts';

/** A page with nothing but its frame. */
export interface PlainProps {
  frame: Frame;
  head: Head;
}

/** Every kind of page with what it shows. A page is a pure function of these. */
export interface PageProps {
  front: FrontProps;
  article: ArticleProps;
  twin: TwinProps;
  tagIndex: NameIndexProps;
  /** Names of one letter or kind, and all sources and authors. */
  nameList: NameIndexProps;
  nameTimeline: NameTimelineProps;
  tag: TagProps;
  thread: ThreadProps;
  archive: ArchiveProps;
  period: PeriodProps;
  corrections: CorrectionsProps;
  about: AboutProps;
  search: SearchProps;
  saved: SavedProps;
  notFound: PlainProps;
  offline: OfflineProps;
  versionList: VersionListProps;
  version: VersionProps;
  changes: ChangesProps;
  redirect: RedirectProps;
  atom: FeedProps;
  jsonFeed: FeedProps;
  sitemapIndex: SitemapIndexProps;
  sitemap: SitemapProps;
  robots: RobotsProps;
}

export type PageName = keyof PageProps;

export interface RouteOf<Name extends PageName> {
  page: Name;
  path: SitePath;
  /** What the page shows; of articles it is made when somebody asks for it. */
  readonly props: PageProps[Name];
  /** A hash of all that the props are made from, where that is known without making them. */
  readonly inputs?: string;
}

/** A page of the site: where it stands and what it shows. */
export type Route = { [Name in PageName]: RouteOf<Name> }[PageName];

/** All pages of an edition. `recall` spares what was found out before. */
export function allRoutes(edition: Edition, recall?: Recall): Route[] {
  return [...eachRoute(edition, recall)];
}

/** All pages of an edition, one after the other: what each shows is made when it is its turn. */
export function* eachRoute(edition: Edition, recall?: Recall): Generator<Route> {
  const threads = threadsOf(edition);
  yield { page: 'front', path: frontPath, props: toFront(edition) };
  yield* articleRoutes(edition, threads, recall);
  yield* tagRoutes(edition);
  for (const { path, props } of toThreadPages(edition, threads)) yield { page: 'thread', path, props };
  yield* toThreadFeeds(edition, threads);
  yield { page: 'archive', path: archivePath, props: toArchive(edition) };
  for (const { path, props } of toPeriodPages(edition)) yield { page: 'period', path, props };
  yield { page: 'corrections', path: correctionsPath, props: toCorrections(edition) };
  yield* toCorrectionsFeeds(edition);
  yield { page: 'about', path: aboutPath, props: toAbout(edition) };
  yield { page: 'search', path: searchPath, props: toSearch(edition) };
  yield { page: 'saved', path: savedPath, props: toSaved(edition) };
  yield { page: 'notFound', path: notFoundPath, props: toNotFound(edition) };
  if (edition.site.offline) yield { page: 'offline', path: offlinePath, props: toOffline(edition) };
  const { name, strapline } = edition.site;
  yield* toFeeds(edition, { of: frontPath, title: name, subtitle: strapline, articles: edition.articles });
  const sitemaps = toSitemaps(edition);
  for (const { path, props } of sitemaps) yield { page: 'sitemap', path, props };
  const paths = sitemaps.map(({ path }) => path);
  yield { page: 'sitemapIndex', path: sitemapIndexPath, props: toSitemapIndex(edition, paths) };
  yield { page: 'robots', path: robotsPath, props: toRobots(edition) };
}

function* articleRoutes(edition: Edition, threads: ReadonlyMap<string, Thread>, recall?: Recall): Generator<Route> {
  const inputs = new Inputs(edition);
  for (const [article, neighbours] of eachWithNeighbours(edition, threads, recall)) {
    yield lazily(
      { page: 'article', path: article.path },
      () => inputs.ofPage(article, neighbours),
      () => toArticle(edition, article, neighbours),
    );
    if (hasTwin(article, edition.site)) {
      yield lazily(
        { page: 'twin', path: twinPath(article) },
        () => inputs.ofTwin(article),
        () => toTwin(edition, article),
      );
    }
    const versions = versionRoutes(edition, article);
    for (const version of versions) yield toVersionPage(version, () => inputs.ofTwin(article));
    for (const { path, props } of articleRedirects(edition, article, versions)) yield { page: 'redirect', path, props };
  }
}

function toVersionPage(route: VersionRoute, hash: () => string): Route {
  const { path } = route;
  if (route.page === 'versionList') return lazily({ page: route.page, path }, hash, route.toProps);
  if (route.page === 'version') return lazily({ page: route.page, path }, hash, route.toProps);
  return lazily({ page: route.page, path }, hash, route.toProps);
}

function* tagRoutes(edition: Edition): Generator<Route> {
  const tags = tagsOf(edition.articles);
  for (const { path, props } of toTagIndex(edition))
    yield { page: path === tagIndexPath ? 'tagIndex' : 'nameList', path, props };
  for (const tagPages of tags.values()) {
    const { tag, articles } = tagPages;
    const path = tagPath(tag.slug);
    for (const { path: at, props } of toTagPages(edition, tagPages, tags)) yield { page: 'tag', path: at, props };
    const title = `${tag.name} · ${edition.site.name}`;
    yield* toFeeds(edition, { of: path, title, subtitle: undefined, articles });
    for (const old of oldAddresses(edition, tag)) {
      const props = toRedirect(edition, path, tag.name, edition.site.lang);
      yield { page: 'redirect', path: tagPath(old), props: { what: 'topic', ...props } };
    }
  }
  for (const list of toNameIndexes(edition)) yield { page: 'nameList', ...list };
  for (const list of toNameTimelines(edition)) yield { page: 'nameTimeline', ...list };
}

/** A page whose props, and the hash of what they are made from, are made once and only if somebody asks for them. */
function lazily<Name extends PageName>(
  { page, path }: Pick<RouteOf<Name>, 'page' | 'path'>,
  hash: () => string,
  make: () => PageProps[Name],
): RouteOf<Name> {
  let inputs: string | undefined;
  let props: PageProps[Name] | undefined;
  return {
    page,
    path,
    get inputs() {
      return (inputs ??= hash());
    },
    get props() {
      return (props ??= make());
    },
  };
}

function toNotFound(edition: Edition): PlainProps {
  const head = toHead(edition, notFoundPath, phrasesOf(edition.site.lang).notFound.title);
  return { frame: toFrame(edition), head: { ...head, robots: 'noindex' } };
}
