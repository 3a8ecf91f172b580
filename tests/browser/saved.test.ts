import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFindings, loadAxe } from '../setup/axe.ts';
import { fillUp, saveAll, saveButton, savedButton, savedHeadlines, savedSays, showsSaved } from '../setup/memory.ts';
import { DESK, readerOf } from '../setup/reader.ts';

const { open, address } = readerOf('fixtureDist');

const FERRY = { path: 'articles/2025/06/everything/', headline: 'Night Ferry Returns to Northport after Nine Years' };
const CRANE = { path: 'articles/2025/06/plain/', headline: 'Harbour Board Votes to Keep the Old Crane' };
const ARABIC = {
  path: 'articles/2025/03/arabic-rtl/',
  headline: 'الميناء القديم يستقبل أول سفينة شراعية منذ عشرين عامًا',
};

/** Opens the page of what is saved, and waits until it shows it. */
async function openSaved(page: Page): Promise<void> {
  await page.goto(address('saved/'));
  await page.locator('.saved').waitFor();
}

const addressesOf = (...articles: { path: string }[]): string[] => articles.map(({ path }) => address(path));

describe('a reader who saves an article', () => {
  test('by keyboard alone finds it in the list, and takes it out again', async () => {
    const page = await open(FERRY.path);
    await saveButton(page).focus();
    await page.keyboard.press('Enter');
    await showsSaved(page, true);
    expect(await saveButton(page).innerText()).toBe('Saved');
    await page.reload();
    await showsSaved(page, true);
    await page.getByRole('contentinfo').getByRole('link', { name: 'Saved' }).press('Enter');
    await page.waitForURL(address('saved/'));
    await page.locator('.saved').waitFor();
    expect(await savedHeadlines(page)).toEqual([FERRY.headline]);
    const day = await page.evaluate(() => new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(new Date()));
    expect(await page.locator('.saved .teaser .meta > span').allTextContents()).toEqual([
      'The Coast Herald',
      '14 June 2025',
      `Saved ${day}`,
      `Remove ${FERRY.headline}`,
    ]);
    await page.getByRole('link', { name: FERRY.headline }).press('Enter');
    await page.waitForURL(address(FERRY.path));
    await showsSaved(page, true);
    await saveButton(page).press('Space');
    await showsSaved(page, false);
    expect(await saveButton(page).innerText()).toBe('Save');
    await openSaved(page);
    await page.getByText('Nothing is saved yet.').waitFor();
    expect(await savedHeadlines(page)).toEqual([]);
  });

  test('sees it in another tab at once', async () => {
    const page = await open(FERRY.path);
    const other = await page.context().newPage();
    await other.goto(address(FERRY.path));
    await other.keyboard.press('ArrowDown');
    await other.waitForFunction(() => localStorage.getItem('read'));
    const list = await page.context().newPage();
    await list.goto(address('saved/'));
    await saveButton(page).click();
    await showsSaved(page, true);
    await showsSaved(other, true);
    await list.getByRole('link', { name: FERRY.headline }).waitFor();
  });

  test('is told where there is no room left, and loses nothing', async () => {
    const page = await open(FERRY.path);
    await saveAll(page, addressesOf(FERRY));
    await fillUp(page);
    await page.goto(address(CRANE.path));
    await saveButton(page).click();
    await page.getByRole('status').filter({ hasText: 'The browser has no room left' }).waitFor();
    expect(await saveButton(page).innerText()).toBe('Save');
    await openSaved(page);
    expect(await savedHeadlines(page)).toEqual([FERRY.headline]);
  });
});

describe('the list of what is saved', () => {
  test('has the newest first, each in its own language, and goes on where one is taken out', async () => {
    const page = await open('about/');
    await saveAll(page, addressesOf(FERRY, CRANE, ARABIC));
    await openSaved(page);
    expect(await savedHeadlines(page)).toEqual([ARABIC.headline, CRANE.headline, FERRY.headline]);
    const arabic = page.locator('.saved .headline').first();
    expect(await arabic.evaluate((it) => [it.getAttribute('lang'), getComputedStyle(it).direction])).toEqual([
      'ar',
      'rtl',
    ]);
    await savedButton(page, `Remove ${CRANE.headline}`).press('Enter');
    await savedSays(page, `Removed: ${CRANE.headline}`);
    expect(await savedHeadlines(page)).toEqual([ARABIC.headline, FERRY.headline]);
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');
    expect(await focused()).toBe(`Remove ${FERRY.headline}`);
    await page.keyboard.press('Enter');
    await savedSays(page, `Removed: ${FERRY.headline}`);
    expect(await focused()).toBe(`Remove ${ARABIC.headline}`);
    await page.keyboard.press('Enter');
    await savedSays(page, `Removed: ${ARABIC.headline}`);
    expect(await savedHeadlines(page)).toEqual([]);
    await page.reload();
    await page.getByText('Nothing is saved yet.').waitFor();
  });

  test('is forgotten as a whole only by a reader who says so twice', async () => {
    const page = await open('about/');
    await saveAll(page, addressesOf(FERRY, CRANE));
    await openSaved(page);
    const question = page.getByRole('dialog', { name: 'Forget all saved articles, read marks and places?' });
    for (const answer of ['Close', 'Escape']) {
      await savedButton(page, 'Forget everything').press('Enter');
      await question.waitFor();
      if (answer === 'Escape') await page.keyboard.press('Escape');
      else await question.getByRole('button', { name: answer }).press('Enter');
      await question.waitFor({ state: 'hidden' });
      expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe('Forget everything');
      expect(await savedHeadlines(page)).toHaveLength(2);
    }
    await savedButton(page, 'Forget everything').press('Enter');
    await question.getByRole('button', { name: 'Forget everything' }).press('Enter');
    await savedSays(page, 'Everything was forgotten.');
    expect(await savedHeadlines(page)).toEqual([]);
    await page.reload();
    await page.getByText('Nothing is saved yet.').waitFor();
    expect(await page.evaluate(() => localStorage.getItem('saved'))).toBeNull();
  });

  test('is read by machines and in any light, on a phone, on a desk and at 320 pixels', async () => {
    const page = await open('about/', { colorScheme: 'light' });
    await saveAll(page, addressesOf(FERRY, ARABIC));
    await openSaved(page);
    await loadAxe(page);
    expect(await axeFindings(page), 'light').toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeFindings(page, 'colours'), 'dark').toEqual([]);
    await savedButton(page, 'Forget everything').click();
    expect(await axeFindings(page), 'the question').toEqual([]);
    await page.setViewportSize(DESK);
    expect(await axeFindings(page), 'on a desk').toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});

test('without scripting the page says why it is empty, and no other page leads to it or offers to save', async () => {
  const page = await open('saved/', { javaScriptEnabled: false });
  const shown = page.locator('main > :visible');
  expect(await shown.allInnerTexts()).toEqual([
    'Saved articles',
    'What you saved and read, kept in this browser and nowhere else.',
    'Saving needs JavaScript, which is switched off here.',
  ]);
  await page.goto(address(FERRY.path));
  expect(await page.locator('[data-load=save], footer a').filter({ visible: true }).count()).toBe(0);
});
