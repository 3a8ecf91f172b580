import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** Third-party files that some tests read; they are not part of the repository and a public clone has none. */
const shared = existsSync(new URL('../shared/README.md', import.meta.url));
const sharedIsRequired = process.env['TEARSHEET_SHARED'] === 'required';
if (!shared && !sharedIsRequired) console.log('Left out: the tests that read third-party files from ../shared.');

const projects = ['unit', 'site', 'browser', ...(shared || sharedIsRequired ? ['shared'] : [])];

export default defineConfig({
  test: {
    // Builds and browsers take their time on a busy machine; nothing here judges by the clock.
    testTimeout: 120_000,
    hookTimeout: 300_000,
    // Much of a test's time is another process's: builds, browsers, servers.
    maxWorkers: '100%',
    // Once for all projects: what the tests read is built before the first of them.
    globalSetup: ['tests/setup/editions.ts'],
    projects: projects.map((name) => ({
      extends: true,
      test: {
        name,
        include: [`tests/${name}/**/*.test.ts`],
        globalSetup: name === 'browser' ? ['tests/setup/chromium.ts'] : [],
      },
    })),
  },
});
