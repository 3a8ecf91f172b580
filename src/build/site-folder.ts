import { readlink, realpath } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** The folder that a site is written to, with links followed: what a link leads to is replaced, and not the link. */
export async function siteFolder(dist: string): Promise<string> {
  return realpath(dist)
    .catch(async () => resolve(dirname(dist), await readlink(dist)))
    .catch(() => resolve(dist));
}
