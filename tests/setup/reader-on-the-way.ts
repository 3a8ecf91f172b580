import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest';
import { keptOf } from '../../src/scripts/offline/kept.ts';
import { CuttableHost } from './cuttable-host.ts';
import { FIXTURE_BASE } from './fixture.ts';
import { PHONE } from './reader.ts';

/** A reader of the fixture edition whose network comes and goes. */
export interface ReaderOnTheWay {
  host: CuttableHost;
  /** Opens a page in a browser profile of its own. */
  open: (path: string, options?: BrowserContextOptions) => Promise<Page>;
  /** Opens a page and does what readers do, until the browser has kept it. */
  read: (path: string, page?: Page) => Promise<Page>;
}

/** For what a worker does in its own time; a busy machine takes long. */
export const SOONER_OR_LATER = { timeout: 60_000 };

/** How the browser itself says that a network failed, which no page can prevent. */
const BY_THE_NETWORK = /^Failed to load resource:/u;

/**
 * Gives a test file a reader on the way. Before each test the network is there; after it what was opened is closed, and
 * the test fails if a page said anything on the console, save what the browser says of the network, or threw.
 */
export function readerOnTheWay(): ReaderOnTheWay {
  const host = new CuttableHost(inject('fixtureDist'), FIXTURE_BASE);
  let noise: string[] = [];
  let opened: Page[] = [];
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.connect(inject('browser'));
  });
  beforeEach(async () => {
    host.dist = inject('fixtureDist');
    await host.up();
    host.endRedirects();
    host.takeAsked();
  });
  afterEach(async () => {
    const [heard, pages] = [noise, opened];
    [noise, opened] = [[], []];
    await Promise.all(pages.map((page) => page.context().close()));
    expect(heard, 'what pages said').toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await host.cut();
  });

  const open = async (path: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({ viewport: PHONE, reducedMotion: 'reduce', ...options });
    const page = await context.newPage();
    opened.push(page);
    context.on('console', (message) => {
      if (!BY_THE_NETWORK.test(message.text())) noise.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => noise.push(`error: ${error.message}`));
    await page.goto(host.address(path));
    return page;
  };
  const read = async (path: string, page?: Page): Promise<Page> => {
    const tab = page ?? (await open(path));
    if (page) await page.goto(host.address(path));
    await tab.mouse.wheel(0, 100);
    await expect.poll(() => isKept(tab), { ...SOONER_OR_LATER, message: `whether ${path} is kept` }).toBe(true);
    return tab;
  };
  return { host, open, read };
}

/** Whether the page that is open is kept with its pictures, and the worker is there that shows it where there is no network. */
async function isKept(page: Page): Promise<boolean> {
  const headers = await page.evaluate(async () => {
    const worker = (await navigator.serviceWorker.getRegistration())?.active;
    const response = worker?.state === 'activated' ? await caches.match(location.pathname) : undefined;
    return [...(response?.headers ?? [])];
  });
  // A page is kept before its pictures, and says which they are.
  const pictures = keptOf(new Response('', { headers }))?.page?.pictures;
  if (!pictures) return false;
  return page.evaluate(async (paths) => {
    const kept = await Promise.all(paths.map((path) => caches.match(path)));
    return kept.every((response) => response !== undefined);
  }, pictures);
}
