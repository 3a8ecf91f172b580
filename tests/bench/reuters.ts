import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { PROJECT } from '../../src/build/locations.ts';

const FILE = join(PROJECT, '../shared/data/reuters21578.jsonl.gz');

/** What most benchmarks read of a story. */
export const plainStory = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  published: z.string(),
  tags: z.array(z.string()),
});

/** All stories of Reuters' of 1987 in ../shared, by a schema of what is wanted of each, in the file's order. */
export async function readStories<Story>(story: z.ZodType<Story>): Promise<Story[]> {
  const packed = await readFile(FILE).catch(() => {
    throw new Error(`This benchmark reads Reuters' stories, and ${FILE} is not there.`);
  });
  const lines = gunzipSync(packed).toString().trimEnd().split('\n');
  return lines.map((line) => story.parse(JSON.parse(line)));
}

/** Whether a story is of the half that limits are chosen by, by a hash of its id (the last step of MurmurHash3). */
export function isTuned(id: string): boolean {
  let hash = 7;
  for (const sign of id) hash = (Math.imul(hash, 31) + (sign.codePointAt(0) ?? 0)) | 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (((hash ^ (hash >>> 13)) >>> 3) & 1) === 0;
}
