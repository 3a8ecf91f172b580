import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes: the length of a sha256, which stands at the head of each kept file and tells whether the rest is whole. */
const HEAD = 32;

/** The bytes kept under a key; nothing where there are none, or they are no longer what was kept. */
export async function loadVariant(folder: string, key: string): Promise<Buffer | undefined> {
  const kept = await readFile(join(folder, key)).catch(() => undefined);
  if (!kept || kept.length <= HEAD) return undefined;
  const bytes = kept.subarray(HEAD);
  return headOf(bytes).equals(kept.subarray(0, HEAD)) ? bytes : undefined;
}

/** Keeps bytes under a key, in one step. */
export async function saveVariant(folder: string, key: string, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, key);
  await writeFile(`${path}.tmp`, Buffer.concat([headOf(bytes), bytes]));
  await rename(`${path}.tmp`, path);
}

/** Forgets all but what is kept under these keys. */
export async function keepVariants(folder: string, keys: ReadonlySet<string>): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) if (!keys.has(name)) await rm(join(folder, name), { force: true });
}

function headOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
