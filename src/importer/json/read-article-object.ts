import type { Found, Unit } from '../unit.ts';
import { keysOf, pickFields } from '../stated/field-names.ts';
import {
  type Exported,
  isKarakeep,
  isListEntry,
  isWallabag,
  readKarakeep,
  readWallabag,
  withoutText,
} from './json-exports.ts';
import { isNinjs, readNinjs } from './ninjs.ts';
import { leftOutNote } from '../stated/stated-fields.ts';
import { propertyOf, toOneLine } from '../stated/stated-values.ts';
import { type StatedText, toRawArticle } from '../stated/to-raw-article.ts';
import { whyUnreadable } from '../stated/why-unreadable.ts';

/** Where an object was found. */
export interface ObjectContext {
  unit: Unit;
  /** Its number, counted from 1, in the list that its unit is; nothing where it is the whole unit. */
  number?: number | undefined;
}

/** The names of an article's text in an object, by what is in it. */
const TEXT_KEYS = ['html', 'markdown', 'text'] as const;

const ID_KEYS = ['id', 'uri', 'guid'];

/**
 * Reads an object of JSON as an article: an item of IPTC's ninjs, an entry of a read-later tool's export, or an object
 * with the keys `title`, `text` (or `html`, `markdown`), `published`, `updated`, `authors`, `dateline`, `tags`, `url`,
 * `lang`, `section`, `description`, `source`. Never throws: gives the article, or why there is none.
 */
export function readArticleObject(value: unknown, { unit, number }: ObjectContext): Found {
  const own = ownId(value);
  const item = number === undefined ? (unit.item ?? own) : (own ?? String(number));
  const places = [unit.where, number === undefined ? undefined : `item ${number}`];
  const where = places.filter((place) => place !== undefined).join(', ') || undefined;
  const original = { bytes: unit.bytes, extension: 'json' };
  try {
    const read = readItem(value);
    if (!read.ok) return { ok: false, where, reason: read.reason };
    return toRawArticle(read.article, { known: unit.known, item, original, where, stated: 'in the JSON' });
  } catch (error) {
    return { ok: false, where, reason: whyUnreadable(error) };
  }
}

function readItem(value: unknown): Exported {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { ok: false, reason: 'not an article: expected an object with keys such as title, published and text' };
  }
  if (isNinjs(value)) return readNinjs(value);
  if (isWallabag(value)) return readWallabag(value);
  if (isKarakeep(value)) return readKarakeep(value);
  return readPlain(value);
}

function readPlain(value: object): Exported {
  const texts = TEXT_KEYS.filter((key) => isText(propertyOf(value, key)));
  const [as, ...unread] = texts;
  if (as === undefined && isListEntry(value)) return withoutText(propertyOf(value, 'url'));
  const { stated, others } = pickFields(value);
  if (
    as === undefined &&
    stated.title === undefined &&
    stated.description === undefined &&
    stated.sourceUrl === undefined
  ) {
    const keys = keysOf(value)
      .slice(0, 8)
      .map((key) => toOneLine(key) ?? '')
      .join(', ');
    const reason = `not an article: expected keys such as title, published and text, got ${keys === '' ? 'none' : keys}`;
    return { ok: false, reason };
  }
  const text: StatedText | undefined = as && { as, value: String(propertyOf(value, as)) };
  const left = others.filter((key) => !TEXT_KEYS.some((name) => name === key) && !ID_KEYS.includes(key));
  const notes = [...leftOutNote('Other forms of its text', unread), ...leftOutNote('Other keys', left)];
  return { ok: true, article: { stated, text, notes } };
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

function ownId(value: unknown): string | undefined {
  return ID_KEYS.map((key) => toOneLine(propertyOf(value, key))).find((id) => id !== undefined);
}
