import { type Word, wordsIn } from './read-words.ts';

/** A name that stands in an article. */
export interface Hit<Meaning> {
  meaning: Meaning;
  /** The name's words in the article's: from the first up to, and without, the end. */
  start: number;
  end: number;
}

interface Entry<Meaning> {
  keys: readonly string[];
  meaning: Meaning;
  isAllCapitals: boolean;
}

/** The names that begin with one word: that word alone, and longer ones by their second word, the longest first. */
interface Names<Meaning> {
  alone: Entry<Meaning>[];
  bySecond: Map<string, Entry<Meaning>[]>;
}

/** Longer names are none: nobody writes a tag of so many words. */
const MOST_WORDS = 24;

/** Words of up to so many letters are names only where they are all capitals: `EC`, `un`. */
const SHORT = 2;

/**
 * Names and what they mean, found in the words of an article as whole words whatever their case, at each place the
 * longest. A name that is written in capitals (`WHO`), or of two letters, counts only where the article has capitals too.
 */
export class NameIndex<Meaning> {
  readonly #byFirst = new Map<string, Names<Meaning>>();

  /** Adds a name; one that is there already keeps its first meaning. Gives whether it was new. */
  add(name: string, meaning: Meaning): boolean {
    const words = wordsIn(name);
    const keys = words.map(({ key }) => key);
    const [first, second] = keys;
    if (first === undefined || keys.length > MOST_WORDS) return false;
    const names = this.#byFirst.get(first) ?? { alone: [], bySecond: new Map<string, Entry<Meaning>[]>() };
    this.#byFirst.set(first, names);
    const same = second === undefined ? names.alone : (names.bySecond.get(second) ?? []);
    if (same.some((entry) => isAt(entry.keys, keys, 0) && entry.keys.length === keys.length)) return false;
    const isShort = keys.join('').length <= SHORT && keys.every((key) => key !== key.toUpperCase());
    const isAllCapitals = isShort || (words.every((word) => word.isAllCapitals) && keys.join('').length > 1);
    same.push({ keys, meaning, isAllCapitals });
    same.sort((a, b) => b.keys.length - a.keys.length);
    if (second !== undefined) names.bySecond.set(second, same);
    return true;
  }

  /** All names in an article's words, in their order; none begins inside another. */
  find(words: readonly Word[]): Hit<Meaning>[] {
    const hits: Hit<Meaning>[] = [];
    const keys = words.map(({ key }) => key);
    for (let start = 0; start < keys.length; start += 1) {
      // At nearly every word no name begins.
      const names = this.#byFirst.get(keys[start] ?? '');
      const found = names && findAt(names, words, keys, start);
      if (!found) continue;
      const end = start + found.keys.length;
      hits.push({ meaning: found.meaning, start, end });
      start = end - 1;
    }
    return hits;
  }
}

/** The longest name that begins at a word. */
function findAt<Meaning>(
  { alone, bySecond }: Names<Meaning>,
  words: readonly Word[],
  keys: readonly string[],
  start: number,
): Entry<Meaning> | undefined {
  const isHere = (entry: Entry<Meaning>): boolean => isAt(entry.keys, keys, start) && isWritten(entry, words, start);
  return bySecond.get(keys[start + 1] ?? '')?.find(isHere) ?? alone.find(isHere);
}

function isAt(name: readonly string[], keys: readonly string[], start: number): boolean {
  for (let index = 0; index < name.length; index += 1) if (name[index] !== keys[start + index]) return false;
  return true;
}

/** Whether the words stand together in one paragraph, and in capitals where the name is. */
function isWritten<Meaning>({ keys, isAllCapitals }: Entry<Meaning>, words: readonly Word[], start: number): boolean {
  const end = start + keys.length;
  for (let at = start; at < end; at += 1) {
    const word = words[at];
    if (!word || (at > start && !isJoint(word.gap)) || (isAllCapitals && !word.isAllCapitals)) return false;
  }
  return !isInInitials(words, start) && !isInInitials(words, end);
}

/** Whether the letters before and at a place are of one row of initials, as in `U.N.E.P.` */
function isInInitials(words: readonly Word[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  return before?.text.length === 1 && word?.text.length === 1 && word.gap === '.';
}

/** Whether what stands between two words leaves them one name: a space, a hyphen, a stop after an initial, nothing. */
function isJoint(gap: string): boolean {
  return gap.length <= 2 && /^(?:\.? ?|[-–’'&·‐/]| ?& ?)$/u.test(gap);
}
