import { isElsewhere } from './addresses.ts';
import { isRecord } from './checks.ts';

/** The place where a browser keeps things, and the site that keeps them there. */
export interface Shelf {
  store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** The address of the front. */
  site: URL;
}

/** What is kept under one key: a list of entries, each with a path of its own. */
export interface Kind<Entry extends { path: string }> {
  key: 'read' | 'saved' | 'lists';
  /** An entry made from what was found in its place, which may be anything; nothing for what is none. */
  toEntry: (value: unknown, site: URL) => Entry | undefined;
  /** One made of two of the same path, the same whichever comes first. */
  join: (one: Entry, other: Entry) => Entry;
  /** Orders entries: the greatest text comes first. */
  rank: (entry: Entry) => string;
  most: number;
  /** Whether the last ones drop out where there are too many, or are refused. */
  drops: boolean;
}

/** The format of what is kept; what a later version of this script has written is left alone. */
const VERSION = 1;

/** The script in every page looks for this key: it is there as soon as anything is kept. */
const MARK = 'read';
const OTHERS = ['saved', 'lists'];

const NOTHING = JSON.stringify({ version: VERSION, entries: [] });
/** Says the same, and that it was so wished. */
const FORGOTTEN = JSON.stringify({ version: VERSION, entries: [], forgotten: true });

/** The entries of one kind, in order. Never throws: what cannot be read is as if it were not there. */
export function readEntries<Entry extends { path: string }>(kind: Kind<Entry>, shelf: Shelf): Entry[] {
  return parse(kind, shelf)?.entries ?? [];
}

/**
 * Changes the entries of one kind: reads them anew, since other tabs write too, and writes at once. Says whether they are
 * kept now: a browser may have no room, or may keep nothing.
 */
export function changeEntries<Entry extends { path: string }>(
  kind: Kind<Entry>,
  shelf: Shelf,
  edit: (entries: Entry[]) => Entry[],
): boolean {
  const found = parse(kind, shelf);
  if (!found) return false;
  const entries = inOrder(kind, edit(found.entries));
  if (entries.length > kind.most && !kind.drops) return false;
  const kept = entries.slice(0, kind.most);
  const keep = (some: Entry[]): boolean => write(kind, shelf, [...some, ...found.others]);
  // The newer half of what was read is better than nothing of it.
  return keep(kept) || (kind.drops && keep(kept.slice(0, kept.length >> 1)));
}

/** Two lists of one kind made one; a path that both have becomes one entry. */
export function mergeEntries<Entry extends { path: string }>(
  kind: Kind<Entry>,
  one: readonly Entry[],
  other: readonly Entry[],
): Entry[] {
  const merged = new Map<string, Entry>();
  for (const entry of [...one, ...other]) {
    const known = merged.get(entry.path);
    merged.set(entry.path, known ? kind.join(known, entry) : entry);
  }
  return inOrder(kind, [...merged.values()]);
}

/** Entries made from a list that can hold anything, each path once. */
export function toEntries<Entry extends { path: string }>(kind: Kind<Entry>, values: unknown, site: URL): Entry[] {
  const entries = Array.isArray(values) ? values.flatMap((value: unknown) => kind.toEntry(value, site) ?? []) : [];
  return mergeEntries(kind, entries, []);
}

function inOrder<Entry extends { path: string }>({ rank }: Kind<Entry>, entries: Entry[]): Entry[] {
  const key = (entry: Entry): string => `${rank(entry)} ${entry.path}`;
  return entries.sort((one, other) => (key(one) < key(other) ? 1 : -1));
}

/** Says that something is remembered, though it be nothing of what stands here. */
export function markKept({ store }: Shelf): void {
  try {
    if (store.getItem(MARK) === null) store.setItem(MARK, NOTHING);
  } catch {
    // Nothing is kept here.
  }
}

/** Whether a browser that gives access to its store keeps anything in it: some have no room at all. */
export function isKeeping({ store }: Shelf): boolean {
  try {
    // Where something is kept already, there is something to show.
    if ([MARK, ...OTHERS].some((key) => store.getItem(key) !== null)) return true;
    store.setItem(MARK, NOTHING);
    store.removeItem(MARK);
    return true;
  } catch {
    return false;
  }
}

/** Notes that what was read was forgotten; says whether, by the mark alone, something may have been remembered till now. */
export function markForgotten({ store }: Shelf): boolean {
  try {
    const found = store.getItem(MARK);
    const isNeeded = OTHERS.some((key) => store.getItem(key) !== null);
    if (!isNeeded && (found === NOTHING || found === FORGOTTEN)) store.removeItem(MARK);
    if (isNeeded && found === NOTHING) store.setItem(MARK, FORGOTTEN);
    return found === NOTHING;
  } catch {
    return false;
  }
}

interface Found<Entry> {
  entries: Entry[];
  /** Those of other sites of the same host. */
  others: unknown[];
}

/** Nothing of a version that is not known here. */
function parse<Entry extends { path: string }>(kind: Kind<Entry>, { store, site }: Shelf): Found<Entry> | undefined {
  let found: unknown;
  try {
    found = JSON.parse(store.getItem(kind.key) ?? NOTHING);
  } catch {
    return { entries: [], others: [] };
  }
  if (!isRecord(found)) return { entries: [], others: [] };
  if (typeof found['version'] === 'number' && found['version'] > VERSION) return undefined;
  if (!Array.isArray(found['entries'])) return { entries: [], others: [] };
  const values: unknown[] = found['entries'];
  const others = values.filter((value) => isRecord(value) && isElsewhere(value['path'], site));
  return { entries: toEntries(kind, values, site), others: others.slice(0, kind.most) };
}

function write({ key }: { key: string }, { store }: Shelf, entries: unknown[]): boolean {
  const text = JSON.stringify({ version: VERSION, entries });
  try {
    if (text === NOTHING) store.removeItem(key);
    else if (text !== store.getItem(key)) store.setItem(key, text);
    if (store.getItem(MARK) === null && OTHERS.some((other) => store.getItem(other) !== null)) {
      store.setItem(MARK, NOTHING);
    }
    return true;
  } catch {
    return false;
  }
}
