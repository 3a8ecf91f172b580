import { errorText } from '../error-text.ts';
import type { Known, Unit } from '../unit.ts';

/** Bytes that come one after the other, with what is known of them. Its stream can be read once. */
export interface Source {
  /** The name of its file, without folder. */
  name: string;
  /** The first 64 kB, or all where there are fewer; part of the stream too. */
  start: Uint8Array;
  /** Throws an `Error` whose message is a reason for an editor where the rest cannot be had. */
  stream: AsyncIterable<Uint8Array>;
  known: Known;
  /** Where it is a file on disk: its path, for formats that are read from their end. */
  path?: string | undefined;
  /** Bytes in all, where that is known. */
  size?: number | undefined;
  /** The place inside the file that holds it: `entry news/a.html`. */
  where?: string | undefined;
  /** How many containers it stands in. */
  depth: number;
}

/**
 * What a container holds, in its order. A source is to be read before the next is asked for; a note is what an editor
 * should know of the whole.
 */
export type Held =
  | { kind: 'unit'; unit: Unit }
  | { kind: 'source'; source: Source }
  | { kind: 'refused'; where?: string | undefined; reason: string }
  | { kind: 'note'; note: string };

/** A format that holds units. */
export interface Container {
  /** In words, as messages name it: `a ZIP archive`. */
  what: string;
  /** Whether a source is of this format, by its first bytes; its name decides only between formats that look alike. */
  recognises: (start: Uint8Array, name: string) => boolean;
  /** Never throws on what the source holds: what cannot be read is `refused`. */
  open: (source: Source) => AsyncIterable<Held>;
}

/** Bytes of a start: enough to know each format by. */
const START = 65_536;

/**
 * Makes a source of bytes as they come: reads its first 64 kB, which stay part of the stream. Never throws: an error of
 * the bytes is thrown by the stream, behind what came before it.
 */
export async function sourceOf(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  known: Known,
  more: Partial<Pick<Source, 'path' | 'size' | 'where' | 'depth'>> = {},
): Promise<Source> {
  const rest = chunks[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let length = 0;
  let failure: unknown;
  try {
    while (length < START) {
      const next = await rest.next();
      if (next.done === true) break;
      first.push(next.value);
      length += next.value.length;
    }
  } catch (error) {
    failure = error;
  }
  const read = Buffer.concat(first);
  return { name, start: read.subarray(0, START), stream: joined(read, rest, failure), known, depth: 0, ...more };
}

/** No generator: one that was never begun would not let go of the rest. */
function joined(read: Uint8Array, rest: AsyncIterator<Uint8Array>, failure: unknown): AsyncIterable<Uint8Array> {
  let isRead = read.length === 0;
  const iterator: AsyncIterator<Uint8Array> = {
    next: async () => {
      if (isRead && failure !== undefined) throw new Error(errorText(failure));
      if (isRead) return rest.next();
      isRead = true;
      return { done: false, value: read };
    },
    return: async () => {
      await rest.return?.();
      return { done: true, value: undefined };
    },
  };
  return { [Symbol.asyncIterator]: () => iterator };
}

export type Whole = { ok: true; bytes: Uint8Array } | { ok: false; reason: string };

/** Reads a stream to its end. `limit` in bytes: a longer one is refused, and no more than the limit is kept. */
export async function readWhole(stream: AsyncIterable<Uint8Array>, limit: number): Promise<Whole> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of stream) {
      length += chunk.length;
      if (length > limit) return { ok: false, reason: `too large: more than ${megabytes(limit)} MB` };
      chunks.push(chunk);
    }
  } catch (error) {
    return { ok: false, reason: errorText(error) };
  }
  return { ok: true, bytes: Buffer.concat(chunks) };
}

/** A place inside a source as messages name it, behind the source's own place. */
export function placeIn({ where }: Source, place: string): string {
  return where === undefined ? place : `${where}, ${place}`;
}

/** A size in words: bytes as megabytes with one digit where it needs one. */
export function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1).replace(/\.0$/u, '');
}
