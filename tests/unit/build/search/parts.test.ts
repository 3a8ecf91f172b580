import { describe, expect, it } from 'vitest';
import { ARTICLES_A_PART, type Part, type Placed, toParts } from '../../../../src/build/search/parts.ts';

const article = (number: number, day: string | undefined, language = 'en'): Placed => ({
  url: `/articles/${number}/`,
  day,
  language,
});

/** So many articles, one after the other on the days of thirty years. */
function archive(count: number, language = 'en'): Placed[] {
  return Array.from({ length: count }, (_, number) => {
    const day = new Date(Date.UTC(1990, 0, 1) + Math.floor((number / count) * 30 * 365) * 86_400_000);
    return article(number, day.toISOString().slice(0, 10), language);
  });
}

const keysOf = (parts: readonly Part<Placed>[]): Map<string, string> =>
  new Map(parts.map(({ language, name, items }) => [`${language}-${name}`, items.map(({ url }) => url).join()]));

/** The parts that are not in both. */
function changed(before: readonly Part<Placed>[], after: readonly Part<Placed>[]): string[] {
  const [old, next] = [keysOf(before), keysOf(after)];
  return [...new Set([...old.keys(), ...next.keys()])].filter((key) => old.get(key) !== next.get(key));
}

describe('the parts of the search index', () => {
  it('hold every article once, and none more than it may', () => {
    const articles = [...archive(9000), ...archive(2500, 'ru').map((it) => ({ ...it, url: `${it.url}ru/` }))];
    const parts = toParts(articles);
    const urls = parts.flatMap(({ items }) => items.map(({ url }) => url));
    expect(urls.toSorted()).toEqual(articles.map(({ url }) => url).toSorted());
    expect(Math.max(...parts.map(({ items }) => items.length))).toBeLessThanOrEqual(ARTICLES_A_PART);
    expect(parts.length).toBeLessThan((2 * articles.length) / ARTICLES_A_PART);
    expect(new Set(keysOf(parts).keys()).size).toBe(parts.length);
  });

  it('are of one language and of one stretch of time each', () => {
    const parts = toParts([...archive(3000), ...archive(10, 'ar')], 500);
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
    const before = toParts(articles, 500);
    for (const day of ['1989-05-01', '1990-01-01', '2004-07-09', '2019-12-20', undefined]) {
      const after = toParts([...articles, article(9999, day)], 500);
      expect(changed(before, after).length, day).toBe(1);
    }
    expect(changed(before, toParts(articles.toSpliced(3000, 1), 500))).toHaveLength(1);
  });

  it('are halved where they become too many, and the others stay', () => {
    const articles = archive(500);
    const one = toParts(articles, 500);
    const halves = toParts([...articles, article(9999, '2004-01-01')], 500);
    expect([one.length, halves.length]).toEqual([1, 2]);
    const many = toParts(archive(6000), 500);
    const [full] = many;
    const crowd = Array.from({ length: 500 }, (_, n) => article(10_000 + n, full?.items[0]?.day));
    const others = changed(many, toParts([...archive(6000), ...crowd], 500));
    expect(others.length).toBeGreaterThan(1);
    expect(others.length).toBeLessThan(many.length / 2);
  });

  it('take a day with more articles than a part may hold, and articles without a date', () => {
    const busy = [...Array.from({ length: 1200 }, (_, n) => article(n, '2001-09-12')), article(5000, undefined)];
    const parts = toParts(busy, 500);
    expect(Math.max(...parts.map(({ items }) => items.length))).toBeLessThanOrEqual(500);
    expect(parts.flatMap(({ items }) => items)).toHaveLength(busy.length);
  });

  it('are the same in whatever order the articles come, and none where there are none', () => {
    const articles = archive(3000);
    expect(toParts(articles.toReversed(), 500)).toEqual(toParts(articles, 500));
    expect(toParts([])).toEqual([]);
  });
});
