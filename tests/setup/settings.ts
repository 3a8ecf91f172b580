import type { Page } from 'playwright-core';

/** Opens the reader's settings; where scripts run, waits until they show what was chosen before. */
export async function openSettings(page: Page): Promise<void> {
  await page.locator('a[href="#settings"]').click();
  const isScripted = (await page.locator('html[data-script]').count()) > 0;
  if (isScripted) await page.locator('.settings[data-ready]').waitFor();
}
