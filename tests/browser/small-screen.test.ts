import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { FIXTURE_PAGES, SAMPLE_PAGES } from '../setup/kinds.ts';
import { readerOf } from '../setup/reader.ts';

const fixture = readerOf('fixtureDist');
const editions = [
  { edition: 'fixture', pages: FIXTURE_PAGES, reader: fixture },
  { edition: 'sample', pages: SAMPLE_PAGES, reader: readerOf('sampleDist') },
];

/** WCAG 2.2, 1.4.12. */
const TEXT_SPACING =
  '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } ' +
  'p { margin-block-end: 2em !important }';

/** What of a page stands outside its screen or is cut off: nothing, of a page that reads well. */
function lost(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isScrolled = (element: Element): boolean => element.closest('.wide, pre') !== null;
    const name = (element: Element): string => `${element.tagName} ${element.textContent.trim().slice(0, 40)}`;
    const visible = [...document.querySelectorAll('body *')].filter((element) => element.checkVisibility());
    const outside = visible.filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 1 && !isScrolled(element) && (right > innerWidth + 0.5 || left < -0.5);
    });
    const cut = visible.filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const hides = /hidden|clip/u.test(overflowX + overflowY) && element.clientWidth > 2;
      return (
        hides && (element.scrollHeight > element.clientHeight + 2 || element.scrollWidth > element.clientWidth + 2)
      );
    });
    const sideways =
      document.documentElement.scrollWidth > innerWidth ? [`page ${document.documentElement.scrollWidth}`] : [];
    return [...sideways, ...outside.map(name), ...cut.map(name)];
  });
}

describe.each(editions)('in the $edition edition', ({ pages, reader }) => {
  test.each(pages)('"%s" fits every screen, with wide-set text and at twice the size too', async (path) => {
    // Readers change spacing and size in the browser itself, which asks no policy; here a sheet stands in for it.
    const page = await reader.turnTo(path, { bypassCSP: true });
    for (const width of [1280, 768, 390, 320]) {
      await page.setViewportSize({ width, height: 640 });
      expect(await lost(page), `at ${width}`).toEqual([]);
    }
    await page.addStyleTag({ content: TEXT_SPACING });
    expect(await lost(page), 'with wide-set text').toEqual([]);
    await page.setViewportSize({ width: 640, height: 640 });
    await page.addStyleTag({ content: 'html { font-size: 200% !important }' });
    expect(await lost(page), 'at twice the size').toEqual([]);
  });
});

test('every link that stands by itself is large enough for a thumb', async () => {
  const small: string[] = [];
  for (const path of ['', 'tags/', 'archive/', 'articles/2025/06/plain/']) {
    const page = await fixture.turnTo(path);
    const found = page.locator('nav a, .topics a, .index a, .settings label, .neighbours a, .onward a');
    const low = await found.evaluateAll((links) =>
      links
        .filter((link) => link.checkVisibility() && link.getBoundingClientRect().height < 44)
        .map((link) => link.textContent.trim()),
    );
    small.push(...low);
  }
  expect(small).toEqual([]);
});
