import { Readable } from 'node:stream';
import type { APIRoute } from 'astro';
import { SitemapStream, streamToPromise } from 'sitemap';
import { plannedRoutes } from '../routes/planned.ts';
import type { SitemapProps } from '../routes/site-map.ts';

export function getStaticPaths(): { params: { part: string }; props: SitemapProps }[] {
  return plannedRoutes('sitemap').map(({ path, props }) => ({
    params: { part: path.slice('/sitemap-'.length, -'.xml'.length) },
    props,
  }));
}

export const GET: APIRoute<SitemapProps> = async ({ props }) => {
  const entries = props.addresses.map(({ url, lastmod }) => (lastmod === undefined ? { url } : { url, lastmod }));
  const stream = new SitemapStream({ xmlns: { news: false, image: false, video: false, xhtml: false } });
  const xml = await streamToPromise(Readable.from(entries).pipe(stream));
  return new Response(xml.toString('utf8'), { headers: { 'content-type': 'application/xml; charset=utf-8' } });
};
