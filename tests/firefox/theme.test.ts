import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { firefoxReader } from '../setup/firefox.ts';

const { open, address } = firefoxReader();

interface Colours {
  paper: string;
  ink: string;
  accent: string;
}

const ARTICLE = 'articles/2025/06/everything/';

function shown(page: Page): Promise<Colours> {
  return page.evaluate(() => {
    const colour = (selector: string, property: string): string => {
      const element = document.querySelector(selector);
      return element ? getComputedStyle(element).getPropertyValue(property) : '';
    };
    return {
      paper: colour('html', 'background-color'),
      ink: colour('[data-part=headline]', 'color'),
      accent: colour('.kicker', 'color'),
    };
  });
}

/** Opens the panel of settings, if it is not open, and waits until it shows what was chosen before. */
async function openSettings(page: Page): Promise<void> {
  const isOpen = await page.$eval('.settings', (panel) => panel.matches(':target'));
  if (!isOpen) await page.click('a[href="#settings"]');
  await page.waitForSelector('.settings[data-ready]');
}

/** How light a colour is, 0 to 1: the relative luminance of WCAG 2.2, but for its gamma, which keeps the order. */
function lightness(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/gu) ?? []).map(Number);
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}

async function choose(page: Page, id: 't-a' | 't-l' | 't-s' | 't-d'): Promise<Colours> {
  await openSettings(page);
  await page.click(`#${id}`);
  return shown(page);
}

test('each paper has colours of its own, dark ink on light paper or light ink on dark', async () => {
  const page = await open(ARTICLE);
  const [auto, light, sepia, dark] = [
    await shown(page),
    await choose(page, 't-l'),
    await choose(page, 't-s'),
    await choose(page, 't-d'),
  ];
  expect(auto).toEqual(light);
  for (const part of ['paper', 'ink', 'accent'] as const) {
    expect(new Set([light[part], sepia[part], dark[part]]).size, part).toBe(3);
  }
  for (const { paper, ink } of [light, sepia]) expect(lightness(paper)).toBeGreaterThan(lightness(ink));
  expect(lightness(dark.paper)).toBeLessThan(lightness(dark.ink));
});

test.each(['t-l', 't-s', 't-d'] as const)(
  'the choice "%s" is there after a reload and on the next page',
  async (id) => {
    const page = await open(ARTICLE);
    const chosen = await choose(page, id);
    await page.reload();
    expect(await shown(page)).toEqual(chosen);
    await page.goto(address('articles/2025/06/plain/'));
    expect((await shown(page)).paper).toBe(chosen.paper);
    await openSettings(page);
    expect(await page.$eval(`#${id}`, (radio) => radio.matches(':checked'))).toBe(true);
  },
);

test('"Auto" takes a choice back', async () => {
  const page = await open(ARTICLE);
  const before = await shown(page);
  await choose(page, 't-d');
  expect(await choose(page, 't-a')).toEqual(before);
});
