import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { CACHE, PROJECT } from '../../src/build/locations.ts';
import { NOW } from './fixture.ts';

/** What Node keeps of compiled modules, for all builds of all tests. */
export const COMPILED = join(CACHE, 'compiled');

/** The script that builds, below a project. */
export const BUILD_ONCE = 'tests/setup/build-once.ts';

export interface BuildOrder {
  content: string;
  dist: string;
  cache: string;
  /** The moment of the build; `NOW` where it is not given. */
  now?: number | undefined;
  /** Leave out the articles that something is wrong with. */
  skipBad?: boolean | undefined;
  /** The project whose code builds; this one where it is not given. */
  project?: string | undefined;
  /** Words for Node itself. */
  flags?: readonly string[] | undefined;
  /** The working folder; the project's own where it is not given. */
  cwd?: string | undefined;
  /** The environment, apart from the path. */
  env?: Record<string, string> | undefined;
  /** The most that a file may hold, in units of 512 bytes: what goes beyond fails as on a full disk (POSIX, `ulimit -f`). */
  room?: number | undefined;
}

const built = z.object({ articles: z.number(), files: z.number(), written: z.number(), removed: z.number() });

/** A build that was killed, and could say nothing. */
export class KilledBuild extends Error {}

/** Builds in a process of its own, as an editor does. Throws with what the build says is wrong, or a KilledBuild. */
export async function runBuild(order: BuildOrder): Promise<z.output<typeof built>> {
  const { content, dist, cache, now, skipBad = false, project = PROJECT, flags = [], cwd, env, room } = order;
  const words = [join(project, BUILD_ONCE), content, dist, cache, String(now ?? NOW), ...(skipBad ? ['skip-bad'] : [])];
  const limit = room === undefined ? [] : ['sh', '-c', `ulimit -f ${room}; exec "$@"`, 'sh'];
  const [program = '', ...args] = [...limit, process.execPath, ...flags, ...words];
  const child = spawn(program, args, {
    cwd: cwd ?? project,
    env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: COMPILED, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [output, complaint, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (child.signalCode === 'SIGKILL') throw new KilledBuild();
  if (code !== 0) throw new Error(complaint);
  return built.parse(JSON.parse(output));
}
