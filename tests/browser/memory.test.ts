import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { toSign } from '../../src/scripts/memory/visits.ts';
import { axeFindings, loadAxe } from '../setup/axe.ts';
import { keepAs, offer, pressEnd, readOnTo, remembers, save, showsSaved, stopInTheMiddle } from '../setup/memory.ts';
import { readerOf } from '../setup/reader.ts';

const { open, address } = readerOf('fixtureDist');

const LONG = 'articles/2025/01/footnotes-and-tables/';
const SHORT = 'articles/2025/06/plain/';
const LIST = 'tags/harbour/';

/** Comes back to an article that was saved, and sees all that is shown of what is remembered. */
async function comeBack(page: Page, path: string): Promise<void> {
  await page.goto(address(path));
  await showsSaved(page, true);
}

/** The paragraph at the top of the window, and how far below it begins. */
function topParagraph(page: Page): Promise<{ id: string; top: number } | undefined> {
  return page.evaluate(() => {
    const paragraphs = [...document.querySelectorAll('[data-part=body] [id^="p-"]')];
    const found = paragraphs.find((paragraph) => paragraph.getBoundingClientRect().bottom >= 28);
    return found && { id: found.id, top: Math.round(found.getBoundingClientRect().top) };
  });
}

const heightOf = (page: Page): Promise<number> =>
  page.locator('[data-part=body]').evaluate((body) => body.getBoundingClientRect().top + scrollY);

describe('a reader who stops in the middle of an article', () => {
  test('is offered to go on there, and stays at the top until then', async () => {
    const page = await open(LONG);
    const before = await heightOf(page);
    await stopInTheMiddle(page);
    const stopped = await topParagraph(page);
    await page.goto(address('about/'));
    await page.goto(address(LONG));
    await offer(page).waitFor();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    expect(await heightOf(page), 'what stands below has moved').toBe(before);
    await offer(page).press('Enter');
    expect((await topParagraph(page))?.id).toBe(stopped?.id);
    expect(new URL(page.url()).hash).toBe(`#${stopped?.id}`);
  });

  test('is brought about as far where the paragraph is no longer there', async () => {
    const page = await open(LONG);
    await stopInTheMiddle(page);
    await page.goto(address('about/'));
    await keepAs(page, 'read', (entry) => ({ ...entry, place: { id: 'p-000000', share: 0.5 } }));
    await page.goto(address(LONG));
    await offer(page).click();
    const share = await page.evaluate(() => {
      const body = document.querySelector('[data-part=body]')?.getBoundingClientRect();
      return body && -body.top / body.height;
    });
    expect(share).toBeGreaterThan(0.45);
    expect(share).toBeLessThanOrEqual(0.5);
  });

  test('finds it among what was not read to the end', async () => {
    const page = await open(LONG);
    await stopInTheMiddle(page);
    await page.goto(address('saved/'));
    const section = page.locator('section', { has: page.getByRole('heading', { name: 'Not read to the end' }) });
    expect(await section.getByRole('link').allTextContents()).toEqual(['The Year of the Harbour in Tables and Notes']);
  });
});

describe('nothing is offered', () => {
  test('to a reader who has barely begun', async () => {
    const page = await open(LONG);
    await save(page);
    await readOnTo(page, 370);
    await page.goto(address('about/'));
    await comeBack(page, LONG);
    expect(await offer(page).count()).toBe(0);
  });

  test('to a reader who only looked at the end', async () => {
    const page = await open(LONG);
    await save(page);
    await pressEnd(page);
    await page.goto(address('about/'));
    await comeBack(page, LONG);
    expect(await offer(page).count()).toBe(0);
  });
});

