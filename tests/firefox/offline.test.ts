import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { CuttableHost } from '../setup/cuttable-host.ts';
import { startFirefox } from '../setup/firefox.ts';
import { FIXTURE_BASE } from '../setup/fixture.ts';

const FERRY = 'articles/2025/06/everything/';
const CRANE = 'articles/2025/06/plain/';

const host = new CuttableHost(inject('fixtureDist'), FIXTURE_BASE);
let browser: Browser;

beforeAll(async () => {
  browser = await startFirefox();
  await host.up();
});
afterAll(async () => {
  await browser.close();
  await host.cut();
});

function headlineOf(page: Page): Promise<string> {
  return page.$eval('h1', (heading) => heading.innerText);
}

test('a reader with Firefox whose network is cut reads on, is told what cannot be read, and then can', async () => {
  const page = await browser.newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  await page.goto(host.address(FERRY));
  const headline = await headlineOf(page);
  await page.keyboard.press('Shift');
  // The pictures of a page are kept after it.
  const isKept = (): Promise<boolean> =>
    page.evaluate(async () => {
      const wanted = [location.href, ...[...document.images].map(({ currentSrc }) => currentSrc)];
      const kept = await Promise.all(wanted.map((address) => caches.match(address)));
      return kept.every((answer) => answer !== undefined);
    });
  await vi.waitUntil(isKept, { timeout: 60_000 });

  await host.cut();
  await page.reload();
  expect(await headlineOf(page)).toBe(headline);
  const width = await page.$eval('[data-part=figure] img', async (picture) => {
    await picture.decode();
    return picture.naturalWidth;
  });
  expect(width).toBeGreaterThan(0);
  await page.goto(host.address(CRANE));
  expect(await headlineOf(page)).toBe('You are offline');
  await page.waitForSelector(`#kept a[href="${FIXTURE_BASE}${FERRY}"]`);

  await host.up();
  await Promise.all([page.waitForNavigation(), page.click('[value=again]')]);
  expect(await headlineOf(page)).not.toBe('You are offline');
  expect(page.url()).toBe(host.address(CRANE));
  expect(said).toEqual([]);
});
