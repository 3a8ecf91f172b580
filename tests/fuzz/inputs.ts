import { brotliCompressSync, gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { type Packed, packZip } from '../unit/importer/containers/packing.ts';
import { type Change, changes } from './change.ts';
import { damage, damages } from './change-bytes.ts';
import { changeJson, type Json } from './change-json.ts';
import { changeMarkup } from './change-markup.ts';
import { changeText } from './change-text.ts';
import { hostileValue } from './hostile-values.ts';
import * as json from './json-samples.ts';
import * as samples from './samples.ts';

/** A file as it lies on an editor's desk. */
export class Input {
  readonly name: string;
  readonly bytes: Uint8Array;

  constructor(name: string, bytes: Uint8Array) {
    this.name = name;
    this.bytes = bytes;
  }

  /** As it is printed where a run fails: enough to put the very file together again. */
  [fc.toStringMethod](): string {
    const text = Buffer.from(this.bytes).toString();
    const isText = Buffer.from(text).equals(this.bytes);
    return `${this.name}: ${isText ? JSON.stringify(text) : `base64 ${Buffer.from(this.bytes).toString('base64')}`}`;
  }
}

const ELEMENTS = ['p', 'p', 'p', 'li', 'blockquote', 'b', 'a', 'pre', 'td', 'code'];

function inElement(value: string, index: number): string {
  const element = ELEMENTS[(value.length + index) % ELEMENTS.length] ?? 'p';
  return `<${element}>${value.replace(/&/gu, '&amp;').replace(/</gu, '&lt;')}</${element}>`;
}

/** A sample that was changed, still as a text. */
function textOf(texts: readonly string[], change: (text: string, steps: Change[]) => string): fc.Arbitrary<string> {
  return fc.tuple(fc.constantFrom(...texts), changes).map(([text, steps]) => change(text, steps));
}

/** Nothing but paragraphs that nobody expects. */
const dense = fc.array(hostileValue, { minLength: 2, maxLength: 10, size: 'max' });

const text = fc.oneof(
  { weight: 3, arbitrary: textOf(samples.TEXTS, changeText) },
  { weight: 1, arbitrary: dense.map((paragraphs) => paragraphs.join('\n\n')) },
);
const page = fc.oneof(
  { weight: 4, arbitrary: textOf(samples.PAGES, (markup, steps) => changeMarkup(markup, steps, true)) },
  {
    weight: 1,
    arbitrary: dense.map((all) => `<html><title>Ferry</title><body><h1>Ferry</h1>${all.map(inElement).join('')}`),
  },
);
const xml = (texts: readonly string[]): fc.Arbitrary<string> =>
  textOf(texts, (markup, steps) => changeMarkup(markup, steps, false));
const jsonOf = (values: readonly Json[]): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom(...values), changes).map(([value, steps]) => JSON.stringify(changeJson(value, steps)));
const plainJson = fc.oneof(
  { weight: 4, arbitrary: jsonOf(json.GENERIC) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(hostileValue, dense, fc.constantFrom('text', 'html', 'markdown'))
      .map(([title, all, key]) => JSON.stringify({ title, [key]: all.join(key === 'html' ? '<p>' : '\n\n') })),
  },
);
const lines = fc
  .array(jsonOf([...json.GENERIC.filter((value) => !Array.isArray(value)), ...json.NINJS]), {
    minLength: 1,
    maxLength: 4,
  })
  .map((all) => all.join('\n'));

const ENCODINGS: readonly ((text: string) => Uint8Array)[] = [
  (given) => Buffer.from(given),
  (given) => Buffer.from(`\ufeff${given}`),
  (given) => Buffer.from(`\ufeff${given}`, 'utf16le'),
  (given) => Buffer.from(`\ufeff${given}`, 'utf16le').swap16(),
  (given) => Buffer.from(given, 'latin1'),
  (given) => Buffer.from(given.replace(/\n/gu, '\r\n')),
];
const encoding = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.nat(ENCODINGS.length - 1) },
);

function encoded(texts: fc.Arbitrary<string>): fc.Arbitrary<Uint8Array> {
  return fc.tuple(texts, encoding).map(([given, index]) => ENCODINGS[index]?.(given) ?? Buffer.from(given));
}

const utf8 = (texts: fc.Arbitrary<string>): fc.Arbitrary<Uint8Array> => texts.map((given) => Buffer.from(given));

const markdown = fc.oneof(
  { weight: 4, arbitrary: textOf(samples.MARKDOWN, changeText) },
  { weight: 1, arbitrary: dense.map((paragraphs) => `---\ntitle: Ferry\n---\n\n${paragraphs.join('\n\n')}\n`) },
);
const other = fc.oneof(utf8(text), utf8(page), utf8(xml(samples.RSS)), utf8(markdown), utf8(jsonOf(json.GENERIC)));

