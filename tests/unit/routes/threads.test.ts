import { describe, expect, it } from 'vitest';
import { type PageProps, type Route, type RouteOf, allRoutes } from '../../../src/routes/all-routes.ts';
import { toSitemaps } from '../../../src/routes/site-map.ts';
import { toThreadLine } from '../../../src/routes/threads.ts';
import { placesIn, threadsOf } from '../../../src/news/threads.ts';
import { makeArticle, makeArticles, makeEdition } from './edition.ts';

const THREAD = 'The lock';

function routesOf<Name extends keyof PageProps>(routes: readonly Route[], page: Name): RouteOf<Name>[] {
  const isOne = (route: Route): route is Extract<Route, RouteOf<Name>> => route.page === page;
  return routes.filter(isOne);
}

const nameOf = (href: string): string | undefined => href.split('/').at(-2);

describe('the page of a running story', () => {
  const edition = makeEdition([
    makeArticle('b.md', { thread: THREAD, published: '2016-10-04', tags: ['River', 'Lock'] }),
    makeArticle('a.md', { thread: THREAD, published: '2016-09-30', tags: ['Lock'] }),
    makeArticle('c.md', {
      thread: 'the lock',
      published: '2016-10-05',
      withdrawn: { date: '2016-10-06', reason: 'Wrong.' },
    }),
    makeArticle('other.md', { published: '2016-10-05', tags: ['River'] }),
  ]);
  const [page, ...more] = routesOf(allRoutes(edition), 'thread');

  it('lists its articles from the first on by month, withdrawn ones too, and says so', () => {
    expect(more).toEqual([]);
    expect(page?.path).toBe('/threads/the-lock/');
    const months = page?.props.months.map(({ month, articles }) => [
      month,
      articles.map(({ href, withdrawn }) => [nameOf(href), withdrawn]),
    ]);
    expect(months).toEqual([
      ['2016-09', [['a', false]]],
      [
        '2016-10',
        [
          ['b', false],
          ['c', true],
        ],
      ],
    ]);
    const { count, first, latest } = page?.props.whole ?? {};
    expect([count, first?.published, latest?.published]).toEqual([3, '2016-09-30', '2016-10-05']);
  });

  it('leads to its topics, its feeds and all other threads', () => {
    expect(page?.props.whole.relatedTags.map(({ label, href, count }) => [label, href, count])).toEqual([
      ['Lock', '/news/tags/lock/', 2],
      ['River', '/news/tags/river/', 1],
    ]);
    const feeds = ['/news/threads/the-lock/feed.xml', '/news/threads/the-lock/feed.json'];
    expect(page?.props.whole.feeds.map(({ href }) => href)).toEqual(feeds);
    expect(page?.props.head.feeds.map(({ href }) => href)).toEqual(feeds);
    expect(page?.props.all).toBe('/news/threads/');
    expect(page?.props.head.canonical).toBe('https://paper.example/news/threads/the-lock/');
  });

  it('is found from the index of threads, that from the index of topics, and all from the sitemap', () => {
    const routes = allRoutes(edition);
    const [index] = routesOf(routes, 'nameList').filter(({ path }) => path === '/threads/');
    expect(index?.props.letters.flatMap(({ names }) => names)).toEqual([
      { href: '/news/threads/the-lock/', label: 'The lock', count: 3, latest: '2016-10-05' },
    ]);
    const lists = routesOf(routes, 'tagIndex').flatMap(({ props }) => props.lists);
    expect(lists).toContainEqual({ href: '/news/threads/', label: 'Threads', count: 1 });
    const listed = toSitemaps(edition).flatMap(({ props }) => props.addresses.map(({ url }) => url));
    expect(listed.filter((url) => url.includes('/threads/'))).toEqual([
      'https://paper.example/news/threads/',
      'https://paper.example/news/threads/the-lock/',
    ]);
  });

  it('is in pages of fifty, the first with the beginning of the story', () => {
    const articles = makeArticles(101, { thread: THREAD });
    const pages = routesOf(allRoutes(makeEdition(articles)), 'thread');
    expect(pages.map(({ path, props }) => [path, props.pager.newer, props.pager.older])).toEqual([
      ['/threads/the-lock/', undefined, '/news/threads/the-lock/2/'],
      ['/threads/the-lock/2/', '/news/threads/the-lock/', '/news/threads/the-lock/3/'],
      ['/threads/the-lock/3/', '/news/threads/the-lock/2/', undefined],
    ]);
    const days = pages.flatMap(({ props }) =>
      props.months.flatMap(({ articles: some }) => some.map(({ published }) => published)),
    );
    expect(days).toEqual(articles.map(({ front }) => front.published).toSorted());
  });

  it('has feeds of the newest articles first, without those that were withdrawn', () => {
    const feeds = allRoutes(edition).filter(({ path }) => path.startsWith('/threads/the-lock/feed'));
    expect(feeds.map(({ page: kind, path }) => [kind, path])).toEqual([
      ['atom', '/threads/the-lock/feed.xml'],
      ['jsonFeed', '/threads/the-lock/feed.json'],
    ]);
    for (const { props } of routesOf(feeds, 'atom')) {
      expect(props.entries.map(({ address }) => nameOf(address))).toEqual(['b', 'a']);
      expect(props.title).toBe('Thread: The lock · The Paper');
    }
  });

  it('is told from a topic of the same name by its title', () => {
    const routes = allRoutes(makeEdition([makeArticle('a.md', { thread: 'Syria', tags: ['Syria'] })]));
    const titles = [...routesOf(routes, 'tag'), ...routesOf(routes, 'thread')].map(({ props }) => props.head.title);
    expect(titles).toEqual(['Syria · The Paper', 'Thread: Syria · The Paper']);
  });

  it('is not there, nor any index, where no article has a thread', () => {
    const paths = allRoutes(makeEdition([makeArticle('a.md')])).map(({ path }) => path);
    expect(paths.filter((path) => path.startsWith('/threads/'))).toEqual([]);
  });
});

