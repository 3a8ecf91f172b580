import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sha256 } from '../news/digest.ts';

/**
 * A JSON file's value, as `writeJson` wrote it; undefined when it is absent, or no longer what was written: what a damaged
 * cache says is no reason to publish it.
 */
export async function readJson(file: string): Promise<unknown> {
  const bytes = await readFile(file).catch(() => undefined);
  const json = bytes?.subarray(DIGEST_LENGTH);
  if (!json || bytes?.toString('latin1', 0, DIGEST_LENGTH) !== sha256(json)) return undefined;
  const value: unknown = JSON.parse(json.toString());
  return value;
}

/** Writes a JSON file through a temporary one and a rename, its sha256 first. */
export async function writeJson(file: string, value: unknown): Promise<void> {
  const json = JSON.stringify(value);
  await writeWhole(file, [sha256(json), json]);
}

/** Writes a file through a temporary one and a rename: there is the old one, or all of the new one. */
async function writeWhole(file: string, parts: Iterable<string | Uint8Array>): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.tmp`, parts);
  await rename(`${file}.tmp`, file);
}

/** Signs of a sha256 in hexadecimal. */
const DIGEST_LENGTH = 64;

/** Writes a file below a folder that is named by the sha256 of what it holds, and gives that; `toName` makes the name of it. */
export async function writeByDigest(
  folder: string,
  toName: (digest: string) => string,
  data: string | Uint8Array,
): Promise<string> {
  const digest = sha256(data);
  await writeWhole(join(folder, toName(digest)), [data]);
  return digest;
}

/** The bytes of such a file; nothing where it is not there, or no longer what was written. */
export async function readByDigest(
  folder: string,
  toName: (digest: string) => string,
  digest: string,
): Promise<Buffer | undefined> {
  const bytes = await readFile(join(folder, toName(digest))).catch(() => undefined);
  return bytes && sha256(bytes) === digest ? bytes : undefined;
}
