import { join } from 'node:path';
import { DomUtils, parseDocument } from 'htmlparser2';
import { PROJECT } from '../../src/build/locations.ts';
import { isMoment, isWebIri } from './feed-rules/values.ts';
import { xmlFindings } from './xmllint.ts';

/** The schema of sitemaps.org, of 2008, as the package that writes our sitemaps ships it. */
const SITEMAP_SCHEMA = join(PROJECT, 'node_modules/sitemap/schema/sitemap.xsd');
/** Ours, after the same protocol. */
const INDEX_SCHEMA = join(PROJECT, 'tests/setup/sitemap-index.xsd');

/** A sitemap may hold so many bytes (sitemaps.org, "Sitemap file limits"). */
const MOST_BYTES = 52_428_800;
const MOST_ADDRESSES = 50_000;

/** What is wrong with a text as a sitemap by the schema of sitemaps.org, and by what its protocol says beyond the schema. */
export function sitemapFindings(xml: string, site: string): string[] {
  const addresses = textsOf(xml, 'loc');
  return [
    ...xmlFindings(xml, SITEMAP_SCHEMA),
    ...(Buffer.byteLength(xml) > MOST_BYTES || addresses.length > MOST_ADDRESSES ? ['too long for one file'] : []),
    ...foreign(addresses, site),
    ...textsOf(xml, 'lastmod').filter((date) => !isMoment(date) && !/^\d{4}-\d\d-\d\d$/u.test(date)),
  ];
}

/** What is wrong with a text as a sitemap index. */
export function sitemapIndexFindings(xml: string, site: string): string[] {
  return [...xmlFindings(xml, INDEX_SCHEMA), ...foreign(textsOf(xml, 'loc'), site)];
}

/** The texts of all elements of a name, white space as it is. */
export function textsOf(xml: string, name: string): string[] {
  const document = parseDocument(xml, { xmlMode: true });
  return DomUtils.getElementsByTagName(name, document, true).map((element) => DomUtils.textContent(element));
}

/** Addresses that are listed twice, are not below the sitemap's own folder, or hold what no URI may (RFC 3986). */
function foreign(addresses: readonly string[], site: string): string[] {
  return addresses.filter(
    (address, index) =>
      addresses.indexOf(address) !== index ||
      !address.startsWith(site) ||
      !isWebIri(address) ||
      !/^[\x21-\x7e]+$/u.test(address),
  );
}
