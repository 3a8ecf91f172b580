import { describe, expect, it } from 'vitest';
import { canonicalSource, isPublic, rightsOf, shownText, turnsOf } from '../../../src/news/publication.ts';
import { makeArticle, makeFront, makeSite } from '../routes/edition.ts';

const AUCKLAND = 'Pacific/Auckland';
const HONOLULU = 'Pacific/Honolulu';

describe('whether an article is public', () => {
  it('is never so for a draft', () => {
    expect(isPublic(makeFront({ draft: true }), Date.UTC(2999, 0, 1), 'UTC')).toBe(false);
    expect(isPublic(makeFront(), Date.UTC(1971, 0, 1), 'UTC')).toBe(true);
  });

  it('begins with the embargo’s instant, not a millisecond before', () => {
    const front = makeFront({ embargo: '2016-10-04T14:30:00+02:00' });
    const end = Date.UTC(2016, 9, 4, 12, 30);
    expect(isPublic(front, end - 1, AUCKLAND)).toBe(false);
    expect(isPublic(front, end, AUCKLAND)).toBe(true);
  });

  it('ends with the instant of expiry', () => {
    const front = makeFront({ expires: '2016-10-04T14:30:00Z' });
    const end = Date.UTC(2016, 9, 4, 14, 30);
    expect(isPublic(front, end - 1, 'UTC')).toBe(true);
    expect(isPublic(front, end, 'UTC')).toBe(false);
  });

  it.each([
    [AUCKLAND, Date.UTC(2016, 9, 3, 11)],
    ['UTC', Date.UTC(2016, 9, 4)],
    [HONOLULU, Date.UTC(2016, 9, 4, 10)],
  ])('turns at midnight of the site’s zone where only a day is given: %s', (zone, midnight) => {
    const embargoed = makeFront({ embargo: '2016-10-04' });
    const expiring = makeFront({ expires: '2016-10-04' });
    expect([isPublic(embargoed, midnight - 1, zone), isPublic(embargoed, midnight, zone)]).toEqual([false, true]);
    expect([isPublic(expiring, midnight - 1, zone), isPublic(expiring, midnight, zone)]).toEqual([true, false]);
  });

  it('turns at the first minute of a day that has no midnight', () => {
    // In São Paulo the clock went from 23:59 to 01:00 in the night to 16 October 2016.
    const front = makeFront({ embargo: '2016-10-16' });
    const first = Date.UTC(2016, 9, 16, 3);
    expect(isPublic(front, first - 1, 'America/Sao_Paulo')).toBe(false);
    expect(isPublic(front, first, 'America/Sao_Paulo')).toBe(true);
  });
});

describe('when an article comes and goes by itself', () => {
  const [first, last] = [Date.UTC(2016, 9, 4), Date.UTC(2016, 10, 4)];

  it('is with the embargo and with the expiry', () => {
    expect(turnsOf(makeFront({ embargo: '2016-10-04', expires: '2016-11-04' }), 'UTC')).toEqual([
      { at: first, way: 'in' },
      { at: last, way: 'out' },
    ]);
    expect(turnsOf(makeFront(), 'UTC')).toEqual([]);
  });

  it('is never for one that is never public', () => {
    expect(turnsOf(makeFront({ embargo: '2016-10-04', draft: true }), 'UTC')).toEqual([]);
    expect(turnsOf(makeFront({ embargo: '2016-11-04', expires: '2016-10-04' }), 'UTC')).toEqual([]);
    expect(turnsOf(makeFront({ embargo: '2016-10-04', expires: '2016-10-04' }), 'UTC')).toEqual([]);
  });
});

describe('how much of an article is shown', () => {
  const site = makeSite({ sources: { AP: { rights: { publish: 'excerpt', holder: 'AP', robots: 'index' } } } });

  it('is all of it, unless someone says otherwise', () => {
    expect(shownText(makeFront(), site)).toBe('full');
    expect(shownText(makeFront({ source: { name: 'Unknown' } }), site)).toBe('full');
  });

  it('follows the source’s rights, and the article’s own before them, key by key', () => {
    const copy = makeFront({ source: { name: 'AP' } });
    const free = makeFront({ source: { name: 'AP' }, rights: { publish: 'full', notice: 'By leave' } });
    expect(shownText(copy, site)).toBe('excerpt');
    expect(shownText(free, site)).toBe('full');
    expect(rightsOf(free, site)).toEqual({ publish: 'full', holder: 'AP', robots: 'index', notice: 'By leave' });
  });

  it('follows the rights of a source however its name is written, and by its host where it has none', () => {
    const byHost = makeSite({ sources: { 'ap.example': { rights: { publish: 'headline' } } } });
    expect(shownText(makeFront({ source: { name: ' ap ' } }), site)).toBe('excerpt');
    expect(shownText(makeFront({ source: { url: 'https://ap.example/1' } }), byHost)).toBe('nothing');
    expect(shownText(makeFront({ source: { name: 'AP', url: 'https://ap.example/1' } }), byHost)).toBe('full');
  });

  it('is nothing where only the headline may be shown, and nothing once withdrawn', () => {
    expect(shownText(makeFront({ rights: { publish: 'headline' } }), site)).toBe('nothing');
    const withdrawn = { date: '2016-10-05', reason: 'Wrong.' };
    expect(shownText(makeFront({ withdrawn, rights: { publish: 'full' } }), site)).toBe('nothing');
  });

  it.each(['__proto__', 'constructor', 'toString'])('is not confused by a source of the name %s', (name) => {
    expect(shownText(makeFront({ source: { name } }), site)).toBe('full');
  });
});

describe('the original that search engines should list', () => {
  const site = makeSite();
  const source = { name: 'AP', url: 'https://ap.example/1' };

  it('is the source of a verbatim copy', () => {
    expect(canonicalSource(makeArticle('a.md', { source }, { verbatim: true }), site)).toBe(source.url);
  });

  it('is the page itself for an edited copy, an own article, and where the rights say so', () => {
    expect(canonicalSource(makeArticle('a.md', { source }, { verbatim: false }), site)).toBeUndefined();
    expect(canonicalSource(makeArticle('a.md', { source }), site)).toBeUndefined();
    expect(canonicalSource(makeArticle('a.md', { source: { name: 'AP' } }, { verbatim: true }), site)).toBeUndefined();
    for (const robots of ['index', 'noindex']) {
      const article = makeArticle('a.md', { source, rights: { robots } }, { verbatim: true });
      expect(canonicalSource(article, site)).toBeUndefined();
    }
  });

  it('is the source of any copy whose rights, or those of its source, ask for it', () => {
    const article = makeArticle('a.md', { source, rights: { robots: 'canonical' } }, { verbatim: false });
    expect(canonicalSource(article, site)).toBe(source.url);
    const asked = makeSite({ sources: { AP: { rights: { robots: 'canonical' } } } });
    expect(canonicalSource(makeArticle('a.md', { source }), asked)).toBe(source.url);
  });

  it('is not the source of a copy that was withdrawn: its page is the notice', () => {
    const withdrawn = { date: '2016-10-05', reason: 'Wrong.' };
    expect(canonicalSource(makeArticle('a.md', { source, withdrawn }, { verbatim: true }), site)).toBeUndefined();
  });
});
