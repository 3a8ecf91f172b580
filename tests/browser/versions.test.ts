import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readerOf } from '../setup/reader.ts';

const { open } = readerOf('fixtureDist');
const FERRY = 'articles/2025/06/everything/versions/2/changes/';

/** What one of two versions says by the marks of each paragraph: all but what the other has alone, and what is told. */
function sideOf(page: Page, kind: 'ins' | 'del'): Promise<string[]> {
  return page.locator('.differences > p:not(.same)').evaluateAll(
    (paragraphs, other) =>
      paragraphs
        .map((paragraph) => {
          const copy = paragraph.cloneNode(true);
          if (!(copy instanceof HTMLElement)) return '';
          for (const apart of copy.querySelectorAll(`.unseen, b, ${other}`)) apart.remove();
          return copy.textContent.trim();
        })
        .filter((text) => text !== ''),
    kind === 'ins' ? 'del' : 'ins',
  );
}

test('a reader finds both versions whole in what changed, to the letter', async () => {
  const page = await open(FERRY);
  expect(await sideOf(page, 'del')).toEqual([
    'Night Ferry Back in Northport',
    'The night ferry came back to Northport on Saturday, nine years after the last one had left, with 221 passengers, thirty lorries and a marching band on board.',
    'The band came from the island, as a passenger said. It played on the car deck from four in the morning.',
    'Nobody on board could say who had ordered it.',
  ]);
  expect(await sideOf(page, 'ins')).toEqual([
    'Night Ferry Returns to Northport after Nine Years',
    'The night ferry came back to Northport on Saturday, nine years after the last one had left, with 221 passengers, forty lorries and a marching band on board.',
    'The band had come from Southport without being asked. It played on the car deck from four in the morning, and by the time the bow door opened most of those who had hoped to sleep were dancing.',
  ]);
});

test('of a text that runs from the right, too', async () => {
  const page = await open('articles/2025/03/arabic-rtl/versions/1/changes/');
  expect(await sideOf(page, 'del')).toContain('أول سفينة شراعية في الميناء القديم منذ عشرين عامًا');
  expect(await sideOf(page, 'ins')).toContain('الميناء القديم يستقبل أول سفينة شراعية منذ عشرين عامًا');
});

test.each([
  ['on the screen', {}],
  ['on dark paper', { colorScheme: 'dark' }],
  ['in colours of the reader’s own', { forcedColors: 'active' }],
  ['in print', { media: 'print' }],
] as const)('what changed is seen without colour %s: struck through, or underlined and bold', async (_where, media) => {
  const page = await open(FERRY);
  await page.emulateMedia(media);
  const styleOf = (selector: string): Promise<string[]> =>
    page
      .locator(`.differences ${selector}`)
      .first()
      .evaluate((element) => {
        const { textDecorationLine, fontWeight } = getComputedStyle(element);
        return [textDecorationLine, Number(fontWeight) >= 600 ? 'bold' : 'plain'];
      });
  expect(await styleOf('del')).toEqual(['line-through', 'plain']);
  expect(await styleOf('ins')).toEqual(['underline', 'bold']);
});

test('who hears the page is told where words were taken out and put in, and where that ends', async () => {
  const page = await open(FERRY);
  const heard = await page.locator('.differences').ariaSnapshot();
  expect(heard).toContain('- deletion: "Taken out: thirty end"\n  - insertion: "Put in: forty end"');
});
