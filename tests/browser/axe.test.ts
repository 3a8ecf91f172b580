import { describe, expect, test } from 'vitest';
import { axeFindings, loadAxe } from '../setup/axe.ts';
import { FIXTURE_PAGES, LAYOUTS, SAMPLE_PAGES } from '../setup/kinds.ts';
import { DESK, readerOf } from '../setup/reader.ts';

const fixture = readerOf('fixtureDist');
const editions = [
  { edition: 'fixture', pages: FIXTURE_PAGES, reader: fixture },
  { edition: 'sample', pages: SAMPLE_PAGES, reader: readerOf('sampleDist') },
];

describe.each(editions)('in the $edition edition', ({ pages, reader }) => {
  test.each(pages)('axe finds nothing on "%s" in light, dark and sepia, on a phone and on a desk', async (path) => {
    const page = await reader.turnTo(path);
    await loadAxe(page);
    expect(await axeFindings(page), 'light').toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeFindings(page, 'colours'), 'dark').toEqual([]);
    // Chosen as a browser without scripts has it: the next page must not remember it.
    await page.locator('#t-s').evaluate((choice: HTMLInputElement) => (choice.checked = true));
    expect(await axeFindings(page, 'colours'), 'sepia').toEqual([]);
    await page.setViewportSize(DESK);
    expect(await axeFindings(page, LAYOUTS.includes(path) ? 'all' : 'colours'), 'on a desk').toEqual([]);
  });
});

const ARTICLE = 'articles/2016/10/verbatim-copy/';

test.each(['light', 'dark'] as const)(
  'axe finds nothing where a %s system asks for more contrast',
  async (colorScheme) => {
    for (const path of ['', ARTICLE]) {
      const page = await fixture.turnTo(path, { colorScheme, contrast: 'more' });
      await loadAxe(page);
      expect(await axeFindings(page)).toEqual([]);
    }
  },
);

test('a reader who asks for more contrast gets meta lines in full ink and rules that show', async () => {
  const page = await fixture.open(ARTICLE, { contrast: 'more' });
  const [ink, meta, rule] = await page.evaluate(() => {
    const style = (selector: string): CSSStyleDeclaration =>
      getComputedStyle(document.querySelector(selector) ?? document.body);
    return [style('body').color, style('.meta').color, style('.receipt').borderTopColor];
  });
  expect([meta, rule]).toEqual([ink, ink]);
});

test.each(['light', 'dark'] as const)(
  'with the forced colours of a %s system nothing becomes unreadable',
  async (colorScheme) => {
    for (const path of ['', ARTICLE, 'tags/']) {
      const page = await fixture.turnTo(path, { colorScheme, forcedColors: 'active' });
      await loadAxe(page);
      expect(await axeFindings(page)).toEqual([]);
    }
  },
);

test('with forced colours topics keep their frames and the focus its outline', async () => {
  const page = await fixture.open(ARTICLE, { forcedColors: 'active' });
  const topic = page.locator('.topics a').first();
  await page.keyboard.press('Tab');
  await topic.focus();
  const { border, outline, paper } = await topic.evaluate((link) => ({
    border: getComputedStyle(link).borderTopColor,
    outline: getComputedStyle(link).outlineStyle,
    paper: getComputedStyle(document.body).backgroundColor,
  }));
  expect(border).not.toBe(paper);
  expect(outline).toBe('solid');
});
