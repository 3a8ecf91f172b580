import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readPage, theOne } from '../setup/dist.ts';
import { axeFindings, loadAxe } from '../setup/axe.ts';
import { FIXTURE_BASE } from '../setup/fixture.ts';
import { readerOnTheWay, SOONER_OR_LATER } from '../setup/reader-on-the-way.ts';

const { host, open, read } = readerOnTheWay();

const FERRY = 'articles/2025/06/everything/';
const CRANE = 'articles/2025/06/plain/';

function headlineOf(page: Page): Promise<string> {
  return page.locator('h1').innerText();
}

/** What an article's page has for its headline. */
function printed(path: string): string {
  const [text] = theOne(readPage(host.dist, path), 'data-part', 'headline').children;
  return text && 'data' in text ? text.data.trim() : '';
}

/** The pages, pictures and scripts that a browser keeps for the site, by path. */
function keptIn(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
}

/** Turns to a page; gives the status that its reader's browser was told. */
async function turnTo(page: Page, path: string): Promise<number | undefined> {
  return (await page.goto(host.address(path)))?.status();
}

test('a reader whose network is cut reads again what was read, with its picture, and finds what is always there', async () => {
  const page = await read(FERRY);
  await host.cut();
  expect(await page.reload().then((response) => response?.status())).toBe(200);
  expect(await headlineOf(page)).toBe(printed(FERRY));
  const picture = page.locator('[data-part=figure] img');
  await expect
    .poll(() => picture.evaluate((it) => it instanceof HTMLImageElement && it.naturalWidth > 0), SOONER_OR_LATER)
    .toBe(true);
  // As a host without the last slash would have it.
  expect(await turnTo(page, FERRY.replace(/\/$/u, ''))).toBe(200);
  expect(await headlineOf(page)).toBe(printed(FERRY));
  for (const path of ['', 'tags/', 'saved/']) expect(await turnTo(page, path), path).toBe(200);
  expect(await turnTo(page, 'search/?q=crane')).toBe(200);
  await page.getByText('Search cannot be loaded now').waitFor();
  expect(await page.getByRole('searchbox').inputValue()).toBe('crane');
});

test('a page that was not read says that there is no network, lists what was, and comes when the network is back', async () => {
  const page = await read(FERRY);
  await read('articles/2025/03/arabic-rtl/', page);
  await host.cut();
  expect(await turnTo(page, CRANE)).toBe(503);
  expect(await headlineOf(page)).toBe('You are offline');
  const links = page.locator('#kept a');
  await expect.poll(() => links.count(), SOONER_OR_LATER).toBe(5);
  expect(await links.allInnerTexts()).toEqual([
    printed('articles/2025/03/arabic-rtl/'),
    printed(FERRY),
    'The front page',
    'Topics',
    'Saved articles',
  ]);
  expect(await links.first().getAttribute('dir')).toBe('rtl');
  await page.getByRole('button', { name: 'Try again' }).click();
  expect(await headlineOf(page)).toBe('You are offline');
  await host.up();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { level: 1, name: printed(CRANE) }).waitFor();
  expect(page.url()).toBe(host.address(CRANE));
});

test('a reader goes back from the page without a network to what was asked for, once it can be had', async () => {
  const page = await read(FERRY);
  await host.cut();
  await turnTo(page, CRANE);
  await page.getByRole('link', { name: printed(FERRY) }).click();
  await page.getByRole('heading', { level: 1, name: printed(FERRY) }).waitFor();
  await host.up();
  await page.goBack();
  expect(await headlineOf(page)).toBe(printed(CRANE));
});

test('where there is no network, a page stands in for no feed, text or picture', async () => {
  const page = await read(FERRY);
  await host.cut();
  const answers = await page.evaluate(
    (addresses) =>
      Promise.all(
        addresses.map((address) =>
          fetch(address).then(
            () => 'answered',
            () => 'nothing',
          ),
        ),
      ),
    [host.address('feed.xml'), host.address(CRANE), host.address('search/index/parts.json')],
  );
  expect(answers).toEqual(['nothing', 'nothing', 'nothing']);
  const isShown = await page.evaluate((address) => {
    const picture = new Image();
    picture.src = address;
    return picture.decode().then(
      () => true,
      () => false,
    );
  }, host.address('articles/2025/01/chart.png'));
  expect(isShown).toBe(false);
  for (const path of ['feed.xml', 'feed.json', `${FERRY.replace(/\/$/u, '')}.md`]) {
    await expect(page.goto(host.address(path)), path).rejects.toThrow('net::ERR_');
  }
});