const mhtml = fc.tuple(page, changes, fc.boolean()).map(([html, steps, isBase64]) => {
  const coding = isBase64 ? 'base64' : '8bit';
  const head = `From: <Saved by Blink>\nSnapshot-Content-Location: https://gazette.example/ferry\nSubject: Ferry Runs\nDate: Thu, 3 Mar 2016 08:15:30 -0000\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html";\n\tboundary="--part"\n\n----part\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: ${coding}\nContent-Location: https://gazette.example/ferry\n`;
  // Most saved pages have headers that are whole.
  const headers = changeText(head, steps.slice(9));
  const body = isBase64 ? Buffer.from(html).toString('base64') : html;
  return Buffer.from(`${headers}\n${body}\n----part--\n`.replace(/\r?\n/gu, '\r\n'));
});

const warc = fc
  .array(fc.tuple(page, changes, fc.constantFrom('', 'gzip', 'br', 'chunked', 'nothing')), {
    minLength: 1,
    maxLength: 3,
  })
  .map((pages) => Buffer.concat(pages.map(([html, steps, coding], index) => warcRecord(html, steps, coding, index))));

function warcRecord(html: string, steps: Change[], coding: string, index: number): Buffer {
  const plain = Buffer.from(html);
  const chunked = Buffer.concat([Buffer.from(`${plain.length.toString(16)}\r\n`), plain, Buffer.from('\r\n0\r\n\r\n')]);
  const bodies = new Map<string, Buffer>([
    ['gzip', gzipSync(plain)],
    ['br', brotliCompressSync(plain)],
    ['chunked', chunked],
  ]);
  const name = coding === 'chunked' ? 'Transfer-Encoding' : 'Content-Encoding';
  const said = coding === '' ? '' : `\n${name}: ${coding}`;
  const http = changeText(`HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8${said}`, steps.slice(9));
  const block = Buffer.concat([Buffer.from(`${http}\n\n`.replace(/\n/gu, '\r\n')), bodies.get(coding) ?? plain]);
  const head = `WARC/1.1\nWARC-Type: response\nWARC-Target-URI: https://gazette.example/${index}\nWARC-Date: 2016-03-03T08:15:30Z\nContent-Length: ${block.length}`;
  const headers = changeText(head, steps.slice(9));
  return Buffer.concat([Buffer.from(`${headers}\n\n`.replace(/\n/gu, '\r\n')), block, Buffer.from('\r\n\r\n')]);
}

const entryName = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('a.txt', 'news/b.html', 'c.md', 'd.json', 'e.xml', 'f.jsonl', 'g_files/h.html'),
  },
  { weight: 1, arbitrary: hostileValue.map((name) => name.slice(0, 200)) },
);
const zip = fc
  .array(
    fc.record<Packed>({
      name: entryName,
      content: other,
      method: fc.constantFrom(8, 0, 8, 8, 99),
      flags: fc.constantFrom(0, 0, 0, 0, 1),
      mode: fc.constantFrom(0, 0, 0o100644, 0o120777, 0o020666),
    }),
    { maxLength: 4 },
  )
  .map((entries) => packZip(entries));

const gzip = fc.tuple(fc.oneof(other, warc, utf8(lines)), fc.boolean()).map(([bytes, isTwice]) => {
  const packed = gzipSync(bytes);
  return isTwice ? Buffer.concat([packed, gzipSync(bytes)]) : packed;
});

/** Each format with the ending of its files. */
const FORMATS: Readonly<Record<string, { ending: string; bytes: fc.Arbitrary<Uint8Array> }>> = {
  text: { ending: 'txt', bytes: encoded(text) },
  page: { ending: 'html', bytes: encoded(page) },
  mhtml: { ending: 'mhtml', bytes: mhtml },
  rss: { ending: 'xml', bytes: encoded(xml(samples.RSS)) },
  atom: { ending: 'atom', bytes: encoded(xml(samples.ATOM)) },
  'json-feed': { ending: 'json', bytes: encoded(jsonOf(json.JSON_FEEDS)) },
  markdown: { ending: 'md', bytes: encoded(markdown) },
  ninjs: { ending: 'json', bytes: encoded(jsonOf(json.NINJS)) },
  wallabag: { ending: 'json', bytes: encoded(jsonOf(json.WALLABAG)) },
  karakeep: { ending: 'json', bytes: encoded(jsonOf(json.KARAKEEP)) },
  json: { ending: 'json', bytes: encoded(plainJson) },
  jsonl: { ending: 'jsonl', bytes: encoded(lines) },
  warc: { ending: 'warc', bytes: warc },
  zip: { ending: 'zip', bytes: zip },
  gzip: { ending: 'gz', bytes: gzip },
};

/** The names of all formats that are fuzzed. */
export const FORMAT_NAMES: readonly string[] = Object.keys(FORMATS);

/** Files of a format: a sample with changes in its structure and values, and some with damage to their bytes. */
export function inputsOf(format: string): fc.Arbitrary<Input> {
  const { ending, bytes } = FORMATS[format] ?? { ending: 'bin', bytes: fc.uint8Array() };
  const name = fc.oneof(
    { weight: 15, arbitrary: fc.constant(`a.${ending}`) },
    { weight: 1, arbitrary: fc.constantFrom('a', 'a.txt', 'a.html', 'a.md', 'a.json', 'a.xml') },
  );
  // Without a bias to short lists: a sample that was hardly changed finds nothing.
  const parts = fc.noBias(fc.tuple(name, bytes, damages, other));
  return parts.map(([called, whole, damaging, part]) => new Input(called, damage(whole, damaging, part)));
}
