import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFindings, loadAxe } from '../setup/axe.ts';
import { DESK, PHONE, readerOf } from '../setup/reader.ts';

const { open, turnTo, address } = readerOf('fixtureDist');
const sample = readerOf('sampleDist');

/** Waits until the page says that a search is done. */
async function answered(page: Page, says: RegExp = /found|searched/u): Promise<string> {
  const status = page.getByRole('status');
  await status.filter({ hasText: says }).waitFor();
  return (await status.textContent()) ?? '';
}

const headlines = (page: Page): Promise<string[]> => page.locator('main .teaser h2').allTextContents();

async function search(query: string, reader = { open }): Promise<Page> {
  const page = await reader.open(`search/?${new URLSearchParams(query)}`);
  await answered(page);
  return page;
}

test('a reader goes from an article to the search and to a result, by keyboard alone', async () => {
  const page = await open('articles/2025/06/plain/');
  await page.keyboard.press('/');
  await page.waitForURL(address('search/'));
  expect(await answered(page)).toMatch(/^\d+ articles can be searched\.$/u);
  // The box has the focus already; what is typed is found without pressing Enter.
  await page.keyboard.type('swing bridge');
  expect(await answered(page, /^1 article found\.$/u)).toBe('1 article found.');
  expect(page.url()).toBe(address('search/?q=swing+bridge'));
  const stops: string[] = [];
  while (!stops.at(-1)?.includes('Swing Bridge') && stops.length < 10) {
    await page.keyboard.press('Tab');
    stops.push(await page.evaluate(() => document.activeElement?.textContent ?? ''));
  }
  expect(stops).toEqual(['Search', 'Narrow and sort', 'Swing Bridge Reopens after Three Months']);
  await page.keyboard.press('Enter');
  await page.waitForURL(address('articles/2025/03/swing-bridge-reopens/'));
  await page.goBack();
  await answered(page, /^1 article found\.$/u);
  expect(await page.getByRole('searchbox').inputValue()).toBe('swing bridge');
});

test('the key "/" leads to the box of the page that searches, and is a slash in a box', async () => {
  const page = await open('search/?q=crane');
  await answered(page);
  const box = page.getByRole('searchbox');
  expect(await box.evaluate((it) => it === document.activeElement)).toBe(false);
  // What the key does is loaded when it is first pressed.
  await page.keyboard.press('/');
  await page.waitForFunction(() => document.activeElement?.id === 'q');
  await box.fill('24');
  await page.keyboard.press('/');
  await page.keyboard.type('7');
  expect(await box.inputValue()).toBe('24/7');
});

test('the key "/" is left to the browser where it is pressed with another or in a choice', async () => {
  const page = await open('search/?tag=harbour');
  await answered(page);
  const box = page.getByRole('searchbox');
  await page.getByText('Narrow and sort').click();
  for (const combination of ['Control+/', 'Alt+/', 'Meta+/']) await page.keyboard.press(combination);
  expect(await box.evaluate((it) => it === document.activeElement)).toBe(false);
  await page.getByLabel('Year').focus();
  await page.keyboard.press('/');
  expect(await box.evaluate((it) => it === document.activeElement)).toBe(false);
  const article = await open('articles/2025/06/plain/');
  await article.keyboard.press('Control+/');
  await article.locator('#t-a').focus();
  expect(article.url()).toBe(address('articles/2025/06/plain/'));
});

describe('what is found', () => {
  test.each([
    ['q="old crane"', ['Harbour Board Votes to Keep the Old Crane']],
    ['q="crane old"', []],
    ['q=маяки', ['Старый маяк снова открыт для школьников']],
    ['q=السفينة', ['الميناء القديم يستقبل أول سفينة شراعية منذ عشرين عامًا']],
    ['q=灯塔', ['旧港口的最后一座灯塔在百年之后重新点亮，居民们提着灯笼沿着堤岸一直走到深夜']],
    ['q=Bakery', ['Report on the Bakery Fire']],
    ['q=cellist', []],
    ['q=heliotrope', []],
    ['q=orchestra', []],
    ['language=fr', ['Le pont tournant rouvre après trois mois de travaux']],
    ['tag=ferry&q=quay&year=2025', ['Night Ferry Returns to Northport after Nine Years']],
    ['tag=<img src=x onerror=alert(1)>', []],
  ])('for %s is what may be found, and all of it', async (query, expected) => {
    const page = await search(query, { open: turnTo });
    expect(await headlines(page)).toEqual(expected);
    const [found] = expected;
    expect(await answered(page)).toMatch(found === undefined ? /^Nothing was found/u : /^1 article found/u);
    expect(await page.getByText('Try fewer or other words').isVisible()).toBe(found === undefined);
  });

  test('is shown with its excerpt, the words marked, its date and source', async () => {
    const page = await search('q=ferry');
    const first = page.locator('main .teaser').first();
    expect(await first.locator('.excerpt mark').first().textContent()).toMatch(/ferry/iu);
    expect(await first.locator('.meta').innerText()).toMatch(/^\d+ \w+ \d{4}/u);
    // An excerpt says where it is cut, and where it is not.
    expect(await first.locator('.excerpt').innerText()).toMatch(/[^…] …$/u);
    const short = (await search('q="garden of the lighthouse"')).locator('main .excerpt').first();
    expect(await short.innerText()).toMatch(/^The garden of the lighthouse will be open .* …$/u);
  });

  test('of a withdrawn article is its headline, and that it was withdrawn', async () => {
    const page = await search('q=bakery');
    const teaser = page.locator('main .teaser');
    expect(await teaser.locator('.meta span').allTextContents()).toEqual(['Withdrawn', '11 May 2025']);
    expect(await teaser.locator('.excerpt').count()).toBe(0);
  });

  test('in another language has its direction, and what is said of it has that of the page', async () => {
    const page = await search('q=الميناء');
    const teaser = page.locator('main .teaser');
    const shown = await teaser.evaluate((it) => [it.getAttribute('lang'), getComputedStyle(it).direction]);
    expect(shown).toEqual(['ar', 'rtl']);
    expect(await teaser.locator('.meta').evaluate((it) => getComputedStyle(it).direction)).toBe('ltr');
  });
});

