import type { Server } from 'node:http';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { serve } from '../../src/build/serve.ts';
import { FIXTURE_BASE } from './fixture.ts';
import { findFirefox } from './programs.ts';

export const PHONE = { width: 390, height: 844 };

/** A port on which nobody listens: whatever is asked of other hosts ends there. */
const NOBODY = { host: '127.0.0.1', port: 9 };

/** What is not as Firefox comes: see about:config. */
const PREFERENCES = {
  'network.proxy.type': 1,
  'network.proxy.http': NOBODY.host,
  'network.proxy.http_port': NOBODY.port,
  'network.proxy.ssl': NOBODY.host,
  'network.proxy.ssl_port': NOBODY.port,
  'network.proxy.no_proxies_on': 'localhost',
  'network.trr.mode': 5,
  // A light system, whatever this machine is, and the scroll bars of a phone.
  'layout.css.prefers-color-scheme.content-override': 1,
  'ui.prefersReducedMotion': 1,
  'ui.useOverlayScrollbars': 1,
};

/** Starts a Firefox with a new profile, that of FIREFOX_PATH or the system's, for those who close it themselves. */
export async function startFirefox(): Promise<Browser> {
  const path = findFirefox();
  if (path === undefined) {
    throw new Error('These tests need Firefox: apt install firefox-esr, or say where it is with FIREFOX_PATH.');
  }
  return launch({
    browser: 'firefox',
    executablePath: path,
    headless: true,
    defaultViewport: PHONE,
    extraPrefsFirefox: PREFERENCES,
  });
}

/** The address at which a server of this machine is reached, without a path. */
export function originOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  return `http://localhost:${address.port}`;
}

/** Ends a server and whatever still hangs on it. */
export async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

/** What a page says by itself: on the console, by errors and policy reports, by dialogs, by asking other hosts. */
export function listen(page: Page, origin: string, say: (what: string) => void): void {
  page.on('console', (message) => say(`console: ${message.text()}`));
  page.on('pageerror', (error) => {
    const what = error instanceof Error ? error.message : String(error);
    // What was still under way when a reader went on to another page has not failed; it has no address any more.
    if (!what.startsWith('Failed to load ‘’. A ServiceWorker')) say(`error: ${what}`);
  });
  page.on('dialog', (dialog) => {
    say(`dialog: ${dialog.message()}`);
    dialog.dismiss().catch(() => undefined);
  });
  page.on('popup', () => say('a window opened'));
  page.on('request', (request) => {
    if (!isOwnFont(request.url()) && !request.url().startsWith(`${origin}/`))
      say(`asked another host: ${request.url()}`);
  });
}

/** Firefox brings the marks of lists in a font of its own and calls that a request; no page of ours may load a font. */
export function isOwnFont(url: string): boolean {
  return url.startsWith('data:font/');
}

/** The fixture edition, served on this machine and read in a Firefox. */
export interface FirefoxReader {
  /** Turns to a page in a tab that stays open from test to test: the quick way where nothing is left behind. */
  turnTo: (path: string) => Promise<Page>;
  /** Opens a page of the edition, `''` being the front, in a profile that no other test has used. */
  open: (path: string) => Promise<Page>;
  /** The address of a page while it is served. */
  address: (path: string) => string;
}

/**
 * Gives a test file a reader of the fixture edition with Firefox. After each test it closes what was opened, and fails
 * the test if a page said anything on the console, threw, broke its policy, opened a dialog or asked another host.
 */
export function firefoxReader(): FirefoxReader {
  let noise: string[] = [];
  let opened: Page[] = [];
  let browser: Browser;
  let server: Server;
  let tab: Page | undefined;

  beforeAll(async () => {
    browser = await startFirefox();
    server = await serve(inject('fixtureDist'), FIXTURE_BASE, 0);
  });
  afterEach(async () => {
    const [heard, pages] = [noise, opened];
    [noise, opened] = [[], []];
    await Promise.all(pages.map((page) => page.browserContext().close()));
    expect(heard, 'what pages said or asked of others').toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await closeServer(server);
  });

  const address = (path: string): string => originOf(server) + FIXTURE_BASE + path;
  const newTab = async (): Promise<Page> => {
    const page = await (await browser.createBrowserContext()).newPage();
    listen(page, originOf(server), (what) => noise.push(what));
    return page;
  };
  const turnTo = async (path: string): Promise<Page> => {
    tab ??= await newTab();
    await tab.goto(address(path));
    return tab;
  };
  const open = async (path: string): Promise<Page> => {
    const page = await newTab();
    opened.push(page);
    await page.goto(address(path));
    return page;
  };
  return { turnTo, open, address };
}
