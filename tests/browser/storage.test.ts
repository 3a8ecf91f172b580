import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { FIXTURE_PAGES, SAMPLE_PAGES } from '../setup/kinds.ts';
import { readerOf } from '../setup/reader.ts';

const fixture = readerOf('fixtureDist');
const sample = readerOf('sampleDist');

/** All that a page can leave behind in its reader's browser. */
interface Kept {
  cookies: string[];
  local: Record<string, string>;
  session: string[];
  databases: string[];
  caches: string[];
  workers: string[];
}

const NOTHING: Kept = { cookies: [], local: {}, session: [], databases: [], caches: [], workers: [] };

async function keptAfter(page: Page): Promise<Kept> {
  const found = await page.evaluate(async () => ({
    cookies: document.cookie === '' ? [] : document.cookie.split('; '),
    local: Object.fromEntries(Object.entries(localStorage).map(([name, value]) => [name, String(value)])),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name = 'without a name' }) => name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
  }));
  // Cookies that scripts cannot see, and those of other hosts, are in the browser's own list.
  const all = (await page.context().cookies()).map(({ name, domain }) => `${name} of ${domain}`);
  return { ...found, cookies: [...found.cookies, ...all] };
}

/** Reads a page to its end, as far as a reader without a mouse gets, and opens what can be opened on it. */
async function readToTheEnd(page: Page): Promise<void> {
  await page.keyboard.press('End');
  await page.evaluate(() => {
    scrollTo(0, document.documentElement.scrollHeight);
    for (const summary of document.querySelectorAll('summary')) summary.click();
  });
}

// One after the other in one browser, as a reader does: what one page left would be there on the next.
test.each([
  { edition: 'fixture', reader: fixture, pages: FIXTURE_PAGES },
  { edition: 'sample', reader: sample, pages: SAMPLE_PAGES },
])('reading a page of each kind of the $edition edition leaves nothing behind', async ({ reader, pages }) => {
  const page = await reader.open('');
  for (const path of pages) {
    await page.goto(reader.address(path));
    await readToTheEnd(page);
    expect(await keptAfter(page), path).toEqual(NOTHING);
  }
});

test('a reader who chooses a paper leaves that choice behind, and nothing else', async () => {
  const page = await fixture.open('articles/2025/06/everything/');
  await page.getByRole('radio', { name: 'Sepia' }).check();
  expect(await keptAfter(page)).toEqual({ ...NOTHING, local: { theme: 's' } });
  await page.goto(fixture.address('tags/'));
  await page.getByRole('radio', { name: 'Dark' }).check();
  await page.reload();
  expect(await keptAfter(page)).toEqual({ ...NOTHING, local: { theme: 'd' } });
});

test('a cookie, an entry, a database or a cache that a page left behind would be found', async () => {
  const page = await fixture.open('about/');
  await page.evaluate(async () => {
    document.cookie = 'tracked=1';
    localStorage.setItem('visits', '1');
    sessionStorage.setItem('seen', '1');
    await caches.open('pages');
    await new Promise((resolve) => {
      indexedDB.open('readers').onsuccess = resolve;
    });
  });
  expect(await keptAfter(page)).toEqual({
    ...NOTHING,
    cookies: ['tracked=1', 'tracked of localhost'],
    local: { visits: '1' },
    session: ['seen'],
    databases: ['readers'],
    caches: ['pages'],
  });
});
