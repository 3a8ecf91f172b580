import type { Route } from './all-routes.ts';
import type { HtmlOf } from './feed-content.ts';
import { writeRobots } from './robots.ts';
import { writeAtom } from './write-atom.ts';
import { writeJsonFeed } from './write-json-feed.ts';
import { writeSitemap, writeSitemapIndex } from './write-sitemap.ts';
import { writeTwin } from './write-twin.ts';

/** A file that no template makes, with its media type. */
export interface TextFile {
  text: string;
  type: string;
}

/** The file at a route that is no page: feeds, sitemaps, twins, robots.txt. Nothing of a page. */
export async function toTextFile(route: Route, htmlOf: HtmlOf): Promise<TextFile | undefined> {
  switch (route.page) {
    case 'atom':
      return { text: writeAtom(route.props, htmlOf), type: 'application/atom+xml; charset=utf-8' };
    case 'jsonFeed':
      return { text: writeJsonFeed(route.props, htmlOf), type: 'application/feed+json; charset=utf-8' };
    case 'twin':
      return { text: writeTwin(route.props, htmlOf), type: 'text/markdown; charset=utf-8' };
    case 'sitemap':
      return { text: await writeSitemap(route.props), type: 'application/xml; charset=utf-8' };
    case 'sitemapIndex':
      return { text: await writeSitemapIndex(route.props), type: 'application/xml; charset=utf-8' };
    case 'robots':
      return { text: writeRobots(route.props), type: 'text/plain; charset=utf-8' };
    default:
      return undefined;
  }
}
