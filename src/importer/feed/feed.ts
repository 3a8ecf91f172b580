import { toLine } from '../../news/text.ts';
import { withOwnNames } from '../stated/own-names.ts';
import type { Format, Found, Unit } from '../unit.ts';
import { cleanSigns } from './clean-signs.ts';
import { decodeFeed, decodeStart } from './decode-feed.ts';
import type { FeedReading } from './feed-item.ts';
import { readAtom } from './read-atom.ts';
import { readJsonFeed } from './read-json-feed.ts';
import { readRss } from './read-rss.ts';
import { readXml } from './read-xml.ts';
import { toFeedArticle } from './to-feed-article.ts';
import { toWebAddress } from './web-address.ts';
import { readProlog } from './xml-prolog.ts';

const ROOTS = new Set(['rss', 'rdf', 'feed', 'channel']);

/** The root of a web page that a server sent in place of the feed. */
const PAGES = new Set(['html', 'head', 'body']);
const FEED_NAME = /\.(?:atom|rdf|rss|xml)$/iu;

const JSON_FEED = /"version"\s{0,20}:\s{0,20}"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org\\?\/version\\?\//u;

/** The mark of a JSON Feed stands in so many of its first signs. */
const MARK_WITHIN = 4096;

/** A DOCTYPE with entities is looked for in so many of the first bytes; what is behind them is refused later. */
const START = 131_072;

const ENTITIES = 'its DOCTYPE declares entities, which are never read; take the DOCTYPE away and try again';
const PAGE = 'a web page and no feed: the server may have sent an error; fetch the feed again';

/**
 * RSS 0.9 to 2.0, Atom 0.3 and 1.0, JSON Feed 1: each item is an article, and the feed is kept whole. An item is
 * known by its guid or id, else by its number counted from 1.
 */
export const feed: Format = { what: 'a feed', largest: 20_000_000, recognises, read };

function recognises(start: Uint8Array, name: string): boolean {
  const text = decodeStart(start);
  if (isJson(text)) return true;
  if (!text.trimStart().startsWith('<')) return false;
  const { root, doctype, entities } = readProlog(text);
  if (root === undefined && entities) return ROOTS.has(doctype ?? '') || FEED_NAME.test(name);
  return ROOTS.has(root ?? '') || (PAGES.has(root ?? '') && FEED_NAME.test(name));
}

function isJson(text: string): boolean {
  return text.trimStart().startsWith('{') && JSON_FEED.test(text.slice(0, MARK_WITHIN));
}

function read(unit: Unit): Found[] {
  // Before anything else is done with its bytes: whoever writes such a DOCTYPE may have written gigabytes into it.
  if (readProlog(decodeStart(unit.bytes.subarray(0, START))).entities) return [refused(ENTITIES)];
  const decoded = decodeFeed(unit.bytes, unit.known.charset);
  if (!decoded.ok) return [decoded];
  const { text, removed } = cleanSigns(decoded.text);
  const url = toWebAddress(unit.known.url ?? '');
  const json = isJson(text);
  const reading = json ? readJsonFeed(text, url) : readXmlFeed(text, url);
  if (!reading.ok) return [reading];
  const notes = [...decoded.notes, ...removedNotes(removed + reading.removed)];
  const found = reading.items.map((item) => toFeedArticle(item, unit, json ? 'json' : 'xml'));
  return withNotes(withOwnNames(found, 'feed'), notes);
}

function readXmlFeed(text: string, url: string | undefined): FeedReading {
  const { root: name, entities } = readProlog(text);
  if (entities) return refused(ENTITIES);
  if (PAGES.has(name ?? '')) return refused(PAGE);
  if (!ROOTS.has(name ?? '')) {
    return refused(`no feed: ${name === undefined ? 'it has no element' : `its first element is <${toLine(name)}>`}`);
  }
  const xml = readXml(text);
  if (!xml.ok) return xml;
  const reading = name === 'feed' ? readAtom(xml.root, url) : readRss(xml.root, url);
  return reading.ok ? { ...reading, removed: xml.removed } : reading;
}

function refused(reason: string): { ok: false; reason: string } {
  return { ok: false, reason };
}

function removedNotes(removed: number): string[] {
  return removed === 0 ? [] : [`${removed} control ${removed === 1 ? 'sign' : 'signs'} removed.`];
}

/** What holds for the whole feed is said once, with its first article. */
function withNotes(found: readonly Found[], notes: readonly string[]): Found[] {
  const first = found.findIndex(({ ok }) => ok);
  return found.map((entry, index) =>
    index === first && entry.ok
      ? { ...entry, article: { ...entry.article, notes: [...notes, ...entry.article.notes] } }
      : entry,
  );
}
