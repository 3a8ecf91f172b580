import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fillUp, offer, readOnTo, remembers, save, showsSaved, stopInTheMiddle } from '../setup/memory.ts';
import { readerOf } from '../setup/reader.ts';

const { open, address } = readerOf('fixtureDist');

const LONG = 'articles/2025/01/footnotes-and-tables/';
const SHORT = 'articles/2025/06/plain/';
const LIST = 'tags/harbour/';

describe('a reader who wants nothing remembered', () => {
  const keys = (page: Page): Promise<string[]> => page.evaluate(() => Object.keys(localStorage).sort());

  /** Switches remembering on or off in the settings. */
  async function setMemory(page: Page, value: 'On' | 'Off'): Promise<void> {
    await page.locator('a[href="#settings"]').click();
    await page.getByRole('group', { name: 'Remember what I read' }).getByRole('radio', { name: value }).check();
    await page.waitForFunction(
      (text) => (localStorage.getItem('settings') ?? '').includes('memory') === text,
      value === 'Off',
    );
    await page.getByRole('link', { name: 'Close' }).click();
  }

  test('leaves nothing but that wish', async () => {
    const page = await open('about/');
    await page.evaluate(() => localStorage.setItem('settings', '{"memory":"off"}'));
    for (const path of [LONG, SHORT, LIST]) {
      await page.goto(address(path));
      await readOnTo(page, 900);
      await page.keyboard.press('End');
      await page.mouse.click(5, 5);
    }
    await page.goto(address('about/'));
    expect(await keys(page)).toEqual(['settings']);
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
  });

  test('has what was remembered forgotten with the next page, be it kept without a network, and keeps what was saved', async () => {
    const page = await open(LONG);
    await save(page);
    await stopInTheMiddle(page);
    await page.goto(address(LIST));
    await remembers(page, 'lists', 'harbour');
    await setMemory(page, 'Off');
    expect(await keys(page)).toEqual(['lists', 'read', 'saved', 'settings']);
    await page.goto(address('about/'));
    await page.waitForFunction(() => localStorage.getItem('lists') === null);
    expect(await page.evaluate(() => localStorage.getItem('read'))).not.toContain('articles');
    await page.goto(address(LONG));
    await showsSaved(page, true);
    expect(await offer(page).count()).toBe(0);
    await page.getByRole('button', { name: 'Saved' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).waitFor();
    await page.reload();
    await page.waitForFunction(() => localStorage.getItem('read') === null);
    expect(await keys(page)).toEqual(['settings']);
  });

  test('loses nothing by a slip of the hand that is undone at once', async () => {
    const page = await open(LONG);
    await stopInTheMiddle(page);
    await readOnTo(page, 0);
    await setMemory(page, 'Off');
    await page.locator('a[href="#settings"]').click();
    await page.getByRole('group', { name: 'Remember what I read' }).getByRole('radio', { name: 'On' }).check();
    await page.reload();
    await offer(page).waitFor();
  });
});

describe('where the browser keeps nothing', () => {
  test('at all, nothing of it is shown', async () => {
    const page = await open('about/');
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    for (const path of [LONG, LIST]) {
      await page.goto(address(path));
      await readOnTo(page, 1000);
      await page.keyboard.press('ArrowDown');
      expect(await page.locator('[data-load=save], footer a').filter({ visible: true }).count()).toBe(0);
    }
    await page.goto(address('saved/'));
    await page.getByText('This browser keeps nothing for this site, so nothing can be saved.').waitFor();
    expect(await page.locator('.saved').isVisible()).toBe(false);
  });

  test('though it does not say so before, a reader who saves is told', async () => {
    const page = await open('about/');
    await fillUp(page);
    await page.goto(address(LONG));
    await readOnTo(page, 1000);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('status').filter({ hasText: 'This browser keeps nothing for this site' }).waitFor();
    expect(await page.getByRole('button', { name: 'Saved' }).count()).toBe(0);
    await page.goto(address('saved/'));
    await page.getByText('This browser keeps nothing for this site, so nothing can be saved.').waitFor();
    expect(await page.locator('.saved').isVisible()).toBe(false);
  });
});
