import slugify from '@sindresorhus/slugify';
import { sha256 } from './digest.ts';
import { toLine } from './text.ts';

const LONGEST_SLUG = 80;

/** Names that Windows refuses as a file name whatever follows them. */
const DEVICE_NAMES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/u;

/**
 * The last part of an article's address, from its headline: transliterated to `[a-z0-9-]`, at most
 * 80 characters and cut between words; where nothing is left, 12 hex digits of the headline's sha256.
 */
export function articleSlug(headline: string): string {
  const words = slugify(headline, { decamelize: false });
  const slug = words.length <= LONGEST_SLUG ? words : cutBetweenWords(words);
  if (slug === '') return sha256(headline.normalize('NFC')).slice(0, 12);
  return DEVICE_NAMES.test(slug) ? withSuffix(slug, headline) : slug;
}

/** The slug for an article whose own is taken by another: `-` and 4 hex digits of its identity's sha256. */
export function withSuffix(slug: string, identity: string): string {
  return `${slug.slice(0, LONGEST_SLUG - 5)}-${sha256(identity).slice(0, 4)}`;
}

/**
 * A tag's or thread's part of its address. It depends on the name alone: NFC lower-case letters and digits of any
 * script, spaces as hyphens; if any other sign was lost, `-` and 4 hex digits of the name's sha256,
 * so that C, C++ and C# differ. Names that differ only in case or spaces are one tag.
 */
export function tagSlug(name: string): string {
  const folded = toLine(name).toLowerCase().normalize('NFC');
  const words = folded.replace(/\s/gu, '-');
  const kept = cutToFileName(words.replace(/[^\p{L}\p{M}\p{N}-]/gu, '').replace(/^-+|-+$/gu, ''));
  if (kept === words) return kept;
  return [kept, sha256(folded).slice(0, 4)].filter((part) => part !== '').join('-');
}

/** At most 80 characters and 240 bytes: file systems take names of 255. */
function cutToFileName(words: string): string {
  const signs = Array.from(words).slice(0, LONGEST_SLUG);
  while (Buffer.byteLength(signs.join('')) > LONGEST_SLUG * 3) signs.pop();
  return signs.join('');
}

function cutBetweenWords(words: string): string {
  const head = words.slice(0, LONGEST_SLUG + 1);
  const end = head.lastIndexOf('-');
  return end > LONGEST_SLUG / 2 ? head.slice(0, end) : words.slice(0, LONGEST_SLUG);
}
