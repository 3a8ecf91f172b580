import { rmSync, statSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { serve } from '../../src/build/serve.ts';
import { FIXTURE_BASE } from '../setup/fixture.ts';
import { grain } from '../setup/grain.ts';
import { PHONE } from '../setup/reader.ts';
import { Desk, makeScratchFolder } from '../setup/scratch.ts';

const FOLDER = 'articles/2025/06';
/** So long that what follows stands several screens below. */
const TEXT = Array.from({ length: 120 }, (_, index) => `Paragraph ${index + 1} says that the ferry lay at the quay.`);

const folder = makeScratchFolder();
const desk = new Desk('nothing', folder);
let browser: Browser;
let server: Server;
let origin = '';

beforeAll(async () => {
  const front = 'title: Ferry\npublished: 2025-06-01\nimage: { src: ferry.jpg, alt: The ferry }';
  desk.write('2025/06/ferry.md', `---\n${front}\n---\n\n${TEXT.join('\n\n')}\n\n![The quay](quay.jpg)\n\nThe end.\n`);
  // Of a shape that no smaller size has exactly.
  writeFileSync(desk.article('2025/06/ferry.jpg'), await grain(1001, 667));
  writeFileSync(desk.article('2025/06/quay.jpg'), await grain(601, 399, 8));
  await desk.build();
  browser = await chromium.connect(inject('browser'));
  server = await serve(desk.dist, FIXTURE_BASE, 0);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  origin = `http://localhost:${address.port}`;
});
afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

interface Visit {
  page: Page;
  /** The files of pictures that were asked for, below the base path. */
  asked: string[];
  /** What the page said on the console. */
  said: string[];
}

async function visit(deviceScaleFactor: number, before?: (page: Page) => Promise<unknown>): Promise<Visit> {
  const context = await browser.newContext({ viewport: PHONE, deviceScaleFactor, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const [asked, said]: [string[], string[]] = [[], []];
  page.on('console', (message) => said.push(`${message.text()} ${message.location().url}`));
  page.on('request', (request) => {
    if (request.resourceType() === 'image') asked.push(new URL(request.url()).pathname.slice(FIXTURE_BASE.length));
  });
  await before?.(page);
  await page.goto(`${origin}${FIXTURE_BASE}${FOLDER}/ferry/`, { waitUntil: 'domcontentloaded' });
  return { page, asked, said };
}

const isShown = (page: Page, place: number): Promise<unknown> =>
  page.waitForFunction((index) => (document.images[index]?.naturalWidth ?? 0) > 0, place);
const pictures = (asked: readonly string[]): string[] => asked.filter((file) => !file.endsWith('favicon.svg'));

test.each([
  [2, 720],
  [3, 1001],
])('a phone of %i pixels a point loads an AVIF of %i pixels and not the original', async (scale, width) => {
  const { page, asked, said } = await visit(scale);
  await isShown(page, 0);
  expect(pictures(asked)).toEqual([expect.stringMatching(new RegExp(`^pictures/[0-9a-f]{20}-${width}\\.avif$`, 'u'))]);
  const sizes = [...pictures(asked), `${FOLDER}/ferry.jpg`].map((file) => statSync(join(desk.dist, file)).size);
  expect(sizes[0]).toBeLessThan(sizes[1] ?? 0);
  expect(said).toEqual([]);
  await page.context().close();
});

test('a picture far below is not asked for before a reader comes near', async () => {
  const { page, asked, said } = await visit(1);
  await isShown(page, 0);
  expect(pictures(asked)).toHaveLength(1);
  await page.getByText('The end.').scrollIntoViewIfNeeded();
  await isShown(page, 1);
  expect(pictures(asked)).toHaveLength(2);
  expect(said).toEqual([]);
  await page.context().close();
});

test('nothing moves while pictures come late', async () => {
  let letThrough = (): void => undefined;
  const held = new Promise<void>((resolve) => (letThrough = resolve));
  const { page } = await visit(2, async (opened) => {
    await opened.addInitScript(() => {
      new PerformanceObserver((list) => {
        document.documentElement.dataset['shifts'] = String(list.getEntries().length);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await opened.route('**/pictures/*', async (route) => {
      await held;
      await route.continue();
    });
  });
  const rest = (): Promise<void> =>
    page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))));
  await page.getByText('The end.').scrollIntoViewIfNeeded();
  const boxes = (): Promise<number[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll('img, figure, [data-part=body] > p')].map((element) => {
        const { top, height } = element.getBoundingClientRect();
        return Math.round(top) + Math.round(height);
      }),
    );
  await rest();
  const before = await boxes();
  letThrough();
  await isShown(page, 0);
  await isShown(page, 1);
  await rest();
  const after = await boxes();
  // A smaller size has whole pixels too, so that its shape is not quite that of the original.
  expect(after.map((value, index) => Math.abs(value - (before[index] ?? 0))).filter((by) => by > 1)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.dataset['shifts'])).toBeUndefined();
  await page.context().close();
});
