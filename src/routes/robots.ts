import { AI_CRAWLERS_DATE, type AiChoice, refusedCrawlers } from '../news/ai-crawlers.ts';
import type { Edition } from '../news/edition.ts';
import { sitemapIndexPath, toAddress } from '../news/paths.ts';

export interface RobotsProps {
  /** Which crawlers of AI may come, and those that shall not. */
  choice: AiChoice;
  refused: string[];
  /** All that this site consists of, as a path of its host. */
  base: string;
  sitemap: string;
}

export function toRobots({ site, base }: Edition): RobotsProps {
  const { aiCrawlers: choice } = site;
  return { choice, refused: refusedCrawlers(choice), base, sitemap: toAddress(site.url, sitemapIndexPath) };
}

/** robots.txt (RFC 9309): the crawlers that shall not come in one group, and all others in another. */
export function writeRobots({ choice, refused, base, sitemap }: RobotsProps): string {
  const group = [...refused.map((name) => `User-agent: ${name}`), `Disallow: ${base}`];
  return [
    `# AI crawlers: ${choice} (list of ${AI_CRAWLERS_DATE})`,
    ...(refused.length === 0 ? [] : [...group, '']),
    ...['User-agent: *', 'Allow: /', '', `Sitemap: ${sitemap}`, ''],
  ].join('\n');
}
