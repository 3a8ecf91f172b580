import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256 } from '../news/digest.ts';

// What a build remembers between two runs. It waits for the disk: what is read and written by promises passes through memory
// beside the heap, tens of megabytes of it, and each time Node then looks for garbage in all of the heap.

/**
 * A JSON file's value, as `writeJson` wrote it; undefined when it is absent, or no longer what was written: what a damaged
 * cache says is no reason to publish it.
 */
export function readJson(file: string): unknown {
  const text = textOf(file);
  const json = text?.slice(DIGEST_LENGTH);
  if (json === undefined || text?.slice(0, DIGEST_LENGTH) !== sha256(json)) return undefined;
  return toValue(json);
}

/** Writes a JSON file through a temporary one and a rename, its sha256 first. */
export function writeJson(file: string, value: unknown): void {
  const json = JSON.stringify(value);
  writeWhole(file, sha256(json), json);
}

/** Signs of a sha256 in hexadecimal. */
const DIGEST_LENGTH = 64;

/** Makes the name of a file of the sha256 of what it holds. */
type ToName = (digest: string) => string;

/** Writes a file below a folder, named by the sha256 of what it holds, and gives that. */
export function writeByDigest(folder: string, toName: ToName, data: string | Uint8Array): string {
  const digest = sha256(data);
  writeWhole(join(folder, toName(digest)), data);
  return digest;
}

/** The bytes of such a file; nothing where it is not there, or no longer what was written. */
export function readByDigest(folder: string, toName: ToName, digest: string): Uint8Array | undefined {
  const bytes = attempt(() => readFileSync(join(folder, toName(digest))));
  return bytes && sha256(bytes) === digest ? bytes : undefined;
}

/** The value of such a file that holds JSON; nothing where it is not there, or no longer what was written. */
export function readJsonByDigest(folder: string, toName: ToName, digest: string): unknown {
  const json = textOf(join(folder, toName(digest)));
  return json !== undefined && sha256(json) === digest ? toValue(json) : undefined;
}

function toValue(json: string): unknown {
  const value: unknown = JSON.parse(json);
  return value;
}

function textOf(file: string): string | undefined {
  return attempt(() => readFileSync(file, 'utf8'));
}

function attempt<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Writes a file through a temporary one and a rename: there is the old one, or all of the new one. */
function writeWhole(file: string, ...parts: readonly (string | Uint8Array)[]): void {
  mkdirSync(dirname(file), { recursive: true });
  const open = openSync(`${file}.tmp`, 'w');
  try {
    for (const part of parts) writeFileSync(open, part);
  } finally {
    closeSync(open);
  }
  renameSync(`${file}.tmp`, file);
}
