import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeFindings, loadAxe } from '../setup/axe.ts';
import { DESK, PHONE, readerOf } from '../setup/reader.ts';

const { open, address } = readerOf('fixtureDist');

const ARTICLE = 'articles/2025/06/everything/';
const ARABIC = 'articles/2025/03/arabic-rtl/';
const CHINESE = 'articles/2025/02/chinese/';
const TABLES = 'articles/2025/01/footnotes-and-tables/';

const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };

const offer = (page: Page): Locator => page.locator('.passage button');

/** Selects what stands in a part of the page, from the first of some words to the last. */
async function select(page: Page, first: string, last = first, part = 'body'): Promise<void> {
  await page.evaluate(
    ([from = '', to = '', name = '']) => {
      const root = document.querySelector(`[data-part=${name}]`) ?? document.body;
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      let isBegun = false;
      while (walker.nextNode()) {
        const { currentNode: node } = walker;
        if (!(node instanceof Text)) continue;
        const start = isBegun ? 0 : node.data.indexOf(from);
        if (start < 0) continue;
        if (!isBegun) range.setStart(node, start);
        isBegun = true;
        const end = node.data.indexOf(to, start);
        if (end < 0) continue;
        range.setEnd(node, end + to.length);
        break;
      }
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    },
    [first, last, part],
  );
}

