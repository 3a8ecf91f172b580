import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFindings, loadAxe } from '../setup/axe.ts';
import { readerOf } from '../setup/reader.ts';
import { openSettings } from '../setup/settings.ts';

const { open, address } = readerOf('fixtureDist');
const ARTICLE = 'articles/2025/06/plain/';

interface Setting {
  size: string;
  spacing: number;
  measure: string;
  face: string;
}

/** How the text of an article is set. */
function shown(page: Page): Promise<Setting> {
  return page.evaluate(() => {
    const styleOf = (selector: string): CSSStyleDeclaration => {
      const element = document.querySelector(selector);
      if (!element) throw new Error(`no ${selector}`);
      return getComputedStyle(element);
    };
    const { fontSize, lineHeight, fontFamily } = styleOf('[data-part=body] p');
    return {
      size: styleOf('html').fontSize,
      spacing: Math.round((Number.parseFloat(lineHeight) / Number.parseFloat(fontSize)) * 100) / 100,
      measure: styleOf('main > article').maxWidth,
      face: fontFamily.split(',')[0] ?? '',
    };
  });
}

describe.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])('with %o', (scripting) => {
  test('each choice sets the text anew, and nothing else of it', async () => {
    const page = await open(ARTICLE, scripting);
    const before = await shown(page);
    await openSettings(page);
    for (const { choice, change, usual } of [
      { choice: '130%', change: { size: '20.8px', measure: '748.8px' }, usual: '100%' },
      { choice: '90%', change: { size: '14.4px', measure: '518.4px' }, usual: '100%' },
      { choice: 'Wide', change: { spacing: 1.8 }, usual: '#s-normal' },
      { choice: 'Close', change: { spacing: 1.4 }, usual: '#s-normal' },
      { choice: 'Short', change: { measure: '448px' }, usual: '#m-normal' },
      { choice: 'Long', change: { measure: '736px' }, usual: '#m-normal' },
      { choice: 'Sans serif', change: { face: 'system-ui' }, usual: '#f-serif' },
    ]) {
      await page.getByRole('radio', { name: choice }).check();
      expect(await shown(page), choice).toEqual({ ...before, ...change });
      await (usual.startsWith('#') ? page.locator(usual) : page.getByRole('radio', { name: usual })).check();
      expect(await shown(page), usual).toEqual(before);
    }
  });

  test('the panel is closed by its link, and by going back', async () => {
    const page = await open(ARTICLE, scripting);
    const panel = page.locator('.settings:target');
    await openSettings(page);
    await panel.getByRole('link', { name: 'Close' }).click();
    await panel.waitFor({ state: 'detached' });
    await openSettings(page);
    await page.goBack();
    expect(await panel.count()).toBe(0);
    expect(await page.getByRole('radio', { name: '130%' }).isVisible()).toBe(false);
    expect(await page.getByRole('radio', { name: 'Sepia' }).isVisible()).toBe(true);
  });

  test('what takes a script is only offered where there is one', async () => {
    const page = await open(ARTICLE, scripting);
    await openSettings(page);
    const offered = await page
      .locator('.settings legend')
      .evaluateAll((legends) => legends.flatMap((legend) => (legend.checkVisibility() ? legend.textContent : [])));
    const always = ['Paper', 'Text size', 'Line spacing', 'Line length', 'Typeface'];
    const scripted = ['Keyboard shortcuts', 'Remember what I read, in this browser'];
    expect(offered).toEqual(scripting.javaScriptEnabled ? [...always, ...scripted] : always);
    expect(await page.getByRole('button', { name: 'Back to the defaults' }).isVisible()).toBe(
      scripting.javaScriptEnabled,
    );
    expect(await page.getByRole('button', { name: 'Cite' }).isVisible()).toBe(scripting.javaScriptEnabled);
  });
});

test('choices are remembered on other pages, stand before the text is shown, and are taken back at once', async () => {
  const page = await open(ARTICLE);
  const usual = await shown(page);
  await openSettings(page);
  for (const name of ['150%', 'Wide', 'Long', 'Sans serif']) await page.getByRole('radio', { name }).check();
  const chosen = await shown(page);
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('body')) return;
      const { size, spacing, measure, face } = document.documentElement.dataset;
      sessionStorage.setItem('at body', [size, spacing, measure, face].join());
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(address('articles/2025/06/everything/'));
  expect(await shown(page)).toEqual(chosen);
  expect(await page.evaluate(() => sessionStorage.getItem('at body'))).toBe('150,wide,long,sans');
  await openSettings(page);
  expect(await page.getByRole('radio', { name: '150%' }).isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Back to the defaults' }).click();
  expect(await shown(page)).toEqual(usual);
  expect(await page.evaluate(() => localStorage.getItem('settings'))).toBeNull();
});

test('closing the panel leaves its reader at the place that was read', async () => {
  const page = await open('articles/2025/06/everything/', { viewport: { width: 390, height: 400 } });
  await page.evaluate(() => scrollTo(0, 500));
  await page.keyboard.press('s');
  await page.locator('.settings:target[data-ready]').waitFor();
  expect(await page.evaluate(() => scrollY)).toBe(500);
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => [scrollY, location.hash])).toEqual([500, '']);
});

test('the panel is opened, gone through, seen to work and closed by keyboard alone', async () => {
  const page = await open(ARTICLE);
  const { size } = await shown(page);
  await page.keyboard.press('s');
  await page.locator('.settings:target[data-ready]').waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('t-a');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  expect((await shown(page)).size).not.toBe(size);
  await page.keyboard.press('Escape');
  expect(await page.locator('.settings:target').count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#settings');
});

test('a reader whose browser keeps nothing is not asked what it should remember', async () => {
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
  await page.getByRole('radio', { name: '130%' }).check();
  expect((await shown(page)).size).toBe('20.8px');
  expect(await page.getByText('Remember what I read').isVisible()).toBe(false);
  expect(await page.getByRole('button', { name: 'Save' }).isVisible()).toBe(false);
});

test.each(['light', 'dark'] as const)(
  'the open panel has no finding of axe on %s paper, at 320 pixels too',
  async (colorScheme) => {
    const page = await open(ARTICLE, { colorScheme, viewport: { width: 320, height: 640 } });
    await openSettings(page);
    await loadAxe(page);
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  },
);

test('in the colours of a system of high contrast, the panel has an edge and its choices are seen', async () => {
  const page = await open(ARTICLE, { forcedColors: 'active' });
  await openSettings(page);
  const panel = page.locator('.settings');
  const { edge, paper } = await panel.evaluate((element) => ({
    edge: getComputedStyle(element).borderTopColor,
    paper: getComputedStyle(element).backgroundColor,
  }));
  expect(edge).not.toBe(paper);
  expect(await page.getByRole('radio', { name: 'Auto' }).isVisible()).toBe(true);
});
