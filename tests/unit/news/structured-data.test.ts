import { describe, expect, it } from 'vitest';
import { toNewsArticle } from '../../../src/news/structured-data.ts';
import { makeArticle, makeEdition, type Rest } from '../routes/edition.ts';

function termsOf(keys: Record<string, unknown>, rest: Rest = {}): Record<string, unknown> {
  const article = makeArticle('2016/10/truce.md', keys, rest);
  return toNewsArticle(makeEdition([article]), article);
}

const SITE = { '@type': 'Organization', name: 'The Paper', url: 'https://paper.example/news/' };
const source = { name: 'AP', url: 'https://ap.example/1', captured: '2026-11-20' };

describe('what machines are told of an article', () => {
  it('names the site as publisher of its own articles', () => {
    const terms = termsOf({ authors: ['Ann'] });
    expect(terms['publisher']).toEqual(SITE);
    expect(terms['url']).toBe('https://paper.example/news/articles/2016/10/truce/');
    expect(terms['author']).toEqual([{ '@type': 'Person', name: 'Ann', url: undefined }]);
    for (const key of ['isBasedOn', 'sdPublisher', 'sdDatePublished', 'copyrightHolder'])
      expect(terms).not.toHaveProperty(key);
  });

  it('never claims a copy as its own: publisher, holder and original are the source’s', () => {
    const terms = termsOf({ source, published: '2016-10-04' }, { verbatim: true });
    const ap = { '@type': 'Organization', name: 'AP' };
    expect(terms).toMatchObject({
      publisher: ap,
      copyrightHolder: ap,
      sdPublisher: SITE,
      sdDatePublished: '2026-11-20',
    });
    expect(terms['isBasedOn']).toMatchObject({
      url: source.url,
      publisher: ap,
      datePublished: '2016-10-04T12:00:00+00:00',
    });
  });

  it('invents no author, publisher or date', () => {
    const terms = termsOf({ source: { file: 'a.txt' } });
    for (const key of ['author', 'publisher', 'datePublished', 'dateModified', 'isBasedOn', 'keywords', 'image']) {
      expect(terms).not.toHaveProperty(key);
    }
  });

  it('gives no text away that may not be shown', () => {
    const keys = { description: 'Secret', credit: 'Secret', image: { caption: 'Secret' } };
    const picture = { path: makeArticle('x.md').path, digest: '', width: 1, height: 1 };
    expect(JSON.stringify(termsOf(keys, { picture }))).toContain('Secret');
    expect(JSON.stringify(termsOf({ ...keys, rights: { publish: 'headline' } }, { picture }))).not.toContain('Secret');
    expect(termsOf({ rights: { publish: 'excerpt' } })).not.toHaveProperty('wordCount');
  });

  it('lists corrections with their dates', () => {
    const terms = termsOf({ corrections: [{ date: '2016-10-05', text: 'It was Tuesday.' }] });
    expect(terms['correction']).toEqual([
      { '@type': 'CorrectionComment', text: 'It was Tuesday.', datePublished: '2016-10-05T12:00:00+00:00' },
    ]);
  });

  it('points from a translation to its original’s page', () => {
    const terms = termsOf({ lang: 'fr', translationOf: '/articles/2016/10/guterres/' });
    expect(terms['translationOfWork']).toEqual({ '@id': 'https://paper.example/news/articles/2016/10/guterres/' });
  });
});
