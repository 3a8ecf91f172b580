import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { PROJECT } from '../../src/build/locations.ts';
import { FIXTURE_EDITION } from './fixture.ts';
import { runBuild } from './run-build.ts';
import { makeScratchFolder } from './scratch.ts';

/** Tests that read no built page. */
const WITHOUT_EDITIONS = new Set(['unit']);

declare module 'vitest' {
  interface ProvidedContext {
    /** tests/fixtures/edition, built at `NOW` under the base path /news/. */
    fixtureDist: string;
    /** The edition in content/, built at `NOW`. */
    sampleDist: string;
  }
}

/** Builds the editions that tests read, once for all projects that run. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (project.vitest.projects.every(({ name }) => WITHOUT_EDITIONS.has(name))) return undefined;
  const folder = makeScratchFolder();
  const teardown = (): Promise<void> => rm(folder, { recursive: true });
  const buildInto = async (name: 'fixtureDist' | 'sampleDist', content: string): Promise<void> => {
    const dist = join(folder, name);
    await runBuild({ content, dist, cache: join(folder, 'cache') });
    project.provide(name, dist);
  };
  try {
    await Promise.all([buildInto('fixtureDist', FIXTURE_EDITION), buildInto('sampleDist', join(PROJECT, 'content'))]);
  } catch (error) {
    await teardown();
    throw error;
  }
  return teardown;
}
