import { constants, type Stats } from 'node:fs';
import { open as openOnDisk } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Source, sourceOf } from './containers/container.ts';
import { errorText } from './error-text.ts';

export type OpenedFile = { ok: true; source: Source } | { ok: false; reason: string };

/** The parts of node:fs/promises' FileHandle that reading needs. */
export interface ReadHandle {
  stat: () => Promise<Stats>;
  read: (buffer: Buffer, offset: number, length: number, position: number) => Promise<{ bytesRead: number }>;
  close: () => Promise<void>;
}

export type OpenOnDisk = (path: string, flags: number) => Promise<ReadHandle>;

/** Bytes read at a time. */
const CHUNK = 65_536;

const CHANGED = 'it changed while it was read; import it again';

/**
 * Opens a file for reading, or says why it cannot be. The file is held open only while its stream is read: however many
 * sources wait, no more files are open than are being read. A file that changes in between is refused by its stream.
 */
export async function openFile(path: string, open: OpenOnDisk = openOnDisk): Promise<OpenedFile> {
  try {
    // A pipe would keep the reader waiting for ever; opened like this it does not.
    const reopen = (): Promise<ReadHandle> => open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const file = await reopen();
    try {
      const stats = await file.stat();
      if (stats.isDirectory()) return { ok: false, reason: 'it is a folder; name the files in it' };
      if (!stats.isFile()) return { ok: false, reason: 'it is not a file' };
      const start = await readAt(file, 0);
      if (start.length !== Math.min(CHUNK, stats.size)) return { ok: false, reason: CHANGED };
      const rest = stats.size > CHUNK ? restOf(reopen, CHUNK, stats) : undefined;
      const source = await sourceOf(basename(path), joined(start, rest), {}, { path, size: stats.size });
      return { ok: true, source };
    } finally {
      await file.close();
    }
  } catch (error) {
    return { ok: false, reason: errorText(error) };
  }
}

async function* restOf(reopen: () => Promise<ReadHandle>, from: number, expected: Stats): AsyncIterable<Uint8Array> {
  const file = await reopen();
  try {
    let at = from;
    for (;;) {
      const { dev, ino, size, mtimeMs } = await file.stat();
      const isSame = dev === expected.dev && ino === expected.ino && mtimeMs === expected.mtimeMs;
      if (!isSame || size !== expected.size) throw new Error(CHANGED);
      const chunk = await readAt(file, at);
      if (chunk.length === 0) return;
      at += chunk.length;
      yield chunk;
    }
  } finally {
    await file.close();
  }
}

async function* joined(start: Uint8Array, rest: AsyncIterable<Uint8Array> | undefined): AsyncIterable<Uint8Array> {
  if (start.length > 0) yield await Promise.resolve(start);
  if (rest) yield* rest;
}

/** Bytes of a file from a place on, in new memory: fewer than a chunk only near its end. */
async function readAt(file: ReadHandle, position: number): Promise<Uint8Array> {
  const buffer = Buffer.alloc(CHUNK);
  let length = 0;
  while (length < CHUNK) {
    const { bytesRead } = await file.read(buffer, length, CHUNK - length, position + length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return buffer.subarray(0, length);
}
