import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { filesOf } from '../edition/code-hash.ts';
import { sha256 } from '../news/digest.ts';
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
    await bundle(bench, scripts);
    await writeFile(join(bench, OUT, DIGEST), await digestOf(join(bench, OUT)));
    const put = (): Promise<void> => rename(join(bench, OUT), shelf);
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

/** What the process that bundles is told. */
export type BundleOrder = Pick<Scripts, 'inline' | 'folder'>;

/** Where it puts the program, below its working folder. */
export const OUT = 'out';

/** Astro bundles in a process of its own, which gives back all the memory that it takes before the first page is printed. */
async function bundle(bench: string, { inline, folder }: Scripts): Promise<void> {
  // With these flags it takes a sixth less, while the edition takes its own.
  const flags = ['--heap-growing-percent=40', '--max-semi-space-size=4'];
  const child = spawn(process.execPath, [...flags, fileURLToPath(new URL('bundle-process.ts', import.meta.url))], {
    cwd: bench,
    stdio: ['pipe', 'inherit', 'pipe'],
  });
  const ended = once(child, 'close');
  // Where it ends before it has read this, what it says tells why.
  child.stdin.on('error', () => undefined);
  child.stdin.end(JSON.stringify({ inline, folder } satisfies BundleOrder));
  const [complaint] = await Promise.all([text(child.stderr), ended]);
  if (child.exitCode !== 0) throw new Error(`the templates cannot be bundled: ${complaint.trim()}`);
}

async function clear(): Promise<void> {
  for (const name of await readdir(SHELF)) {
    const path = join(SHELF, name);
    // Another build may remove its own at this moment.
    const found = await stat(path).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > KEPT) await rm(path, { recursive: true, force: true });
  }
}
