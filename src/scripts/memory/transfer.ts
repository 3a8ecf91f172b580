import { READ, type ReadArticle, SAVED, type SavedArticle } from './articles.ts';
import { isRecord } from './checks.ts';
import { type Kind, mergeEntries, type Shelf, changeEntries, readEntries, toEntries } from './shelf.ts';
import { LISTS, type VisitedList } from './visits.ts';

/** All that is kept for a reader. */
export interface Kept {
  saved: SavedArticle[];
  read: ReadArticle[];
  lists: VisitedList[];
}

/** What the files say that they are, and the version of their format. */
const FORMAT = 'tearsheet-saved';
const VERSION = 1;

/** Characters; all that can be kept is less. */
export const LONGEST_FILE = 20_000_000;

/** All that is kept of a site. */
export function readKept(shelf: Shelf): Kept {
  return { saved: readEntries(SAVED, shelf), read: readEntries(READ, shelf), lists: readEntries(LISTS, shelf) };
}

/** The text of a file with all that is kept. Its paths begin below the site, which may stand elsewhere one day. */
export function toFile({ saved, read, lists }: Kept, { pathname }: URL): string {
  const within = <Entry extends { path: string }>(entries: readonly Entry[]): Entry[] =>
    entries.map((entry) => ({ ...entry, path: entry.path.slice(pathname.length) }));
  const kept = { saved: within(saved), read: within(read), lists: within(lists) };
  return `${JSON.stringify({ format: FORMAT, version: VERSION, ...kept }, undefined, 1)}\n`;
}

/**
 * What a file of this kind holds; nothing where it is none. What of it is no proper entry is passed over, and a moment
 * later than `now` (as `Date.toISOString` writes it) is taken for now, so that nothing stands first for ever.
 */
export function fromFile(text: string, site: URL, now: string): Kept | undefined {
  let file: unknown;
  try {
    file = text.length > LONGEST_FILE ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(file) || file['format'] !== FORMAT || file['version'] !== VERSION) return undefined;
  const past = <Moment extends string | undefined>(moment: Moment): Moment | string =>
    moment !== undefined && moment > now ? now : moment;
  const today = now.slice(0, 10);
  return {
    saved: toEntries(SAVED, file['saved'], site).map((entry) => ({ ...entry, saved: past(entry.saved) })),
    read: toEntries(READ, file['read'], site).map((entry) => ({
      ...entry,
      last: past(entry.last),
      read: past(entry.read),
    })),
    lists: toEntries(LISTS, file['lists'], site).map((entry) => (entry.day > today ? { ...entry, day: today } : entry)),
  };
}

/** Two readers' things as one's; the same whichever comes first. */
export function mergeKept(one: Kept, other: Kept): Kept {
  return {
    saved: mergeEntries(SAVED, one.saved, other.saved),
    read: mergeEntries(READ, one.read, other.read),
    lists: mergeEntries(LISTS, one.lists, other.lists),
  };
}

/** Adds to what is kept; says how many entries are other than before, or nothing where there was no room for all. */
export function takeIn(shelf: Shelf, { saved, read, lists }: Kept): number | undefined {
  const counts = [add(SAVED, shelf, saved), add(READ, shelf, read), add(LISTS, shelf, lists)];
  let sum = 0;
  for (const count of counts) {
    if (count === undefined) return undefined;
    sum += count;
  }
  return sum;
}

function add<Entry extends { path: string }>(kind: Kind<Entry>, shelf: Shelf, others: Entry[]): number | undefined {
  const before = new Set(readEntries(kind, shelf).map((entry) => JSON.stringify(entry)));
  const isKept = changeEntries(kind, shelf, (entries) => mergeEntries(kind, entries, others));
  if (!isKept) return undefined;
  return readEntries(kind, shelf).filter((entry) => !before.has(JSON.stringify(entry))).length;
}
