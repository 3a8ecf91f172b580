import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FoundPicture } from './take-pictures.ts';

/** Bytes. A larger picture is left where it is. */
const LARGEST = 20_000_000;

/** Reads the file of a picture. Throws where it cannot be opened or read. */
export async function readPictureFile(path: string): Promise<FoundPicture> {
  // A pipe would keep the reader waiting for ever; opened like this it does not.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stats = await file.stat();
    if (!stats.isFile()) return { ok: false, reason: 'it is not a file' };
    if (stats.size > LARGEST) return { ok: false, reason: `too large: ${(stats.size / 1e6).toFixed(1)} MB` };
    return { ok: true, bytes: await file.readFile() };
  } finally {
    await file.close();
  }
}
