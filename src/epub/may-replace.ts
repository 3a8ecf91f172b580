import { type FileHandle, open, stat } from 'node:fs/promises';
import { addressIn, LONGEST_END } from './zip.ts';

/**
 * Why a book may not be written to a path, or nothing where it may: where nothing stands, or an earlier edition of this very
 * book; with `force` any file may go. `address` is the book's.
 */
export async function mayReplace(path: string, address: string, force: boolean): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (!found) return undefined;
  if (!found.isFile()) return `${path} is no file; give another with --out.`;
  if (force) return undefined;
  const held = await heldIn(path, found.size);
  if (held === address) return undefined;
  const what = held === undefined ? 'is not a book of ours' : `holds another book (${held})`;
  return `${path} ${what}; give another with --out, or --force to replace it.`;
}

async function heldIn(path: string, size: number): Promise<string | undefined> {
  const file = await open(path);
  try {
    const start = await readPart(file, 0, LONGEST_END);
    return addressIn(start, await readPart(file, Math.max(0, size - LONGEST_END), LONGEST_END));
  } finally {
    await file.close();
  }
}

async function readPart(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
