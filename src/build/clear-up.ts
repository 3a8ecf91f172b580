import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';

/**
 * The folders beside a built one that a build uses on its way: where it writes, where the old site waits to be removed, and
 * where single files of it wait that may have to be put back.
 */
export function foldersBeside(dist: string): { next: string; old: string; undo: string } {
  const path = resolve(dist);
  return { next: `${path}.next`, old: `${path}.old`, undo: `${path}.undo` };
}

/** Removes what a killed build has left beside `dist`; where it was killed between two sites, the old one is put back. */
export async function clearUp(dist: string): Promise<void> {
  const { next, old, undo } = foldersBeside(dist);
  for (const path of [next, undo]) await rm(path, { recursive: true, force: true });
  if (existsSync(old) && !existsSync(dist)) await rename(old, dist);
  await rm(old, { recursive: true, force: true });
}
