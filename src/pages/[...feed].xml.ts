import type { APIRoute } from 'astro';
import { writeAtom } from '../routes/write-atom.ts';
import { bodyHtml, plannedRoutes } from '../routes/planned.ts';
import type { FeedProps } from '../routes/feeds.ts';

export function getStaticPaths(): { params: { feed: string }; props: FeedProps }[] {
  return plannedRoutes('atom').map(({ path, props }) => ({ params: { feed: path.slice(1, -'.xml'.length) }, props }));
}

export const GET: APIRoute<FeedProps> = ({ props }) =>
  new Response(writeAtom(props, bodyHtml), { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
