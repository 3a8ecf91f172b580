import { readFile, readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { sha256 } from '../news/digest.ts';

/** What pages and records depend on apart from the content: a change of any of it makes every cache worthless. */
const CODE = ['src', 'public', 'astro.config.mjs', 'package-lock.json', 'package.json'];

/** One hash over the project's own code, its lock file, what is served as is, and the runtime. */
export async function codeHash(project: string): Promise<string> {
  const files = await Promise.all(CODE.map((name) => filesOf(join(project, name))));
  const digests = await Promise.all(
    files
      .flat()
      .sort()
      .map(async (file) => [relative(project, file), sha256(await readFile(file))]),
  );
  return sha256(JSON.stringify([process.version, digests]));
}

/** The files below a folder, or the one file that a path names; none where nothing is there. */
export async function filesOf(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isDirectory()) return found ? [path] : [];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
