import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readerOf } from '../setup/reader.ts';
import { openSettings } from '../setup/settings.ts';

const { open, address } = readerOf('fixtureDist');

/** The tokens of product.md. */
const TOKENS = {
  light: { paper: '#fbfaf5', ink: '#1a1815', soft: '#514b43', accent: '#7b1a10', rule: '#1a1815', hair: '#d9d4c7' },
  dark: { paper: '#151412', ink: '#e7e2d7', soft: '#b8b1a4', accent: '#f2a894', rule: '#8d8679', hair: '#3b3832' },
  sepia: { paper: '#f3ead6', ink: '#33281a', soft: '#574833', accent: '#74200f', rule: '#33281a', hair: '#d6c7a6' },
};
type Colours = (typeof TOKENS)['light'];

const ARTICLE = 'articles/2016/10/verbatim-copy/';

/** The colours in which an article is shown, by the token that gives each. */
async function shownColours(page: Page): Promise<Colours> {
  return page.evaluate(() => {
    const colour = (selector: string, property: string): string => {
      const element = document.querySelector(selector);
      const value = element ? getComputedStyle(element).getPropertyValue(property) : '';
      const parts = value.match(/\d+/gu) ?? [];
      return `#${parts.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
    };
    return {
      paper: colour('html', 'background-color'),
      ink: colour('[data-part=body] p', 'color'),
      soft: colour('figcaption', 'color'),
      accent: colour('.kicker', 'color'),
      rule: colour('.topics a', 'border-top-color'),
      hair: colour('.receipt', 'border-top-color'),
    };
  });
}

function stored(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.documentElement.dataset['theme']);
}

describe.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])('with %o', (scripting) => {
  test.each(['light', 'dark'] as const)('the paper follows a system that is %s', async (colorScheme) => {
    const page = await open(ARTICLE, { colorScheme, ...scripting });
    expect(await shownColours(page)).toEqual(TOKENS[colorScheme]);
  });

  test.each([
    { choice: 'Light', colours: TOKENS.light },
    { choice: 'Sepia', colours: TOKENS.sepia },
    { choice: 'Dark', colours: TOKENS.dark },
  ])('the choice "$choice" overrules both kinds of system', async ({ choice, colours }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await open(ARTICLE, { colorScheme, ...scripting });
      await openSettings(page);
      await page.getByRole('radio', { name: choice }).check();
      expect(await shownColours(page)).toEqual(colours);
    }
  });
});

test('a choice is remembered on other pages and visits, and "Auto" takes it back', async () => {
  const page = await open(ARTICLE, { colorScheme: 'light' });
  await openSettings(page);
  await page.getByRole('radio', { name: 'Dark' }).check();
  await page.goto(address('about/'));
  expect(await stored(page)).toBe('d');
  await openSettings(page);
  expect(await page.getByRole('radio', { name: 'Dark' }).isChecked()).toBe(true);
  await page.getByRole('radio', { name: 'Auto' }).check();
  await page.goto(address(ARTICLE));
  expect(await shownColours(page)).toEqual(TOKENS.light);
  await openSettings(page);
  expect(await page.getByRole('radio', { name: 'Auto' }).isChecked()).toBe(true);
});

test('the paper is chosen at the foot of a page, too, which shows the choice on every other', async () => {
  const page = await open(ARTICLE);
  await page.getByRole('radio', { name: 'Dark' }).check();
  expect(await shownColours(page)).toEqual(TOKENS.dark);
  await page.waitForFunction(() => localStorage.getItem('settings'));
  await page.goto(address('about/'));
  expect(await page.getByRole('radio', { name: 'Dark' }).isChecked()).toBe(true);
  await page.getByRole('radio', { name: 'Auto' }).check();
  await page.waitForFunction(() => !localStorage.getItem('settings'));
  expect(await stored(page)).toBeUndefined();
});

test('a choice of paper at the foot of a page takes back no other choice', async () => {
  const page = await open(ARTICLE);
  await page.evaluate(() => localStorage.setItem('settings', '{"size":"130","theme":"s","memory":"off"}'));
  await page.goto(address('about/'));
  await page.getByRole('radio', { name: 'Dark' }).check();
  await page.waitForFunction(() => localStorage.getItem('settings')?.includes('"theme":"d"'));
  expect(await page.evaluate(() => localStorage.getItem('settings'))).toBe('{"theme":"d","size":"130","memory":"off"}');
});

test('a remembered choice stands before anything is shown, so that no other paper flashes up', async () => {
  const page = await open(ARTICLE);
  await openSettings(page);
  await page.getByRole('radio', { name: 'Sepia' }).check();
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('body')) return;
      sessionStorage.setItem('theme at body', document.documentElement.dataset['theme'] ?? 'none');
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  expect(await page.evaluate(() => sessionStorage.getItem('theme at body'))).toBe('s');
});

test('a reader whose browser keeps nothing can still choose', async () => {
  const page = await open(ARTICLE);
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await page.reload();
  await openSettings(page);
  await page.getByRole('radio', { name: 'Dark' }).check();
  expect(await shownColours(page)).toEqual(TOKENS.dark);
});

test('a nonsense that somebody stored is not taken for a theme', async () => {
  const page = await open(ARTICLE, { colorScheme: 'light' });
  await page.evaluate(() => localStorage.setItem('settings', '"><script>'));
  await page.reload();
  expect(await stored(page)).toBeUndefined();
  expect(await shownColours(page)).toEqual(TOKENS.light);
});
