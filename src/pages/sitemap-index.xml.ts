import { Readable } from 'node:stream';
import type { APIRoute } from 'astro';
import { SitemapIndexStream, streamToPromise } from 'sitemap';
import { onlyProps } from '../routes/planned.ts';

export const GET: APIRoute = async () => {
  const { sitemaps } = onlyProps('sitemapIndex');
  const xml = await streamToPromise(Readable.from(sitemaps).pipe(new SitemapIndexStream()));
  return new Response(xml.toString('utf8'), { headers: { 'content-type': 'application/xml; charset=utf-8' } });
};
