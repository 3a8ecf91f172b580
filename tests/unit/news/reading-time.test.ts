import { describe, expect, it } from 'vitest';
import { countWords, readingMinutes } from '../../../src/news/reading-time.ts';

describe('the length of an article', () => {
  it.each([
    ['Kerry’s visit to the U.S. ended', 6],
    ["They didn't say 15.2 billion", 5],
    ['well-known – and, so', 3],
    ['Переговоры в Женеве', 3],
    ['— … !', 0],
    ['', 0],
  ])('is counted in words as a reader counts them: %s', (text, words) => {
    expect(countWords(text, 'en')).toBe(words);
  });

  it('is counted in characters where no space stands between words', () => {
    expect(countWords('叙利亚停火，谈判中断。', 'zh')).toBe(9);
    expect(countWords('叙利亚停火', 'zh-Hant-TW')).toBe(5);
    expect(countWords('シリアの停戦', 'ja')).toBe(6);
  });
});

describe('the time to read it', () => {
  it('is a whole minute at least, however short the text', () => {
    expect(readingMinutes(0, 'en')).toBe(1);
    expect(readingMinutes(30, 'en')).toBe(1);
  });

  it('grows with the text and never jumps back', () => {
    const minutes = Array.from({ length: 50 }, (_, index) => readingMinutes(index * 100, 'en'));
    expect(minutes).toEqual(minutes.toSorted((a, b) => a - b));
    expect(minutes.at(-1)).toBeGreaterThan(minutes[10] ?? 0);
    expect(minutes.every(Number.isInteger)).toBe(true);
  });

  it('depends on the language, not on its region', () => {
    expect(readingMinutes(2000, 'ar')).toBeGreaterThan(readingMinutes(2000, 'en'));
    expect(readingMinutes(2000, 'en-GB')).toBe(readingMinutes(2000, 'en'));
    expect(readingMinutes(2000, 'pt-BR')).toBe(readingMinutes(2000, 'pt'));
  });

  it('is given for languages that nobody measured', () => {
    expect(readingMinutes(2000, 'eo')).toBe(10);
  });
});