test('a network in name only, which answers nothing, does not keep a reader from what was read', async () => {
  const page = await read(FERRY);
  await host.up(true);
  expect(await turnTo(page, FERRY)).toBe(200);
  expect(await headlineOf(page)).toBe(printed(FERRY));
});

test('before a reader does anything, and wherever memory is off, nothing is kept and no worker is there', async () => {
  const page = await open(FERRY);
  await page.evaluate(() => localStorage.setItem('settings', JSON.stringify({ memory: 'off' })));
  await turnTo(page, CRANE);
  await page.mouse.wheel(0, 100);
  await page.keyboard.press('Shift');
  await turnTo(page, FERRY);
  await page.mouse.wheel(0, 100);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  expect(await keptIn(page)).toEqual([]);
  expect(host.takeAsked()).not.toContain(`${FIXTURE_BASE}sw.js`);
});

test('a reader who has switched memory off keeps what was saved, and nothing that was only read', async () => {
  const page = await open(FERRY);
  await page.evaluate(() => localStorage.setItem('settings', JSON.stringify({ memory: 'off' })));
  await page.reload();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.poll(() => keptIn(page), SOONER_OR_LATER).toContain(FIXTURE_BASE + FERRY);
  await turnTo(page, CRANE);
  await page.mouse.wheel(0, 100);
  await host.cut();
  expect(await turnTo(page, CRANE)).toBe(503);
  expect(await turnTo(page, FERRY)).toBe(200);
  await host.up();
  await page.getByRole('button', { name: 'Saved', exact: true }).click();
  await expect.poll(() => keptIn(page), SOONER_OR_LATER).not.toContain(FIXTURE_BASE + FERRY);
  expect((await keptIn(page)).filter((path) => path.includes('/pictures/'))).toEqual([]);
});

test('old addresses lead on, whether by a page or by the host, with a worker between', async () => {
  const page = await read(FERRY);
  await page.goto(host.address('old/weather.html'));
  await page.waitForURL(host.address('articles/2024/09/aliases/'));
  host.redirect(CRANE.replace(/\/$/u, ''), CRANE);
  await turnTo(page, CRANE.replace(/\/$/u, ''));
  expect(page.url()).toBe(host.address(CRANE));
  expect(await headlineOf(page)).toBe(printed(CRANE));
});

test('on a host that takes the last slash away, what was read can be read without a network as well', async () => {
  const page = await open('about/');
  host.redirect(CRANE, CRANE.replace(/\/$/u, ''));
  await turnTo(page, CRANE);
  await page.mouse.wheel(0, 100);
  await expect.poll(() => keptIn(page), SOONER_OR_LATER).toContain(FIXTURE_BASE + CRANE);
  await host.cut();
  // An answer that was led elsewhere would be refused by the browser.
  expect(await turnTo(page, CRANE)).toBe(200);
  expect(await headlineOf(page)).toBe(printed(CRANE));
});

test('a reader who has everything forgotten has nothing kept and no worker, and begins anew by reading on', async () => {
  const page = await read(FERRY);
  const [folder = ''] = /\/news\/_scripts\/[\da-f]+\//u.exec(await page.content()) ?? [];
  await page.evaluate(`import('${folder}offline.js').then((offline) => offline.forgetAll())`);
  expect(await keptIn(page)).toEqual([]);
  await read(CRANE, page);
  await host.cut();
  expect(await turnTo(page, CRANE)).toBe(200);
  expect(await turnTo(page, FERRY)).toBe(503);
  expect(await headlineOf(page)).toBe('You are offline');
});

test.each(['light', 'dark'] as const)('axe finds nothing on the page without a network in %s', async (colorScheme) => {
  const page = await open('offline/', { colorScheme });
  await loadAxe(page);
  expect(await axeFindings(page)).toEqual([]);
});
