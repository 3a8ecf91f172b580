import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { type FakeVoice, giveVoices, saidOn } from './fake-speech.ts';
import type { Reader } from './reader.ts';

/** The best voice for British English is not the first. */
const VOICES: readonly FakeVoice[] = [
  { name: 'Boston', lang: 'en-US' },
  { name: 'Leeds', lang: 'en-GB' },
  { name: 'Lyon', lang: 'fr-FR' },
  { name: 'Cairo', lang: 'ar_EG' },
];

/** A reader whose browser has voices. */
export interface Listener {
  /** Opens a page in a browser that has these voices, or several. */
  open: (path: string, options?: BrowserContextOptions, voices?: readonly FakeVoice[]) => Promise<Page>;
  /** Opens an article and begins to listen. */
  listenTo: (path: string, options?: BrowserContextOptions) => Promise<Page>;
}

/** Gives a reader voices. */
export function listenerOf({ open: openAnything, address }: Reader): Listener {
  const open: Listener['open'] = async (path, options, voices = VOICES) => {
    // Another page first, so that the one that is wanted finds its voices when it is loaded.
    const page = await openAnything('404.html', options);
    await giveVoices(page, voices);
    await page.goto(address(path));
    return page;
  };
  const listenTo: Listener['listenTo'] = async (path, options) => {
    const page = await open(path, options);
    await page.locator('[data-load=listen]').click();
    await barOf(page).waitFor();
    return page;
  };
  return { open, listenTo };
}

/** The bar that is open while an article is read aloud, in any language. */
export function barOf(page: Page): Locator {
  return page.locator('section.listen');
}

/** Presses a button of the bar. */
export async function press(page: Page, name: string): Promise<void> {
  await barOf(page).getByRole('button', { name, exact: true }).click();
}

/** Lets the utterance that is being read come to its end. */
export async function finish(page: Page): Promise<void> {
  await page.evaluate(() => globalThis.fakeSpeech.finish());
}

/** Lets so many utterances end, and gives the texts of all that were begun. */
export async function hear(page: Page, count: number): Promise<string[]> {
  const before = (await saidOn(page, 1)).length;
  for (let heard = 1; heard <= count; heard += 1) {
    await finish(page);
    await saidOn(page, before + heard);
  }
  return (await saidOn(page, before + count)).map(({ text }) => text);
}

/** Hears an article to its end, when the bar goes away, and gives the texts of all utterances. */
export async function hearAll(page: Page): Promise<string[]> {
  for (let count = 1; ; count += 1) {
    const said = await saidOn(page, count);
    await finish(page);
    const goesOn = await page.waitForFunction((known) => {
      if (!document.querySelector('section.listen')) return 'no';
      return globalThis.fakeSpeech.said.length > known && 'yes';
    }, count);
    if ((await goesOn.jsonValue()) === 'no') return said.map(({ text }) => text);
  }
}

/** The words that are marked as being read. */
export async function markedOn(page: Page): Promise<string> {
  return page.evaluate(() =>
    [...(CSS.highlights.get('listen') ?? [])].map((range) => (range instanceof Range ? range.toString() : '')).join(),
  );
}
