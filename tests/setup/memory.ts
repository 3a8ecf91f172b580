import type { Locator, Page } from 'playwright-core';

/** Keeps the entries of a key as it is wished, as an earlier visit would have left them. */
export async function keepAs(
  page: Page,
  key: string,
  change: (entry: Record<string, unknown>) => object,
): Promise<void> {
  const text = await page.evaluate((name) => localStorage.getItem(name) ?? '{"entries":[]}', key);
  const kept: unknown = JSON.parse(text);
  const entries: unknown = typeof kept === 'object' && kept !== null && 'entries' in kept ? kept.entries : [];
  if (!Array.isArray(entries) || entries.length === 0) throw new Error(`Nothing is kept as "${key}".`);
  const changed = JSON.stringify({ version: 1, entries: entries.map(change) });
  await page.evaluate(([name, value]) => localStorage.setItem(name, value), [key, changed] as const);
}

/** Waits until the browser remembers something of this form under a key. */
export async function remembers(page: Page, key: string, part: string): Promise<void> {
  await page.waitForFunction(([name, text]) => localStorage.getItem(name)?.includes(text), [key, part] as const);
}

/** Reads on to so many pixels below the top of the page, as somebody who is there and does something. */
export async function readOnTo(page: Page, top: number): Promise<void> {
  await page.keyboard.press('Shift');
  await page.evaluate((y) => scrollTo(0, y), top);
}

/** Reads on until it is kept where the reader has stopped. */
export async function stopInTheMiddle(page: Page): Promise<void> {
  await readOnTo(page, 1000);
  await remembers(page, 'read', '"place"');
}

/** Goes to the end of the page, and waits until it is there. */
export async function pressEnd(page: Page): Promise<void> {
  await page.keyboard.press('End');
  await page.waitForFunction(() => scrollY + innerHeight >= document.documentElement.scrollHeight - 2);
}

/** The link that offers to go on. */
export function offer(page: Page): Locator {
  return page.getByRole('link', { name: 'Go on where you stopped' });
}

/** The button that saves an article, whatever it says. */
export function saveButton(page: Page): Locator {
  return page.locator('[data-load=save]');
}

/** Waits until the button shows that the article is saved, or is not. */
export async function showsSaved(page: Page, isSaved: boolean): Promise<void> {
  await page.locator(`[data-load=save][aria-pressed=${isSaved}]`).waitFor();
}

/** Saves the article; from then on its button tells when the page shows what is remembered. */
export async function save(page: Page): Promise<void> {
  await saveButton(page).click();
  await showsSaved(page, true);
}

/** Makes the browser refuse to keep anything more, as one does that is full. */
export async function fillUp(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
}

/** Opens articles one after the other and saves each. */
export async function saveAll(page: Page, addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    await page.goto(address);
    await save(page);
  }
}

/** The headlines on the page of what is saved. */
export function savedHeadlines(page: Page): Promise<string[]> {
  return page.locator('.saved .headline').allInnerTexts();
}

/** A button on the page of what is saved. */
export function savedButton(page: Page, name: string): Locator {
  return page.locator('.saved').getByRole('button', { name, exact: true });
}

/** Waits until the page of what is saved says something. */
export async function savedSays(page: Page, text: string | RegExp): Promise<void> {
  await page.locator('.saved').getByRole('status').filter({ hasText: text }).waitFor();
}
