import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { PROJECT } from '../../src/build/locations.ts';

const SHARED = join(PROJECT, '../shared/data');
const SIZES = [1000, 5000, 19_043];

const figures = z.object({
  did: z.string(),
  seconds: z.number(),
  cpuSeconds: z.number(),
  peakMegabytes: z.number(),
});

const manifest = z.object({ scripts: z.object({ import: z.string() }) });

/** Imports Reuters' articles of 1987 from JSONL in three sizes, the largest once more, and web pages; prints a table. */
export async function benchImport(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'tearsheet-bench-'));
  const table: Record<string, Record<string, number | string>> = {};
  try {
    const lines = gunzipSync(await readFile(join(SHARED, 'reuters21578.jsonl.gz')))
      .toString()
      .trimEnd()
      .split('\n');
    for (const size of SIZES) {
      const file = join(folder, `reuters-${size}.jsonl`);
      await writeFile(file, lines.slice(0, size).join('\n'));
      table[`${size} articles`] = await measure(folder, `content-${size}`, file, size);
    }
    const largest = SIZES.at(-1) ?? 0;
    const again = join(folder, `reuters-${largest}.jsonl`);
    table['the largest again'] = await measure(folder, `content-${largest}`, again, largest);
    const pages = await unpackPages(join(folder, 'pages'));
    table[`${pages} web pages`] = await measure(folder, 'content-pages', join(folder, 'pages'), pages);
  } finally {
    await rm(folder, { recursive: true });
  }
  console.table(table);
}

async function measure(
  folder: string,
  content: string,
  what: string,
  count: number,
): Promise<Record<string, number | string>> {
  const { did, seconds, cpuSeconds, peakMegabytes } = await measuredImport(join(folder, content), what);
  return {
    did,
    'articles a second': Math.round(count / seconds),
    'CPU ms an article': Math.round((cpuSeconds * 10_000) / count) / 10,
    seconds: Math.round(seconds * 10) / 10,
    'peak MB': Math.round(peakMegabytes),
  };
}

/** Imports a file or folder into a content folder, in a process of its own; gives what it did, and its time and memory. */
export async function measuredImport(content: string, what: string): Promise<z.output<typeof figures>> {
  await mkdir(content, { recursive: true });
  const script = join(PROJECT, 'tests/bench/measured-import.ts');
  const words = [...(await importFlags()), script, content, what];
  return figures.parse(JSON.parse((await promisify(execFile)(process.execPath, words)).stdout));
}

/** How `npm run import` starts Node: its figures are those of these flags. */
async function importFlags(): Promise<string[]> {
  const { scripts } = manifest.parse(JSON.parse(await readFile(join(PROJECT, 'package.json'), 'utf8')));
  return scripts.import.split(' ').filter((word) => word.startsWith('--'));
}

async function unpackPages(folder: string): Promise<number> {
  await mkdir(folder);
  const packed = await readdir(join(SHARED, 'pages/html'));
  for (const name of packed) {
    const html = gunzipSync(await readFile(join(SHARED, 'pages/html', name)));
    await writeFile(join(folder, name.replace(/\.gz$/u, '')), html);
  }
  return packed.length;
}
