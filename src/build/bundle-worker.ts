import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { frontPath, offlinePath, savedPath, searchPath, tagIndexPath, toHref } from '../news/paths.ts';

export interface WorkerOptions {
  /** The start of the site's links. */
  base: string;
  /** Whether pages can be read without a network; else the worker removes itself wherever it was. */
  offline: boolean;
  /** The folder of the scripts, as a link, and the names of those in it. */
  scripts: string;
  files: string[];
}

/** Where the worker stands below the site: it serves what is beside and below it (Service Workers, section 3.1.6). */
export const WORKER_FILE = 'sw.js';

/**
 * Bundles the service worker of a site into one classic script, which imports nothing. Its text changes with itself and
 * with the scripts of the site, and with no article: a browser takes another text for another worker, and begins anew.
 */
export async function bundleWorker(
  project: string,
  { base, offline, scripts, files }: WorkerOptions,
): Promise<{ file: string; text: string }> {
  const shell = [offlinePath, frontPath, tagIndexPath, searchPath, savedPath].map((path) => toHref(base, path));
  const site = { base, scripts, files, shell, favicon: `${base}favicon.svg` };
  const define: Record<string, string> = offline ? { SITE: JSON.stringify(site) } : { BASE: JSON.stringify(base) };
  const bundler = await rolldown({
    input: join(project, 'src/scripts', offline ? 'sw.ts' : 'sw-off.ts'),
    platform: 'browser',
    transform: { define, target: 'es2022' },
  });
  try {
    const { output } = await bundler.generate({ format: 'iife', minify: true });
    return { file: WORKER_FILE, text: output[0].code };
  } finally {
    await bundler.close();
  }
}
