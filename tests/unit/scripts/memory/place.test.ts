import { describe, expect, it } from 'vitest';
import { leastSeconds, placeIn } from '../../../../src/scripts/memory/place.ts';

const WINDOW = 800;

/** A text of ten paragraphs of 200 pixels each, scrolled so far beyond its top. */
function scrolled(by: number, ids = true): ReturnType<typeof placeIn> {
  const paragraphs = Array.from({ length: 10 }, (_, index) => {
    return { id: `p-${index}`, top: index * 200 - by, bottom: index * 200 + 200 - by };
  });
  return placeIn({ top: -by, bottom: 2000 - by }, ids ? paragraphs : [], WINDOW);
}

describe('the place where a reader stops', () => {
  it('is the paragraph at the top of the window, and how much of the text is above', () => {
    expect(scrolled(650)).toEqual({ id: 'p-3', share: 0.325 });
  });

  it('is not the paragraph of which only the last line can be seen', () => {
    expect(scrolled(795)).toEqual({ id: 'p-4', share: 0.398 });
  });

  it('is nothing before the text, in its first paragraph and at its end', () => {
    expect([scrolled(-300), scrolled(0), scrolled(150), scrolled(1200), scrolled(2500)]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is a share of the text where that has no paragraphs with ids', () => {
    expect(scrolled(650, false)).toEqual({ id: undefined, share: 0.325 });
    expect(scrolled(50, false)).toBeUndefined();
  });

  it('is nothing in an empty text', () => {
    expect(placeIn({ top: 0, bottom: 0 }, [], WINDOW)).toBeUndefined();
  });
});

describe('a text counts as read after no less time than the quickest reader needs', () => {
  it('a minute for 1,200 words', () => {
    expect(leastSeconds('words '.repeat(1200))).toBeCloseTo(60);
  });

  it('as long for a text of Chinese signs as for one of words that says the same', () => {
    expect(leastSeconds('字'.repeat(1800))).toBeCloseTo(60);
  });

  it('two seconds for a line', () => {
    expect(leastSeconds('Read.')).toBe(2);
  });
});
