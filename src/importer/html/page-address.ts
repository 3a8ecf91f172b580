import type { Element, Root } from 'hast';
import { absoluteAddress, WEB } from '../absolute-address.ts';
import type { Finding } from '../raw-article.ts';
import { readMoment } from '../read-moment.ts';
import { attribute } from './elements.ts';
import type { MetaTags } from './meta-tags.ts';

/** Where a page says it comes from. */
export interface PageAddress {
  url: Finding<string> | undefined;
  /** When it was saved, by what saved it. */
  captured: Finding<string> | undefined;
}

/**
 * The address of a page: its own statement where it is of the host that it was captured from, else that of its
 * capture, else what SingleFile or a browser wrote on saving it
 * (https://github.com/gildas-lormeau/SingleFile, https://learn.microsoft.com/previous-versions/windows/internet-explorer/ie-developer/compatibility/ms537628).
 */
export function findAddress(
  tree: Root,
  elements: readonly Element[],
  tags: MetaTags,
  knownUrl: string | undefined,
): PageAddress {
  const saved = readSavedBy(tree);
  const known = toWebAddress(knownUrl) ?? saved.url;
  const canonical = elements.find(
    (element) => element.tagName === 'link' && attribute(element, 'rel')?.toLowerCase() === 'canonical',
  );
  const stated = [
    { url: canonical && attribute(canonical, 'href'), rule: 'the canonical link' },
    { url: tags.get('og:url')?.[0], rule: 'meta og:url' },
  ];
  for (const { url, rule } of stated) {
    const address = toWebAddress(url);
    if (address === undefined || (known !== undefined && !isSameSite(address, known))) continue;
    // Some name their front as the canonical address of everything.
    if (known !== undefined && new URL(address).pathname === '/' && new URL(known).pathname !== '/') continue;
    return { url: { value: address, how: 'stated', rule }, captured: saved.captured };
  }
  if (known === undefined) return { url: undefined, captured: saved.captured };
  const rule = known === saved.url ? 'the comment of what saved it' : 'where it was captured';
  return { url: { value: known, how: 'stated', rule }, captured: saved.captured };
}

/** An absolute address of the web, without credentials; nothing for any other. */
export function toWebAddress(address: string | undefined): string | undefined {
  if (address === undefined || !/^https?:\/\//iu.test(address)) return undefined;
  return absoluteAddress(address, undefined, WEB);
}

/** Whether two addresses belong to one site: their hosts end in the same two names, or three under a country. */
export function isSameSite(one: string, other: string): boolean {
  return siteOf(one) === siteOf(other);
}

/** The registrable part of an address's host, as far as its shape tells. */
export function siteOf(address: string): string {
  const host = new URL(address).hostname.toLowerCase();
  const names = host.split('.');
  const isUnderCountry =
    /^(?:ac|co|com|edu|gob|gov|gouv|mil|ne|net|or|org)$/u.test(names.at(-2) ?? '') && (names.at(-1) ?? '').length === 2;
  return /^[\d.]+$|:/u.test(host) ? host : names.slice(isUnderCountry ? -3 : -2).join('.');
}

function readSavedBy(tree: Root): { url: string | undefined; captured: Finding<string> | undefined } {
  const comments: string[] = [];
  const waiting: Root['children'] = tree.children.slice(0, 50);
  for (const node of waiting) {
    if (node.type === 'comment') comments.push(node.value.slice(0, 3000));
    // Both stand before the head or at its beginning.
    if (node.type === 'element' && /^(?:html|head)$/u.test(node.tagName)) waiting.push(...node.children.slice(0, 50));
  }
  const single = comments.find((comment) => /Page saved with SingleFile/u.test(comment));
  if (single !== undefined) {
    const url = toWebAddress(/^\s{0,20}url:\s{0,5}(\S{1,2000})/mu.exec(single)?.[1]);
    const printed = /^\s{0,20}saved date:\s{0,5}([^\n]{1,80})/mu.exec(single)?.[1] ?? '';
    const moment = readSavedDate(printed);
    const captured: Finding<string> | undefined =
      moment === undefined ? undefined : { value: moment, how: 'stated', rule: "SingleFile's comment" };
    return { url, captured };
  }
  const browser = comments.map((comment) => /saved from url=\(\d{4}\)(\S{1,2000})/u.exec(comment)?.[1]).find(Boolean);
  return { url: toWebAddress(browser), captured: undefined };
}

/** SingleFile writes JavaScript's own form: `Tue Oct 04 2016 14:30:00 GMT+0200 (Central European Summer Time)`. */
function readSavedDate(printed: string): string | undefined {
  const [, month = '', day = '', year = '', clock = '', offset = ''] =
    /^[a-z]{3} ([a-z]{3}) (\d{2}) (\d{4}) ([\d:]{8}) GMT([+-]\d{4})/iu.exec(printed) ?? [];
  return readMoment(year === '' ? printed : `${day} ${month} ${year} ${clock} ${offset}`)?.value;
}
