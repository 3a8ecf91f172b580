import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { build } from '../../src/build/build.ts';
import { PROJECT } from '../../src/build/locations.ts';

/** The moment at which the tests' editions are built. */
export const NOW = Date.UTC(2026, 10, 22, 12);

declare module 'vitest' {
  interface ProvidedContext {
    /** tests/fixtures/edition, built at `NOW` under the base path /news/. */
    fixtureDist: string;
    /** The edition in content/, built at `NOW`. */
    sampleDist: string;
  }
}

/** Builds the editions that tests read, once for all test files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'tearsheet-'));
  const builds = { fixtureDist: 'tests/fixtures/edition', sampleDist: 'content' } as const;
  for (const [name, content] of Object.entries(builds)) {
    const dist = join(folder, name);
    await build({ project: PROJECT, content: join(PROJECT, content), dist, cache: join(folder, 'cache'), now: NOW });
    project.provide(name === 'fixtureDist' ? 'fixtureDist' : 'sampleDist', dist);
  }
  return () => rm(folder, { recursive: true });
}
