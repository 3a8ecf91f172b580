import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { CACHE, PROJECT } from '../../src/build/locations.ts';
import { NOW } from './fixture.ts';

/** What Node keeps of compiled modules, for all builds of all tests. */
const COMPILED = join(CACHE, 'compiled');

export interface BuildOrder {
  content: string;
  dist: string;
  cache: string;
  /** The moment of the build; `NOW` where it is not given. */
  now?: number | undefined;
  /** The working folder; the project's own where it is not given. */
  cwd?: string | undefined;
  /** The environment, apart from the path. */
  env?: Record<string, string> | undefined;
  /** The most that a file may hold, in units of 1,024 bytes: what goes beyond fails as on a full disk (POSIX, `ulimit -f`). */
  room?: number | undefined;
  /** Is given the process once it runs. */
  watch?: ((child: ChildProcess) => void) | undefined;
}

const built = z.object({ articles: z.number(), files: z.number(), written: z.number(), removed: z.number() });

/** Builds in a process of its own, as an editor does. Throws with what the build says is wrong. */
export async function runBuild(order: BuildOrder): Promise<z.output<typeof built>> {
  const { content, dist, cache, now, cwd, env, room, watch } = order;
  const script = join(import.meta.dirname, 'build-once.ts');
  const words = [process.execPath, script, content, dist, cache, String(now ?? NOW)];
  const limited = ['sh', '-c', `ulimit -f ${(room ?? 0) * 2}; exec "$@"`, 'sh', ...words];
  const [program = '', ...args] = room === undefined ? words : limited;
  const child = spawn(program, args, {
    cwd: cwd ?? PROJECT,
    env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: COMPILED, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  watch?.(child);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [output, complaint, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code !== 0) throw new Error(complaint);
  return built.parse(JSON.parse(output));
}
