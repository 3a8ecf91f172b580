import { Readable } from 'node:stream';
import { SitemapIndexStream, SitemapStream, streamToPromise } from 'sitemap';
import type { SitemapIndexProps, SitemapProps } from './site-map.ts';

/** A sitemap as XML (sitemaps.org, protocol 0.9). */
export async function writeSitemap({ addresses }: SitemapProps): Promise<string> {
  const entries = addresses.map(({ url, lastmod }) => (lastmod === undefined ? { url } : { url, lastmod }));
  const stream = new SitemapStream({ xmlns: { news: false, image: false, video: false, xhtml: false } });
  const xml = await streamToPromise(Readable.from(entries).pipe(stream));
  return xml.toString('utf8');
}

/** The list of all sitemaps as XML. */
export async function writeSitemapIndex({ sitemaps }: SitemapIndexProps): Promise<string> {
  const xml = await streamToPromise(Readable.from(sitemaps).pipe(new SitemapIndexStream()));
  return xml.toString('utf8');
}
