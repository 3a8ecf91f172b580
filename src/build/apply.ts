import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { foldersBeside } from './clear-up.ts';
import type { Changes } from './plan.ts';

/**
 * Puts what was written aside into place. A whole build takes the place of `dist` in one step; otherwise what is gone is
 * removed, and each changed file is renamed over the old one, so that a reader gets the old page or the new one.
 */
export async function apply({ whole, changed, gone }: Changes, aside: string, dist: string): Promise<void> {
  if (whole) {
    const { old } = foldersBeside(dist);
    await rm(old, { recursive: true, force: true });
    await rename(dist, old).catch(ignoreAbsent);
    await rename(aside, dist);
    await rm(old, { recursive: true, force: true });
    return;
  }
  // First, since a folder may come where a file was, or a file where a folder was.
  for (const file of gone) {
    await rm(join(dist, file), { force: true });
    await removeEmptyFolders(dirname(file), dist);
  }
  for (const file of changed) {
    await mkdir(dirname(join(dist, file)), { recursive: true });
    await rename(join(aside, file), join(dist, file));
  }
}

/** A whole build leaves no empty folder where a page was, and neither does a small one. */
async function removeEmptyFolders(folder: string, dist: string): Promise<void> {
  for (let path = folder; path !== '.'; path = dirname(path)) {
    const entries = await readdir(join(dist, path)).catch(() => ['']);
    if (entries.length > 0) return;
    await rmdir(join(dist, path));
  }
}

function ignoreAbsent(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
}
