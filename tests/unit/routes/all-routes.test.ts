import { describe, expect, it } from 'vitest';
import { allRoutes, type Route } from '../../../src/routes/all-routes.ts';
import { makeArticle, makeArticles, makeEdition } from './edition.ts';

const OLD = { aliases: ['/old/story', '/2016/story.html'] };
const ORIGINAL = makeArticle('2016/10/guterres.md', {
  published: '2016-10-13',
  tags: ['UN', 'António Guterres'],
  ...OLD,
});

const EDITION = makeEdition([
  ...makeArticles(130, { tags: ['Syria', 'C++', 'U.S.'] }),
  ORIGINAL,
  makeArticle('2016/10/nomme.md', {
    published: '2016-10-13',
    lang: 'fr',
    tags: ['ONU', '叙利亚'],
    translationOf: ORIGINAL.path,
  }),
  makeArticle('2016/10/ключ.md', {
    published: '2016-10-14',
    tags: ['UN'],
    corrections: [{ date: '2016-10-15', text: 'Right now.' }],
  }),
  makeArticle('2016/10/w.md', {
    published: '2016-10-14',
    tags: ['Syria'],
    withdrawn: { date: '2016-10-15', reason: 'Wrong.' },
  }),
  makeArticle('undated/a.md', { tags: ['Syria'] }),
]);

/** All values that stand under a key, however deep. */
function valuesUnder(key: string, value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesUnder(key, item));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) =>
    name === key && typeof item === 'string' ? [item] : valuesUnder(key, item),
  );
}

function articlePages(routes: Route[]): Extract<Route, { page: 'article' }>[] {
  return routes.filter((route) => route.page === 'article');
}

describe('the pages of an edition', () => {
  const routes = allRoutes(EDITION);
  const paths = new Set(routes.map(({ path }) => `/news${path}`));

  it('have an address each', () => {
    expect(paths.size).toBe(routes.length);
  });

  it('lead only to pages that there are', () => {
    const keys = ['href', 'front', 'newer', 'older', 'up', 'to'];
    const links = routes.flatMap(({ props }) => keys.flatMap((key) => valuesUnder(key, props)));
    const within = links
      .map((href) => decodeURI(href.replace('https://paper.example', '')))
      .map((href) => href.replace(/#.*$/u, ''));
    expect(within.length).toBeGreaterThan(routes.length);
    expect([...new Set(within)].filter((href) => !paths.has(href))).toEqual([]);
  });

  it('can all be reached from the front', () => {
    const byPath = new Map(routes.map((route) => [`/news${route.path}`, route]));
    const seen = new Set<string>(['/news/']);
    for (const path of seen) {
      const route = byPath.get(path);
      const links = ['href', 'newer', 'older'].flatMap((key) => valuesUnder(key, route?.props));
      for (const link of links) seen.add(decodeURI(link.replace('https://paper.example', '')));
    }
    const pages = routes.filter(({ page }) =>
      ['front', 'article', 'tag', 'tagIndex', 'archive', 'period', 'corrections', 'about'].includes(page),
    );
    expect(pages.map(({ path }) => `/news${path}`).filter((path) => !seen.has(path))).toEqual([]);
  });

  it('are the same in whatever order the articles are read', () => {
    expect(allRoutes(makeEdition(EDITION.articles.toReversed()))).toEqual(routes);
  });

  it('lead from every old path to the article', () => {
    const redirects = routes.filter((route) => route.page === 'redirect');
    expect(redirects.map(({ path }) => path)).toEqual(['/old/story/', '/2016/story.html']);
    expect(new Set(redirects.map(({ props }) => props.to))).toEqual(new Set([`/news${ORIGINAL.path}`]));
  });

  it('name each language’s page from the other', () => {
    const [original, translation] = ['guterres', 'nomme'].map(
      (name) => articlePages(routes).find(({ path }) => path.includes(name))?.props,
    );
    expect(original?.translations.map(({ lang }) => lang)).toEqual(['fr']);
    expect(translation?.translations.map(({ lang }) => lang)).toEqual(['en']);
    expect(new Set(original?.head.alternates.map(({ lang }) => lang))).toEqual(new Set(['en', 'fr']));
    expect(articlePages(routes).filter(({ props }) => props.translations.length > 0)).toHaveLength(2);
  });

  it('recommend nothing that was withdrawn', () => {
    const related = articlePages(routes).flatMap(({ props }) => props.related);
    expect(related.length).toBeGreaterThan(0);
    expect(related.filter(({ withdrawn }) => withdrawn)).toEqual([]);
  });

  it('lead from each article to the newer and the older one', () => {
    const pages = articlePages(routes);
    pages.slice(1).forEach((page, index) => {
      expect(page.props.newer?.href).toBe(`/news${encodeURI(pages[index]?.path ?? '')}`);
      expect(pages[index]?.props.older?.href).toBe(`/news${encodeURI(page.path)}`);
    });
    expect([pages[0]?.props.newer, pages.at(-1)?.props.older]).toEqual([undefined, undefined]);
  });

  it('are there for an edition without any article', () => {
    const empty = allRoutes(makeEdition([]));
    for (const page of [
      'front',
      'archive',
      'tagIndex',
      'corrections',
      'about',
      'notFound',
      'atom',
      'jsonFeed',
      'sitemapIndex',
    ]) {
      expect(
        empty.some((route) => route.page === page),
        page,
      ).toBe(true);
    }
  });
});
