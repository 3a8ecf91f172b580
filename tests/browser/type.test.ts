import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { DESK, readerOf } from '../setup/reader.ts';

const fixture = readerOf('fixtureDist');
const sample = readerOf('sampleDist');
const KERRY = 'articles/2016/10/washington-suspends-syria-talks-moscow-a-plutonium-pact/';

/** Characters on a full line of an article's long paragraphs, on the average. */
function charactersALine(page: Page): Promise<number> {
  return page.locator('[data-part=body] > p').evaluateAll((paragraphs) => {
    const counts = paragraphs
      .map((paragraph) => paragraph.textContent)
      .map((text, index) => {
        const range = document.createRange();
        const paragraph = paragraphs[index];
        if (paragraph) range.selectNodeContents(paragraph);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
        // The last line is half full on the average.
        return text.length > 200 ? text.length / (lines - 0.5) : 0;
      })
      .filter((count) => count > 0);
    return counts.reduce((sum, count) => sum + count, 0) / counts.length;
  });
}

test('a line holds about 46 characters on a phone and 65 on a desk', async () => {
  const page = await fixture.open('articles/2025/06/plain/');
  const onPhone = await charactersALine(page);
  await page.setViewportSize(DESK);
  const onDesk = await charactersALine(page);
  expect(onPhone).toBeGreaterThanOrEqual(34);
  expect(onPhone).toBeLessThanOrEqual(52);
  expect(onDesk).toBeGreaterThanOrEqual(55);
  expect(onDesk).toBeLessThanOrEqual(76);
});

test('text is set at 18 pixels or more with open lines', async () => {
  const page = await fixture.open('articles/2025/06/plain/');
  const { size, line } = await page
    .locator('[data-part=body] p')
    .first()
    .evaluate((paragraph) => ({
      size: Number.parseFloat(getComputedStyle(paragraph).fontSize),
      line: Number.parseFloat(getComputedStyle(paragraph).lineHeight),
    }));
  expect(size).toBeGreaterThanOrEqual(18);
  expect(line / size).toBeGreaterThanOrEqual(1.5);
});

test.each([
  { what: 'a plain article', path: 'articles/2025/06/plain/', reader: fixture },
  { what: 'a copy with a caption', path: 'articles/2016/10/verbatim-copy/', reader: fixture },
  { what: 'an article of the sample edition', path: KERRY, reader: sample },
])('the text of $what begins on the first screen of a phone', async ({ path, reader }) => {
  const page = await reader.open(path);
  expect((await page.locator('h1').innerText()).length).toBeLessThanOrEqual(80);
  const box = await page.locator('[data-part=body] p').first().boundingBox();
  expect(box?.y).toBeLessThan(560);
});

test('nothing moves when the picture comes late', async () => {
  const page = await fixture.open('about/');
  await page.addInitScript(() => {
    let shifts = 0;
    new PerformanceObserver((list) => {
      shifts += list.getEntries().length;
      sessionStorage.setItem('shifts', String(shifts));
    }).observe({ type: 'layout-shift', buffered: true });
    sessionStorage.setItem('shifts', '0');
  });
  let letThrough = (): void => undefined;
  const held = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route('**/pictures/*.avif', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(fixture.address('articles/2025/06/everything/'), { waitUntil: 'domcontentloaded' });
  const text = page.locator('[data-part=body] p').first();
  const before = await text.boundingBox();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  letThrough();
  await page.waitForFunction(() => (document.querySelector('img')?.naturalWidth ?? 0) > 0);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  expect(await text.boundingBox()).toEqual(before);
  expect(await page.evaluate(() => sessionStorage.getItem('shifts'))).toBe('0');
});

test('a page asks for itself and its picture, and for nothing else', async () => {
  const page = await fixture.open('about/');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(fixture.address('articles/2025/06/everything/'), { waitUntil: 'networkidle' });
  expect(asked.filter((url) => !url.endsWith('/favicon.svg'))).toEqual([
    fixture.address('articles/2025/06/everything/'),
    expect.stringMatching(/\/news\/pictures\/[0-9a-f]{20}-480\.avif$/u),
  ]);
});
