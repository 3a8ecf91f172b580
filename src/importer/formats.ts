import type { Container } from './containers/container.ts';
import { gzip } from './containers/gzip.ts';
import { jsonl } from './containers/jsonl.ts';
import { warc } from './containers/warc.ts';
import { zip } from './containers/zip.ts';
import { feed } from './feed/feed.ts';
import { savedPage } from './html/saved-page.ts';
import { webPage } from './html/web-page.ts';
import { jsonFile } from './json/json-file.ts';
import { markdownFile } from './markdown/markdown-file.ts';
import { plainText } from './text/read-text.ts';
import type { Format, Found, Unit } from './unit.ts';

/** The formats that can be imported; the first that recognises a unit reads it, and plain text is the last resort. */
const FORMATS: readonly Format[] = [savedPage, feed, webPage, jsonFile, markdownFile, plainText];

/** The formats that hold others. */
export const CONTAINERS: readonly Container[] = [gzip, zip, warc, jsonl];

/** Formats are recognised by so many of their first bytes. */
const RECOGNISED_BY = 65_536;

/** Formats with a mark of their own that no reader takes: as a plain text they would be nonsense. */
const FOREIGN: readonly { mark: RegExp; what: string }[] = [
  { mark: /^%PDF-/u, what: 'a PDF' },
  { mark: /^PK(?:\u0003\u0004|\u0005\u0006)/u, what: 'a ZIP archive or an office document' },
  { mark: /^\u001f\u008b/u, what: 'a gzip archive' },
  { mark: /^(?:\u0089PNG|\u00ff\u00d8\u00ff|GIF8[79]a|RIFF)/u, what: 'a picture or a recording' },
  { mark: /^\{\\rtf/u, what: 'a rich text document' },
  { mark: /^(?:\u00ef\u00bb\u00bf)?\s{0,100}<\?xml\s/iu, what: 'an XML file of no known kind' },
];

/** The format of a unit by its first bytes, or why none can read it. */
export function recognise(start: Uint8Array, name: string): Format | { refused: string } {
  const format = FORMATS.find(({ recognises }) => recognises(start, name));
  if (format && format !== plainText) return format;
  const signs = String.fromCharCode(...start.subarray(0, 200));
  const foreign = FOREIGN.find(({ mark }) => mark.test(signs));
  if (foreign) return { refused: `${foreign.what}, which cannot be read; save its text as a plain text file` };
  return plainText;
}

/** How many bytes a unit may have that begins so. One that no reader takes is refused by its first bytes alone. */
export function largestOf(start: Uint8Array, name: string): number {
  const format = recognise(start, name);
  return 'refused' in format ? plainText.largest : format.largest;
}

/** The articles of a unit, read by the reader of its format. Never throws on what it holds: it says why it cannot be read. */
export function readUnit(unit: Unit): Found[] | Promise<Found[]> {
  const format = recognise(unit.bytes.subarray(0, RECOGNISED_BY), unit.name);
  if ('refused' in format) return [{ ok: false, reason: format.refused }];
  if (unit.bytes.length > format.largest) return [{ ok: false, reason: tooLarge(unit.bytes.length, format.largest) }];
  return format.read(unit);
}

/** What is said of an input that is longer than can be read; both in bytes. */
export function tooLarge(size: number, largest: number): string {
  return `too large: ${(size / 1e6).toFixed(1)} MB; at most ${largest / 1e6} MB are read`;
}
