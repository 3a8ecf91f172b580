import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { AstroAdapter, AstroIntegration } from 'astro';
import { filesOf } from '../edition/code-hash.ts';
import { sha256 } from '../news/digest.ts';
import { astroOptions } from './astro-options.ts';
import type { Scripts } from './bundle-scripts.ts';
import { CACHE } from './locations.ts';

/** Astro's program lies below the project, from where it finds the packages that it needs. */
const SHELF = join(CACHE, 'templates');

/** A bundle that nobody has used for so long is thrown away. */
const KEPT = 7 * 24 * 60 * 60 * 1000;

/**
 * Lets Astro bundle the templates into a program that renders them, and gives its entry. The same `key` stands for the same
 * code: what was bundled once is used again, by all builds of this project.
 */
export async function bundleTemplates(key: string, scripts: Scripts): Promise<string> {
  const shelf = join(SHELF, key);
  const entry = join(shelf, 'server', ENTRY);
  if (await isAsBundled(shelf)) {
    const now = new Date();
    await utimes(shelf, now, now);
    return entry;
  }
  await mkdir(SHELF, { recursive: true });
  const bench = await mkdtemp(join(SHELF, 'new-'));
  try {
    const { runAstroBuild } = await import('./run-astro.ts');
    await runAstroBuild(bench, { ...astroOptions(scripts), outDir: join(bench, 'out'), adapter: program });
    await writeFile(join(bench, 'out', DIGEST), await digestOf(join(bench, 'out')));
    const put = (): Promise<void> => rename(join(bench, 'out'), shelf);
    await put().catch(async () => {
      // Of two builds that make it at once, the second finds it there.
      if (await isAsBundled(shelf)) return;
      await rm(shelf, { recursive: true, force: true });
      await put();
    });
  } finally {
    await rm(bench, { recursive: true, force: true });
  }
  await clear();
  return entry;
}

const ENTRY = 'entry.mjs';

/** Where a bundle says what it holds. */
const DIGEST = 'digest.txt';

/** Whether a bundle is there and whole: what a damaged one prints is not published. */
async function isAsBundled(shelf: string): Promise<boolean> {
  const digest = await readFile(join(shelf, DIGEST), 'utf8').catch(() => undefined);
  return digest !== undefined && digest === (await digestOf(shelf));
}

/** One hash of all files of a bundle. */
async function digestOf(shelf: string): Promise<string> {
  const files = (await filesOf(shelf)).filter((file) => file !== join(shelf, DIGEST)).sort();
  const digests = files.map(async (file) => [relative(shelf, file), sha256(await readFile(file))]);
  return sha256(JSON.stringify(await Promise.all(digests)));
}

/** Makes Astro's server a module that a build loads. */
const adapter: Extract<AstroAdapter, { entrypointResolution: 'auto' }> = {
  name: 'tearsheet:program',
  entrypointResolution: 'auto',
  serverEntrypoint: new URL('press-entry.ts', import.meta.url),
  supportedAstroFeatures: { serverOutput: 'stable', sharpImageService: 'stable' },
};

const program: AstroIntegration = {
  name: adapter.name,
  hooks: { 'astro:config:done': ({ setAdapter }) => setAdapter(adapter) },
};

async function clear(): Promise<void> {
  for (const name of await readdir(SHELF)) {
    const path = join(SHELF, name);
    // Another build may remove its own at this moment.
    const found = await stat(path).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > KEPT) await rm(path, { recursive: true, force: true });
  }
}
