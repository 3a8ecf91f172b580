import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { PROJECT } from '../../../src/build/locations.ts';
import { COMPILED } from '../../setup/run-build.ts';

const run = promisify(execFile);

const stage = z.object({ cpu: z.number(), peak: z.number(), childPeak: z.number(), together: z.number() });
const printed = z.object({ files: z.number(), written: z.number(), stages: z.record(z.string(), stage) });

/** CPU seconds, and how many times those of the yardstick, which ran right before. */
export interface Cost {
  seconds: number;
  times: number;
}

/** What a build took: search apart from all other stages, and memory in MB. */
export interface Build {
  files: number;
  all: Cost;
  search: Cost;
  stages: Record<string, number>;
  peak: number;
  searchPeak: { own: number; pagefind: number };
}

/** Builds a content folder in a process of its own, right after the yardstick. */
export async function measuredBuild(content: string, dist: string, cache: string): Promise<Build> {
  const yard = await yardstick();
  const output = await script('measured-build.ts', content, dist, cache);
  const { files, stages } = printed.parse(JSON.parse(output));
  const { search, ...others } = stages;
  const costOf = (seconds: number): Cost => ({ seconds, times: seconds / yard });
  return {
    files,
    all: costOf(Object.values(others).reduce((sum, { cpu }) => sum + cpu, 0)),
    search: costOf(search?.cpu ?? 0),
    stages: Object.fromEntries(Object.entries(stages).map(([name, { cpu }]) => [name, cpu])),
    peak: Math.max(...Object.values(others).map(({ together }) => together)),
    searchPeak: { own: search?.peak ?? 0, pagefind: search?.childPeak ?? 0 },
  };
}

/** CPU seconds of a fixed piece of work on this machine in this minute. */
export async function yardstick(): Promise<number> {
  return z.number().parse(JSON.parse(await script('yardstick.ts')));
}

/** `12.3 (×8.1)`: CPU seconds, and how many times the yardstick. */
export function showCost({ seconds, times }: Cost): string {
  return `${seconds.toFixed(1)} (×${times.toFixed(1)})`;
}

/** What `npm run build` says to Node itself. */
function flags(): string[] {
  const { scripts } = project.parse(JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')));
  return scripts.build.split(' ').filter((word) => word.startsWith('--'));
}

const project = z.object({ scripts: z.object({ build: z.string() }) });

async function script(name: string, ...words: string[]): Promise<string> {
  // As `npm run build` does, Node keeps what it has compiled.
  const env = { ...process.env, NODE_COMPILE_CACHE: COMPILED };
  const { stdout } = await run(process.execPath, [...flags(), join(import.meta.dirname, name), ...words], { env });
  return stdout;
}
