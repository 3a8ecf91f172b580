import { execFile } from 'node:child_process';
import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { PROJECT } from '../../src/build/locations.ts';
import { listArticleFiles } from '../../src/edition/content-files.ts';

const figures = z.object({
  files: z.number(),
  written: z.number(),
  seconds: z.number(),
  cpuSeconds: z.number(),
  peakMegabytes: z.number(),
});

/** Builds the edition in content/ cold, unchanged and after one edit, each in a process of its own, and prints a table. */
export async function benchBuild(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'tearsheet-bench-'));
  const content = join(folder, 'content');
  try {
    await cp(join(PROJECT, 'content'), content, { recursive: true });
    const run = (): Promise<z.output<typeof figures>> =>
      measuredBuild(content, join(folder, 'dist'), join(folder, 'cache'));
    const table = {
      'cold build': await run(),
      'nothing changed': await run(),
      'one article edited': await runEdited(content, run),
    };
    console.table(Object.fromEntries(Object.entries(table).map(([name, row]) => [name, rounded(row)])));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function runEdited<Result>(content: string, run: () => Promise<Result>): Promise<Result> {
  const [first = ''] = await listArticleFiles(content);
  await appendFile(join(content, 'articles', first), '\nOne more paragraph.\n');
  return run();
}

async function measuredBuild(content: string, dist: string, cache: string): Promise<z.output<typeof figures>> {
  const script = join(PROJECT, 'tests/bench/measured-build.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, content, dist, cache]);
  return figures.parse(JSON.parse(stdout));
}

function rounded(row: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Math.round(value * 10) / 10]));
}
