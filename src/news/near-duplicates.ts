import { daysBetween, dayOf, type NewsDate } from './dates.ts';
import { wordsOf } from './words.ts';

/**
 * The shingles of a text: the hashes of each four words that follow one another, every one once, in ascending order.
 * Two texts are as alike as the shares of these that they have in common (Broder 1997, resemblance and containment).
 */
export type Shingles = Uint32Array;

/** Two articles that share at least this are the same text to a reader, or versions of one. */
const DUPLICATE = { resemblance: 0.8, containment: 0.9 };
const VERSION = { resemblance: 0.5, containment: 0.6 };

/** Days. Stories made from one template come weeks apart and are neither. */
const CLOSE = 14;

/** So many words make a shingle. */
const WORDS = 4;

/**
 * A text's sketch: so many of its smallest hashes (bottom-k), by which texts of like length are found, and of all others
 * each that the sample divides, by which a short text is found inside a long one.
 */
const SKETCH = 32;
const SAMPLE = 16;

/** So many hashes in common make two texts worth comparing. */
const SHARED = 3;

/** Of a text with fewer shingles nearly all is contained in many others by chance. */
const FEWEST_CONTAINED = 16;

export type Likeness = 'duplicate' | 'version';

/** The shingles of a text. Case, punctuation and markup make no difference where they are no words. */
export function shinglesOf(text: string): Shingles {
  const hashes = wordsOf(text.normalize('NFKC').toLowerCase()).map(hashOf);
  const found = new Set<number>();
  const last = Math.max(0, hashes.length - WORDS);
  for (let start = 0; start <= last && hashes.length > 0; start += 1) {
    let hash = 0;
    for (let next = start; next < start + WORDS; next += 1) hash = mix(Math.imul(hash, 31) ^ (hashes[next] ?? 0));
    found.add(hash >>> 0);
  }
  return Uint32Array.from(found).sort();
}

/** What two texts are to each other; `days` is how far apart they were published, if both are dated. */
export function likeness(one: Shingles, other: Shingles, days: number | undefined): Likeness | undefined {
  const common = countCommon(one, other);
  const smaller = Math.min(one.length, other.length);
  if (common === 0) return undefined;
  const resemblance = common / (one.length + other.length - common);
  if (days !== undefined && days > CLOSE) return resemblance === 1 ? 'duplicate' : undefined;
  const containment = smaller < FEWEST_CONTAINED ? 0 : common / smaller;
  if (resemblance >= DUPLICATE.resemblance || containment >= DUPLICATE.containment) return 'duplicate';
  return resemblance >= VERSION.resemblance || containment >= VERSION.containment ? 'version' : undefined;
}

/** How many days lie between two articles; nothing where one is undated. */
export function daysApart(one: NewsDate | undefined, other: NewsDate | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : Math.abs(daysBetween(dayOf(one), dayOf(other)));
}

/** A hash and the number of a text in one double: 32 and 21 of its 53 bits. */
const NUMBERS = 2 ** 21;

/**
 * The pairs worth comparing among many texts, each as the numbers of the earlier and the later. Of those before it that share
 * a hash a text is paired with the last `most`: many copies of one cost no more. Takes up to two million texts.
 */
