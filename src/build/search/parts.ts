import { sha256 } from '../../news/digest.ts';

/** What decides in which part of the index an article stands. */
export interface Placed {
  /** Its language without script and region: `zh`. */
  language: string;
  /** The day of its publication, `YYYY-MM-DD`. */
  day: string | undefined;
  /** Its address: what keeps articles of one day apart. */
  url: string;
  /** Words of its text, or characters where a language has no spaces. */
  words: number;
}

/** Articles of one language that are indexed together. */
export interface Part<Item> {
  language: string;
  /** Tells it from the other parts of its language: how many first bits of its articles' places agree, and which. */
  name: string;
  items: Item[];
}

/**
 * An edit costs the work of one part, and so many words take some 3 CPU seconds. A reader pays for each part two requests, and
 * one of 27 kB for each word that is looked for: so parts are as large as the time of an edit lets them be.
 */
export const WORDS_A_PART = 1_000_000;

/**
 * An article takes as long as so many words, beside its own. A word takes 3 to 6 µs in any language, and so does a
 * character of Chinese or Japanese; bytes would say less.
 */
export const WORDS_AN_ARTICLE = 200;

/** Enough for every day of the years 1 to 9999. */
const DAY_BITS = 22;
const HASH_BITS = 32;
const MILLISECONDS_A_DAY = 86_400_000;
/** Days from 1 January of the year 1 to that of 1970, and one more: 0 is for what has no date. */
const FIRST_DAY = 719_163;

/**
 * Cuts the articles of an edition into parts of at most `most` words, by language and date; each article counts as
 * `WORDS_AN_ARTICLE` more than it has, and one with more than a part may hold stands alone. A language is halved by time,
 * and a half again, until each piece is small enough; a day with more is halved by hashes of addresses. Where the cuts
 * lie thus depends on the calendar: an article that comes, goes or gets another length changes its own part, and at most
 * halves or joins it.
 */
export function toParts<Item extends Placed>(items: readonly Item[], most = WORDS_A_PART): Part<Item>[] {
  const languages = [...Map.groupBy(items, ({ language }) => language)].sort(([a], [b]) => (a < b ? -1 : 1));
  return languages.flatMap(([language, own]) => {
    const placed = own.map((item) => ({ item, place: placeOf(item) }));
    placed.sort((a, b) => (a.place + a.item.url < b.place + b.item.url ? -1 : 1));
    return halve(placed, 0, most).map(({ depth, group }) => ({
      language,
      name: `${depth}-${Number.parseInt(`0${group[0]?.place.slice(0, depth) ?? ''}`, 2).toString(36)}`,
      items: group.map(({ item }) => item),
    }));
  });
}

function halve<Item extends { place: string; item: Placed }>(
  group: Item[],
  depth: number,
  most: number,
): { depth: number; group: Item[] }[] {
  if (group.length === 0) return [];
  const words = group.reduce((sum, { item }) => sum + WORDS_AN_ARTICLE + item.words, 0);
  if (words <= most || depth === DAY_BITS + HASH_BITS) return [{ depth, group }];
  return ['0', '1'].flatMap((bit) =>
    halve(
      group.filter(({ place }) => place[depth] === bit),
      depth + 1,
      most,
    ),
  );
}

/** A point in time and among the articles of a day, as bits. */
function placeOf({ day, url }: Placed): string {
  const number = day === undefined ? 0 : Date.parse(day) / MILLISECONDS_A_DAY + FIRST_DAY;
  const hash = Number.parseInt(sha256(url).slice(0, HASH_BITS / 4), 16);
  return number.toString(2).padStart(DAY_BITS, '0') + hash.toString(2).padStart(HASH_BITS, '0');
}
