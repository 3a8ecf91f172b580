import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { errorText } from './error-text.ts';

/** Bytes. No article is longer, and whatever is goes into no memory. */
const LARGEST_INPUT = 5_000_000;

export type InputFile = { ok: true; bytes: Uint8Array } | { ok: false; reason: string };

/** Reads a file that is to be imported, once and whole. What is no file, or too large, is refused unread. */
export async function readInputFile(path: string): Promise<InputFile> {
  try {
    // A pipe would keep the reader waiting for ever; opened like this it does not.
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stats = await file.stat();
      if (stats.isDirectory()) return { ok: false, reason: 'it is a folder; name the files in it' };
      if (!stats.isFile()) return { ok: false, reason: 'it is not a file' };
      if (stats.size > LARGEST_INPUT) return { ok: false, reason: tooLarge(stats.size) };
      const bytes = await file.readFile();
      return bytes.length > LARGEST_INPUT ? { ok: false, reason: tooLarge(bytes.length) } : { ok: true, bytes };
    } finally {
      await file.close();
    }
  } catch (error) {
    return { ok: false, reason: errorText(error) };
  }
}

function tooLarge(size: number): string {
  return `too large: ${(size / 1e6).toFixed(1)} MB; at most ${LARGEST_INPUT / 1e6} MB are read`;
}
