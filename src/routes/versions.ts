import type { Article } from '../news/article.ts';
import type { NewsDate } from '../news/dates.ts';
import type { Changes, EarlierCopy } from '../news/earlier.ts';
import type { Setting } from '../news/edition.ts';
import { fill } from '../news/interface/phrase.ts';
import { numberFormat } from '../news/interface/formats.ts';
import { interfaceLanguage, phrasesOf } from '../news/interface/phrases.ts';
import { type SitePath, toHref, versionsPath } from '../news/paths.ts';
import { rightsOf, shownText } from '../news/publication.ts';
import { type ArticleProps, type Figure, sourceLine, toFigure } from './article.ts';
import { type Frame, type Head, type OtherLanguage, otherLanguage, toFrame, toHead } from './frame.ts';

/** What all pages of an article's versions have. */
interface AnyVersionProps {
  frame: Frame;
  head: Head;
  /** Set where the article is not in the language of its page. */
  language: OtherLanguage | undefined;
  /** The article's own. */
  headline: string;
  /** The article, which is the latest version. */
  latest: string;
  rights: ArticleProps['rights'];
}

/** The list of an article's versions. */
export interface VersionListProps extends AnyVersionProps {
  /** Whether no more than dates may be shown. */
  datesOnly: boolean;
  /** The latest first. */
  versions: VersionLine[];
}

export interface VersionLine {
  number: number;
  captured: NewsDate | undefined;
  /** Where it can be read; undefined where its text was not kept or may not be shown. */
  href: string | undefined;
  isLatest: boolean;
  /** What it changed in the one before it. */
  changes: { href: string; added: number; removed: number } | undefined;
}

/** An earlier version, as it was. */
export interface VersionProps extends AnyVersionProps, Omit<EarlierCopy, 'changes' | 'page' | 'picture' | 'image'> {
  figure: Figure | undefined;
  number: number;
  /** How many versions there are. */
  all: number;
  captured: NewsDate;
  /** Digest of its text's HTML. */
  body: string;
  list: string;
  source: ArticleProps['source'];
  /** Of the article: what they say was wrong may be said here. */
  corrections: ArticleProps['corrections'];
  /** What changed in the next one, where that is known. */
  changes: string | undefined;
}

/** What changed from an earlier version to the next. */
export interface ChangesProps extends AnyVersionProps {
  number: number;
  captured: NewsDate;
  nextCaptured: NewsDate | undefined;
  /** Digest of the passages as JSON. */
  passages: string;
  added: number;
  removed: number;
  list: string;
  from: string;
  to: string;
}

export type VersionRoute =
  | { page: 'versionList'; path: SitePath; toProps: () => VersionListProps }
  | { page: 'version'; path: SitePath; toProps: () => VersionProps }
  | { page: 'changes'; path: SitePath; toProps: () => ChangesProps };

/** A version whose text was kept. */
interface Kept {
  number: number;
  captured: NewsDate;
  copy: EarlierCopy;
}

/** The pages of an article's versions; none where there was never another. */
export function versionRoutes(setting: Setting, article: Article): VersionRoute[] {
  const { earlier = [], path } = article;
  if (earlier.length === 0) return [];
  const pages = earlier.flatMap(({ captured, copy }, index): VersionRoute[] => {
    if (!copy) return [];
    const kept = { number: index + 1, captured, copy };
    const { number } = kept;
    const toProps = (): VersionProps => toVersion(setting, article, kept);
    const version: VersionRoute = { page: 'version', path: versionsPath(path, number), toProps };
    const { changes } = copy;
    if (!changes) return [version];
    const changesPath = versionsPath(path, number, 'changes');
    return [version, { page: 'changes', path: changesPath, toProps: () => toChanges(setting, article, kept, changes) }];
  });
  return [{ page: 'versionList', path: versionsPath(path), toProps: () => toVersionList(setting, article) }, ...pages];
}

