import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readerOf } from '../setup/reader.ts';
import { openSettings } from '../setup/settings.ts';

const { open } = readerOf('fixtureDist');

/** A page as it would be printed, by a reader who chose dark paper on a dark system. */
async function printed(path: string): Promise<Page> {
  const page = await open(path, { colorScheme: 'dark' });
  await openSettings(page);
  await page.locator('#t-d').check();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  return page;
}

test.each(['articles/2016/10/verbatim-copy/', 'articles/2025/03/arabic-rtl/', '', 'tags/harbour/'])(
  'print of "%s" is black on white, whatever was chosen for the screen',
  async (path) => {
    const page = await printed(path);
    const colours = await page.evaluate(() => ({
      paper: getComputedStyle(document.documentElement).backgroundColor,
      inks: [
        ...new Set(
          [...document.querySelectorAll('main *')]
            .filter((element) => element.checkVisibility())
            .map((element) => getComputedStyle(element).color),
        ),
      ],
    }));
    expect(colours).toEqual({ paper: 'rgb(255, 255, 255)', inks: ['rgb(0, 0, 0)'] });
  },
);

test('print has no navigation and no controls', async () => {
  const page = await printed('articles/2025/06/everything/');
  const controls = page.locator('nav a, input, summary, footer, .skip, [data-part=related] a');
  const visible = await controls.evaluateAll((found) => found.filter((element) => element.checkVisibility()).length);
  expect([visible, (await controls.all()).length > 10]).toEqual([0, true]);
});

test('print names the source of a copy with its address, and the day on which it was taken', async () => {
  const page = await printed('articles/2016/10/verbatim-copy/');
  const imprint = page.locator('.imprint');
  expect(await imprint.isVisible()).toBe(true);
  expect(await imprint.innerText()).toBe('https://herald.example/2016/10/04/fleet · captured 5 October 2016');
});

test('print of an edited copy gives its own address, its source and the day on which it was taken', async () => {
  const page = await printed('articles/2024/10/edited-copy/');
  expect(await page.locator('.imprint').innerText()).toBe(
    'https://paper.example/news/articles/2024/10/edited-copy/ · captured 11 October 2024',
  );
  const source = page.locator('.meta a').first();
  expect(await source.evaluate((link) => getComputedStyle(link, '::after').content)).toContain('(');
});

test('the imprint is only for print', async () => {
  const page = await open('articles/2016/10/verbatim-copy/');
  expect(await page.locator('.imprint').isVisible()).toBe(false);
});

test('print is set in 11 points, and the text and its table stay on the sheet', async () => {
  const page = await open('articles/2025/01/footnotes-and-tables/', { viewport: { width: 680, height: 960 } });
  await page.emulateMedia({ media: 'print' });
  const { size, wide } = await page.evaluate(() => ({
    size: getComputedStyle(document.querySelector('[data-part=body] p') ?? document.body).fontSize,
    wide: document.documentElement.scrollWidth,
  }));
  expect(Number.parseFloat(size)).toBeCloseTo((11 * 96) / 72, 1);
  expect(wide).toBeLessThanOrEqual(680);
});

test('nothing that can be scrolled on the screen is cut off in print', async () => {
  const page = await open('articles/2025/01/footnotes-and-tables/', { viewport: { width: 680, height: 960 } });
  await page.emulateMedia({ media: 'print' });
  const cut = await page.locator('main *').evaluateAll((found) =>
    found
      .filter((element) => element.checkVisibility() && !element.matches('.unseen'))
      .filter((element) => getComputedStyle(element).overflowX !== 'visible')
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => element.tagName),
  );
  expect(cut).toEqual([]);
});
