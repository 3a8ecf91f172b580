import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';

/** The folders beside a built one that a build uses on its way: where it writes, and where the old site waits to be removed. */
export function foldersBeside(dist: string): { next: string; old: string } {
  return { next: `${resolve(dist)}.next`, old: `${resolve(dist)}.old` };
}

/** Removes what a killed build has left beside `dist`; where it was killed between two sites, the old one is put back. */
export async function clearUp(dist: string): Promise<void> {
  const { next, old } = foldersBeside(dist);
  await rm(next, { recursive: true, force: true });
  if (existsSync(old) && !existsSync(dist)) await rename(old, dist);
  await rm(old, { recursive: true, force: true });
}
