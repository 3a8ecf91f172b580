import type { Edition } from '../news/edition.ts';
import {
  aboutPath,
  archivePath,
  correctionsPath,
  feedPath,
  frontPath,
  searchPath,
  type SitePath,
  tagIndexPath,
  toAddress,
  toHref,
} from '../news/paths.ts';
import { directionOf } from '../news/languages.ts';

/** A link as a template prints it. */
export interface Link {
  href: string;
  label: string;
}

/** What stands around every page: nameplate and footer. */
export interface Frame {
  name: string;
  strapline: string | undefined;
  lang: string;
  dir: 'ltr' | 'rtl';
  front: string;
  sections: Link[];
  search: string;
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
  openGraph: { property: string; content: string }[];
  /** schema.org terms, ready for JSON. */
  structuredData: Record<string, unknown> | undefined;
}

export function toFrame({ site, base }: Edition): Frame {
  return {
    name: site.name,
    strapline: site.strapline,
    lang: site.lang,
    dir: directionOf(site.lang),
    front: toHref(base, frontPath),
    sections: [
      { href: toHref(base, tagIndexPath), label: 'Topics' },
      { href: toHref(base, archivePath), label: 'Archive' },
      { href: toHref(base, correctionsPath), label: 'Corrections' },
      { href: toHref(base, aboutPath), label: 'About' },
    ],
    search: toHref(base, searchPath),
    favicon: `${base}favicon.svg`,
  };
}

/** The head of a page that is not an article; `feedsOf` is the page whose feeds it offers, the front's where it has none. */
export function toHead(
  { site, base }: Edition,
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
