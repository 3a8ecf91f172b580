import { lastChanged } from '../news/article.ts';
import { toRfc3339 } from '../news/dates.ts';
import { type Edition, tagsOf } from '../news/edition.ts';
import {
  aboutPath,
  archivePath,
  correctionsPath,
  frontPath,
  sitemapPath,
  type SitePath,
  tagIndexPath,
  tagPath,
  toAddress,
} from '../news/paths.ts';
import { canonicalSource, rightsOf } from '../news/publication.ts';
import { namePaths } from './names.ts';

export interface SitemapProps {
  addresses: { url: string; lastmod: string | undefined }[];
}

export interface SitemapIndexProps {
  sitemaps: string[];
}

/** The protocol allows 50,000 addresses a file (sitemaps.org). */
const ADDRESSES_A_SITEMAP = 45_000;

/** The sitemaps: all pages that search engines should list. A copy whose canonical is its source is not among them. */
export function toSitemaps(edition: Edition): { path: SitePath; props: SitemapProps }[] {
  const { site, articles } = edition;
  const pages = [frontPath, tagIndexPath, archivePath, correctionsPath, aboutPath].map((path) => ({
    url: toAddress(site.url, path),
    lastmod: undefined,
  }));
  const listed = articles.filter(
    (article) =>
      !article.front.withdrawn &&
      rightsOf(article.front, site).robots !== 'noindex' &&
      canonicalSource(article, site) === undefined,
  );
  const addresses = [
    ...pages,
    ...listed.map(({ path, front }) => {
      const date = lastChanged(front, site.timeZone);
      return { url: toAddress(site.url, path), lastmod: date && toRfc3339(date, site.timeZone) };
    }),
    ...[...[...tagsOf(articles).keys()].map((slug) => tagPath(slug)), ...namePaths(edition)].map((path) => ({
      url: toAddress(site.url, path),
      lastmod: undefined,
    })),
  ];
  const count = Math.ceil(addresses.length / ADDRESSES_A_SITEMAP);
  return Array.from({ length: count }, (_, part) => ({
    path: sitemapPath(part),
    props: { addresses: addresses.slice(part * ADDRESSES_A_SITEMAP, (part + 1) * ADDRESSES_A_SITEMAP) },
  }));
}

export function toSitemapIndex({ site }: Edition, sitemaps: readonly SitePath[]): SitemapIndexProps {
  return { sitemaps: sitemaps.map((path) => toAddress(site.url, path)) };
}
