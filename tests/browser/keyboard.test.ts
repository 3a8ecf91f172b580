import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readerOf } from '../setup/reader.ts';
import { openSettings } from '../setup/settings.ts';

const { open } = readerOf('fixtureDist');

interface Stop {
  text: string;
  part: string;
  outlined: boolean;
  onScreen: boolean;
}

/** Presses Tab from the top of a page until it has gone through; tells each stop and whether a reader could see it. */
async function walk(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let press = 0; press < 100; press += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return undefined;
      const { outlineStyle, outlineWidth } = getComputedStyle(focused);
      const { top, bottom, left, right } = focused.getBoundingClientRect();
      return {
        text: (focused.textContent || focused.id).replace(/\s+/gu, ' ').trim(),
        part: focused.closest('[data-part]')?.getAttribute('data-part') ?? '',
        outlined: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
        onScreen: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth && bottom - top > 8,
      };
    });
    if (!stop) break;
    stops.push(stop);
  }
  return stops;
}

test('the first stop of a keyboard is the way past the masthead, and it leads into the text', async () => {
  const page = await open('articles/2025/06/everything/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the text' });
  expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
  const box = await skip.boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(44);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main')?.id)).toBe('text');
});

test('every stop of a keyboard is on the screen and outlined', async () => {
  for (const path of ['', 'articles/2025/06/everything/', 'articles/2025/01/footnotes-and-tables/', 'tags/']) {
    const stops = await walk(await open(path));
    expect(stops.length, path).toBeGreaterThan(8);
    expect(
      stops.filter(({ outlined, onScreen }) => !outlined || !onScreen),
      path,
    ).toEqual([]);
  }
});

test('a keyboard goes through an article in the order in which it is read', async () => {
  const stops = await walk(await open('articles/2025/06/everything/'));
  const parts = stops.map(({ part }) => part).filter((part, index, all) => part !== all[index - 1]);
  expect(parts).toEqual(['', 'article', 'byline', 'article', 'body', 'article', 'topics', 'thread', 'related', '']);
  const topics = stops.filter(({ part }) => part === 'topics').map(({ text }) => text);
  expect(topics).toEqual(['Harbour', 'Ferry', 'Council', 'Shipyard']);
});

test('the paper is chosen with the arrow keys', async () => {
  const page = await open('articles/2025/06/plain/');
  const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  await openSettings(page);
  await page.locator('#t-a').focus();
  const seen: string[] = [];
  for (let press = 0; press < 3; press += 1) {
    await page.keyboard.press('ArrowRight');
    seen.push(await paper());
  }
  expect(seen).toEqual([light, 'rgb(243, 234, 214)', 'rgb(21, 20, 18)']);
  await page.keyboard.press('ArrowLeft');
  expect(await page.getByRole('radio', { name: 'Sepia' }).isChecked()).toBe(true);
});

test('the receipt opens by keyboard', async () => {
  const page = await open('articles/2016/10/verbatim-copy/');
  await page.locator('[data-part=receipt] summary').focus();
  await page.keyboard.press('Enter');
  expect(await page.getByText('Line 3 moved to the caption').isVisible()).toBe(true);
});

test('a table wider than the screen is scrolled by keyboard, and the page is not', async () => {
  const page = await open('articles/2025/01/footnotes-and-tables/');
  const frame = page.getByRole('group', { name: 'Table' });
  await frame.focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => (document.querySelector('.wide')?.scrollLeft ?? 0) > 0);
  expect(await page.evaluate(() => scrollX)).toBe(0);
});

test('a code block wider than the screen can be reached and scrolled by keyboard', async () => {
  const page = await open('articles/2025/01/footnotes-and-tables/');
  const stops = await walk(page);
  expect(stops.map(({ text }) => text)).toContainEqual(expect.stringContaining('HALCYON'));
});
