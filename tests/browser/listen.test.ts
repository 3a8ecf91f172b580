import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { saidOn } from '../setup/fake-speech.ts';
import { barOf, finish, hear, hearAll, listenerOf, markedOn, press } from '../setup/listener.ts';
import { readerOf } from '../setup/reader.ts';

const reader = readerOf('fixtureDist');
const { open, listenTo } = listenerOf(reader);

const ARTICLE = 'articles/2025/06/everything/';
const isSpeaking = (page: Page): Promise<boolean> => page.evaluate(() => globalThis.fakeSpeech.isSpeaking());

test('a reader hears headline, standfirst, caption and text, sentence by sentence, and sees which', async () => {
  const page = await listenTo(ARTICLE);
  const said = await hear(page, 6);
  expect(said.slice(0, 3)).toEqual([
    'Night Ferry Returns to Northport after Nine Years',
    'The first night boat since the strike brought lorries, students and a marching band that nobody had ordered.',
    'The ferry Halcyon at the east quay, shortly before it left again.',
  ]);
  expect(said.at(-1)).toBe('An empty quay');
  expect(await markedOn(page)).toBe('An empty quay');
});

test('nothing is read that only makes sense to the eye: no marks of notes, no tables, no ledger', async () => {
  const page = await listenTo('articles/2025/01/footnotes-and-tables/');
  const said = await hearAll(page);
  expect(said).toEqual(
    expect.arrayContaining([
      'The harbour office has counted the year.',
      'The counting itself has changed once.',
      'Ferries, if they return',
      'by day',
      'Survey of the crane',
      'That was not always so.',
      'Arrivals from January to March.',
      'A ship is counted when it makes fast, not when it is sighted.',
    ]),
  );
  expect(said.join(' ')).not.toMatch(/Colliers|263|2024-01-04|☑|↩|Footnotes/u);
  // A list within a list speaks for itself.
  expect(said.filter((text) => text.includes('in winter'))).toEqual(['in winter']);
  expect(await markedOn(page)).toBe('');
});

test('a reader pauses, goes on with the same sentence, and goes back and forward by one', async () => {
  const page = await listenTo(ARTICLE);
  const [first, second] = await hear(page, 1);
  await press(page, 'Pause');
  expect(await isSpeaking(page)).toBe(false);
  await press(page, 'Forward one sentence');
  expect(await markedOn(page)).toMatch(/^The ferry Halcyon/u);
  await press(page, 'Back one sentence');
  expect(await saidOn(page, 2)).toHaveLength(2);
  await press(page, 'Go on');
  expect((await saidOn(page, 3)).at(-1)?.text).toBe(second);
  await press(page, 'Back one sentence');
  expect((await saidOn(page, 4)).at(-1)?.text).toBe(first);
});

test('a reader chooses a speed and a voice, which are those of the next article too', async () => {
  const page = await listenTo(ARTICLE);
  const bar = barOf(page);
  expect((await saidOn(page, 1)).at(-1)).toMatchObject({ voice: 'Leeds', rate: 1 });
  await bar.getByLabel('Speed').selectOption('1.5');
  expect((await saidOn(page, 2)).at(-1)).toMatchObject({ voice: 'Leeds', rate: 1.5 });
  expect(await bar.getByLabel('Voice').locator('option').allTextContents()).toEqual(['Leeds', 'Boston']);
  await bar.getByLabel('Voice').selectOption('Boston');
  expect((await saidOn(page, 3)).at(-1)).toMatchObject({ voice: 'Boston', rate: 1.5 });
  await page.goto(reader.address('articles/2025/06/plain/'));
  await page.getByRole('button', { name: 'Listen' }).click();
  expect((await saidOn(page, 1)).at(-1)).toMatchObject({ voice: 'Boston', rate: 1.5 });
  expect(await bar.getByLabel('Speed').inputValue()).toBe('1.5');
});

