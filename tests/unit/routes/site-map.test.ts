import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/news/article.ts';
import { toSitemapIndex, toSitemaps } from '../../../src/routes/site-map.ts';
import { makeArticle, makeArticles, makeEdition } from './edition.ts';

function listed(...articles: Article[]): string[] {
  return toSitemaps(makeEdition(articles)).flatMap(({ props }) => props.addresses.map(({ url }) => url));
}

const source = { name: 'AP', url: 'https://ap.example/1' };

describe('the sitemap', () => {
  it('lists own articles and edited copies, and leaves out copies whose original is elsewhere', () => {
    const own = makeArticle('own.md');
    const edited = makeArticle('edited.md', { source }, { verbatim: false });
    const copy = makeArticle('copy.md', { source }, { verbatim: true });
    const claimed = makeArticle('claimed.md', { source, rights: { robots: 'index' } }, { verbatim: true });
    const addresses = listed(own, edited, copy, claimed).filter((url) => url.includes('/articles/'));
    expect(addresses.map((url) => url.split('/').at(-2)).toSorted()).toEqual(['claimed', 'edited', 'own']);
  });

  it('leaves out what was withdrawn and what asks not to be listed', () => {
    const withdrawn = makeArticle('w.md', { withdrawn: { date: '2016-10-05', reason: 'Wrong.' } });
    const hidden = makeArticle('h.md', { rights: { robots: 'noindex' } });
    expect(listed(withdrawn, hidden).filter((url) => url.includes('/articles/'))).toEqual([]);
  });

  it('says when an article was last changed, by its update or its last correction', () => {
    const corrections = [
      { date: '2016-10-07', text: 'It was Monday.' },
      { date: '2016-10-06', text: 'It was here.' },
    ];
    const lastmod = (keys: Record<string, unknown>): (string | undefined)[] =>
      toSitemaps(makeEdition([makeArticle('a.md', keys)])).flatMap(({ props }) =>
        props.addresses.filter(({ url }) => url.includes('/articles/')).map((it) => it.lastmod),
      );
    expect(lastmod({ published: '2016-10-04', updated: '2016-10-05', corrections })).toEqual([
      '2016-10-07T12:00:00+00:00',
    ]);
    expect(lastmod({ published: '2016-10-04', updated: '2016-10-05' })).toEqual(['2016-10-05T12:00:00+00:00']);
    expect(lastmod({})).toEqual([undefined]);
  });

  it('lists every page once, in ASCII, under the site’s address', () => {
    const addresses = listed(...makeArticles(60, { tags: ['Сирия', 'C++'] }));
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(addresses.every((url) => /^https:\/\/paper\.example\/news\/[\x21-\x7e]*$/u.test(url))).toBe(true);
  });

  it('is cut before it has more addresses than the protocol allows, and the index names every part', () => {
    const edition = makeEdition(Array.from({ length: 45_100 }, (_, index) => makeArticle(`${index}.md`)));
    const parts = toSitemaps(edition);
    expect(parts).toHaveLength(2);
    expect(parts.every(({ props }) => props.addresses.length <= 50_000)).toBe(true);
    const index = toSitemapIndex(
      edition,
      parts.map(({ path }) => path),
    );
    expect(index.sitemaps).toEqual(parts.map(({ path }) => `https://paper.example/news${path}`));
  });
});
