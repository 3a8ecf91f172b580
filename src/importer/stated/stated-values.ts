import { languageTag, webAddress } from '../../news/fields.ts';
import { toLine } from '../../news/text.ts';
import { absoluteAddress, WEB } from '../absolute-address.ts';
import { type StatedMoment, readMoment } from '../read-moment.ts';
import { readByline } from '../text/byline.ts';

/** Values of unknown make, from front matter or JSON, as the fields of an article. Nothing where a value says nothing. */

/** A field of front matter holds so many characters. */
const LONGEST_LINE = 2000;

/** Controls but tab and line ends, and the two signs that are no characters. */
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/gu;

/** A text whose halves of surrogate pairs became U+FFFD and whose controls are gone. */
export function toText(value: unknown): string | undefined {
  return typeof value === 'string' ? value.toWellFormed().replace(CONTROLS, '') : undefined;
}

/** How many controls a text holds. */
export function countControls(text: string): number {
  return text.match(CONTROLS)?.length ?? 0;
}

/** A text or number as one line of at most 2,000 characters. */
export function toOneLine(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : toText(value);
  const line = text === undefined ? '' : toLine(text);
  return line === '' || line.length > LONGEST_LINE ? undefined : line;
}

/** The own property of an object; nothing of what is no object, and nothing that an object inherits. */
export function propertyOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}

/** A value as a list: itself where it is one, else of this value alone; nothing is an empty list. */
export function toList(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

const WIKILINK = /^\[\[([^[\]|]{1,200})(?:\|([^[\]]{0,200}))?\]\]$/u;

/** Names of people: a text (`Ann Poe and Max Roe`), an object with a name, or a list of both; wikilinks by their page. */
export function toNames(value: unknown): string[] {
  const names = typeof value === 'string' ? splitNames(value) : toList(value).flatMap(nameOf);
  return [...new Set(names)];
}

function nameOf(value: unknown): string[] {
  const name = toOneLine(value) ?? toOneLine(propertyOf(value, 'name')) ?? toOneLine(propertyOf(value, 'literal'));
  if (name === undefined) return [];
  const page = WIKILINK.exec(name)?.[1]?.trim() ?? name;
  return page === '' ? [] : [page];
}

function splitNames(text: string): string[] {
  const line = toOneLine(text) ?? '';
  const byline = readByline(/^by\s/iu.test(line) ? line : `By ${line}`);
  // One comma between single words turns a name round: `Poe, Ann`.
  if (/^[^\s,]{1,60}, [^\s,]{1,60}$/u.test(line)) return [line];
  const parts = byline ?? line.replace(/^by\s/iu, '').split(/[;,]\s?|\s(?:and|&)\s/u);
  return parts.map((part) => part.trim()).flatMap(nameOf);
}

/** Names of topics: a text with commas, or a list of texts and of objects that have a name or label. */
export function toTags(value: unknown): string[] {
  const items = typeof value === 'string' ? value.split(',') : toList(value);
  const names = items.flatMap((item) => {
    const name =
      toOneLine(item) ?? ['name', 'label', 'literal'].map((key) => toOneLine(propertyOf(item, key))).find(Boolean);
    const plain = name?.replace(/^#(?=\S)/u, '');
    return plain === undefined ? [] : [plain];
  });
  return [...new Set(names)];
}

/** An absolute http(s) address, as written; user name and password are taken out of it. */
export function toAddress(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim() : '';
  if (!/^https?:\/\//iu.test(text) || text.length > LONGEST_LINE) return undefined;
  if (webAddress.safeParse(text).success) return text;
  const bare = absoluteAddress(text, undefined, WEB);
  return bare !== undefined && webAddress.safeParse(bare).success ? bare : undefined;
}

/** A language tag; other software writes `pt_BR` too. */
export function toLanguage(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim().replaceAll('_', '-') : '';
  return text.length < 100 && languageTag.safeParse(text).success ? text : undefined;
}

/** A date written as a text, as a date of TOML, as seconds or milliseconds since 1970, or as `20161004`. */
export function toMoment(value: unknown, lang: string | undefined): StatedMoment | undefined {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : readMoment(value.toISOString(), lang);
  if (typeof value === 'number') return readMoment(value < 1e8 ? String(value) : value, lang);
  return typeof value === 'string' ? readMoment(value, lang) : undefined;
}
