import type { APIRoute } from 'astro';
import { onlyProps } from '../routes/planned.ts';

export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${onlyProps('robots').sitemap}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
