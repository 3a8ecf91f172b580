import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readJson, writeJson } from '../../edition/kept-files.ts';
import { sha256 } from '../../news/digest.ts';
import { aboutIndex, type IndexedPart, partEntry } from './index-part.ts';

const packedFile = z.object({ path: z.string(), digest: z.string(), offset: z.number(), length: z.number() });

const keptPart = z.object({
  entry: partEntry,
  about: aboutIndex,
  files: z.array(packedFile),
  /** sha256 of the pack. */
  digest: z.string(),
});

/** A part as the cache keeps it: what leads into it, and where its files lie in its pack, by their paths. */
export type KeptPart = z.output<typeof keptPart>;

/** A stretch of a pack that becomes a file of dist/. Offset and length are in bytes. */
export interface Packed {
  pack: string;
  offset: number;
  length: number;
}

/** Where the files of a part with this key are kept, all in one: thousands of small ones would be slow. */
export function packOf(folder: string, key: string): string {
  return join(folder, `${key}.pack`);
}

/** The part that was indexed under a key; undefined where there is none, or it is no longer what was kept. */
export async function loadPart(folder: string, key: string): Promise<KeptPart | undefined> {
  const kept = keptPart.safeParse(readJson(listOf(folder, key))).data;
  const pack = kept && (await readFile(packOf(folder, key)).catch(() => undefined));
  return pack && sha256(pack) === kept.digest ? kept : undefined;
}

/** Keeps a part under a key that stands for all that it was made from. The list comes last: what has none is no part. */
export async function savePart(folder: string, key: string, { entry, about, files }: IndexedPart): Promise<KeptPart> {
  await mkdir(folder, { recursive: true });
  let offset = 0;
  const packed = [...files].map(([path, bytes]) => {
    const place = { path, digest: sha256(bytes), offset, length: bytes.length };
    offset += bytes.length;
    return place;
  });
  const pack = packOf(folder, key);
  const bytes = Buffer.concat([...files.values()]);
  await writeFile(`${pack}.tmp`, bytes);
  await rename(`${pack}.tmp`, pack);
  const kept = { entry, about, files: packed, digest: sha256(bytes) };
  writeJson(listOf(folder, key), kept);
  return kept;
}

/** Forgets all parts but those of these keys. */
export async function keepOnly(folder: string, keys: ReadonlySet<string>): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const stale = names.filter((name) => !keys.has(name.split('.')[0] ?? ''));
  await Promise.all(stale.map((name) => rm(join(folder, name), { force: true })));
}

/** Reads stretches of packs, in the order in which they are asked for; each pack is opened once. */
export async function* readPacked<Item extends { packed: Packed }>(
  items: readonly Item[],
): AsyncGenerator<{ item: Item; bytes: Buffer }> {
  for (const [pack, own] of Map.groupBy(items, ({ packed }) => packed.pack)) {
    const handle = await open(pack);
    try {
      for (const item of own) {
        const { offset, length } = item.packed;
        const bytes = Buffer.alloc(length);
        await handle.read(bytes, 0, length, offset);
        yield { item, bytes };
      }
    } finally {
      await handle.close();
    }
  }
}

function listOf(folder: string, key: string): string {
  return join(folder, `${key}.json`);
}
