import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/news/article.ts';
import type { EarlierCopy, EarlierVersion } from '../../../src/news/earlier.ts';
import { allRoutes, type Route } from '../../../src/routes/all-routes.ts';
import { toArticle } from '../../../src/routes/article.ts';
import type { ChangesProps, VersionListProps, VersionProps } from '../../../src/routes/versions.ts';
import { makeArticle, makeEdition } from './edition.ts';

const NOBODY = { related: [], translations: [], newer: undefined, older: undefined };

function copy(title: string, changes?: EarlierCopy['changes']): EarlierCopy {
  const none = { description: undefined, dateline: undefined, updated: undefined, image: undefined, credit: undefined };
  return {
    ...none,
    title,
    authors: [],
    published: '2016-10-04',
    picture: undefined,
    isEdited: false,
    page: `page ${title}`,
    ...(changes && { changes }),
  };
}

/** Of four versions of an article the first is kept, the second is not, the third is: only what changed last is known. */
const EARLIER: EarlierVersion[] = [
  { captured: '2016-10-04', copy: copy('First') },
  { captured: '2016-10-05' },
  { captured: '2016-10-06', copy: copy('Third', { passages: 'passages of 3', added: 7, removed: 1 }) },
];

function article(keys: Record<string, unknown> = {}, earlier: EarlierVersion[] = EARLIER): Article {
  return { ...makeArticle('2016/10/truce.md', { source: { captured: '2016-10-07' }, ...keys }), earlier };
}

function routesOf(it: Article): Route[] {
  return allRoutes(makeEdition([it]));
}

function listOf(it: Article): VersionListProps | undefined {
  return routesOf(it).find((route) => route.page === 'versionList')?.props;
}

/** An earlier version, by the end of its address. */
function versionAt(it: Article, end: string): VersionProps | undefined {
  const pages = routesOf(it).filter((route) => route.page === 'version');
  return pages.find(({ path }) => path.endsWith(`/versions/${end}`))?.props;
}

function changesAt(it: Article, end: string): ChangesProps | undefined {
  const pages = routesOf(it).filter((route) => route.page === 'changes');
  return pages.find(({ path }) => path.endsWith(`/versions/${end}`))?.props;
}

const AT = '/news/articles/2016/10/truce/';

