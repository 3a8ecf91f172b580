import type { Kept } from './kept.ts';

/** How much a cache may hold. */
export interface Room {
  pages: number;
  /** Of all pictures together. */
  bytes: number;
}

/** What was read makes room for what is read: enough for weeks, and less than a minute of film. */
export const ROOM_FOR_READ: Room = { pages: 200, bytes: 30_000_000 };

/** What was saved stays; of very many pictures, those of the newest articles. */
export const ROOM_FOR_SAVED: Room = { pages: Infinity, bytes: 100_000_000 };

/**
 * What must go out of a cache: the pages that were fetched longest ago, the pictures of pages that are not there any
 * more, and of the others those that stand only in the oldest pages, until there is room. Gives their paths.
 */
export function excess(held: readonly Kept[], room: Room): string[] {
  const pages = held.filter(({ page }) => page).sort((a, b) => b.at - a.at);
  const pictures = new Map(held.filter(({ page }) => !page).map((picture) => [picture.path, picture.bytes]));
  const wanted = new Set(pages.slice(0, room.pages).flatMap(({ page }) => page?.pictures ?? []));
  const stay = new Set<string>();
  let bytes = 0;
  for (const path of wanted) {
    const own = pictures.get(path) ?? 0;
    if (bytes + own > room.bytes) continue;
    bytes += own;
    stay.add(path);
  }
  const out = pages.slice(room.pages).map(({ path }) => path);
  return [...out, ...[...pictures.keys()].filter((path) => !stay.has(path))];
}
