/**
 * A text that repeats is compared with so many of its occurrences before and after the one of the same number:
 * exact where few blocks repeat, and never quadratic where thousands do.
 */
const NEIGHBOURS = 8;

interface Link {
  from: number;
  to: number;
  before: Link | undefined;
}

/**
 * The longest run of equal texts that stand in the same order in two lists, as pairs of their places (Hunt and
 * Szymanski's method, over the places of equal texts). Takes n log n steps.
 */
export function align(from: readonly string[], to: readonly string[]): Map<number, number> {
  const places = new Map<string, number[]>();
  to.forEach((text, index) => {
    const list = places.get(text);
    if (list) list.push(index);
    else places.set(text, [index]);
  });
  const seen = new Map<string, number>();
  /** For each length, the run of that length that ends earliest in `to`. */
  const ends: Link[] = [];
  from.forEach((text, index) => {
    const number = seen.get(text) ?? 0;
    seen.set(text, number + 1);
    const near = places.get(text)?.slice(Math.max(0, number - NEIGHBOURS), number + NEIGHBOURS + 1) ?? [];
    // From the last to the first, so that no run holds the same text of `from` twice.
    for (const place of near.reverse()) {
      const length = firstNotBefore(ends, place);
      ends[length] = { from: index, to: place, before: ends[length - 1] };
    }
  });
  const pairs: [number, number][] = [];
  for (let link = ends.at(-1); link; link = link.before) pairs.push([link.from, link.to]);
  return new Map(pairs.reverse());
}

function firstNotBefore(ends: readonly Link[], place: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle]?.to ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