/** The links of a version, or of the article as the latest one, to the others (RFC 5829). */
export function versionLinks({ base }: Setting, article: Article, number?: number): Head['versions'] {
  const { earlier = [], path } = article;
  if (earlier.length === 0) return [];
  const isKept = (other: number): boolean => earlier[other - 1]?.copy !== undefined;
  const own = number ?? earlier.length + 1;
  const to = (rel: string, target: SitePath): { rel: string; href: string } => ({ rel, href: toHref(base, target) });
  const successor = own === earlier.length ? path : versionsPath(path, own + 1);
  return [
    to('version-history', versionsPath(path)),
    ...(own > earlier.length ? [] : [to('latest-version', path)]),
    ...(own > 1 && isKept(own - 1) ? [to('predecessor-version', versionsPath(path, own - 1))] : []),
    ...(own === earlier.length || isKept(own + 1) ? [to('successor-version', successor)] : []),
  ];
}

function toVersionList(setting: Setting, article: Article): VersionListProps {
  const { front, path, earlier = [] } = article;
  const { base, site } = setting;
  const ofEarlier = earlier.map(({ captured, copy }, index): Omit<VersionLine, 'changes'> => {
    const href = copy && toHref(base, versionsPath(path, index + 1));
    return { number: index + 1, captured, href, isLatest: false };
  });
  const number = earlier.length + 1;
  const latest = { number, captured: front.source?.captured, href: toHref(base, path), isLatest: true };
  const versions = [...ofEarlier, latest].map((line, index): VersionLine => {
    const changes = earlier[index - 1]?.copy?.changes;
    const href = toHref(base, versionsPath(path, index, 'changes'));
    return { ...line, changes: changes && { href, added: changes.added, removed: changes.removed } };
  });
  return {
    ...toAny(setting, article, versionsPath(path), 'titled'),
    datesOnly: shownText(front, site) !== 'full',
    versions: versions.reverse(),
  };
}

function toVersion(setting: Setting, article: Article, { number, captured, copy }: Kept): VersionProps {
  const { path, front, earlier = [] } = article;
  const { page, changes, picture, image, ...text } = copy;
  return {
    ...toAny(setting, article, versionsPath(path, number), 'titled', number),
    ...text,
    figure: toFigure(setting, picture, image),
    number,
    all: earlier.length + 1,
    captured,
    body: page,
    list: toHref(setting.base, versionsPath(path)),
    source: sourceLine(front),
    corrections: front.corrections,
    changes: changes && toHref(setting.base, versionsPath(path, number, 'changes')),
  };
}

function toChanges(
  setting: Setting,
  article: Article,
  { number, captured }: Kept,
  { passages, added, removed }: Changes,
): ChangesProps {
  const { path, front, earlier = [] } = article;
  const { base } = setting;
  const isLast = number === earlier.length;
  return {
    ...toAny(setting, article, versionsPath(path, number, 'changes'), 'changesTitled', number),
    number,
    captured,
    nextCaptured: isLast ? front.source?.captured : earlier[number]?.captured,
    ...{ passages, added, removed },
    list: toHref(base, versionsPath(path)),
    from: toHref(base, versionsPath(path, number)),
    to: toHref(base, isLast ? path : versionsPath(path, number + 1)),
  };
}

function toAny(
  setting: Setting,
  article: Article,
  path: SitePath,
  title: 'titled' | 'changesTitled',
  number?: number,
): AnyVersionProps {
  const { site, base } = setting;
  const { front, lang } = article;
  const pageLang = interfaceLanguage(lang, site.lang);
  const words = phrasesOf(pageLang).versions;
  const show = (value: number): string => numberFormat(pageLang).format(value);
  const [from, to] = number === undefined ? ['', ''] : [show(number), show(number + 1)];
  const isOne = number !== undefined && title === 'titled';
  const headline = isOne ? `${front.title} · ${fill(words.number, { n: from })}` : front.title;
  const head = toHead(setting, path, fill(words[title], { headline, from, to }));
  return {
    frame: toFrame(setting, pageLang),
    // Search engines list the article, and nothing that it no longer says.
    head: { ...head, robots: 'noindex', versions: isOne ? versionLinks(setting, article, number) : [] },
    language: otherLanguage(lang, pageLang),
    headline: front.title,
    latest: toHref(base, article.path),
    rights: rightsOf(front, site),
  };
}