test('a later visit goes on where the last one stopped, and begins anew when all was heard', async () => {
  const page = await listenTo('articles/2025/02/short-headline/');
  const [headline, second] = await hear(page, 1);
  await page.reload();
  const listen = page.getByRole('button', { name: 'Listen' });
  await listen.click();
  expect((await hearAll(page))[0]).toBe(second);
  expect(await isSpeaking(page)).toBe(false);
  await page.reload();
  await listen.click();
  expect((await saidOn(page, 1))[0]?.text).toBe(headline);
});

test('no place is left behind by a reader who does not want to have remembered what was read', async () => {
  const page = await listenTo(ARTICLE);
  const [headline] = await hear(page, 2);
  const kept = (): Promise<string | null> => page.evaluate(() => localStorage.getItem('listen'));
  expect(await kept()).toContain('everything');
  await page.evaluate(() => localStorage.setItem('settings', JSON.stringify({ memory: 'off' })));
  await page.reload();
  await page.getByRole('button', { name: 'Listen' }).click();
  expect((await hear(page, 2))[0]).toBe(headline);
  await press(page, 'Stop');
  expect(await kept()).toBeNull();
});

test('a reader is brought to what is read only when it is not on the screen', async () => {
  const page = await listenTo(ARTICLE);
  await hear(page, 1);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await hear(page, 6);
  const { scrolled, isSeen } = await page.evaluate(() => {
    const [range] = CSS.highlights.get('listen') ?? [];
    const box = range instanceof Range ? range.getBoundingClientRect() : undefined;
    const foot = document.querySelector('.listen')?.getBoundingClientRect().top ?? 0;
    return { scrolled: scrollY, isSeen: box !== undefined && box.top >= 0 && box.bottom <= foot };
  });
  expect(isSeen).toBe(true);
  expect(scrolled).toBeGreaterThan(0);
});

test('a browser that cannot read the text says so, and another try is possible', async () => {
  const page = await listenTo(ARTICLE);
  const [first] = await saidOn(page, 1);
  await page.evaluate(() => globalThis.fakeSpeech.fail('synthesis-failed'));
  await barOf(page).getByText('This browser could not read the text aloud.').waitFor();
  await press(page, 'Go on');
  expect(await saidOn(page, 2)).toEqual([first, first]);
  expect(await barOf(page).getByRole('status').textContent()).toBe('');
});

test('a reading that something else broke off, with a word or without, waits to go on', async () => {
  const page = await listenTo(ARTICLE);
  await hear(page, 1);
  await page.evaluate(() => globalThis.fakeSpeech.fail('interrupted'));
  await press(page, 'Go on');
  await saidOn(page, 3);
  await finish(page);
  await saidOn(page, 4);
  await page.evaluate(() => globalThis.fakeSpeech.fallSilent());
  await barOf(page).getByRole('button', { name: 'Go on' }).waitFor();
  expect(await barOf(page).getByRole('status').textContent()).toBe('');
});

test('a page that is left falls silent, and its place is kept', async () => {
  const page = await listenTo(ARTICLE);
  const said = await hear(page, 2);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')));
  expect(await isSpeaking(page)).toBe(false);
  expect(await page.evaluate(() => localStorage.getItem('listen'))).toContain(`"sentence":${said.length - 1}`);
});

test('what somebody else stored is not taken for a place, a voice or a speed', async () => {
  const page = await open(ARTICLE);
  await page.evaluate(() => {
    const path = location.pathname;
    const places = [{ path, hash: 'other', sentence: 4 }, { path, sentence: -1 }, null];
    localStorage.setItem('listen', JSON.stringify({ speed: 'fast', voices: { en: 7 }, places }));
  });
  await page.getByRole('button', { name: 'Listen' }).click();
  const text = await page.locator('h1').innerText();
  expect((await saidOn(page, 1))[0]).toMatchObject({ text, voice: 'Leeds', rate: 1 });
});
