import type { APIRoute } from 'astro';
import { writeJsonFeed } from '../routes/write-json-feed.ts';
import { bodyHtml, plannedRoutes } from '../routes/planned.ts';
import type { FeedProps } from '../routes/feeds.ts';

export function getStaticPaths(): { params: { feed: string }; props: FeedProps }[] {
  return plannedRoutes('jsonFeed').map(({ path, props }) => ({
    params: { feed: path.slice(1, -'.json'.length) },
    props,
  }));
}

export const GET: APIRoute<FeedProps> = ({ props }) =>
  new Response(writeJsonFeed(props, bodyHtml), { headers: { 'content-type': 'application/feed+json; charset=utf-8' } });