describe('the versions of an article', () => {
  it('have a page each where their text was kept, and one for what changed where both texts were', () => {
    const paths = routesOf(article()).map(({ path }) => path);
    expect(paths.filter((path) => path.includes('/versions/'))).toEqual([
      '/articles/2016/10/truce/versions/',
      '/articles/2016/10/truce/versions/1/',
      '/articles/2016/10/truce/versions/3/',
      '/articles/2016/10/truce/versions/3/changes/',
    ]);
    expect(routesOf(makeArticle('2016/10/truce.md')).filter(({ path }) => path.includes('versions'))).toEqual([]);
  });

  it('are listed with the latest first, each with its date, and only where it leads to something', () => {
    const list = listOf(article());
    expect(list?.versions).toEqual([
      {
        ...{ number: 4, captured: '2016-10-07', href: AT, isLatest: true },
        changes: { href: `${AT}versions/3/changes/`, added: 7, removed: 1 },
      },
      { number: 3, captured: '2016-10-06', href: `${AT}versions/3/`, isLatest: false, changes: undefined },
      { number: 2, captured: '2016-10-05', href: undefined, isLatest: false, changes: undefined },
      { number: 1, captured: '2016-10-04', href: `${AT}versions/1/`, isLatest: false, changes: undefined },
    ]);
    expect(list?.datesOnly).toBe(false);
  });

  it('name each other to machines as RFC 5829 says: the list, the latest, the one before and the one after', () => {
    const rels = (links: { rel: string; href: string }[] = []): Record<string, string> =>
      Object.fromEntries(links.map(({ rel, href }) => [rel, href]));
    const it = article();
    const kept = [{ captured: '2016-10-03', copy: copy('Kept') }, ...EARLIER.slice(2)];
    expect(rels(toArticle(makeEdition([it]), it, NOBODY).head.versions)).toEqual({
      'version-history': `${AT}versions/`,
      'predecessor-version': `${AT}versions/3/`,
    });
    expect(rels(versionAt(it, '1/')?.head.versions)).toEqual({
      'version-history': `${AT}versions/`,
      'latest-version': AT,
    });
    expect(rels(versionAt(it, '3/')?.head.versions)).toEqual({
      'version-history': `${AT}versions/`,
      'latest-version': AT,
      'successor-version': AT,
    });
    expect(rels(versionAt(article({}, kept), '1/')?.head.versions)).toEqual({
      'version-history': `${AT}versions/`,
      'latest-version': AT,
      'successor-version': `${AT}versions/2/`,
    });
    expect(rels(versionAt(article({}, kept), '2/')?.head.versions)).toMatchObject({
      'predecessor-version': `${AT}versions/1/`,
    });
  });

  it('lead from the article to their list, and say how many there were', () => {
    const it = article();
    expect(toArticle(makeEdition([it]), it, NOBODY).earlier).toEqual({ href: `${AT}versions/`, count: 3 });
    const only = makeArticle('2016/10/truce.md');
    const page = toArticle(makeEdition([only]), only, NOBODY);
    expect([page.earlier, page.head.versions]).toEqual([undefined, undefined]);
  });

  it('are shown as they were, and say which of how many and what has changed since', () => {
    const source = { name: 'AP', url: 'https://ap.example/1', captured: '2016-10-07' };
    const corrections = [{ date: '2016-10-08', text: 'It was nine.' }];
    const rights = { holder: 'AP', license: 'CC BY 4.0', publish: 'full' };
    const version = versionAt(article({ title: 'Now', source, corrections, rights }), '3/');
    expect(version).toMatchObject({ source, corrections, rights });
    expect(version).toMatchObject({
      ...{ title: 'Third', body: 'page Third', number: 3, all: 4, captured: '2016-10-06' },
      ...{ latest: AT, list: `${AT}versions/`, changes: `${AT}versions/3/changes/` },
    });
    expect(versionAt(article(), '1/')?.changes).toBeUndefined();
    expect(changesAt(article(), '3/changes/')).toMatchObject({
      ...{ number: 3, captured: '2016-10-06', nextCaptured: '2016-10-07', passages: 'passages of 3' },
      ...{ from: `${AT}versions/3/`, to: AT, added: 7, removed: 1 },
    });
  });

  it('lead from what changed to the next one, which need not be the latest', () => {
    const kept = [
      { captured: '2016-10-03', copy: copy('Kept', { passages: 'p', added: 1, removed: 2 }) },
      ...EARLIER.slice(2),
    ];
    expect(changesAt(article({}, kept), '1/changes/')).toMatchObject({
      ...{ nextCaptured: '2016-10-06', to: `${AT}versions/2/` },
    });
  });

  it('have a title each, and are listed by no search engine and in no sitemap', () => {
    const pages = routesOf(article()).filter(({ path }) => path.includes('/versions/'));
    const heads = pages.flatMap(({ props }) => ('head' in props ? [props.head] : []));
    expect(heads.map(({ robots }) => robots)).toEqual(['noindex', 'noindex', 'noindex', 'noindex']);
    expect(new Set(heads.map(({ title }) => title)).size).toBe(4);
    const sitemap = routesOf(article()).filter(({ page }) => page === 'sitemap' || page === 'atom');
    expect(JSON.stringify(sitemap.map(({ props }) => props))).not.toContain('/versions/');
  });

  it('are dates where not all of the article may be read', () => {
    const dates = EARLIER.map(({ captured }) => ({ captured }));
    const it = article({ rights: { publish: 'excerpt' } }, dates);
    expect(routesOf(it).filter(({ path }) => path.includes('/versions/'))).toHaveLength(1);
    const list = listOf(it);
    expect(list?.datesOnly).toBe(true);
    expect(list?.versions.map(({ captured, href }) => [captured, href])).toEqual([
      ['2016-10-07', AT],
      ['2016-10-06', undefined],
      ['2016-10-05', undefined],
      ['2016-10-04', undefined],
    ]);
  });

  it('are found at the old addresses of an article that was renamed, however often', () => {
    const aliases = ['/articles/2016/10/a/', '/articles/2016/10/b/', '/articles/c.html', '/2016/old/'];
    const redirects = routesOf(article({ aliases })).filter((route) => route.page === 'redirect');
    const targets = new Map<string, string>(redirects.map(({ path, props }) => [path, props.to]));
    for (const old of ['/articles/2016/10/a/', '/articles/2016/10/b/']) {
      expect(targets.get(old)).toBe(AT);
      for (const below of ['versions/', 'versions/1/', 'versions/3/', 'versions/3/changes/'])
        expect(targets.get(old + below)).toBe(AT + below);
    }
    // Below addresses that were never ours, or were files, stood no versions.
    const others = [...targets.keys()].filter((path) => !path.startsWith('/articles/2016/'));
    expect(others).toEqual(['/articles/c.html', '/2016/old/']);
  });

  it('stand on pages in the language of the article', () => {
    const list = listOf(article({ lang: 'fr' }));
    expect(list?.frame.lang).toBe('fr');
    expect(list?.head.title).toContain('Versions\u00a0: ');
  });
});
