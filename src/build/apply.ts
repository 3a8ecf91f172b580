import { copyFile, mkdir, readdir, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { articlesFolder } from '../edition/content-files.ts';
import type { BuildPlan } from './plan.ts';
import { readPacked } from './search/part-cache.ts';

/** Copies the changed pictures from beside their articles to where the pages were written. */
export async function copyPictures({ changed }: BuildPlan, content: string, aside: string): Promise<void> {
  for (const output of changed) {
    if (!('copyOf' in output)) continue;
    await mkdir(dirname(join(aside, output.file)), { recursive: true });
    await copyFile(join(articlesFolder(content), output.copyOf), join(aside, output.file));
  }
}

/** Writes the changed scripts and files of the search index to where the pages were written. */
export async function writeTexts({ changed }: BuildPlan, aside: string): Promise<void> {
  const put = async (file: string, data: string | Buffer): Promise<void> => {
    await mkdir(dirname(join(aside, file)), { recursive: true });
    await writeFile(join(aside, file), data);
  };
  for (const output of changed) if ('text' in output) await put(output.file, output.text);
  const packed = changed.filter((output) => 'packed' in output);
  for await (const { item, bytes } of readPacked(packed)) await put(item.file, bytes);
}

/** Astro writes every page as the index of a folder; an old path that ends in `.html` is a file of that name. */
export async function unfoldFiles({ changed }: BuildPlan, aside: string): Promise<void> {
  for (const { file } of changed) {
    const path = join(aside, file);
    if (!(await stat(path)).isDirectory()) continue;
    await rename(join(path, 'index.html'), `${path}.tmp`);
    await rmdir(path);
    await rename(`${path}.tmp`, path);
  }
}

/**
 * Puts what was written aside into place. A whole build takes the place of `dist` in one step; otherwise each changed
 * file is renamed over the old one, so that a reader gets the old page or the new one, and what is gone is removed.
 */
export async function apply({ whole, changed, gone }: BuildPlan, aside: string, dist: string): Promise<void> {
  if (whole) {
    const old = `${dist}.old`;
    await rm(old, { recursive: true, force: true });
    await rename(dist, old).catch(ignoreAbsent);
    await rename(aside, dist);
    await rm(old, { recursive: true, force: true });
    return;
  }
  for (const { file } of changed) {
    await mkdir(dirname(join(dist, file)), { recursive: true });
    await rename(join(aside, file), join(dist, file));
  }
  for (const file of gone) {
    await rm(join(dist, file), { force: true });
    await removeEmptyFolders(dirname(file), dist);
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
