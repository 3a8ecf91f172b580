import { describe, expect, test } from 'vitest';
import { daysApart, likeness, shinglesOf, SketchIndex } from '../../../src/news/near-duplicates.ts';

/** A text of so many words, each once, that begins at a number. */
const words = (count: number, from = 0): string =>
  Array.from({ length: count }, (_, index) => `word${from + index}`).join(' ');
const kind = (one: string, other: string, days?: number): string | undefined =>
  likeness(shinglesOf(one), shinglesOf(other), days);

describe('two texts', () => {
  test('are duplicates whatever their case and signs', () => {
    expect(kind(words(100), words(100).toUpperCase().replaceAll(' ', ', '), 3)).toBe('duplicate');
  });

  test('are versions of one article where one goes on for half as long again', () => {
    expect(kind(`${words(60)} ${words(40, 500)}`, `${words(60)} ${words(30, 900)}`, 2)).toBe('version');
  });

  test('are duplicates where the one is a part of the other', () => {
    expect(kind(words(50), words(200), 1)).toBe('duplicate');
  });

  test('from one template are nothing to each other weeks later', () => {
    const [one, other] = [`${words(90)} ten`, `${words(90)} twelve`];
    expect(kind(one, other, 14)).toBe('duplicate');
    expect(kind(one, other, 15)).toBeUndefined();
    expect(kind(one, one, 400)).toBe('duplicate');
  });

  test('of a few words are not alike because the one stands in the other', () => {
    expect(kind('the court said on monday', `${words(30)} the court said on monday ${words(30, 100)}`)).toBeUndefined();
  });

  test('without a word are not alike', () => {
    expect(kind('', '')).toBeUndefined();
  });

  test('in a script without spaces are compared by their signs', () => {
    const text = '代表周一说双方除了下次会面的日期之外什么都没有谈成而且连这一点也可能改变';
    expect(kind(text, `${text}吗`, 0)).toBe('duplicate');
  });
});

describe('an index of sketches', () => {
  const texts = Array.from({ length: 300 }, (_, index) => words(120, index * 1000));
  const index = new SketchIndex<number>();
  texts.forEach((text, key) => index.add(key, shinglesOf(text)));

  test('finds a text that differs in a few words among hundreds, and no other', () => {
    expect(index.candidates(shinglesOf(`${words(110, 42_000)} and some more words`))).toEqual([42]);
  });

  test('finds the long text that a short one is a part of', () => {
    const long = new SketchIndex<string>();
    long.add('long', shinglesOf(words(3000)));
    expect(long.candidates(shinglesOf(words(100, 1500)))).toEqual(['long']);
  });

  test('forgets a text that is removed', () => {
    const one = new SketchIndex<string>();
    one.add('a', shinglesOf(words(50)));
    one.remove('a', shinglesOf(words(50)));
    expect(one.candidates(shinglesOf(words(50)))).toEqual([]);
  });
});

test('days lie between two dated articles only', () => {
  expect(daysApart('2016-10-04', '2016-10-01T23:00:00+02:00')).toBe(3);
  expect(daysApart('2016-10-04', undefined)).toBeUndefined();
});