describe('an article of a running story', () => {
  const articles = ['a', 'b', 'c', 'd'].map((name, index) =>
    makeArticle(`${name}.md`, { thread: THREAD, published: `2016-10-0${index + 1}` }),
  );
  const edition = makeEdition([...articles, makeArticle('e.md', { thread: 'Alone' }), makeArticle('f.md')]);
  const lines = allRoutes(edition).flatMap((route) => (route.page === 'article' ? [route] : []));

  it.each([
    ['a', 1, [undefined, undefined, 'b']],
    ['b', 2, [undefined, 'a', 'c']],
    ['c', 3, ['a', 'b', 'd']],
    ['d', 4, ['a', 'c', undefined]],
  ])('%s leads to the first, the previous and the next one, to none of them twice', (name, part, links) => {
    const thread = lines.find(({ path }) => path === `/articles/${name}/`)?.props.thread;
    expect([thread?.name, thread?.href]).toEqual(['The lock', '/news/threads/the-lock/']);
    expect([thread?.part, thread?.parts]).toEqual([part, 4]);
    expect([thread?.first, thread?.previous, thread?.next].map((teaser) => teaser && nameOf(teaser.href))).toEqual(
      links,
    );
  });

  it('leads to the thread alone where there is no other article in it, and to none without a thread', () => {
    const [alone] = [...placesIn(threadsOf(edition).values()).values()].filter(({ slug }) => slug === 'alone');
    expect(alone && toThreadLine(edition, alone, 'en')).toEqual({
      ...{ name: 'Alone', href: '/news/threads/alone/', part: 1, parts: 1 },
      ...{ first: undefined, previous: undefined, next: undefined },
    });
    expect(lines.find(({ path }) => path === '/articles/f/')?.props.thread).toBeUndefined();
  });

  it('tells machines which series it is part of', () => {
    const data = lines.find(({ path }) => path === '/articles/b/')?.props.head.structuredData;
    expect(data?.['isPartOf']).toEqual({
      '@type': 'CreativeWorkSeries',
      name: 'The lock',
      url: 'https://paper.example/news/threads/the-lock/',
    });
    expect(lines.find(({ path }) => path === '/articles/f/')?.props.head.structuredData).not.toHaveProperty('isPartOf');
  });
});
