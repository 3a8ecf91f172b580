import { statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readJson, writeJson } from '../edition/kept-files.ts';
import type { Origin } from './origin.ts';

/** A file of dist/: what it is made from, and how to tell that it is still the one that was written. */
export interface Written {
  key: string;
  /** A hash of what the key is made from, where there is one. */
  inputs?: string | undefined;
  size: number;
  /** Milliseconds since 1970 UTC. */
  mtime: number;
}

const schema = z.object({
  codeHash: z.string(),
  // Written by this module under that hash: tens of thousands of entries need no check one by one.
  outputs: z.custom<Record<string, Written>>((value) => typeof value === 'object' && value !== null),
  /** How many articles were public. */
  articles: z.number(),
  origin: z.custom<Origin>().optional(),
});

/** What the last build wrote, by file below dist/, and what it was made from. */
export type Manifest = z.output<typeof schema>;

/** The manifest in a file; nothing where there is none, or none that can be read. */
export function loadManifest(file: string): Manifest | undefined {
  return schema.safeParse(readJson(file)).data;
}

/** Remembers what stands in `dist` now, and gives it. */
export function saveManifest(
  file: string,
  dist: string,
  {
    outputs,
    ...others
  }: Omit<Manifest, 'outputs'> & {
    outputs: readonly { file: string; key: string; inputs?: string | undefined; written: Written | undefined }[];
  },
): Manifest {
  const entries = outputs.map(({ file: name, key, inputs, written }): [string, Written] => {
    if (written) return [name, written];
    const { size, mtimeMs } = statSync(join(dist, name));
    return [name, { key, inputs, size, mtime: mtimeMs }];
  });
  const manifest: Manifest = { ...others, outputs: Object.fromEntries(entries) };
  writeJson(file, manifest);
  return manifest;
}

/** Whether a file of `dist` is the one that was written. */
export function isAsWritten(dist: string, file: string, { size, mtime }: Written): boolean {
  // One after the other: a promise for each of tens of thousands costs many times what asking the disk does.
  const found = statSync(`${dist}/${file}`, { throwIfNoEntry: false });
  return found?.size === size && found.mtimeMs === mtime;
}

/** How many articles and files stand in `dist`, and the bytes of each file. */
export function factsOf({ articles, outputs }: Manifest): {
  articles: number;
  files: number;
  sizes: Record<string, number>;
} {
  const sizes = Object.fromEntries(Object.entries(outputs).map(([file, { size }]) => [file, size]));
  return { articles, files: Object.keys(outputs).length, sizes };
}
