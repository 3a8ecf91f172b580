import { readFile, readdir } from 'node:fs/promises';
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

async function filesOf(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => undefined);
  if (!entries) return [path];
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
