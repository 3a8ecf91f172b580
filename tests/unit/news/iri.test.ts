import { describe, expect, it } from 'vitest';
import { frontPath, toIri } from '../../../src/news/paths.ts';
import { canonicalSource } from '../../../src/news/publication.ts';
import { toNewsArticle } from '../../../src/news/structured-data.ts';
import { toFeeds } from '../../../src/routes/feeds.ts';
import { isWebIri } from '../../setup/feed-rules/values.ts';
import { render, valuesOf } from '../markdown/render.ts';
import { makeArticle, makeEdition } from '../routes/edition.ts';

/** An address that browsers follow and no specification of addresses allows. */
const ODD = 'https://ap.example/a|b?q="<é>"&c[]=1#d#e';
const FITTING = 'https://ap.example/a%7Cb?q=%22%3Cé%3E%22&c%5B%5D=1#d%23e';

describe('an address of another host', () => {
  it.each([
    [ODD, FITTING],
    ['https://ap.example', 'https://ap.example'],
    ['https://ap.example/a%20b?c=d+e#f', 'https://ap.example/a%20b?c=d+e#f'],
    ['https://ap.example/100%/a b', 'https://ap.example/100%25/a%20b'],
    ['http://[::1]:80/a[0]', 'http://[::1]:80/a%5B0%5D'],
    ['https:\\\\ap.example\\a?b=\\', 'https://ap.example/a?b=%5C'],
    ['http:///ap.example/a', 'http://ap.example/a'],
    ['HTTPS://ap.example/`{^}`', 'HTTPS://ap.example/%60%7B%5E%7D%60'],
  ])('%s is written in signs that may stand in one, and leads where it led', (address, iri) => {
    expect(toIri(address)).toBe(iri);
    expect(isWebIri(iri)).toBe(true);
    expect(toIri(iri)).toBe(iri);
    const [before, after] = [new URL(address), new URL(iri)];
    expect([after.host, decodeURI(after.pathname)]).toEqual([
      before.host,
      decodeURI(before.pathname.replace('%/', '%25/')),
    ]);
  });

  it('of another kind is left as it is', () => {
    for (const address of ['mailto:a"b@ap.example', '/about/', '#note', 'other.md'])
      expect(toIri(address)).toBe(address);
  });
});

describe('an odd address of a copy', () => {
  const keys = {
    authors: [{ name: 'Ada', url: ODD }],
    source: { name: 'AP', url: ODD },
    rights: { url: ODD },
    published: '2025-03-01',
  };
  const article = makeArticle('2025/03/odd.md', keys, { verbatim: true });
  const edition = makeEdition([article]);

  it('is one that machines can follow in structured data and as the canonical address', () => {
    const terms = toNewsArticle(edition, article);
    expect(terms['isBasedOn']).toMatchObject({ url: FITTING });
    expect(terms['author']).toMatchObject([{ url: FITTING }]);
    expect(terms['license']).toBe(FITTING);
    expect(canonicalSource(article, edition.site)).toBe(FITTING);
  });

  it('is one that feed readers can follow', () => {
    const [feed] = toFeeds(edition, { of: frontPath, title: 'T', subtitle: undefined, articles: [article] });
    expect(feed?.props.entries[0]).toMatchObject({ source: { url: FITTING }, authors: [{ url: FITTING }] });
  });

  it('is one that browsers need not mend in its text', () => {
    expect(valuesOf(render(`<a href='${ODD}'>there</a> <img src='${ODD}' alt='a picture'>`).html, 'href')).toEqual([
      FITTING,
      FITTING,
    ]);
  });
});

describe('what a copy says of itself elsewhere', () => {
  it('names its source as author in a feed where it has no byline, and never the publisher', () => {
    const article = makeArticle('2025/03/plain.md', { source: { name: 'AP' }, published: '2025-03-01' });
    const feed = { of: frontPath, title: 'T', subtitle: undefined, articles: [article] };
    for (const { props } of toFeeds(makeEdition([article]), feed))
      expect(props.entries.map(({ authors }) => authors.map(({ name }) => name))).toEqual([['AP']]);
  });

  it('gives a licence without an address as a work with a name', () => {
    const article = makeArticle('2025/03/plain.md', { rights: { license: 'CC BY 4.0' } });
    expect(toNewsArticle(makeEdition([article]), article)['license']).toEqual({
      '@type': 'CreativeWork',
      name: 'CC BY 4.0',
    });
  });
});
