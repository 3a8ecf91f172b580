import { sha256 } from '../../news/digest.ts';

/** What decides in which part of the index an article stands. */
export interface Placed {
  /** Its language without script and region: `zh`. */
  language: string;
  /** The day of its publication, `YYYY-MM-DD`. */
  day: string | undefined;
  /** Its address: what keeps articles of one day apart. */
  url: string;
}

/** Articles of one language that are indexed together. */
export interface Part<Item> {
  language: string;
  /** Tells it from the other parts of its language: how many first bits of its articles' places agree, and which. */
  name: string;
  items: Item[];
}

/** An edit costs the work of one part, and a reader's first search some requests for each part. */
export const ARTICLES_A_PART = 2000;

/** Enough for every day of the years 1 to 9999. */
const DAY_BITS = 22;
const HASH_BITS = 32;
const MILLISECONDS_A_DAY = 86_400_000;
/** Days from 1 January of the year 1 to that of 1970, and one more: 0 is for what has no date. */
const FIRST_DAY = 719_163;

/**
 * Cuts the articles of an edition into parts of at most `most`, by language and date. A language is halved by time, and
 * a half again, until each piece is small enough; a day with more is halved by hashes of addresses. Where the cuts lie
 * thus depends on the calendar: an article that comes or goes changes its own part, and at most halves or joins it.
 */
export function toParts<Item extends Placed>(items: readonly Item[], most = ARTICLES_A_PART): Part<Item>[] {
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

function halve<Item extends { place: string }>(
  group: Item[],
  depth: number,
  most: number,
): { depth: number; group: Item[] }[] {
  if (group.length <= most || depth === DAY_BITS + HASH_BITS) return group.length === 0 ? [] : [{ depth, group }];
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
