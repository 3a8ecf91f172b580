import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { serve } from '../../src/build/serve.ts';
import { FIXTURE_BASE } from './fixture.ts';

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1280, height: 900 };

const USUAL: BrowserContextOptions = { viewport: PHONE, reducedMotion: 'reduce' };

/** A built edition, served on this machine and read in the one Chromium of all tests. */
export interface Reader {
  /** Opens a page of the edition, `''` being the front, in a browser profile of its own. */
  open: (path: string, options?: BrowserContextOptions) => Promise<Page>;
  /**
   * Turns to a page in a profile that the tests of a file share, one for each set of options: for tests that look at many
   * pages and do nothing there, since a profile of its own takes longer than most pages. Media are as the options say.
   */
  turnTo: (path: string, options?: BrowserContextOptions) => Promise<Page>;
  /** The address of a page while it is served. */
  address: (path: string) => string;
}

/**
 * Gives a test file a reader of one of the built editions. After each test it closes what was opened, and fails the
 * test if a page said anything on the console, threw, opened a dialog, failed to load something or asked another host.
 */
export function readerOf(edition: 'fixtureDist' | 'sampleDist'): Reader {
  const base = edition === 'fixtureDist' ? FIXTURE_BASE : '/';
  return readerAt(base, async () => {
    const server = await serve(inject(edition), base, 0);
    const stop = (): Promise<unknown> => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    };
    return { origin: `http://localhost:${portOf(server.address())}`, stop };
  });
}

/** A server of an edition. */
export interface Host {
  /** `http://localhost:4321` */
  origin: string;
  stop: () => Promise<unknown>;
}

/** Gives a test file a reader as readerOf does, of what `start` serves below a base path. */
export function readerAt(base: string, startHost: () => Promise<Host>): Reader {
  let noise: string[] = [];
  let opened: Page[] = [];
  const shared = new Map<string, Page>();
  let browser: Browser;
  let host: Host;
  let origin = '';

  beforeAll(async () => {
    browser = await chromium.connect(inject('browser'));
    host = await startHost();
    ({ origin } = host);
  });
  afterEach(async () => {
    const [heard, pages] = [noise, opened];
    [noise, opened] = [[], []];
    await Promise.all(pages.map((page) => page.context().close()));
    expect(heard, 'what pages said, failed at or asked of others').toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await host.stop();
  });

  const address = (path: string): string => origin + base + path;
  const start = async (options: BrowserContextOptions): Promise<Page> => {
    const context = await browser.newContext({ ...USUAL, ...options });
    const page = await context.newPage();
    page.on('console', (message) => noise.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => noise.push(`error: ${error.message}`));
    page.on('requestfailed', (request) => {
      // What was still under way when a reader went on to another page has not failed.
      const why = request.failure()?.errorText ?? '';
      if (why !== 'net::ERR_ABORTED') noise.push(`failed: ${request.url()} ${why}`);
    });
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== origin) noise.push(`asked another host: ${request.url()}`);
    });
    page.on('dialog', (dialog) => {
      noise.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    return page;
  };
  const open = async (path: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const page = await start(options);
    opened.push(page);
    await page.goto(address(path));
    return page;
  };
  const turnTo = async (path: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const key = JSON.stringify(options);
    const page = shared.get(key) ?? (await start(options));
    shared.set(key, page);
    const { viewport, colorScheme = 'light' } = { ...USUAL, ...options };
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport ?? PHONE);
    await page.goto(address(path));
    return page;
  };
  return { open, turnTo, address };
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  return address.port;
}
