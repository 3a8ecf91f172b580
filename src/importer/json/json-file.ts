import { withOwnNames } from '../stated/own-names.ts';
import type { Format, Found, Unit } from '../unit.ts';
import { decodeJson } from './decode-json.ts';
import { karakeepBookmarks } from './json-exports.ts';
import { readArticleObject } from './read-article-object.ts';
import { propertyOf, toOneLine } from '../stated/stated-values.ts';

/** What a feed in JSON says of itself (https://www.jsonfeed.org/version/1.1/); another reader's format. */
const JSON_FEED = /"version"\s{0,20}:\s{0,20}"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org\\?\//iu;

/** An object, or a list of objects or of nothing. A text may begin with a bracket too. */
const START = /^\ufeff?\s{0,1000}(?:\{\s{0,1000}(?:"|\}|$)|\[\s{0,1000}(?:[{[\]]|$))/u;
const ANY_START = /^\ufeff?\s{0,1000}[{[]/u;

/** One article or a list of them in JSON: ninjs, exports of read-later tools, or objects with keys such as ours. */
export const jsonFile: Format = {
  what: 'a JSON file',
  largest: 100_000_000,
  recognises: (start, name) => {
    // Markdown may begin with front matter in JSON, or with a link.
    if (/\.(?:md|markdown|mdx)$/iu.test(name)) return false;
    const text = beginning(start);
    const pattern = /\.(?:json|jsonl|ndjson)$/iu.test(name) ? ANY_START : START;
    return pattern.test(text) && !JSON_FEED.test(text);
  },
  read: readJson,
};

function readJson(unit: Unit): Found[] {
  const decoded = decodeJson(unit.bytes);
  if (!decoded.ok) return [{ ok: false, where: unit.where, reason: decoded.reason }];
  const { value } = decoded;
  const list = Array.isArray(value) ? value : karakeepBookmarks(value);
  if (list === undefined) {
    if (/jsonfeed\.org/u.test(toOneLine(propertyOf(value, 'version')) ?? '')) {
      return [{ ok: false, where: unit.where, reason: 'a JSON Feed whose "version" does not stand at its beginning' }];
    }
    return [readArticleObject(value, { unit })];
  }
  if (list.length === 0) return [{ ok: false, where: unit.where, reason: 'an empty list' }];
  const found = list.map((item: unknown, index) => readArticleObject(item, { unit, number: index + 1 }));
  return withOwnNames(found, 'list');
}

function beginning(start: Uint8Array): string {
  const [first, second] = start;
  const even = start.subarray(0, start.length - (start.length % 2));
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(even);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(even);
  return new TextDecoder().decode(start);
}