describe('an article that was read to its end', () => {
  /** Reads the short article with the clock at hand. */
  async function readShort(seconds: string): Promise<Page> {
    const page = await open('about/');
    await page.clock.install({ time: '2026-11-22T12:00:00Z' });
    await page.goto(address(SHORT));
    await save(page);
    await page.clock.pauseAt('2026-11-22T12:01:00Z');
    await pressEnd(page);
    await page.clock.runFor(seconds);
    await page.clock.resume();
    return page;
  }

  test('is marked so in lists, in words, and nothing is offered on it', async () => {
    const page = await readShort('30');
    await remembers(page, 'read', '"read":"2026-11-22');
    await comeBack(page, SHORT);
    expect(await offer(page).count()).toBe(0);
    await page.goto(address(LIST));
    const marks = page.locator('.teaser', { has: page.locator('[data-mark]') });
    await marks.first().waitFor();
    expect(await marks.locator('h3').allInnerTexts()).toEqual(['Harbour Board Votes to Keep the Old Crane']);
    expect(await marks.locator('[data-mark]').innerText()).toBe('Read 22 November 2026');
    await page.goto(address(''));
    await page.getByText('Read 22 November 2026').waitFor();
    await page.goto(address('saved/'));
    await page.getByRole('heading', { name: 'Read 22 November 2026' }).waitFor();
  });

  test('is not one whose end was only looked at', async () => {
    const page = await open('about/');
    await page.clock.install({ time: '2026-11-22T12:00:00Z' });
    await page.goto(address(SHORT));
    await page.clock.pauseAt('2026-11-22T12:00:03Z');
    await page.keyboard.press('End');
    await page.waitForFunction(() => localStorage.getItem('read'));
    await page.clock.runFor(1000);
    await page.goto(address('about/'));
    expect(await page.evaluate(() => localStorage.getItem('read'))).not.toContain('"read"');
  });
});

describe('a reader who comes back to a topic', () => {
  /** Visits the topic and makes it an earlier visit, before two of its articles were there. */
  async function visitEarlier(page: Page): Promise<string[]> {
    await page.keyboard.press('ArrowDown');
    await remembers(page, 'lists', 'harbour');
    const links = await page.locator('main .month .headline a').evaluateAll((all) => {
      return all.map((link) => ({ href: link.getAttribute('href') ?? '', headline: link.textContent.trim() }));
    });
    const news = links.filter((_, at) => at === 1 || at === 4);
    const signs = new Set(news.map(({ href }) => toSign(href.slice('/news/'.length))));
    await keepAs(page, 'lists', ({ known, ...entry }) => {
      const knownThen = Array.isArray(known) ? known.filter((sign) => !signs.has(String(sign))) : [];
      return { ...entry, day: '2025-01-01', known: knownThen };
    });
    return news.map(({ headline }) => headline);
  }

  test('is told how many articles are new, and which, all day and no longer', async () => {
    const page = await open(LIST);
    const below = (): Promise<number> =>
      page
        .locator('.month')
        .first()
        .evaluate((month) => (month.querySelector('h2')?.getBoundingClientRect().top ?? 0) + scrollY);
    const before = await below();
    const expected = await visitEarlier(page);
    for (let visit = 0; visit < 2; visit += 1) {
      await page.reload();
      await page.getByText('2 new articles since your last visit').waitFor();
      const marked = page.locator('.teaser', { has: page.locator('[data-mark=new]') });
      expect(await marked.locator('.headline').allInnerTexts()).toEqual(expected);
      expect(await marked.locator('[data-mark]').allInnerTexts()).toEqual(['New', 'New']);
      expect(await below(), 'what stands below has moved').toBe(before);
    }
    await keepAs(page, 'lists', (entry) => ({ ...entry, day: '2025-01-02' }));
    await page.reload();
    await page.waitForFunction(() => !localStorage.getItem('lists')?.includes('2025-01-02'));
    expect(await page.locator('[data-mark], .news').count()).toBe(0);
  });

  test('reads the marks in any light, and so does a machine', async () => {
    const page = await open(LIST, { colorScheme: 'light' });
    await visitEarlier(page);
    await page.reload();
    await page.locator('[data-mark=new]').first().waitFor();
    await loadAxe(page);
    expect(await axeFindings(page), 'light').toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeFindings(page, 'colours'), 'dark').toEqual([]);
  });
});

test('axe finds nothing where it is offered to go on', async () => {
  const page = await open(LONG, { colorScheme: 'light' });
  await stopInTheMiddle(page);
  await page.reload();
  await offer(page).waitFor();
  await loadAxe(page);
  expect(await axeFindings(page)).toEqual([]);
});
