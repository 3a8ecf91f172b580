import { expect, test } from 'vitest';
import { DESK, readerOf } from '../setup/reader.ts';

const { open } = readerOf('fixtureDist');
const ARABIC = 'articles/2025/03/arabic-rtl/';

test('an Arabic article is set from the right: headline, text, caption and credit', async () => {
  const page = await open(ARABIC);
  for (const part of ['headline', 'standfirst', 'body', 'figure', 'credit']) {
    const sides = await page.locator(`[data-part=${part}]`).evaluate((element) => {
      const block = element.querySelector('p') ?? element;
      const range = document.createRange();
      range.selectNodeContents(block);
      const lines = [...range.getClientRects()];
      const box = block.getBoundingClientRect();
      const last = lines.at(-1);
      return {
        direction: getComputedStyle(block).direction,
        fromRight: last ? Math.round(box.right - last.right) : undefined,
        lang: element.closest('[lang]')?.getAttribute('lang'),
      };
    });
    expect(sides, part).toEqual({ direction: 'rtl', fromRight: 0, lang: 'ar' });
  }
});

test('lists, quotations and captions are indented and ruled on the right', async () => {
  const page = await open(ARABIC);
  const sides = (selector: string, property: string): Promise<string[]> =>
    page
      .locator(selector)
      .first()
      .evaluate(
        (element, name) =>
          ['left', 'right'].map((side) => getComputedStyle(element).getPropertyValue(name.replace('*', side))),
        property,
      );
  const [left, right] = await sides('[data-part=body] ul', 'padding-*');
  expect([left, Number.parseFloat(right ?? '0') > 16]).toEqual(['0px', true]);
  expect(await sides('[data-part=body] blockquote', 'border-*-width')).toEqual(['0px', '1px']);
  expect(await sides('[data-part=figure]', 'border-*-width')).toEqual(['0px', '1px']);
});

test('the page around an Arabic article is Arabic, too, and mirrored', async () => {
  const page = await open(ARABIC, { viewport: DESK });
  for (const selector of ['html', '.masthead nav', '[data-part=times]', '.colophon']) {
    expect(await page.locator(selector).evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  }
  expect(await page.locator('.masthead nav').innerText()).toMatch(/^المواضيع\s+الأرشيف/u);
  const [first, last] = await page
    .locator('.masthead nav li')
    .evaluateAll((items) => [items.at(0), items.at(-1)].map((item) => item?.getBoundingClientRect().left ?? 0));
  expect(first).toBeGreaterThan(last ?? Infinity);
  const name = page.locator('.nameplate a');
  expect([await name.getAttribute('lang'), await name.getAttribute('dir')]).toEqual(['en-GB', 'ltr']);
});

test('the headline of an Arabic article is set from the right in a list, its date is not', async () => {
  const page = await open('archive/2025/03/');
  const teaser = page.locator('article[lang=ar]');
  expect(await teaser.locator('.headline').evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  expect(await teaser.locator('.meta').getAttribute('lang')).toBe('en-GB');
});
