import { existsSync } from 'node:fs';
import { type BrowserServer, chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the one Chromium of all browser tests listens. */
    browser: string;
  }
}

/** Ours, not the package's: those would switch web security off. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Whatever a page under test asks of other hosts, none is asked.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
];

/** The first that is there: without a window, pages open in half the time. */
const SYSTEM = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Starts one Chromium for all browser tests: that of CHROME_PATH, the system's, or the one that npm installed. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await start().catch((error: unknown) => {
    const [why = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new Error(`The browser tests need Chromium: install it, or say where it is with CHROME_PATH. (${why})`);
  });
  project.provide('browser', server.wsEndpoint());
  return () => server.close();
}

/** Starts a Chromium for those who close it themselves. */
export async function start(): Promise<BrowserServer> {
  return chromium.launchServer({ executablePath: await findChromium(), args: FLAGS });
}

async function findChromium(): Promise<string> {
  const known = process.env['CHROME_PATH'] ?? SYSTEM.find((path) => existsSync(path));
  if (known !== undefined) return known;
  // Tells the package to unpack the libraries that a bare machine lacks, too.
  process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}
