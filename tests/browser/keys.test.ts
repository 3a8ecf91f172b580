import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFindings, loadAxe } from '../setup/axe.ts';
import { barOf, listenerOf } from '../setup/listener.ts';
import { PHONE, readerOf } from '../setup/reader.ts';

const reader = readerOf('fixtureDist');
const { open, address } = reader;

const ARTICLE = 'articles/2025/06/plain/';
const ARABIC = 'articles/2025/03/arabic-rtl/';

/** Opens the list of keys. */
async function openHelp(page: Page): Promise<void> {
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
}

/** The keys that the open list has, with what they do. */
async function listed(page: Page): Promise<Record<string, string>> {
  const [keys, names] = [await page.locator('dialog kbd').allTextContents(), page.locator('dialog dd')];
  const texts = await names.allTextContents();
  return Object.fromEntries(keys.map((key, index) => [key, texts[index] ?? '']));
}

/** Writes down from now on which keys the page takes from its reader. */
async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.body.dataset['taken'] = '';
    addEventListener('keydown', ({ key, defaultPrevented }) => {
      if (defaultPrevented) document.body.dataset['taken'] = (document.body.dataset['taken'] ?? '') + key;
    });
  });
}

const taken = (page: Page): Promise<string | undefined> => page.evaluate(() => document.body.dataset['taken']);

test('a reader goes from article to article in the order of their days, there and back', async () => {
  const page = await open(ARTICLE);
  const [later] = await page.locator('.neighbours [rel=next]').evaluateAll((links) => links.map(String));
  await page.keyboard.press('j');
  await page.waitForURL(later ?? '');
  await page.keyboard.press('k');
  await page.waitForURL(address(ARTICLE));
  expect(later).not.toBe(address(ARTICLE));
});

test('the settings open by a key, with the keyboard in them', async () => {
  const page = await open(ARTICLE);
  await page.keyboard.press('s');
  await page.locator('.settings:target').waitFor();
  expect(await page.evaluate(() => document.activeElement?.closest('.settings') !== null)).toBe(true);
});

test('listening begins by a key', async () => {
  const page = await listenerOf(reader).open(ARTICLE);
  await page.locator(':root[data-voice]').waitFor();
  await page.keyboard.press('l');
  await barOf(page).waitFor();
  expect(await page.evaluate(() => globalThis.fakeSpeech.said.length)).toBe(1);
});

test('on the page of the search, its key leads into the box', async () => {
  const page = await open('search/');
  await page.getByRole('status').filter({ hasText: 'searched' }).waitFor();
  await page.getByRole('heading').first().click();
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.keyboard.press('/');
  await page.waitForFunction(() => document.activeElement?.id === 'q');
  expect(await page.getByRole('searchbox').inputValue()).toBe('');
});

describe('the list of keys', () => {
  test('has those that do something here, and no others', async () => {
    const page = await open(ARTICLE);
    await openHelp(page);
    expect(await listed(page)).toEqual({
      j: 'Next article (later)',
      k: 'Previous article (earlier)',
      '/': 'Search',
      s: 'Settings',
      '?': 'Show these keys',
    });
    await page.goto(address('about/'));
    await openHelp(page);
    expect(Object.keys(await listed(page))).toEqual(['/', 's', '?']);
  });

  test('opens, closes and gives the keyboard back, without a mouse', async () => {
    const page = await open(ARTICLE);
    const topic = page.locator('.topics a').first();
    await topic.focus();
    await openHelp(page);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Close');
    await page.keyboard.press('s');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => topic.evaluate((it) => it === document.activeElement)).toBe(true);
    await openHelp(page);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => topic.evaluate((it) => it === document.activeElement)).toBe(true);
    // The key that was pressed while the list was open did nothing.
    expect(await page.locator('.settings:target').count()).toBe(0);
  });

  test.each(['light', 'dark'] as const)('is found faultless by axe in %s, and fits a narrow screen', async (scheme) => {
    const page = await open(ARTICLE, { colorScheme: scheme, viewport: { ...PHONE, width: 320 } });
    await openHelp(page);
    await loadAxe(page);
    expect(await axeFindings(page)).toEqual([]);
    const { left, right } = await page.getByRole('dialog').evaluate((it) => it.getBoundingClientRect());
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(320);
  });

  test('speaks Arabic on the page of an Arabic article, from the right', async () => {
    const page = await open(ARABIC);
    await openHelp(page);
    const { direction, heading } = await page.getByRole('dialog').evaluate((it) => ({
      direction: getComputedStyle(it).direction,
      heading: it.querySelector('h2')?.innerText ?? '',
    }));
    expect(direction).toBe('rtl');
    expect(heading).toMatch(/^\p{Script=Arabic}/u);
  });
});

describe('no key is taken', () => {
  test('from a reader who types, in the box of the search or in a choice', async () => {
    const page = await open('search/');
    await page.getByRole('status').filter({ hasText: 'searched' }).waitFor();
    await watchKeys(page);
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('j/k?sl');
    expect(await page.getByRole('searchbox').inputValue()).toBe('j/k?sl');
    await page.getByText('Narrow and sort').click();
    await page.getByLabel('Order').focus();
    for (const key of 'jk?sl/') await page.keyboard.press(key);
    expect(await taken(page)).toBe('');
    await page.getByText('Narrow and sort').focus();
    await page.keyboard.press('?');
    expect(await taken(page)).toBe('?');
  });

  test('together with Control, Alt or Meta: these belong to the browser', async () => {
    const page = await open(ARTICLE);
    await watchKeys(page);
    for (const keys of ['Control+s', 'Alt+j', 'Meta+k', 'Control+/', 'Alt+Shift+?']) await page.keyboard.press(keys);
    expect(await taken(page)).toBe('');
    await page.keyboard.press('Shift+?');
    expect(await taken(page)).toBe('?');
  });

  test('from a reader who has switched them off, on this page or another', async () => {
    const page = await open(ARTICLE);
    // The panel is there at once, and keeps what is chosen once its script is.
    const ready = (): Promise<void> => page.locator('.settings[data-ready]').waitFor();
    await page.keyboard.press('s');
    await ready();
    const choice = page.getByRole('group', { name: 'Keyboard shortcuts' });
    await choice.getByLabel('Off').check();
    await page.keyboard.press('Escape');
    // Going back takes its time, and focus goes with it.
    await page.waitForFunction(() => document.querySelector('.settings:target') === null);
    await watchKeys(page);
    for (const key of 'jk?s/l') await page.keyboard.press(key);
    expect(await taken(page)).toBe('');
    await page.goto(address('about/'));
    await watchKeys(page);
    for (const key of 'jk?s/l') await page.keyboard.press(key);
    expect(await taken(page)).toBe('');
    await page.locator('a[data-load=settings]').click();
    await ready();
    await choice.getByLabel('On').check();
    await page.keyboard.press('Escape');
    // Going back takes its time, and focus goes with it.
    await page.waitForFunction(() => document.querySelector('.settings:target') === null);
    await page.keyboard.press('?');
    expect(await taken(page)).toBe('?');
  });
});
