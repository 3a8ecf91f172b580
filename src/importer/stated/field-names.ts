import type { Meaning, StatedFields } from './stated-fields.ts';
import { propertyOf, toAddress, toList } from './stated-values.ts';

/**
 * The names that other software gives to what we keep; the first one that says something counts. A point leads into
 * a map. Read in Hugo, PaperMod, the Astro blog template, AstroPaper, Starlight Blog, Jekyll, Eleventy, Obsidian
 * Clipper and defuddle; the dates in Hugo's order.
 */
const NAMES: readonly (readonly [Exclude<Meaning, 'tags'>, string])[] = [
  ['title', 'title headline'],
  ['description', 'description summary excerpt abstract'],
  ['published', 'publishDate pubdate published date pubDate pubDatetime datePublished published_at'],
  ['updated', 'lastmod modified updatedDate modDatetime lastUpdated updated dateModified updated_at'],
  ['captured', 'source.captured captured created'],
  ['sourceUrl', 'source source.url canonicalURL canonical canonical_url url'],
  ['sourceName', 'source source.name site domain publisher publisher.name'],
  ['authors', 'author authors params.author params.authors byline'],
  ['section', 'section'],
  ['lang', 'lang language'],
  ['picture', 'images cover.image heroImage ogImage image cover'],
  ['pictureAlt', 'image.alt cover.alt heroImage.alt ogImage.alt imageAlt image_alt heroImageAlt'],
  ['caption', 'image.caption cover.caption heroImage.caption imageCaption image_caption'],
  ['pictureCredit', 'image.credit cover.credit heroImage.credit imageCredit image_credit'],
  ['credit', 'credit'],
  ['dateline', 'dateline'],
  ['rightsHolder', 'rights.holder'],
  ['rightsNotice', 'rights.notice rights copyright'],
  ['license', 'rights.license license licence'],
];

/** Topics under all of these names are tags. */
const TAG_NAMES = ['tags', 'categories', 'category', 'keywords'];

/** Where a picture's address stands in a map. */
const ADDRESS_KEYS = ['src', 'url', 'path', 'image', 'href'];

/** What was found in an object under any of the known names, and the names of its keys that were not needed. */
export interface Picked {
  stated: StatedFields;
  others: string[];
}

/** Finds in an object what we keep. A value of a shape that its meaning cannot have (`published: false`) is passed over. */
export function pickFields(object: unknown): Picked {
  const used = new Set<string>();
  const stated: StatedFields = {};
  for (const [meaning, names] of NAMES) {
    for (const key of names.split(' ')) {
      const value = valueFor(meaning, key.split('.').reduce(propertyOf, object));
      if (value === undefined) continue;
      stated[meaning] ??= { value, key };
      if (stated[meaning].key === key || stated[meaning].value === value) used.add(topOf(key));
    }
  }
  stated.tags = pickTags(object, used);
  return { stated, others: keysOf(object).filter((key) => !used.has(key)) };
}

function pickTags(object: unknown, used: Set<string>): StatedFields['tags'] {
  const names = TAG_NAMES.filter((name) => !isNothing(propertyOf(object, name)));
  for (const name of names) used.add(name);
  const tags = names.flatMap((name) => {
    const value = propertyOf(object, name);
    return typeof value === 'string' ? value.split(',') : toList(value);
  });
  const isClipping = (tag: unknown): boolean => typeof tag === 'string' && /^#?clippings$/iu.test(tag.trim());
  const wanted = tags.filter((tag) => !isClipping(tag));
  return wanted.length > 0 ? { value: wanted, key: names.join(' and ') } : undefined;
}

/** The names of an object's own keys that hold anything. */
export function keysOf(object: unknown): string[] {
  if (typeof object !== 'object' || object === null) return [];
  return Object.keys(object).filter((key) => !isNothing(propertyOf(object, key)));
}

function valueFor(meaning: Meaning, value: unknown): unknown {
  if (isNothing(value) || typeof value === 'boolean') return undefined;
  if (meaning === 'authors') return value;
  if (meaning === 'picture') return pictureAddress(value);
  if (meaning === 'sourceUrl') return toAddress(value) === undefined ? undefined : value;
  if (meaning === 'sourceName' && toAddress(value) !== undefined) return undefined;
  return typeof value === 'object' && !(value instanceof Date) ? undefined : value;
}

function pictureAddress(value: unknown): unknown {
  const [first] = toList(value);
  if (typeof first === 'string') return first;
  return ADDRESS_KEYS.map((key) => propertyOf(first, key)).find((inner) => typeof inner === 'string');
}

function topOf(key: string): string {
  return key.split('.', 1)[0] ?? key;
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
