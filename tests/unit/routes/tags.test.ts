import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/news/article.ts';
import { tagsOf } from '../../../src/news/edition.ts';
import { type TagProps, toTagPages } from '../../../src/routes/tags.ts';
import { makeArticle, makeArticles, makeEdition } from './edition.ts';

function pagesOf(articles: Article[], slug = 'syria'): TagProps[] {
  const edition = makeEdition(articles);
  const tags = tagsOf(edition.articles);
  const page = tags.get(slug);
  return page ? toTagPages(edition, page, tags).map(({ props }) => props) : [];
}

describe('a tag’s pages', () => {
  const sizesOf = (pages: TagProps[]): number[] =>
    pages.map(({ months }) => months.reduce((sum, { articles }) => sum + articles.length, 0));

  it.each([1, 9, 10, 49, 50, 51, 60, 99, 100, 137, 500])(
    'of %i articles reach each of them once, newest first, by the links between them',
    (count) => {
      const articles = makeArticles(count, { tags: ['Syria'] });
      const pages = pagesOf(articles);
      const hrefs = pages.flatMap(({ months }) => months.flatMap((month) => month.articles.map(({ href }) => href)));
      expect(hrefs).toEqual(articles.map(({ path }) => `/news${path}`));
      const [first = 0, ...others] = sizesOf(pages);
      expect(first).toBeGreaterThanOrEqual(Math.min(10, count));
      expect(first).toBeLessThan(60);
      expect(others.filter((size) => size < 40 || size > 50)).toEqual([]);
    },
  );

  it('are counted from the oldest, the first one has no number, and each leads to the next', () => {
    const pages = pagesOf(makeArticles(120, { tags: ['Syria'] }));
    expect(
      pages.map(({ head, pager }) => [head.canonical.split('/tags/')[1], pager.newer, pager.page, pager.older]),
    ).toEqual([
      ['syria/', undefined, undefined, '/news/tags/syria/2/'],
      ['syria/2/', '/news/tags/syria/', 2, '/news/tags/syria/1/'],
      ['syria/1/', '/news/tags/syria/2/', 1, undefined],
    ]);
    expect(pages.map(({ head }) => head.title.split(' · ')[0])).toEqual(['Syria', 'Syria, page 2', 'Syria, page 1']);
  });

  it('stay as they are when something new is printed, but for the newest', () => {
    const articles = makeArticles(400, { tags: ['Syria', 'Aleppo'] });
    const before = pagesOf(articles.slice(20)).map((page) => JSON.stringify(page));
    const after = pagesOf(articles).map((page) => JSON.stringify(page));
    expect(before.length).toBeGreaterThan(7);
    expect(before.filter((page) => !after.includes(page)).length).toBeLessThan(3);
  });

  it('change little where an old article goes', () => {
    const articles = makeArticles(1000, { tags: ['Syria', 'Aleppo'] });
    const before = pagesOf(articles).map((page) => JSON.stringify(page));
    const after = pagesOf(articles.toSpliced(700, 1)).map((page) => JSON.stringify(page));
    expect(after.filter((page) => !before.includes(page)).length).toBeLessThan(8);
    expect(after.length).toBeGreaterThan(18);
  });

  it('are divided by month, the undated apart', () => {
    const dates = ['2016-10-04', '2016-10-01', '2016-09-30', '2015-10-04', undefined];
    const articles = dates.map((published, index) => makeArticle(`${index}.md`, { tags: ['Syria'], published }));
    expect(pagesOf(articles)[0]?.months.map(({ month, articles: { length } }) => [month, length])).toEqual([
      ['2016-10', 2],
      ['2016-09', 1],
      ['2015-10', 1],
      [undefined, 1],
    ]);
  });

  it('name the first and the latest article, and the tags that go with it most', () => {
    const articles = [
      makeArticle('new.md', { tags: ['Syria', 'Aleppo'], published: '2016-10-04' }),
      makeArticle('old.md', { tags: ['Syria', 'aleppo', 'UN'], published: '2012-01-01' }),
      makeArticle('undated.md', { tags: ['Syria'] }),
      makeArticle('other.md', { tags: ['Climate'] }),
    ];
    const [page] = pagesOf(articles);
    expect([page?.whole?.first?.href, page?.whole?.latest?.href]).toEqual([
      '/news/articles/old/',
      '/news/articles/new/',
    ]);
    expect(page?.whole?.relatedTags.map(({ href, count }) => [href, count])).toEqual([
      ['/news/tags/aleppo/', 2],
      ['/news/tags/un/', 1],
    ]);
  });
});
