import type { APIRoute } from 'astro';
import { bodyHtml, plannedRoutes } from '../../routes/planned.ts';
import type { TwinProps } from '../../routes/twin.ts';
import { writeTwin } from '../../routes/write-twin.ts';

export function getStaticPaths(): { params: { twin: string }; props: TwinProps }[] {
  return plannedRoutes('twin').map(({ path, props }) => ({
    params: { twin: path.slice('/articles/'.length, -'.md'.length) },
    props,
  }));
}

export const GET: APIRoute<TwinProps> = ({ props }) =>
  new Response(writeTwin(props, bodyHtml), { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
