import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { FIXTURE_PAGES, SAMPLE_PAGES } from '../setup/kinds.ts';
import { readerOf } from '../setup/reader.ts';

const fixture = readerOf('fixtureDist');
const sample = readerOf('sampleDist');

/** What a reader sees of a page, and where its links lead. */
async function read(page: Page): Promise<{ text: string; links: string[] }> {
  // What takes a script is only there where there is one; what it does, its own tests say.
  await page.locator('[data-needs]').evaluateAll((parts) => {
    for (const part of parts) part.remove();
  });
  const links = await page.locator('a').evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
  return { text: await page.locator('body').innerText(), links };
}

// The pages that are nothing without a script say what to do instead: their own tests read them.
const reads = (path: string): boolean => !['search/', 'saved/', 'offline/'].includes(path);

test.each(FIXTURE_PAGES.filter(reads))('without scripting "%s" of the fixture edition reads the same', async (path) => {
  const [on, off] = [await fixture.turnTo(path), await fixture.turnTo(path, { javaScriptEnabled: false })];
  const seen = await read(on);
  expect(await read(off)).toEqual(seen);
  expect(seen.text.length).toBeGreaterThan(150);
});

test.each(SAMPLE_PAGES.filter(reads))('without scripting "%s" of the sample edition reads the same', async (path) => {
  const [on, off] = [await sample.turnTo(path), await sample.turnTo(path, { javaScriptEnabled: false })];
  expect(await read(off)).toEqual(await read(on));
});

test('without scripting a reader gets from the front to an article, to its topic and back', async () => {
  const page = await fixture.open('', { javaScriptEnabled: false });
  await page.getByRole('link', { name: 'Night Ferry Returns to Northport after Nine Years' }).click();
  expect(await page.locator('h1').innerText()).toBe('Night Ferry Returns to Northport after Nine Years');
  await page.getByRole('navigation', { name: 'Topics of this article' }).getByRole('link', { name: 'Ferry' }).click();
  expect(await page.locator('h1').innerText()).toContain('Ferry');
  await page.getByRole('link', { name: 'The Fixture Gazette' }).click();
  expect(page.url()).toBe(fixture.address(''));
});

test.each(['Topics', 'Archive', 'Corrections', 'About'])(
  'the section "%s" is one step from every page',
  async (name) => {
    const page = await fixture.open('articles/2025/06/plain/', { javaScriptEnabled: false });
    await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name }).click();
    expect(await page.locator('h1').innerText()).toBe(name);
  },
);

test('an old path brings its reader to the article, with or without scripting', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await fixture.open('old/weather.html', { javaScriptEnabled });
    await page.waitForURL(fixture.address('articles/2024/09/aliases/'));
    expect(await page.locator('h1').innerText()).toBe('Weather Station Moves up the Hill');
  }
});

test('a footnote leads to its note, and the note back to its place in the text', async () => {
  const page = await fixture.open('articles/2025/01/footnotes-and-tables/');
  await page.getByRole('link', { name: 'Note 2', exact: true }).click();
  expect(await page.locator(':target').innerText()).toContain('The pilot had asked for both.');
  await page.getByRole('link', { name: 'Back to the text at note 2' }).click();
  expect(await page.locator(':target').innerText()).toBe('2');
});