/** Presses the button and gives the address that was copied. */
async function copyLink(page: Page): Promise<string> {
  await offer(page).click();
  await page.locator('.passage [role=status]').filter({ hasText: /./u }).waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Follows an address on a small screen, as a reader does who was sent it; tells whether words are on that screen. */
async function leadsTo(link: string, words: string): Promise<{ isSeen: boolean; target: string }> {
  const page = await open('404.html', { viewport: { width: 390, height: 300 } });
  await page.goto(link);
  return page.evaluate((wanted) => {
    const walker = document.createTreeWalker(
      document.querySelector('[data-part=body]') ?? document,
      NodeFilter.SHOW_TEXT,
    );
    let isSeen = false;
    while (walker.nextNode()) {
      const { currentNode: node } = walker;
      if (!(node instanceof Text) || !node.data.includes(wanted)) continue;
      const range = document.createRange();
      range.setStart(node, node.data.indexOf(wanted));
      range.setEnd(node, node.data.indexOf(wanted) + wanted.length);
      const { top, bottom } = range.getBoundingClientRect();
      isSeen ||= top >= 0 && bottom <= innerHeight;
    }
    return { isSeen, target: document.querySelector(':target')?.textContent ?? '' };
  }, words);
}

test.each([
  [ARTICLE, 'Northport', 'Northport'],
  [ARTICLE, 'band had come', 'the old timetable says'],
  [TABLES, 'in winter', 'in winter'],
  [ARABIC, 'ثم تعود إلى الجزيرة', 'إذا سمحت الريح'],
  [CHINESE, '去年秋天', '原来的镜片'],
])('on %s, the link from %j to %j leads to its paragraph, and by the words alone too', async (path, first, last) => {
  const page = await open(path, CLIPBOARD);
  await select(page, first, last);
  const link = await copyLink(page);
  expect(link.startsWith(address(path))).toBe(true);
  const { isSeen, target } = await leadsTo(link, first);
  expect(target).toContain(first);
  expect(isSeen).toBe(true);
  // A page that was edited since may have no such paragraph any more.
  const lost = link.replace(/#p-[^:]*/u, '#p-gone');
  expect(lost).not.toBe(link);
  expect(await leadsTo(lost, first)).toMatchObject({ isSeen: true });
});

test('a reader without a mouse selects, goes to the button by Tab, copies, and is told so', async () => {
  const page = await open(ARTICLE, CLIPBOARD);
  await page.getByText('It played on the car deck').click({ clickCount: 2, position: { x: 40, y: 10 } });
  await page.keyboard.press('Shift+ArrowDown');
  await offer(page).waitFor();
  await page.keyboard.press('Tab');
  expect(await offer(page).evaluate((it) => it === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: 'The link was copied.' }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(':~:text=');
  await page.keyboard.press('Escape');
  await offer(page).waitFor({ state: 'detached' });
});

test('three clicks select a paragraph, and the offer goes away with the selection', async () => {
  const page = await open(ARTICLE, CLIPBOARD);
  const paragraph = page.locator('[data-part=body] > p').nth(1);
  await paragraph.click({ clickCount: 3 });
  const link = decodeURIComponent(await copyLink(page));
  expect(link).toContain(`#${(await paragraph.getAttribute('id')) ?? ''}:~:text=The band had come`);
  expect(link).toMatch(/to sleep were dancing\.$/u);
  await page.getByRole('heading', { name: 'An empty quay' }).click();
  await offer(page).waitFor({ state: 'detached' });
});

test('a passage that grows beyond what was offered for a part of it is offered as a whole', async () => {
  const page = await open(ARTICLE, CLIPBOARD);
  const paragraph = page.locator('[data-part=body] > p').nth(1);
  await paragraph.dblclick();
  await offer(page).waitFor();
  // The third click of a slow hand.
  await page.mouse.down({ clickCount: 3 });
  await page.mouse.up({ clickCount: 3 });
  await page.waitForFunction(() => (getSelection()?.toString().length ?? 0) > 50);
  const link = decodeURIComponent(await copyLink(page));
  expect(link).toContain(':~:text=The band had come');
});

test('where nothing may be copied, the address is there to be copied by hand', async () => {
  const page = await open(ARTICLE, { viewport: DESK });
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined }));
  await page.reload();
  await select(page, 'forty lorries');
  await offer(page).click();
  const field = page.getByRole('textbox', { name: 'The address of this passage' });
  expect(await field.inputValue()).toMatch(/#p-\w+:~:text=forty%20lorries$/u);
  expect(await field.evaluate((it) => it === document.activeElement)).toBe(true);
  expect(await field.evaluate((it) => (it instanceof HTMLInputElement ? it.selectionEnd : 0))).toBeGreaterThan(40);
  await loadAxe(page);
  expect(await axeFindings(page)).toEqual([]);
});

test('nothing is offered for words outside of the text or across its border, and the text stays as it is', async () => {
  const page = await open(ARTICLE);
  const text = (): Promise<string> =>
    page.evaluate(() => document.querySelector('[data-part=body]')?.textContent ?? '');
  const before = await text();
  await page.clock.install();
  const offersFor = async (first: string, last: string, part: string): Promise<number> => {
    await select(page, first, last, part);
    await page.clock.runFor(1000);
    return offer(page).count();
  };
  // The first time, what makes the offer has yet to come.
  await select(page, 'forty lorries');
  await expect.poll(() => page.clock.runFor(1000).then(() => offer(page).count()), { timeout: 20_000 }).toBe(1);
  expect(await offersFor('Night Ferry', 'Returns', 'headline')).toBe(0);
  expect(await offersFor('It played', 'car deck', 'body')).toBe(1);
  expect(await offersFor('Night Ferry', 'forty lorries', 'article')).toBe(0);
  expect(await offersFor('did not wait', 'Coast Agency', 'article')).toBe(0);
  expect(await text()).toBe(before);
});

test.each([
  { screen: 'a phone', viewport: PHONE, path: ARTICLE, words: 'forty lorries' },
  { screen: 'a narrow phone', viewport: { ...PHONE, width: 320 }, path: ARABIC, words: 'صباح الجمعة' },
  { screen: 'a desk', viewport: DESK, path: ARTICLE, words: 'forty lorries' },
  { screen: 'a desk', viewport: DESK, path: ARABIC, words: 'صباح الجمعة' },
])('on $screen ($path) the offer covers nothing that is selected, and fits', async ({ viewport, path, words }) => {
  const page = await open(path, { viewport });
  await select(page, words);
  await offer(page).waitFor();
  const boxes = await page.evaluate(() => {
    const toBox = (rect: DOMRect | undefined): number[] =>
      rect ? [rect.left, rect.top, rect.right, rect.bottom].map(Math.round) : [];
    const body = document.querySelector('[data-part=body]')?.getBoundingClientRect();
    return {
      offer: toBox(document.querySelector('.passage')?.getBoundingClientRect()),
      chosen: toBox(getSelection()?.getRangeAt(0).getBoundingClientRect()),
      body: toBox(body),
      width: document.documentElement.scrollWidth,
    };
  });
  const overlaps = (
    [left = 0, top = 0, right = 0, bottom = 0]: number[],
    [l = 0, t = 0, r = 0, b = 0]: number[],
  ): boolean => left < r && l < right && top < b && t < bottom;
  expect(overlaps(boxes.offer, boxes.chosen)).toBe(false);
  expect(boxes.width).toBe(viewport.width);
  const [left = -1, top = 0, right = Infinity] = boxes.offer;
  expect(left).toBeGreaterThanOrEqual(0);
  expect(right).toBeLessThanOrEqual(viewport.width);
  expect(Math.abs(top - (boxes.chosen[1] ?? 0))).toBeLessThan(100);
  // Where there is a margin, it covers no text at all.
  expect(overlaps(boxes.offer, boxes.body)).toBe(viewport !== DESK);
});
