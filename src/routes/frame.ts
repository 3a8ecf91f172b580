import type { Setting } from '../news/edition.ts';
import {
  aboutPath,
  archivePath,
  correctionsPath,
  feedPath,
  frontPath,
  savedPath,
  searchPath,
  type SitePath,
  tagIndexPath,
  toAddress,
  toHref,
} from '../news/paths.ts';
import { fill } from '../news/interface/phrase.ts';
import { interfaceLanguage, phrasesOf } from '../news/interface/phrases.ts';
import { directionOf } from '../news/languages.ts';
import { numberFormat } from '../news/interface/formats.ts';

/** A link as a template prints it. */
export interface Link {
  href: string;
  label: string;
}

/** The language of a text that is not in the page's language. */
export interface OtherLanguage {
  lang: string;
  dir: 'ltr' | 'rtl';
}

/** What stands around every page: nameplate and footer. */
export interface Frame {
  name: string;
  strapline: string | undefined;
  /** Set where name and strapline are not in the page's language. */
  nameLanguage: OtherLanguage | undefined;
  /** The language of the page's interface, for `phrasesOf`, dates and numbers. */
  lang: string;
  dir: 'ltr' | 'rtl';
  front: string;
  sections: Link[];
  search: string;
  /** What the reader has saved. */
  saved: string;
  favicon: string;
}

/** What a page says of itself to machines. */
export interface Head {
  title: string;
  description: string | undefined;
  canonical: string;
  robots: 'noindex' | undefined;
  feeds: { title: string; href: string; type: string }[];
  /** The same article in other languages. */
  alternates: { lang: string; href: string }[];
  /** Other versions of the page, by their relation (RFC 5829). */
  versions?: { rel: string; href: string }[] | undefined;
  /** The article as a Markdown file, where it has one. */
  twin?: string | undefined;
  openGraph: { property: string; content: string }[];
  /** schema.org terms, ready for JSON. */
  structuredData: Record<string, unknown> | undefined;
}

const frames = new WeakMap<Setting, Map<string, Frame>>();

/**
 * The frame of a page; of an article's page, `lang` is the language that it speaks, else it is the site's. All pages of an
 * edition in one language have the same one.
 */
export function toFrame(setting: Setting, lang = interfaceLanguage(setting.site.lang)): Frame {
  const known = frames.get(setting) ?? new Map<string, Frame>();
  frames.set(setting, known);
  const frame = known.get(lang) ?? makeFrame(setting, lang);
  known.set(lang, frame);
  return frame;
}

function makeFrame({ site, base }: Setting, lang: string): Frame {
  const { frame } = phrasesOf(lang);
  return {
    name: site.name,
    strapline: site.strapline,
    nameLanguage: otherLanguage(site.lang, lang),
    lang,
    dir: directionOf(lang),
    front: toHref(base, frontPath),
    sections: [
      { href: toHref(base, tagIndexPath), label: frame.topics },
      { href: toHref(base, archivePath), label: frame.archive },
      { href: toHref(base, correctionsPath), label: frame.corrections },
      { href: toHref(base, aboutPath), label: frame.about },
    ],
    search: toHref(base, searchPath),
    saved: toHref(base, savedPath),
    favicon: `${base}favicon.svg`,
  };
}

/** The language of a text, where it differs from that of its page. */
export function otherLanguage(lang: string, pageLang: string): OtherLanguage | undefined {
  return lang === pageLang ? undefined : { lang, dir: directionOf(lang) };
}

/** The title of a list's page by its number; the first has none. */
export function titleOfPage(title: string, page: number | undefined, lang: string): string {
  return page === undefined
    ? title
    : fill(phrasesOf(lang).frame.titledPage, { title, page: numberFormat(lang).format(page) });
}

/** The head of a page that is not an article; `feedsOf` is the page whose feeds it offers, the front's where it has none. */
export function toHead(
  { site, base }: Setting,
  path: SitePath,
  title: string,
  {
    description,
    feedsOf = frontPath,
    feedTitle,
  }: { description?: string; feedsOf?: SitePath; feedTitle?: string } = {},
): Head {
  const canonical = toAddress(site.url, path);
  const name = feedTitle ?? site.name;
  return {
    title: title === site.name ? title : `${title} · ${site.name}`,
    description,
    canonical,
    robots: undefined,
    feeds: [
      { title: `${name} (Atom)`, href: toHref(base, feedPath(feedsOf, 'xml')), type: 'application/atom+xml' },
      { title: `${name} (JSON Feed)`, href: toHref(base, feedPath(feedsOf, 'json')), type: 'application/feed+json' },
    ],
    alternates: [],
    openGraph: [
      { property: 'og:type', content: 'website' },
      { property: 'og:title', content: title },
      { property: 'og:url', content: canonical },
      { property: 'og:site_name', content: site.name },
      ...(description === undefined ? [] : [{ property: 'og:description', content: description }]),
    ],
    structuredData: undefined,
  };
}
