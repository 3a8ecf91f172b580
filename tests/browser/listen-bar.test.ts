import { expect, test } from 'vitest';
import { axeFindings, loadAxe } from '../setup/axe.ts';
import { saidOn } from '../setup/fake-speech.ts';
import { barOf, hear, listenerOf, markedOn, press } from '../setup/listener.ts';
import { DESK, PHONE, readerOf } from '../setup/reader.ts';

const reader = readerOf('fixtureDist');
const { open, listenTo } = listenerOf(reader);

const ARTICLE = 'articles/2025/06/everything/';
const ARABIC = 'articles/2025/03/arabic-rtl/';

test('a reader without a mouse begins, pauses, and closes the bar with Escape; the keyboard is where it was', async () => {
  const page = await open(ARTICLE);
  const button = page.getByRole('button', { name: 'Listen' });
  await button.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Reading aloud' }).waitFor();
  const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');
  expect(await focused()).toBe('Pause');
  await page.keyboard.press('Space');
  expect(await focused()).toBe('Go on');
  await page.keyboard.press('Tab');
  expect(await focused()).toContain('Forward one sentence');
  await page.keyboard.press('Escape');
  await barOf(page).waitFor({ state: 'detached' });
  expect(await button.evaluate((it) => it === document.activeElement)).toBe(true);
  expect(await page.evaluate(() => globalThis.fakeSpeech.isSpeaking())).toBe(false);
});

test('the space bar goes on scrolling the page, and Escape in the settings closes only these', async () => {
  const page = await listenTo(ARTICLE);
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.keyboard.press('Space');
  await page.waitForFunction(() => scrollY > 0);
  expect(await page.evaluate(() => globalThis.fakeSpeech.isSpeaking())).toBe(true);
  await page.locator('a[data-load=settings]').focus();
  await page.keyboard.press('Enter');
  await page.locator('.settings:target[data-ready]').waitFor();
  await page.keyboard.press('Escape');
  expect(await page.locator('.settings:target').count()).toBe(0);
  expect(await barOf(page).isVisible()).toBe(true);
});

test('there is no button where there is no voice for the language, or no scripting', async () => {
  const mute = await open(ARTICLE, {}, [{ name: 'Lyon', lang: 'fr-FR' }]);
  await mute.waitForFunction(() => speechSynthesis.getVoices().length > 0);
  expect(await mute.locator('[data-load=listen]').isVisible()).toBe(false);
  const unscripted = await reader.open(ARTICLE, { javaScriptEnabled: false });
  expect(await unscripted.locator('[data-load=listen]').isVisible()).toBe(false);
});

test('a browser without highlights marks the paragraph instead', async () => {
  const page = await open(ARTICLE);
  await page.addInitScript(() => Reflect.deleteProperty(CSS, 'highlights'));
  await page.reload();
  await page.getByRole('button', { name: 'Listen' }).click();
  await hear(page, 3);
  expect(await page.locator('[data-listen]').allTextContents()).toEqual([
    expect.stringMatching(/^The night ferry came back/u),
  ]);
  await press(page, 'Stop');
  expect(await page.locator('[data-listen]').count()).toBe(0);
});

test('an Arabic article is read by an Arabic voice, its bar set from the right', async () => {
  const page = await listenTo(ARABIC);
  expect((await saidOn(page, 1))[0]).toMatchObject({ voice: 'Cairo', text: await page.locator('h1').innerText() });
  const places = await page
    .locator('.listen button')
    .evaluateAll((buttons) => buttons.slice(0, 3).map((it) => it.getBoundingClientRect().x));
  expect(new Set(places).size).toBe(3);
  expect(places).toEqual(places.toSorted((a, b) => b - a));
  await hear(page, 3);
  expect(await markedOn(page)).toMatch(/^وصلت/u);
});

test.each(['light', 'dark'] as const)('axe finds nothing on the open bar in %s and in sepia', async (colorScheme) => {
  const page = await listenTo(ARTICLE, { colorScheme });
  await loadAxe(page);
  expect(await axeFindings(page), colorScheme).toEqual([]);
  await page.setViewportSize(DESK);
  expect(await axeFindings(page), 'on a desk').toEqual([]);
  await page.locator('a[data-load=settings]').click();
  await page.locator('#t-s').check();
  await page.keyboard.press('Escape');
  await page.locator('.settings:target').waitFor({ state: 'detached' });
  expect(await axeFindings(page, 'colours'), 'sepia').toEqual([]);
});

test.each([ARTICLE, ARABIC])(
  'the bar over "%s" fits a narrow screen, each target large enough for a thumb, and hides nothing for good',
  async (path) => {
    const page = await listenTo(path, { viewport: { ...PHONE, width: 320 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    const sizes = await page
      .locator('.listen :is(button, select)')
      .evaluateAll((targets) => targets.flatMap((it) => [it.clientWidth, it.clientHeight].map((size) => size + 2)));
    expect(sizes.filter((size) => size < 44)).toEqual([]);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const { last, top } = await page.evaluate(() => ({
      last: document.querySelector('.colophon')?.getBoundingClientRect().bottom ?? Infinity,
      top: document.querySelector('.listen')?.getBoundingClientRect().top ?? 0,
    }));
    expect(last).toBeLessThanOrEqual(top);
  },
);
