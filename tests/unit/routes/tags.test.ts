import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/news/article.ts';
import { tagsOf } from '../../../src/news/edition.ts';
import { type TagProps, toTagPages } from '../../../src/routes/tags.ts';
import { makeArticle, makeArticles, makeEdition } from './edition.ts';

function pagesOf(articles: Article[], slug = 'syria'): TagProps[] {
  const edition = makeEdition(articles);
  const tags = tagsOf(edition.articles);
  const page = tags.get(slug);
  return page ? toTagPages(edition, page, tags) : [];
}

describe('a tag’s pages', () => {
  it.each([
    [1, 1],
    [50, 1],
    [51, 2],
    [100, 2],
    [101, 3],
  ])('of %i articles are %i, fifty each at most', (count, expected) => {
    const pages = pagesOf(makeArticles(count, { tags: ['Syria'] }));
    const sizes = pages.map(({ months }) => months.reduce((sum, { articles }) => sum + articles.length, 0));
    expect(pages).toHaveLength(expected);
    expect(sizes.slice(0, -1).every((size) => size === 50)).toBe(true);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(count);
  });

  it('reach every article once, newest first, by the links between them', () => {
    const articles = makeArticles(120, { tags: ['Syria'] });
    const pages = pagesOf(articles);
    const hrefs = pages.flatMap(({ months }) => months.flatMap((month) => month.articles.map(({ href }) => href)));
    expect(hrefs).toEqual(articles.map(({ path }) => `/news${path}`));
    expect(pages.map(({ pager }) => [pager.newer, pager.older])).toEqual([
      [undefined, '/news/tags/syria/2/'],
      ['/news/tags/syria/', '/news/tags/syria/3/'],
      ['/news/tags/syria/2/', undefined],
    ]);
    expect(new Set(pages.map(({ head }) => head.canonical)).size).toBe(3);
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
    expect([page?.first?.href, page?.latest?.href]).toEqual(['/news/articles/old/', '/news/articles/new/']);
    expect(page?.relatedTags.map(({ href, count }) => [href, count])).toEqual([
      ['/news/tags/aleppo/', 2],
      ['/news/tags/un/', 1],
    ]);
  });
});
