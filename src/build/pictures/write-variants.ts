import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { articlesFolder } from '../../edition/content-files.ts';
import { sha256 } from '../../news/digest.ts';
import type { Folder } from '../folder.ts';
import type { FileOutput, VariantOf } from '../plan.ts';
import { ENCODER, encodeVariant } from './encode-variant.ts';
import { keepVariants, loadVariant, saveVariant } from './variant-cache.ts';

/** A picture that was read for the edition and is another, or none, now that it is to be encoded. */
export class LostPicture extends Error {}

/** Where pictures are read from, kept, and written to; and what encodes them. */
export interface VariantPlaces {
  content: string;
  /** The folder of the cache. */
  cache: string;
  /** Where the pages were written. */
  aside: Folder;
  encode?: typeof encodeVariant;
}

/** As many pictures are decoded in memory at one time, at most. */
const AT_ONCE = 2;

type VariantOutput = Extract<FileOutput, { variantOf: VariantOf }>;

/**
 * Writes the variants of pictures among some files to where the pages were written: those of the cache as they are, others encoded
 * anew. Throws a LostPicture with the file that is not the one that the edition was made with.
 */
export async function writeVariants(files: readonly FileOutput[], places: VariantPlaces): Promise<void> {
  const queue = files.filter(isVariant).values();
  const work = async (): Promise<void> => {
    for (const output of queue) await writeVariant(output, places);
  };
  // All have ended before the first fault is told: nobody writes any more when what stands aside is removed.
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

/** Drops from the cache what no page of the edition shows any more. */
export async function dropVariants(files: readonly FileOutput[], cache: string): Promise<void> {
  await keepVariants(cache, new Set(files.filter(isVariant).map(keyOf)));
}

async function writeVariant(output: VariantOutput, { content, cache, aside, encode }: VariantPlaces): Promise<void> {
  const key = keyOf(output);
  let bytes = await loadVariant(cache, key);
  if (!bytes) {
    bytes = await encodeOne(output.variantOf, content, encode);
    await saveVariant(cache, key, bytes);
  }
  aside.write(output.file, bytes);
}

async function encodeOne(
  { original, picture, variant }: VariantOf,
  content: string,
  encode = encodeVariant,
): Promise<Buffer> {
  const bytes = await readFile(join(articlesFolder(content), original)).catch(() => undefined);
  if (!bytes || sha256(bytes) !== picture.digest)
    throw new LostPicture(`The picture ${original} was changed while the site was being built; build again.`);
  return encode(bytes, picture, variant);
}

/** The address stands for the original and the way of encoding; another release of the encoder gives other bytes. */
function keyOf({ file }: VariantOutput): string {
  return sha256(JSON.stringify([file, ENCODER]));
}

function isVariant(output: FileOutput): output is VariantOutput {
  return 'variantOf' in output;
}
