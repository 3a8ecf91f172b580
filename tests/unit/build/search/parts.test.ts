import { describe, expect, it } from 'vitest';
import { type Part, type Placed, toParts, WORDS_A_PART, WORDS_AN_ARTICLE } from '../../../../src/build/search/parts.ts';

/** What a part of 500 articles without text counts. */
const MOST = 500 * WORDS_AN_ARTICLE;

const article = (number: number, day: string | undefined, rest: Partial<Placed> = {}): Placed => ({
  url: `/articles/${number}/`,
  day,
  language: 'en',
  words: 0,
  ...rest,
});

/** So many articles, one after the other on the days of thirty years. */
function archive(count: number, rest: Partial<Placed> = {}): Placed[] {
  return Array.from({ length: count }, (_, number) => {
    const day = new Date(Date.UTC(1990, 0, 1) + Math.floor((number / count) * 30 * 365) * 86_400_000);
    return article(number, day.toISOString().slice(0, 10), rest);
  });
}

/** What articles count. */
const weightOf = (items: readonly Placed[]): number =>
  items.reduce((sum, { words }) => sum + WORDS_AN_ARTICLE + words, 0);

const heaviest = (parts: readonly Part<Placed>[]): number => Math.max(...parts.map(({ items }) => weightOf(items)));

const keysOf = (parts: readonly Part<Placed>[]): Map<string, string> =>
  new Map(
    parts.map(({ language, name, items }) => [
      `${language}-${name}`,
      items.map(({ url, words }) => `${url}${words}`).join(),
    ]),
  );

/** The parts that are not in both. */
function changed(before: readonly Part<Placed>[], after: readonly Part<Placed>[]): string[] {
  const [old, next] = [keysOf(before), keysOf(after)];
  return [...new Set([...old.keys(), ...next.keys()])].filter((key) => old.get(key) !== next.get(key));
}

describe('the parts of the search index', () => {
  it('hold every article once, and none more than it may', () => {
    const russian = archive(2500, { language: 'ru', words: 400 }).map((it) => ({ ...it, url: `${it.url}ru/` }));
    const articles = [...archive(9000, { words: 150 }), ...russian];
    const parts = toParts(articles);
    const urls = parts.flatMap(({ items }) => items.map(({ url }) => url));
    expect(urls.toSorted()).toEqual(articles.map(({ url }) => url).toSorted());
    expect(heaviest(parts)).toBeLessThanOrEqual(WORDS_A_PART);
    expect(parts.length).toBeLessThanOrEqual((2 * weightOf(articles)) / WORDS_A_PART + 1);
    expect(new Set(keysOf(parts).keys()).size).toBe(parts.length);
  });

  it('hold the fewer articles the longer these are, where short ones stand beside long ones, too', () => {
    const [short, long] = [archive(3000, { words: 100 }), archive(3000, { words: 1000 })];
    const mixed = [...short.slice(0, 1500), ...long.slice(1500)];
    const [ofShort, ofLong, ofMixed] = [toParts(short), toParts(long), toParts(mixed)];
    for (const parts of [ofShort, ofLong, ofMixed]) expect(heaviest(parts)).toBeLessThanOrEqual(WORDS_A_PART);
    expect(ofShort.length).toBeLessThan(ofMixed.length);
    expect(ofMixed.length).toBeLessThan(ofLong.length);
    const counts = ofMixed.map(({ items }) => items.length);
    expect(counts[0]).toBeGreaterThan(2 * (counts.at(-1) ?? 0));
  });

  it('are of one language and of one stretch of time each', () => {
    const parts = toParts([...archive(3000), ...archive(10, { language: 'ar' })], MOST);
    for (const { language, items } of parts)
      expect(new Set(items.map((it) => it.language))).toEqual(new Set([language]));
    const spans = parts
      .filter(({ language }) => language === 'en')
      .map(({ items }) => items.map(({ day }) => day ?? '').toSorted());
    const ordered = spans.flatMap((days) => [days[0], days.at(-1)]);
    expect(ordered).toEqual(ordered.toSorted());
  });

  it('keep where they were when an editor adds or removes an article: one of them changes', () => {
    const articles = archive(6000);
    const before = toParts(articles, MOST);
    for (const day of ['1989-05-01', '1990-01-01', '2004-07-09', '2019-12-20', undefined]) {
      const after = toParts([...articles, article(9999, day)], MOST);
      expect(changed(before, after).length, day).toBe(1);
    }
    expect(changed(before, toParts(articles.toSpliced(3000, 1), MOST))).toHaveLength(1);
  });

  it.each([0, 1000, 50_000])(
    'keep where they were when an article of 100 words gets %i, and back: no more is indexed anew than one part and it',
    (words) => {
      const articles = archive(6000, { words: 100 });
      const before = toParts(articles, MOST);
      for (let place = 0; place < articles.length; place += 900) {
        const edited = articles.map((it, index) => (index === place ? { ...it, words } : it));
        const after = toParts(edited, MOST);
        const names = new Set(changed(before, after));
        for (const parts of [before, after]) {
          const anew = parts.filter(({ language, name }) => names.has(`${language}-${name}`));
          expect(weightOf(anew.flatMap(({ items }) => items)), `${place}`).toBeLessThanOrEqual(MOST + words);
        }
      }
    },
  );

  it('give a part to an article that has more words than a part may hold, and keep the others', () => {
    const long = article(9999, '2004-07-09', { words: 2 * MOST });
    const articles = archive(6000);
    const parts = toParts([...articles, long], MOST);
    expect(parts.filter(({ items }) => items.includes(long)).map(({ items }) => items)).toEqual([[long]]);
    const others = parts.filter(({ items }) => !items.includes(long));
    expect(heaviest(others)).toBeLessThanOrEqual(MOST);
    expect(others.flatMap(({ items }) => items)).toHaveLength(articles.length);
  });

  it('are halved where they become too many, and the others stay', () => {
    const articles = archive(500);
    const one = toParts(articles, MOST);
    const halves = toParts([...articles, article(9999, '2004-01-01')], MOST);
    expect([one.length, halves.length]).toEqual([1, 2]);
    const many = toParts(archive(6000), MOST);
    const [full] = many;
    const crowd = Array.from({ length: 500 }, (_, n) => article(10_000 + n, full?.items[0]?.day));
    const others = changed(many, toParts([...archive(6000), ...crowd], MOST));
    expect(others.length).toBeGreaterThan(1);
    expect(others.length).toBeLessThan(many.length / 2);
  });

  it('take a day with more articles than a part may hold, and articles without a date', () => {
    const busy = [...Array.from({ length: 1200 }, (_, n) => article(n, '2001-09-12')), article(5000, undefined)];
    const parts = toParts(busy, MOST);
    expect(Math.max(...parts.map(({ items }) => items.length))).toBeLessThanOrEqual(500);
    expect(parts.flatMap(({ items }) => items)).toHaveLength(busy.length);
  });

  it('are the same in whatever order the articles come, and none where there are none', () => {
    const articles = archive(3000);
    expect(toParts(articles.toReversed(), MOST)).toEqual(toParts(articles, MOST));
    expect(toParts([])).toEqual([]);
  });
});
