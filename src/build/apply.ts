import { copyFile, mkdir, rename, rmdir, stat, writeFile } from 'node:fs/promises';
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

/**
 * Writes the changed scripts, files of the search index and texts for hosts to where the pages were written. `policy` gives
 * the policy that the written pages carry.
 */
export async function writeTexts({ changed }: BuildPlan, aside: string, policy: () => string): Promise<void> {
  const put = async (file: string, data: string | Buffer): Promise<void> => {
    await mkdir(dirname(join(aside, file)), { recursive: true });
    await writeFile(join(aside, file), data);
  };
  for (const output of changed) {
    if ('text' in output) await put(output.file, output.text);
    if ('underPolicy' in output) await put(output.file, output.underPolicy(policy()));
  }
  const packed = changed.filter((output) => 'packed' in output);
  for await (const { item, bytes } of readPacked(packed)) await put(item.file, bytes);
}

/** Astro writes every page as the index of a folder; an old path that ends in `.html` is a file of that name. */
export async function unfoldFiles({ changed }: BuildPlan, aside: string): Promise<void> {
  for (const output of changed) {
    // Compressed copies are made of what stands here in the end.
    if ('compressionOf' in output) continue;
    const path = join(aside, output.file);
    if (!(await stat(path)).isDirectory()) continue;
    await rename(join(path, 'index.html'), `${path}.tmp`);
    await rmdir(path);
    await rename(`${path}.tmp`, path);
  }
}
