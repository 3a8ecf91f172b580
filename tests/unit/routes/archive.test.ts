import { describe, expect, it } from 'vitest';
import { toArchive, toPeriodPages } from '../../../src/routes/archive.ts';
import { makeArticle, makeArticles, makeEdition } from './edition.ts';

const listed = (page: ReturnType<typeof toPeriodPages>[number]): string[] =>
  page.props.articles.flatMap(({ articles }) => articles.map(({ href }) => href));

describe('the archive', () => {
  it('counts every article once in its year and once in its month', () => {
    const articles = [...makeArticles(400), makeArticle('undated/a.md'), makeArticle('undated/b.md')];
    const { years, undated } = toArchive(makeEdition(articles));
    const sum = (periods: { count: number }[]): number => periods.reduce((total, { count }) => total + count, 0);
    expect(sum(years) + (undated?.count ?? 0)).toBe(articles.length);
    for (const year of years) expect(sum(year.months)).toBe(year.count);
    expect(years.map(({ period }) => period)).toEqual(['2016', '2015']);
    expect(undated).toEqual({ period: 'undated', href: '/news/archive/undated/', count: 2 });
  });

  it('of nothing has nothing', () => {
    expect(toArchive(makeEdition([]))).toMatchObject({ years: [], undated: undefined });
    expect(toPeriodPages(makeEdition([]))).toEqual([]);
  });

  it.each([1, 49, 51, 130, 400, 1500])('gives no two pages one address, of %i articles', (count) => {
    const articles = [
      ...makeArticles(count),
      ...Array.from({ length: 60 }, (_, index) => makeArticle(`undated/${index}.md`)),
    ];
    const pages = toPeriodPages(makeEdition(articles));
    const paths = pages.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    // What a disk or a reader might take for the same: 2016/2 and 2016/02.
    expect(new Set(paths.map((path) => path.replaceAll('/0', '/'))).size).toBe(paths.length);
  });

  it('reaches every article from its month, by pages counted from the oldest', () => {
    const articles = [1, 2].flatMap((month) =>
      Array.from({ length: 75 }, (_, index) =>
        makeArticle(`2016/0${month}/${index}.md`, { published: `2016-0${month}-15` }),
      ),
    );
    const pages = toPeriodPages(makeEdition(articles));
    const months = pages.filter(({ props }) => props.period.length === 7);
    expect(months.map(({ path }) => path)).toEqual([
      '/archive/2016/02/',
      '/archive/2016/02/1/',
      '/archive/2016/01/',
      '/archive/2016/01/1/',
    ]);
    expect(months.every((page) => listed(page).length <= 50)).toBe(true);
    // On a closed page it would change with every new article.
    expect(months.map(({ props }) => props.count)).toEqual([75, undefined, 75, undefined]);
    expect(months.flatMap(listed).toSorted()).toEqual(articles.map(({ path }) => `/news${path}`).toSorted());
    expect(months.map(({ props }) => props.up)).toEqual(Array(4).fill({ href: '/news/archive/2016/', period: '2016' }));
  });

  it('lists a short year whole, and of a long one the months only', () => {
    const [short] = toPeriodPages(makeEdition(makeArticles(50)));
    const [long] = toPeriodPages(makeEdition(makeArticles(51)));
    expect([short?.path, short && listed(short).length]).toEqual(['/archive/2016/', 50]);
    expect([long?.path, long && listed(long).length]).toEqual(['/archive/2016/', 0]);
    expect(long?.props.months.map(({ period }) => period)).toEqual(['2016-12', '2016-11']);
    expect(long?.props.count).toBe(51);
  });

  it('keeps an article in the month that its own clock showed', () => {
    const article = makeArticle('2016/10/late.md', { published: '2016-10-31T23:30:00-11:00' });
    expect(toPeriodPages(makeEdition([article])).map(({ path }) => path)).toEqual([
      '/archive/2016/',
      '/archive/2016/10/',
    ]);
  });
});
