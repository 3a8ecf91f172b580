import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFindings, loadAxe } from '../setup/axe.ts';
import { FIXTURE_PAGES, LAYOUTS } from '../setup/kinds.ts';
import { DESK, PHONE, readerOf } from '../setup/reader.ts';

/** What a desk of 1280 pixels shows at 200 %: as many pixels, of which two make one. */
const ZOOMED = { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 };

/** Letters twice as large on a screen that stays as it is, as a browser's "zoom text only" has it. */
const LARGE_LETTERS = 'html { font-size: 200% !important }';

const fixture = readerOf('fixtureDist');

/** What of a page a reader loses: text that runs out of the screen, is cut off or stands on other text (WCAG 1.4.4, 1.4.10). */
function lost(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const name = (node: Node): string => `"${(node.textContent ?? '').trim().slice(0, 40)}"`;
    const isHidden = (element: Element): boolean =>
      !element.checkVisibility() || element.closest('.wide, pre, .skip, .unseen, [type=radio]') !== null;
    const elements = [...document.querySelectorAll('body *')].filter((element) => !isHidden(element));
    const cut = elements.filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const { clientWidth, clientHeight, scrollWidth, scrollHeight } = element;
      return /hidden|clip|auto|scroll/u.test(overflowX + overflowY)
        ? scrollHeight > clientHeight + 2 || scrollWidth > clientWidth + 2
        : false;
    });
    // Lines are set closer than letters are high: two of them stand on each other only where their middles meet.
    const lines = elements.flatMap((element) =>
      [...element.childNodes]
        .filter((node) => node instanceof Text && node.data.trim() !== '')
        .flatMap((node) => {
          const range = document.createRange();
          range.selectNodeContents(node);
          return [...range.getClientRects()].map(({ left, right, top, height }) => ({
            node,
            left,
            right,
            top: top + height * 0.3,
            bottom: top + height * 0.7,
          }));
        }),
    );
    const outside = lines.filter(({ left, right }) => left < -0.5 || right > innerWidth + 0.5);
    const covered = lines.flatMap((one, index) =>
      lines
        .slice(index + 1)
        .filter(({ node, left, right, top, bottom }) => {
          const across = Math.min(one.right, right) - Math.max(one.left, left);
          return node !== one.node && across > 1 && Math.min(one.bottom, bottom) - Math.max(one.top, top) > 1;
        })
        .map((other) => `${name(one.node)} on ${name(other.node)}`),
    );
    const { scrollWidth } = document.documentElement;
    return [
      ...(scrollWidth > innerWidth ? [`sideways: ${scrollWidth}`] : []),
      ...cut.map((element) => `cut off: ${name(element)}`),
      ...outside.map(({ node }) => `outside: ${name(node)}`),
      ...covered,
    ];
  });
}

// Every kind of page stands in the fixture edition.
describe('in the fixture edition', () => {
  test.each(FIXTURE_PAGES)('a reader who needs everything twice as large reads all of "%s"', async (path) => {
    // The browser's own settings ask no policy; here a sheet stands in for one of them.
    const page = await fixture.turnTo(path, { ...ZOOMED, bypassCSP: true });
    expect(await lost(page), 'at 200 %').toEqual([]);
    await page.addStyleTag({ content: LARGE_LETTERS });
    for (const viewport of [PHONE, DESK]) {
      await page.setViewportSize(viewport);
      expect(await lost(page), `with large letters at ${viewport.width}`).toEqual([]);
    }
  });
});

// Larger letters alone change no element: one page of each layout is enough for axe, which takes its time.
test.each(LAYOUTS)('axe finds nothing where "%s", or its letters, are twice as large', async (path) => {
  const page = await fixture.turnTo(path, { ...ZOOMED, bypassCSP: true });
  await loadAxe(page);
  expect(await axeFindings(page), 'at 200 %').toEqual([]);
  await page.setViewportSize(PHONE);
  await page.addStyleTag({ content: LARGE_LETTERS });
  expect(await axeFindings(page), 'on a phone').toEqual([]);
  await page.setViewportSize(DESK);
  expect(await axeFindings(page), 'on a desk').toEqual([]);
});

test.each([
  { fault: 'h1 { white-space: nowrap }', found: 'sideways' },
  { fault: '.meta { block-size: 0.5em; overflow: hidden }', found: 'cut off' },
  { fault: '.meta { margin-block-start: -2em }', found: ' on ' },
  { fault: '.standfirst { translate: -3em }', found: 'outside' },
])('a sheet that says "$fault" would be found out', async ({ fault, found }) => {
  const page = await fixture.turnTo('articles/2025/06/everything/', { bypassCSP: true });
  await page.addStyleTag({ content: LARGE_LETTERS + fault });
  expect(await lost(page)).toContainEqual(expect.stringContaining(found));
});
