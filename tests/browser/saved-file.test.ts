import { text as textOf } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { saveAll, savedButton, savedHeadlines, savedSays, showsSaved } from '../setup/memory.ts';
import { readerOf } from '../setup/reader.ts';

const { open, address } = readerOf('fixtureDist');
const sample = readerOf('sampleDist');

const FERRY = { path: 'articles/2025/06/everything/', headline: 'Night Ferry Returns to Northport after Nine Years' };
const CRANE = { path: 'articles/2025/06/plain/', headline: 'Harbour Board Votes to Keep the Old Crane' };
const ARABIC = {
  path: 'articles/2025/03/arabic-rtl/',
  headline: 'الميناء القديم يستقبل أول سفينة شراعية منذ عشرين عامًا',
};

/** Opens the page of what is saved, and waits until it shows it. */
async function openSaved(page: Page): Promise<void> {
  await page.goto(address('saved/'));
  await page.locator('.saved').waitFor();
}

const addressesOf = (...articles: { path: string }[]): string[] => articles.map(({ path }) => address(path));

/** A file of what is saved, with such entries. */
function fileOf(saved: unknown): { name: string; mimeType: string; buffer: Buffer } {
  const text = typeof saved === 'string' ? saved : JSON.stringify({ format: 'tearsheet-saved', version: 1, saved });
  return { name: 'tearsheet-saved.json', mimeType: 'application/json', buffer: Buffer.from(text) };
}

async function importFile(
  page: Page,
  file: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0],
): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    savedButton(page, 'Import from a file').click(),
  ]);
  await chooser.setFiles(file);
}

describe('what is saved', () => {
  test('goes to another browser as a file, and adds to what is there', async () => {
    const page = await open('about/');
    await saveAll(page, addressesOf(FERRY, ARABIC));
    await openSaved(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      savedButton(page, 'Export as a file').click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^tearsheet-saved-\d{4}-\d\d-\d\d\.json$/u);
    const file = await textOf(await download.createReadStream());
    const other = await open('about/');
    await saveAll(other, addressesOf(CRANE, FERRY));
    await openSaved(other);
    await importFile(other, fileOf(file));
    await savedSays(other, /entries were taken|entry was taken/u);
    expect((await savedHeadlines(other)).sort()).toEqual([FERRY.headline, CRANE.headline, ARABIC.headline].sort());
    await importFile(other, fileOf(file));
    await savedSays(other, 'The file holds nothing that is not here already.');
    await other.goto(address(ARABIC.path));
    await showsSaved(other, true);
  });

  test('can be brought to the same site at another address', async () => {
    const page = await sample.open('saved/');
    const [path, headline] = ['articles/2016/10/a-truce/', 'A Truce'];
    await importFile(page, fileOf([{ path, headline, saved: '2026-11-20T12:00:00.000Z' }]));
    await savedSays(page, '1 entry was taken from the file.');
    expect(await page.getByRole('link', { name: headline }).getAttribute('href')).toBe(`/${path}`);
  });

  test.each([
    ['another file', 'Dear reader,'],
    ['a list', '[]'],
    ['a file that ends in its middle', '{"format":"tearsheet-saved","version":1,"saved":[{'],
    ['an endless depth', '['.repeat(200_000)],
    ['a later format', '{"format":"tearsheet-saved","version":9,"saved":[]}'],
  ])('takes nothing from %s, and says so', async (_, text) => {
    const page = await open('saved/');
    await importFile(page, fileOf(text));
    await savedSays(page, 'This file cannot be read: it is no export of saved articles');
    expect(await page.evaluate(() => localStorage.getItem('saved'))).toBeNull();
  });

  test('takes from a hostile file only what leads to articles here, and shows it as text', async () => {
    const page = await open('saved/');
    const saved = '2026-11-20T12:00:00.000Z';
    const headline = '<img src=x onerror=alert(1)>"><script>alert(2)</script>';
    await importFile(
      page,
      fileOf([
        { path: 'javascript:alert(3)', headline: 'a', saved },
        { path: 'https://evil.example/news/articles/2026/11/a/', headline: 'b', saved },
        { path: '../../articles/2026/11/a/', headline: 'c', saved },
        { path: FERRY.path, headline, about: headline, lang: '"><b>', published: 'x', saved },
        { path: CRANE.path, headline: { toString: 'd' }, saved },
        [[[[]]]],
        null,
      ]),
    );
    await savedSays(page, '1 entry was taken from the file.');
    expect(await savedHeadlines(page)).toEqual([headline]);
    const links = page.locator('.saved a');
    expect(await links.evaluateAll((found) => found.map((link) => link.getAttribute('href')))).toEqual([
      `/news/${FERRY.path}`,
    ]);
    expect(await page.locator('.saved :is(img, script, b)').count()).toBe(0);
    await page.reload();
    await page.locator('.saved .headline').waitFor();
    expect(await savedHeadlines(page)).toEqual([headline]);
  });

  test('shows no more than a few hundred at once, and the others on wish', async () => {
    const page = await open('saved/');
    const many = Array.from({ length: 430 }, (_, index) => ({
      path: `articles/2026/11/a${index}/`,
      headline: `Article ${index}`,
      saved: `2026-11-20T12:00:00.${String(index).padStart(3, '0')}Z`,
    }));
    await importFile(page, fileOf(many));
    await savedSays(page, `${many.length} entries were taken from the file.`);
    for (const shown of [200, 400]) {
      expect(await page.locator('.saved .headline').count()).toBe(shown);
      await savedButton(page, 'Older articles').press('Enter');
      await page.locator('.saved .headline').nth(shown).waitFor();
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(`Article ${many.length - 1 - shown}`);
    }
    expect(await page.locator('.saved .headline').count()).toBe(many.length);
    expect(await savedButton(page, 'Older articles').isVisible()).toBe(false);
  });
});
