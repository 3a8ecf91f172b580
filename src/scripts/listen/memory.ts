/** Where it is kept in the browser. */
const KEY = 'listen';

/** Speeds to choose from; 1 is the voice's usual one. */
export const SPEEDS: readonly number[] = [0.75, 1, 1.25, 1.5, 1.75, 2];

/** Articles of which the place is kept; the one heard longest ago is forgotten first. */
const MOST_PLACES = 50;

/** Where somebody stopped listening to an article. */
export interface Place {
  path: string;
  /** Of the words that were read aloud: where they are others now, the place is not the same. */
  hash: string;
  /** The index of the sentence. */
  sentence: number;
}

/** What is remembered of somebody's listening. */
export interface Memory {
  /** One of `SPEEDS`. */
  speed: number;
  /** The address of the chosen voice by primary language subtag. */
  voices: Record<string, string>;
  /** The latest first. */
  places: Place[];
}

/** What an earlier visit left; what is not ours is left aside. */
export function toMemory(kept: unknown): Memory {
  const { speed, voices, places } = isRecord(kept) ? kept : {};
  return {
    speed: typeof speed === 'number' && SPEEDS.includes(speed) ? speed : 1,
    voices: Object.fromEntries(
      Object.entries(isRecord(voices) ? voices : {}).flatMap(([lang, voice]) =>
        typeof voice === 'string' ? [[lang, voice]] : [],
      ),
    ),
    places: (Array.isArray(places) ? places : []).filter(isPlace).slice(0, MOST_PLACES),
  };
}

/** A memory in which an article's place is the given one, or forgotten where there is none. */
export function withPlace(memory: Memory, path: string, place: Omit<Place, 'path'> | undefined): Memory {
  const others = memory.places.filter((other) => other.path !== path);
  return { ...memory, places: place ? [{ path, ...place }, ...others].slice(0, MOST_PLACES) : others };
}

/** Reads what this browser remembers: nothing where it keeps nothing. */
export function recall(): Memory {
  try {
    return toMemory(JSON.parse(localStorage.getItem(KEY) ?? 'null'));
  } catch {
    return toMemory(undefined);
  }
}

/** Changes what this browser remembers, as it is now: another page may have written since. Nothing is kept of what is usual. */
export function remember(change: (memory: Memory) => Memory): void {
  const changed = change(recall());
  const isUsual = changed.speed === 1 && changed.places.length === 0 && Object.keys(changed.voices).length === 0;
  try {
    if (isUsual) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(changed));
  } catch {
    // Where nothing may be kept, listening works without.
  }
}

/** A short name of a text: FNV-1a, 32 bits, in base 36. */
export function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}

function isPlace(value: unknown): value is Place {
  if (!isRecord(value)) return false;
  const { path, hash, sentence } = value;
  return typeof path === 'string' && typeof hash === 'string' && Number.isInteger(sentence) && Number(sentence) >= 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
