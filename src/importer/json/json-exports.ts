import type { StatedArticle } from '../stated/to-raw-article.ts';
import type { Meaning, Stated, StatedFields } from '../stated/stated-fields.ts';
import { propertyOf, toAddress, toOneLine } from '../stated/stated-values.ts';

/** Articles in the exports of read-later tools; a refusal where an item holds none. */
export type Exported = { ok: true; article: StatedArticle } | { ok: false; reason: string };

/** What wallabag keeps where it could not fetch a page. */
const NOT_FETCHED = /^\s{0,99}(?:<p>)?\s{0,99}wallabag can[’']t retrieve contents for this article/iu;

/** Whether an object is an entry of wallabag's JSON export, version 2. */
export function isWallabag(item: unknown): boolean {
  return 'domain_name is_archived reading_time mimetype'.split(' ').filter((key) => has(item, key)).length >= 2;
}

/** Reads an entry of wallabag's export: its content is HTML. */
export function readWallabag(item: unknown): Exported {
  const content = propertyOf(item, 'content');
  const html = typeof content === 'string' && content.trim() !== '' && !NOT_FETCHED.test(content) ? content : undefined;
  if (html === undefined) return withoutText(propertyOf(item, 'url'));
  const stated = pick(item, [
    ['title', 'title'],
    ['published', 'published_at'],
    ['captured', 'created_at'],
    ['sourceUrl', 'url'],
    ['sourceName', 'domain_name'],
    ['authors', 'published_by'],
    ['lang', 'language'],
    ['tags', 'tags'],
    ['picture', 'preview_picture'],
  ]);
  return { ok: true, article: { stated, text: { as: 'html', value: html }, notes: [] } };
}

/** The bookmarks of a Karakeep export, if it is one. */
export function karakeepBookmarks(value: unknown): unknown[] | undefined {
  const bookmarks = propertyOf(value, 'bookmarks');
  return Array.isArray(bookmarks) ? bookmarks : undefined;
}

/** Whether an object is a bookmark of Karakeep. */
export function isKarakeep(item: unknown): boolean {
  return ['link', 'text', 'asset'].some((type) => propertyOf(propertyOf(item, 'content'), 'type') === type);
}

/** Reads a bookmark of Karakeep: a link whose page was kept, or a text. */
export function readKarakeep(bookmark: unknown): Exported {
  const content = propertyOf(bookmark, 'content');
  const type = propertyOf(content, 'type');
  if (type === 'asset') return { ok: false, reason: 'a picture or PDF, not an article' };
  const html = propertyOf(content, 'htmlContent');
  const text = propertyOf(content, 'text');
  const stated: StatedFields = {
    ...pick(content, [
      ['title', 'title'],
      ['description', 'description'],
      ['published', 'datePublished'],
      ['updated', 'dateModified'],
      ['sourceUrl', type === 'text' ? 'sourceUrl' : 'url'],
      ['sourceName', 'publisher'],
      ['authors', 'author'],
      ['picture', 'imageUrl'],
    ]),
    ...pick(bookmark, [
      ['captured', 'createdAt'],
      ['tags', 'tags'],
    ]),
  };
  stated.title = statedAt(bookmark, 'title') ?? stated.title;
  const notes = toOneLine(propertyOf(bookmark, 'note')) === undefined ? [] : ["The reader's own note was left out."];
  if (type !== 'text' && typeof html === 'string' && html.trim() !== '') {
    return { ok: true, article: { stated, text: { as: 'html', value: html }, notes } };
  }
  if (type === 'text' && typeof text === 'string' && text.trim() !== '') {
    return { ok: true, article: { stated, text: { as: 'markdown', value: text }, notes } };
  }
  return withoutText(propertyOf(content, 'url'));
}

/** Whether an object is an item of a list that names articles and holds none of their text: Omnivore's metadata. */
export function isListEntry(item: unknown): boolean {
  return has(item, 'url') && has(item, 'savedAt') && has(item, 'state');
}

/** The refusal of an item without text, with the address to import instead. */
export function withoutText(url: unknown): { ok: false; reason: string } {
  const address = toAddress(url);
  return { ok: false, reason: address === undefined ? 'has no text' : `has no text; import its address: ${address}` };
}

function pick(object: unknown, names: readonly (readonly [Meaning, string])[]): StatedFields {
  const stated: StatedFields = {};
  for (const [meaning, key] of names) stated[meaning] = statedAt(object, key);
  return stated;
}

function statedAt(object: unknown, key: string): Stated | undefined {
  const value = propertyOf(object, key);
  const isNothing =
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
  return isNothing ? undefined : { value, key };
}

function has(item: unknown, key: string): boolean {
  return propertyOf(item, key) !== undefined;
}
