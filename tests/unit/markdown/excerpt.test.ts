import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementsOf, render, reread } from './render.ts';

const MOST = 500;

/** So many words that differ, of seven signs each with the space. */
function words(count: number, from = 0): string {
  return Array.from({ length: count }, (_, index) => `w${String(from + index).padStart(5, '0')}`).join(' ');
}

const lengthOf = (texts: readonly string[]): number => texts.reduce((sum, { length }) => sum + length, 0);

describe('an excerpt', () => {
  it('is the first paragraphs that are whole within 500 characters', () => {
    const [one, two, three] = [words(35), words(35, 100), words(35, 200)];
    expect(render([one, two, three, three].join('\n\n')).excerpt).toEqual([one, two]);
    expect(render([one, `> ${two}`, three, three].join('\n\n')).excerpt).toEqual([one, three]);
  });

  it('of one enormous paragraph is its beginning, cut between words', () => {
    const long = words(4000);
    const [excerpt = '', ...others] = render(`${long}\n\nThe end.`).excerpt;
    expect(others).toEqual([]);
    expect(excerpt).toMatch(/w\d{5} …$/u);
    expect(long.startsWith(excerpt.slice(0, -2))).toBe(true);
    expect(excerpt.length).toBeGreaterThan(MOST - 10);
    expect(excerpt.length).toBeLessThanOrEqual(MOST + 2);
  });

  it('of a short article is never more than half of it', () => {
    expect(render('Eleven umbrellas wait at the town hall.').excerpt).toEqual(['Eleven umbrellas …']);
    const [one, two] = [words(10), words(10, 100)];
    expect(render(`${one}\n\n${two}`).excerpt).toEqual([one]);
  });

  it('is cut in the right place inside of emphasis and links, and its tags close', () => {
    const { excerptHtml } = render(`One **two *three [four five](https://e.example/) six* seven** ${words(1)}.`);
    expect(elementsOf(excerptHtml).map(({ name, text }) => [name, text])).toEqual([
      ['p', 'One two three four …'],
      ['strong', 'two three four'],
      ['em', 'three four'],
      ['a', 'four'],
    ]);
    expect(reread(excerptHtml)).toBe(excerptHtml);
  });

  it('is cut where a script has no spaces, and within a word that has no end', () => {
    const [chinese = ''] = render('大会堂的钟在星期二停了，没有人知道为什么。'.repeat(60)).excerpt;
    expect(chinese.length).toBeGreaterThan(MOST - 10);
    expect(chinese.length).toBeLessThanOrEqual(MOST + 2);
    const [endless = ''] = render('😀'.repeat(1001)).excerpt;
    expect(endless).toBe(`${'😀'.repeat(250)} …`);
    expect(render(`a${'\u{1d538}'.repeat(1000)}`).excerpt[0]?.isWellFormed()).toBe(true);
  });

  it('has no picture and points to no note', () => {
    const { excerptHtml, excerpt } = render(
      `A[^1] **b[^1]** ![Kerry](kerry.jpg) end.\n\n${words(20)}\n\n![Kerry](kerry.jpg)\n\n[^1]: Note`,
    );
    expect(excerptHtml).not.toMatch(/fn|<sup|<img|Kerry/u);
    expect(excerpt).toEqual(['A b end.']);
  });

  const PARAGRAPH = fc
    .tuple(fc.integer({ min: 1, max: 120 }), fc.constantFrom('', '> ', '- ', '## '), fc.boolean())
    .map(([count, before, isBold]) => before + (isBold ? `**${words(count)}**` : words(count)));

  it('never has more than the limit and than half of the text, whatever the text is', () => {
    fc.assert(
      fc.property(fc.array(PARAGRAPH, { maxLength: 8 }), (paragraphs) => {
        const { excerpt, blocks } = render(paragraphs.join('\n\n'));
        const shown = excerpt.map((text) => text.replace(/ ?…$/u, ''));
        expect(lengthOf(shown)).toBeLessThanOrEqual(Math.min(MOST, lengthOf(blocks) / 2));
        expect(shown.filter((text) => !blocks.some((block) => block.startsWith(text)))).toEqual([]);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
