import { randomBytes } from 'node:crypto';
import * as disk from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { errorText } from '../error-text.ts';

/** The part of node:fs/promises that writing needs; tests hand in one that fails. */
export interface Disk {
  mkdir: (path: string, options: { recursive: true }) => Promise<unknown>;
  open: (path: string, flags: 'wx') => Promise<OpenFile>;
  rename: (from: string, to: string) => Promise<void>;
  rm: (path: string, options: { force: true }) => Promise<void>;
}

/** A new file that is being written. */
export interface OpenFile {
  writeFile: (data: string | Uint8Array) => Promise<void>;
  sync: () => Promise<void>;
  close: () => Promise<void>;
}

/** A file or folder that could not be written: nothing of it is there. */
export class WriteError extends Error {
  constructor(path: string, cause: unknown) {
    super(`${path} cannot be written: ${errorText(cause)}.`, { cause });
  }
}

/**
 * Writes a file whole or not at all: into a new file beside it, which takes its place once all bytes are on the disk.
 * A link that stands there is replaced and never followed. Throws a WriteError, and leaves no part behind.
 */
export async function writeWhole(path: string, data: string | Uint8Array, on: Disk = disk): Promise<void> {
  const folder = dirname(path);
  // The name is no article's: it ends otherwise, and begins with a point.
  const part = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await on.mkdir(folder, { recursive: true });
    await fill(part, data, on);
    await on.rename(part, path);
  } catch (error) {
    await on.rm(part, { force: true }).catch(() => undefined);
    throw new WriteError(path, error);
  }
}

/** Removes a file that is no longer needed; one that is gone already is no error. */
export async function removeFile(path: string, on: Disk = disk): Promise<void> {
  try {
    await on.rm(path, { force: true });
  } catch (error) {
    throw new WriteError(path, error);
  }
}

async function fill(path: string, data: string | Uint8Array, on: Disk): Promise<void> {
  const file = await on.open(path, 'wx');
  try {
    await file.writeFile(data);
    await file.sync();
  } catch (error) {
    await file.close().catch(() => undefined);
    throw error;
  }
  await file.close();
}