test('a reader narrows and sorts, sees how many there are of each, and shares the address', async () => {
  const page = await search('q=northport');
  const all = await headlines(page);
  await page.getByText('Narrow and sort').click();
  const years = await page.getByLabel('Year').locator('option').allTextContents();
  const sum = years.reduce((total, label) => total + Number(/\((\d+)\)/u.exec(label)?.[1] ?? 0), 0);
  expect(sum).toBe(all.length);
  expect(years.slice(1)).toEqual(years.slice(1).toSorted().toReversed());
  await page.getByLabel('Topic').selectOption('harbour');
  await page.waitForURL(/tag=harbour/u);
  const narrowed = Number(/Harbour \((\d+)\)/u.exec((await page.getByLabel('Topic').textContent()) ?? '')?.[1]);
  await answered(page, new RegExp(`^${narrowed} articles found`, 'u'));
  await page.getByLabel('Order').selectOption('old');
  await page.waitForURL(/sort=old/u);
  const days = (): Promise<string[]> =>
    page.locator('main .teaser time').evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));
  await expect.poll(days).toEqual((await days()).toSorted());
  expect(new Set(await days()).size).toBeGreaterThan(2);
  const other = await open(page.url().replace(address(''), ''));
  await answered(other);
  expect(await headlines(other)).toEqual(await headlines(page));
  expect(await other.getByLabel('Topic').inputValue()).toBe('harbour');
});

test('a reader gets more results than fit at once, and the keyboard goes on at the first of them', async () => {
  const page = await search('tag=harbour');
  const more = page.getByRole('button', { name: 'More results' });
  const count = Number(/^\d+/u.exec(await answered(page))?.[0]);
  expect([await page.locator('main .teaser').count(), count > 10]).toEqual([10, true]);
  await more.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('main .teaser').count()).toBe(count);
  expect(await more.isHidden()).toBe(true);
  const eleventh = page.locator('main .teaser a').nth(10);
  expect(await eleventh.evaluate((it) => it === document.activeElement)).toBe(true);
});

test('what attackers write, in an address or in a headline, stays text', async () => {
  const hostile = '<img src=x onerror=alert(1)>';
  const page = await search(`q=${hostile}`);
  expect(await page.getByRole('searchbox').inputValue()).toBe(hostile);
  const found = await search('q=attacks');
  expect(await headlines(found)).toContainEqual(expect.stringContaining('<script>alert("title")</script>'));
  expect(await found.locator('main').locator('img, script, iframe, b, svg').count()).toBe(0);
  await found.getByText('Narrow and sort').click();
  expect(await found.getByLabel('Topic').textContent()).toContain('<img src=x onerror=alert("tag")>');
});

test.each(['light', 'dark'] as const)(
  'axe finds nothing among results and open choices in %s and in sepia',
  async (colorScheme) => {
    const page = await open('search/?q=northport&tag=harbour', { colorScheme });
    await answered(page);
    await page.getByText('Narrow and sort').click();
    await loadAxe(page);
    expect(await axeFindings(page), colorScheme).toEqual([]);
    // The choice stands in a panel that is closed.
    await page.locator('#t-s').evaluate((choice: HTMLElement) => choice.click());
    expect(await axeFindings(page, 'colours'), 'sepia').toEqual([]);
    await page.setViewportSize(DESK);
    expect(await axeFindings(page), 'on a desk').toEqual([]);
  },
);

test('results and open choices fit a narrow screen, each target large enough for a thumb', async () => {
  const page = await open('search/?tag=harbour&q=northport', { viewport: { ...PHONE, width: 320 } });
  expect(await answered(page)).toMatch(/^\d+ articles found in Harbour\.$/u);
  await page.getByText('Narrow and sort').click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  const low = await page
    .locator('.search :is(input, select, button:not([hidden]), summary)')
    .evaluateAll((targets) => targets.filter((it) => it.getBoundingClientRect().height < 44).map((it) => it.outerHTML));
  expect(low).toEqual([]);
});

test('a reader with scripting off is told where to look, and sees no box that does nothing', async () => {
  const page = await open('search/?q=crane', { javaScriptEnabled: false });
  expect(await page.getByText('Search needs JavaScript').isVisible()).toBe(true);
  expect(await page.getByRole('searchbox').isVisible()).toBe(false);
  await page.getByRole('link', { name: 'index of topics' }).click();
  expect(page.url()).toBe(address('tags/'));
});

test('a site at the root of its host is searched as well', async () => {
  const page = await search('q=syria', sample);
  expect((await headlines(page)).length).toBeGreaterThan(1);
  await page.locator('main .teaser a').first().click();
  expect(new URL(page.url()).pathname).toMatch(/^\/articles\//u);
});
