import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { firefoxReader } from '../setup/firefox.ts';

const { open, address } = firefoxReader();

/** Writes down from now on which keys the page takes from its reader, before Firefox makes a quick search of them. */
async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.body.dataset['taken'] = '';
    addEventListener('keydown', ({ key, defaultPrevented }) => {
      if (defaultPrevented) document.body.dataset['taken'] = (document.body.dataset['taken'] ?? '') + key;
    });
  });
}

const taken = (page: Page): Promise<string | undefined> => page.evaluate(() => document.body.dataset['taken']);

test('the key of the search leads to the search, not to that of Firefox', async () => {
  const page = await open('articles/2025/06/plain/');
  await watchKeys(page);
  await page.keyboard.press('?');
  expect(await taken(page)).toBe('?');
  await page.waitForSelector('dialog[open]');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !document.querySelector('dialog'));
  await Promise.all([page.waitForNavigation(), page.keyboard.press('/')]);
  expect(page.url()).toBe(address('search/'));
});

test('what a reader types in the search is typed, the other quick search of Firefox is left alone, and Alt is free', async () => {
  const page = await open('search/');
  await page.waitForFunction(() => document.activeElement?.id === 'q');
  await watchKeys(page);
  await page.keyboard.type("s/'j?");
  expect(await page.$eval('#q', (box) => (box instanceof HTMLInputElement ? box.value : ''))).toBe("s/'j?");
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.keyboard.down('Alt');
  await page.keyboard.press('j');
  await page.keyboard.up('Alt');
  await page.keyboard.press("'");
  expect(await taken(page)).toBe('');
});
