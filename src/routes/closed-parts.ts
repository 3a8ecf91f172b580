import { sha256 } from '../news/digest.ts';

/** A part has no more items than this, and no fewer than the least. */
export const MOST_IN_A_PART = 50;
const LEAST_IN_A_PART = 40;

/**
 * Cuts what is listed, the oldest first, into parts of forty to fifty, each given with its newest first; those at the end that
 * fill no part yet are left out. Where a part ends is seen in its items and not counted from the first: a new article leaves
 * all parts as they are, and one that goes, or comes between others, changes the part that it stands in and seldom more than a
 * few after it. `nameOf` gives what an item always has and no other.
 */
export function closedParts<Item>(oldestFirst: Iterable<Item>, nameOf: (item: Item) => string): Item[][] {
  const parts: Item[][] = [];
  let part: Item[] = [];
  for (const item of oldestFirst) {
    part.push(item);
    const isEnd = part.length >= LEAST_IN_A_PART && mayEnd(nameOf(item));
    if (!isEnd && part.length < MOST_IN_A_PART) continue;
    parts.push(part.reverse());
    part = [];
  }
  return parts;
}

/** Whether a part may end with an item: one in five may, whatever stands around it. */
function mayEnd(name: string): boolean {
  return Number.parseInt(sha256(name).slice(0, 8), 16) % 5 === 0;
}
