import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { sha256 } from '../news/digest.ts';
import { filesOf } from './code-hash.ts';
import type { Manifest, Output } from './plan.ts';

/** The files of public/, which Astro puts beside the pages as they are. */
export async function servedFiles(project: string): Promise<Output[]> {
  const folder = join(project, 'public');
  return Promise.all(
    (await filesOf(folder)).map(async (path) => {
      const file = relative(folder, path).split(sep).join('/');
      return { file, key: sha256(await readFile(path)), asIs: true as const };
    }),
  );
}

/** Where Astro puts the scripts that it bundles; their names are made from what they hold. */
const BUNDLES = '_astro';

/** The bundled scripts of the last build, if it was made by the same code: then they still are what they were. */
export function knownBundles(manifest: Manifest | undefined, codeHash: string): Output[] {
  const files = manifest?.codeHash === codeHash ? Object.keys(manifest.outputs) : [];
  return files.filter((file) => file.startsWith(`${BUNDLES}/`)).map(toBundle);
}

/** The scripts that Astro has bundled into a site that was written as a whole. */
export async function newBundles(dist: string): Promise<Output[]> {
  const files = await filesOf(join(dist, BUNDLES));
  return files.map((path) => toBundle(relative(dist, path).split(sep).join('/')));
}

function toBundle(file: string): Output {
  return { file, key: file, asIs: true };
}
