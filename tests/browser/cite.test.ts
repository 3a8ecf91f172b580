import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readerOf } from '../setup/reader.ts';

const { open, address } = readerOf('fixtureDist');

const COPY = 'articles/2025/06/everything/';
const OWN = 'articles/2025/06/plain/';

/** Presses the button as a reader at the keyboard does, and gives the region that it shows. */
async function cite(page: Page): Promise<ReturnType<Page['getByRole']>> {
  const button = page.getByRole('button', { name: 'Cite', exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
  const region = page.getByRole('region', { name: 'Cite this article' });
  await region.waitFor();
  return region;
}

describe('a reader who cites an article', () => {
  test('sees the copy and its original, each as a line to select', async () => {
    const page = await open(COPY);
    const region = await cite(page);
    const groups = region.getByRole('group');
    expect(await groups.locator('legend').allTextContents()).toEqual(['This copy', 'The original']);
    const [copy, original] = await groups.locator('p').allTextContents();
    expect(copy).toContain('“Night Ferry Returns to Northport after Nine Years.” The Coast Herald, 14 June 2025.');
    expect(copy).toContain('Copy at The Fixture Gazette, captured 15 June 2025, https://paper.example/news/' + COPY);
    expect(original).toMatch(
      /^Ada Fixture and Bruno Example\. .* https:\/\/herald\.example\/2025\/06\/night-ferry \(/u,
    );
  });

  test('of an article that is no copy sees one citation', async () => {
    const page = await open(OWN);
    expect(await (await cite(page)).locator('legend').allTextContents()).toEqual(['This article']);
  });

  test('opens and closes it with the button, or leaves it with Escape, and is back at the button', async () => {
    const page = await open(COPY);
    const region = await cite(page);
    const button = page.getByRole('button', { name: 'Cite', exact: true, expanded: true });
    expect(await button.count()).toBe(1);
    await button.press('Enter');
    await region.waitFor({ state: 'detached' });
    await cite(page);
    await region.getByRole('button', { name: 'Copy BibTeX' }).first().focus();
    await page.keyboard.press('Escape');
    await region.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe('Cite');
    expect(await page.getByRole('button', { name: 'Cite', exact: true, expanded: false }).count()).toBe(1);
  });

  test.each([
    { name: 'Copy text', said: 'Copied: The original', starts: 'Ada Fixture and Bruno Example.' },
    { name: 'Copy BibTeX', said: 'Copied: The original (BibTeX)', starts: '@article{fixture2025night,' },
    { name: 'Copy CSL-JSON', said: 'Copied: The original (CSL-JSON)', starts: '[\n  {\n    "id": "fixture2025night"' },
  ])('copies by "$name" and is told so', async ({ name, said, starts }) => {
    const page = await open(COPY);
    await page
      .context()
      .grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(address('')).origin });
    const region = await cite(page);
    await region.getByRole('group', { name: 'The original' }).getByRole('button', { name }).click();
    await region.getByText(said, { exact: true }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.startsWith(starts)).toBe(true);
  });

  test('where nothing may be copied finds the citation selected, and is told so', async () => {
    const page = await open(COPY);
    await page.evaluate(() => {
      Object.defineProperty(navigator.clipboard, 'writeText', { value: () => Promise.reject(new Error('denied')) });
    });
    const region = await cite(page);
    const group = region.getByRole('group', { name: 'This copy' });
    await group.getByRole('button', { name: 'Copy BibTeX' }).click();
    await region.getByText('The text is selected').waitFor();
    const selected = await page.evaluate(() => {
      const field = document.activeElement;
      if (!(field instanceof HTMLTextAreaElement)) return undefined;
      return [field.readOnly, field.value.slice(field.selectionStart, field.selectionEnd)] as const;
    });
    expect(selected?.[0]).toBe(true);
    expect(selected?.[1]).toMatch(/^@online\{fixture2025nightcopy,\n[\s\S]*\n\}\n$/u);
    // Asked again, there is one field and not two.
    await group.getByRole('button', { name: 'Copy text' }).click();
    await page.waitForFunction(() => document.querySelector('textarea')?.value.startsWith('Ada'));
    expect(await region.locator('textarea').count()).toBe(1);
  });

  test('of a withdrawn article sees what its page still says', async () => {
    const page = await open('articles/2025/05/withdrawn/');
    const [line] = await (await cite(page)).locator('p').allTextContents();
    expect(line).toMatch(/^“Report on the Bakery Fire\.” The Fixture Gazette, 11 May 2025\. https:\/\/paper\.example/u);
  });

  test('of an article full of attacks sees text only', async () => {
    const page = await open('articles/2025/01/hostile/');
    const region = await cite(page);
    expect(await region.locator('p').first().textContent()).toContain('</title><script>alert("title")</script>');
    const names = await region.locator('*').evaluateAll((all) => [...new Set(all.map(({ tagName }) => tagName))]);
    expect(names.toSorted()).toEqual(['BUTTON', 'DIV', 'FIELDSET', 'LEGEND', 'OUTPUT', 'P']);
  });

  test('on a narrow screen scrolls down only', async () => {
    const page = await open('articles/2025/01/hostile/', { viewport: { width: 320, height: 640 } });
    await cite(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});
