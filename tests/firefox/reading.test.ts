import { expect, test } from 'vitest';
import { firefoxReader } from '../setup/firefox.ts';
import { FIXTURE_PAGES } from '../setup/kinds.ts';

const { open, turnTo } = firefoxReader();

/** What a reader sees of a page's headline, and how wide the page is beside its window. */
function look(): { headline: string; isSeen: boolean; width: number; room: number } {
  const headline = document.querySelector('h1');
  const { top = 0, bottom = 0, left = 0, right = 0 } = headline?.getBoundingClientRect() ?? {};
  const [element] = headline ? document.elementsFromPoint((left + right) / 2, top + 8) : [];
  return {
    headline: headline?.innerText ?? '',
    isSeen: bottom - top > 16 && right - left > 16 && (headline?.contains(element ?? null) ?? false),
    width: document.documentElement.scrollWidth,
    room: innerWidth,
  };
}

test.each(FIXTURE_PAGES)(
  'a phone with Firefox shows "%s" quietly, its headline first, not wider than the screen',
  async (path) => {
    const page = await turnTo(path);
    const { headline, isSeen, width, room } = await page.evaluate(look);
    expect(headline).not.toBe('');
    expect(isSeen, 'whether the headline is on the screen').toBe(true);
    expect(width).toBeLessThanOrEqual(room);
  },
);

test('a reader with Firefox follows a headline to its article and a topic onwards', async () => {
  const page = await open('');
  const follow = async (selector: string): Promise<string> => {
    await Promise.all([page.waitForNavigation(), page.click(selector)]);
    return page.$eval('h1', (heading) => heading.innerText);
  };
  const headline = await page.$eval('.teaser .headline a', (link) => link.innerText);
  expect(await follow('.teaser .headline a')).toBe(headline);
  const topic = await page.$eval('[data-part=topics] a', (link) => link.innerText);
  expect(await follow('[data-part=topics] a')).toContain(topic);
});
