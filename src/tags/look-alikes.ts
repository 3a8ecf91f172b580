import slugify from '@sindresorhus/slugify';
import leven from 'leven';
import { tagSlug } from '../news/slug.ts';

/** A tag of the archive, or of the authority file, as it is compared with others. */
export interface KnownTag {
  name: string;
  /** All that it is written as: in articles, and its other names in the authority file. */
  names: readonly string[];
  articles: number;
  neverSameAs: readonly string[];
}

/** Why two tags may be one. */
export type Likeness = 'signs or accents' | 'transliteration' | 'plural' | 'initials' | 'spelling';

/** Two tags that may be one; the rarer first. `by`: the names of each that are alike. */
export interface LookAlike {
  pair: [KnownTag, KnownTag];
  by: [string, string];
  likeness: Likeness;
}

/** From so many letters on a name may differ from another by one letter, and by two, and still be a slip. */
const LENGTHS = { one: 5, two: 10 };

/**
 * The pairs of tags that may be one, each pair once under the strongest sign, in the order of their names. Nothing is
 * decided here: `neverSameAs` of either tag keeps a pair off the list.
 */
export function lookAlikes(tags: readonly KnownTag[]): LookAlike[] {
  const found = new Map<string, LookAlike>();
  const forms = tags.flatMap((tag, index) => [...new Set(tag.names)].map((name) => ({ tag, index, name })));
  for (const [likeness, keysOf] of TESTS) {
    const groups = new Map<string, typeof forms>();
    for (const form of forms) {
      for (const key of new Set(keysOf(form.name))) {
        const group = groups.get(key);
        if (group) group.push(form);
        else groups.set(key, [form]);
      }
    }
    for (const group of groups.values()) {
      for (const [at, a] of group.entries()) {
        for (const b of group.slice(at + 1)) {
          const id = `${Math.min(a.index, b.index)} ${Math.max(a.index, b.index)}`;
          if (a.tag === b.tag || found.has(id) || areApart(a.tag, b.tag) || !isLike(likeness, a.name, b.name)) continue;
          const [x, y] = a.tag.articles <= b.tag.articles ? [a, b] : [b, a];
          found.set(id, { pair: [x.tag, y.tag], by: [x.name, y.name], likeness });
        }
      }
    }
  }
  return [...found.values()].sort(
    ({ pair: [a, b] }, { pair: [c, d] }) => compare(b.name, d.name) || compare(a.name, c.name),
  );
}

/** The tests from the strongest sign to the weakest: names with a key in common are alike, or worth a closer look. */
const TESTS: [Likeness, (name: string) => string[]][] = [
  ['signs or accents', (name) => filled(withoutSigns(name))],
  ['transliteration', (name) => filled(slugify(name, { decamelize: false }).replace(/-/gu, ''))],
  ['plural', (name) => filled(singular(withoutAccents(name)))],
  ['initials', (name) => filled(initials(name))],
  ['spelling', (name) => slips(withoutSigns(name))],
];

function isLike(likeness: Likeness, a: string, b: string): boolean {
  if (likeness === 'initials') return isInitials(a) !== isInitials(b);
  if (likeness === 'signs or accents' || likeness === 'transliteration') return !differInSign(a, b);
  if (likeness !== 'spelling') return true;
  // What differs in a number is another year, or another flight.
  if (digits(a) !== digits(b)) return false;
  const [x, y] = [withoutSigns(a), withoutSigns(b)];
  return leven(x, y) <= (Math.min(x.length, y.length) >= LENGTHS.two ? 2 : 1);
}

/** C, C++ and C# are three: their signs are a part of the name, and no punctuation. */
function differInSign(a: string, b: string): boolean {
  const own = (name: string): string => name.replace(/[^+#%]/gu, '');
  return own(a) !== own(b);
}

function areApart(a: KnownTag, b: KnownTag): boolean {
  const denies = (x: KnownTag, y: KnownTag): boolean => {
    const names = new Set([y.name, ...y.names].map(tagSlug));
    return x.neverSameAs.some((name) => names.has(tagSlug(name)));
  };
  return denies(a, b) || denies(b, a);
}

function withoutAccents(name: string): string {
  // Only the marks of Latin, Greek and Cyrillic: those of other scripts are vowels.
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/gu, '')
    .normalize('NFC')
    .toLowerCase();
}

function withoutSigns(name: string): string {
  return withoutAccents(name).replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/** The last word without an English plural's ending; names of three letters and fewer stay. */
function singular(name: string): string {
  return name
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/(?<=\p{L}{3})ies$/u, 'y')
    .replace(/(?<=\p{L}{2}(?:s|x|z|ch|sh))es$/u, '')
    .replace(/(?<=\p{L}{2}[^su])s$/u, '');
}

/** `UN` of United Nations and of U.N.; nothing of a single word that is no such name. */
function initials(name: string): string {
  if (isInitials(name)) return name.replace(/\./gu, '');
  const capitals = name.split(/[\s-]+/u).flatMap((word) => /^\p{Lu}/u.exec(word) ?? []);
  return capitals.length < 2 ? '' : capitals.join('');
}

function isInitials(name: string): boolean {
  return /^(?:\p{Lu}\.?){2,6}$/u.test(name);
}

/** A name and what is left of it without each one letter, or two: names with a slip between them share one of these. */
function slips(name: string): string[] {
  if (name.length < LENGTHS.one) return [];
  const without = (text: string): string[] => Array.from(text, (_, at) => text.slice(0, at) + text.slice(at + 1));
  const once = without(name);
  return [name, ...once, ...(name.length < LENGTHS.two || name.length > 40 ? [] : once.flatMap(without))];
}

function digits(name: string): string {
  return name.replace(/\P{N}/gu, '');
}

function filled(key: string): string[] {
  return key === '' ? [] : [key];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
