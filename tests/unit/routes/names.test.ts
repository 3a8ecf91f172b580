import { describe, expect, it } from 'vitest';
import { nameLists, toNameIndexes, toNameTimelines } from '../../../src/routes/names.ts';
import { toSitemaps } from '../../../src/routes/site-map.ts';
import { allRoutes } from '../../../src/routes/all-routes.ts';
import { tagSlug } from '../../../src/news/slug.ts';
import { makeArticle, makeArticles, makeEdition } from './edition.ts';

const EDITION = makeEdition([
  makeArticle('a.md', {
    published: '2016-10-04',
    authors: ['Ann Miller', 'Jo Ødegård'],
    source: { name: 'The Courier', url: 'https://courier.example/a' },
  }),
  makeArticle('b.md', {
    published: '2016-10-05',
    authors: [{ name: 'ann  miller' }],
    source: { url: 'https://post.example/b' },
  }),
  makeArticle('c.md', {
    published: '2016-10-06',
    authors: ['Ann Miller', 'ANN MILLER'],
    source: { name: 'the courier' },
  }),
  makeArticle('d.md', { source: { file: 'd.txt' } }),
]);

describe('the articles of one author or source', () => {
  it('are listed once each, newest first, in whatever case the name is written', () => {
    const lists = toNameTimelines(EDITION).map(({ path, props }) => [
      path,
      props.name,
      props.months.flatMap(({ articles }) => articles.map(({ href }) => href.split('/').at(-2))),
    ]);
    expect(lists).toEqual([
      ['/sources/the-courier/', expect.stringMatching(/^the courier$/iu), ['c', 'a']],
      [`/sources/${tagSlug('post.example')}/`, 'post.example', ['b']],
      ['/authors/ann-miller/', 'Ann Miller', ['c', 'b', 'a']],
      ['/authors/jo-ødegård/', 'Jo Ødegård', ['a']],
    ]);
  });

  it('come in pages that lead to one another', () => {
    const pages = toNameTimelines(makeEdition(makeArticles(101, { authors: ['Ann Miller'] })));
    expect(pages.map(({ path, props }) => [path, props.pager.older])).toEqual([
      ['/authors/ann-miller/', '/news/authors/ann-miller/2/'],
      ['/authors/ann-miller/2/', '/news/authors/ann-miller/1/'],
      ['/authors/ann-miller/1/', undefined],
    ]);
    expect(pages.map(({ props }) => props.whole?.count)).toEqual([101, undefined, undefined]);
  });

  it('are found from the indexes of names, and these from the index of topics', () => {
    const rows = toNameIndexes(EDITION).map(({ path, props }) => [
      path,
      props.letters.flatMap(({ names }) => names.map(({ label, count, latest }) => [label, count, latest])),
    ]);
    expect(rows).toEqual([
      [
        '/sources/',
        [
          ['post.example', 1, '2016-10-05'],
          [expect.stringMatching(/^the courier$/iu), 2, '2016-10-06'],
        ],
      ],
      [
        '/authors/',
        [
          ['Ann Miller', 3, '2016-10-06'],
          ['Jo Ødegård', 1, '2016-10-04'],
        ],
      ],
    ]);
    const index = allRoutes(EDITION).flatMap((route) => (route.page === 'tagIndex' ? route.props.lists : []));
    expect(index.map(({ href, count }) => [href, count])).toEqual([
      ['/news/sources/', 2],
      ['/news/authors/', 2],
    ]);
  });

  it('have no list, and no index, where no article names any', () => {
    const edition = makeEdition([makeArticle('a.md')]);
    expect([toNameTimelines(edition), toNameIndexes(edition), nameLists(edition)]).toEqual([[], [], []]);
    const listed = toSitemaps(edition).flatMap(({ props }) => props.addresses.map(({ url }) => url));
    expect(listed.filter((url) => /\/(?:sources|authors)\//u.test(url))).toEqual([]);
  });
});
