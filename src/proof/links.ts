import { linkAddress } from '../markdown/addresses.ts';
import { headingId } from '../markdown/finish.ts';
import type { FrontMatter } from '../news/front-matter.ts';
import { articlePath, decoded } from '../news/paths.ts';
import { type Addresses, pathOnSite } from './addresses.ts';
import type { BodyLink } from './body-parts.ts';
import type { Finding } from './checks.ts';
import { findingAt, type Galley, isOnSite, type Proofed, shownFile } from './galley.ts';

/** What links are judged by. */
export interface LinkJudge {
  /** What is on the site, for the links of articles that are on it. */
  site: Addresses;
  /** What would be on it if all were public, for the links of drafts and of what is under an embargo. */
  desk: Addresses;
  /** The ids of an article's rendered text. */
  idsOf: (article: Proofed) => ReadonlySet<string>;
}

/** The links of an article's text that lead nowhere within the site. */
export function findDeadLinks(
  galley: Galley,
  judge: LinkJudge,
  article: Proofed,
  links: readonly BodyLink[],
): Finding[] {
  return links.flatMap(({ href, text, line }) => {
    const message = faultOf(galley, judge, article, { href, text });
    return message === undefined
      ? []
      : [{ check: 'link' as const, file: shownFile(galley.content, article.file), line, message }];
  });
}

function faultOf(
  galley: Galley,
  judge: LinkJudge,
  article: Proofed,
  { href, text }: Pick<BodyLink, 'href' | 'text'>,
): string | undefined {
  if (href.trim() === '') return `the link "${text.trim()}" has no address`;
  const address = linkAddress(href, { file: article.file, siteUrl: galley.site.url });
  if (!address.startsWith('#')) return leadsNowhere(galley, judge, article, address, `the link to ${decoded(href)}`);
  const place = decoded(address.slice(1));
  // The top of the page, by HTML's own rules.
  if (place === '' || place.toLowerCase() === 'top') return undefined;
  const ids = judge.idsOf(article);
  return ids.has(headingId(place)) || ids.has(place)
    ? undefined
    : `the link to ${decoded(href)} names no crosshead of this article`;
}

/** What of an article's front matter leads to the site itself, and nowhere there. */
export function findDeadFields(galley: Galley, judge: LinkJudge, article: Proofed): Finding[] {
  return addressesIn(article.record.front).flatMap(([key, address]) => {
    const isPath = address.startsWith('/');
    const full = isPath ? linkAddress(address, { file: article.file, siteUrl: galley.site.url }) : address;
    const message = leadsNowhere(galley, judge, article, full, address);
    return message === undefined ? [] : [findingAt(galley, article, 'link', key, message)];
  });
}

type FieldAddress = [key: [keyof FrontMatter, ...(string | number)[]], address: string | undefined];

function addressesIn({ translationOf, source, rights, authors }: FrontMatter): [FieldAddress[0], string][] {
  const fields: FieldAddress[] = [
    [['translationOf'], translationOf],
    [['source', 'url'], source?.url],
    [['rights', 'url'], rights?.url],
    ...authors.map(({ url }, index): FieldAddress => [['authors', index, 'url'], url]),
  ];
  return fields.flatMap(([key, address]) => (address === undefined ? [] : [[key, address]]));
}

function leadsNowhere(
  galley: Galley,
  { site, desk }: LinkJudge,
  article: Proofed,
  address: string,
  what: string,
): string | undefined {
  const path = pathOnSite(address, galley.site);
  if (path === undefined) return undefined;
  if ((isOnSite(galley, article) ? site : desk).has(path)) return undefined;
  const target = galley.articles.find(
    ({ file }) => articlePath(file) === `${path.replace(/\/(?:index\.html)?$/u, '')}/`,
  );
  return target === undefined
    ? `${what} leads nowhere`
    : `${what} leads to an article that is a draft, under an embargo, or expired`;
}
