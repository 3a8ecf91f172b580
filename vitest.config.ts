import { existsSync } from 'node:fs';
import { env } from 'node:process';
import { defineConfig } from 'vitest/config';
import { findApache, findCaddy, findFirefox, findNginx } from './tests/setup/programs.ts';

/** Where the whole proof runs, nothing that a test needs may be missing; elsewhere those tests are left out, and said to be. */
const isWhole = env['TEARSHEET_SHARED'] === 'required';

const isThere = (path: string): boolean => existsSync(new URL(path, import.meta.url));

/** What some tests need of the machine: third-party files, which no public clone has, or programs. */
const FILES = { what: 'third-party files in ../shared', isThere: isThere('../shared/README.md') };
const CADDY = { what: 'Caddy', isThere: findCaddy() !== undefined };
const NGINX = { what: 'nginx', isThere: findNginx() !== undefined };
const APACHE = { what: 'Apache', isThere: findApache() !== undefined };
const FIREFOX = { what: 'Firefox', isThere: findFirefox() !== undefined };
const XMLLINT = { what: 'xmllint', isThere: isThere('/usr/bin/xmllint') };
const EPUBCHECK = { what: 'epubcheck', isThere: isThere('/usr/share/java/epubcheck.jar') };
const JAVA = { what: 'Java', isThere: isThere('/usr/bin/java') };

const PROJECTS = {
  unit: [],
  site: [],
  browser: [],
  validity: [XMLLINT, JAVA, EPUBCHECK],
  hosting: [CADDY, NGINX, APACHE],
  firefox: [FIREFOX],
  shared: [FILES],
};

const projects = Object.entries(PROJECTS).flatMap(([name, needs]) => {
  const missing = needs.filter((need) => !need.isThere).map(({ what }) => what);
  if (missing.length === 0 || isWhole) return [name];
  console.log(`Left out: tests/${name}, since there is no ${missing.join(' and no ')} on this machine.`);
  return [];
});

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
        globalSetup: ['browser', 'hosting'].includes(name) ? ['tests/setup/chromium.ts'] : [],
      },
    })),
  },
});
