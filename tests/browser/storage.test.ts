import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { isCacheOf } from '../../src/scripts/offline/names.ts';
import { FIXTURE_PAGES, LAYOUTS, SAMPLE_PAGES } from '../setup/kinds.ts';
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

/** What is read is told by these and by nothing else: README.md says what stands under each. */
const MEMORY = ['lists', 'read'];

const EDITIONS = [
  { edition: 'fixture', reader: fixture, pages: FIXTURE_PAGES, layouts: LAYOUTS },
  { edition: 'sample', reader: sample, pages: SAMPLE_PAGES, layouts: SAMPLE_PAGES },
];

/** The paths that a page has left behind under a key. */
function pathsIn(text = '{}'): string[] {
  return [...text.matchAll(/"path":"(?<path>[^"]*)"/gu)].map(({ groups }) => groups?.['path'] ?? '');
}

// One after the other in one browser, as a reader does: what one page left would be there on the next.
test.each(EDITIONS)(
  'reading a page of each layout of the $edition edition leaves behind what was read, for its reader alone',
  async ({ reader, layouts: pages }) => {
    const page = await reader.open('');
    for (const path of pages) {
      await page.goto(reader.address(path));
      await readToTheEnd(page);
      // What an article said before is no article that was read.
      const told = path.startsWith('articles/') && !path.includes('/versions/') ? path : '';
      await page.waitForFunction((words) => localStorage.getItem('read')?.includes(words), told);
    }
    await page.goto(reader.address('about/'));
    const { local, caches, workers, ...others } = await keptAfter(page);
    expect(others).toEqual({ cookies: [], session: [], databases: [] });
    expect(Object.keys(local).filter((key) => !MEMORY.includes(key))).toEqual([]);
    const opened = pages.map((path) => new URL(reader.address(path)).pathname);
    const told = MEMORY.flatMap((key) => pathsIn(local[key]));
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter((path) => !opened.includes(path))).toEqual([]);
    // For reading without a network: one worker, and what it keeps of this site.
    const front = reader.address('');
    expect(workers.filter((scope) => scope !== front)).toEqual([]);
    expect(caches.filter((name) => !isCacheOf(new URL(front).pathname, name))).toEqual([]);
  },
);

test.each(EDITIONS)(
  'reading a page of each kind of the $edition edition leaves nothing behind where that is switched off',
  async ({ reader, pages }) => {
    const settings = { settings: JSON.stringify({ memory: 'off' }) };
    const page = await reader.open('');
    await page.evaluate((text) => localStorage.setItem('settings', text), settings.settings);
    for (const path of pages) {
      await page.goto(reader.address(path));
      await readToTheEnd(page);
      expect(await keptAfter(page), path).toEqual({ ...NOTHING, local: settings });
    }
  },
);

test('a page that is opened and not touched leaves nothing behind', async () => {
  const page = await fixture.open('articles/2025/06/everything/');
  expect(await keptAfter(page)).toEqual(NOTHING);
  await page.goto(fixture.address('tags/harbour/'));
  expect(await keptAfter(page)).toEqual(NOTHING);
});

test('a reader who chooses a paper and wants nothing else remembered leaves that choice behind, and nothing else', async () => {
  const page = await fixture.open('articles/2025/06/everything/');
  await page.evaluate(() => localStorage.setItem('settings', JSON.stringify({ memory: 'off' })));
  for (const [name, theme] of Object.entries({ Sepia: 's', Dark: 'd' })) {
    await page.goto(fixture.address('tags/'));
    await page.locator('a[href="#settings"]').click();
    await page.getByRole('radio', { name }).check();
    await page.waitForFunction((value) => localStorage.getItem('settings')?.includes(`"theme":"${value}"`), theme);
    const { local, ...others } = await keptAfter(page);
    expect(Object.keys(local)).toEqual(['settings']);
    expect(JSON.parse(local['settings'] ?? '')).toEqual({ theme, memory: 'off' });
    expect({ local: {}, ...others }).toEqual(NOTHING);
  }
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