export function likelyPairs(texts: readonly Shingles[], most: number): [earlier: number, later: number][] {
  const sketches = texts.map(sketchOf);
  // Sorted, each hash's texts stand side by side.
  const entries = new Float64Array(sketches.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  sketches.forEach((hashes, number) => {
    for (const hash of hashes) entries[end++] = hash * NUMBERS + number;
  });
  entries.sort();
  // Each text has its row in one table.
  const places = new Uint32Array(2 * entries.length);
  let row = 0;
  const before = sketches.map(({ length }) => places.subarray(row, (row += 2 * length)));
  const filled = new Uint32Array(texts.length);
  for (let start = 0, at = 0; at < entries.length; at += 1) {
    const [first, entry] = [entries[start] ?? 0, entries[at] ?? 0];
    if (entry >= first - (first % NUMBERS) + NUMBERS) start = at;
    // Where those before it stand. Most hashes are those of one text.
    if (at > start) {
      const number = entry % NUMBERS;
      const next = filled[number] ?? 0;
      before[number]?.set([Math.max(start, at - most), at], next);
      filled[number] = next + 2;
    }
  }
  const counts = new Uint32Array(texts.length);
  return before.flatMap((ranges, later): [number, number][] => {
    const found: number[] = [];
    for (let range = 0; range < (filled[later] ?? 0); range += 2) {
      for (let at = ranges[range] ?? 0; at < (ranges[range + 1] ?? 0); at += 1) {
        const earlier = (entries[at] ?? 0) % NUMBERS;
        const count = counts[earlier] ?? 0;
        if (count === 0) found.push(earlier);
        counts[earlier] = count + 1;
      }
    }
    const enough = Math.min(SHARED, texts[later]?.length ?? 0);
    const pairs = found.filter((earlier) => (counts[earlier] ?? 0) >= enough);
    for (const earlier of found) counts[earlier] = 0;
    return pairs.map((earlier) => [earlier, later]);
  });
}

/** Finds the few texts of an archive that may be nearly the same as a given one, without comparing it with all. */
export class SketchIndex<Key extends string | number> {
  /** Most hashes are those of one text: a list for each would take more than all the rest. */
  readonly #byHash = new Map<number, Key | Key[]>();

  add(key: Key, shingles: Shingles): void {
    for (const hash of sketchOf(shingles)) this.#byHash.set(hash | 0, joined(this.#byHash.get(hash | 0), key));
  }

  remove(key: Key, shingles: Shingles): void {
    for (const hash of sketchOf(shingles)) {
      const keys = toList(this.#byHash.get(hash | 0)).filter((other) => other !== key);
      if (keys.length > 0) this.#byHash.set(hash | 0, keys);
      else this.#byHash.delete(hash | 0);
    }
  }

  /** The texts worth comparing with this one, in the order in which they were added. */
  candidates(shingles: Shingles): Key[] {
    const shared = new Map<Key, number>();
    for (const hash of sketchOf(shingles)) {
      for (const key of toList(this.#byHash.get(hash | 0))) shared.set(key, (shared.get(key) ?? 0) + 1);
    }
    const enough = Math.min(SHARED, shingles.length);
    return [...shared].filter(([, count]) => count >= enough).map(([key]) => key);
  }
}

function toList<Key>(keys: Key | Key[] | undefined): Key[] {
  if (keys === undefined) return [];
  return Array.isArray(keys) ? keys : [keys];
}

function joined<Key>(present: Key | Key[] | undefined, key: Key): Key | Key[] {
  if (present === undefined) return key;
  if (!Array.isArray(present)) return [present, key];
  present.push(key);
  return present;
}

function sketchOf(shingles: Shingles): Shingles {
  let length = Math.min(SKETCH, shingles.length);
  for (let at = length; at < shingles.length; at += 1) if ((shingles[at] ?? 0) % SAMPLE === 0) length += 1;
  const sketch = new Uint32Array(length);
  sketch.set(shingles.subarray(0, SKETCH));
  for (let at = SKETCH, next = SKETCH; next < length; at += 1) {
    const hash = shingles[at] ?? 0;
    if (hash % SAMPLE === 0) sketch[next++] = hash;
  }
  return sketch;
}

function countCommon(one: Shingles, other: Shingles): number {
  let common = 0;
  for (let a = 0, b = 0; a < one.length && b < other.length;) {
    const left = one[a] ?? 0;
    const right = other[b] ?? 0;
    if (left === right) common += 1;
    if (left <= right) a += 1;
    if (right <= left) b += 1;
  }
  return common;
}

/** FNV-1a over the sign units of a word, then mixed. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index += 1) hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  return mix(hash);
}

/** The finish of MurmurHash3: every bit of the hash depends on all bits given. */
function mix(value: number): number {
  const first = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return second ^ (second >>> 16);
}
