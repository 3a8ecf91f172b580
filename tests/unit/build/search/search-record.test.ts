import { describe, expect, it } from 'vitest';
import { entryFacts, searchText, toSearchEntries } from '../../../../src/build/search/search-record.ts';
import { makeArticle, makeEdition, type Rest } from '../../routes/edition.ts';

const HTML: Record<string, string> = {
  whole: '<h2>At the quay</h2><p>The <em>whole</em> text.</p><p>Its withheld end.</p>',
  excerpt: '<p>The whole text.</p>',
};
const REST: Rest = { body: { page: 'whole', excerpt: 'excerpt' } };

const STATED = {
  title: 'Rope works sold',
  description: 'What the buyers want.',
  authors: ['Ada Fixture'],
  dateline: 'NORTHPORT, Oct 4',
  credit: 'With the Coast Agency',
  image: { caption: 'The rope walk.', credit: 'Carla Sample' },
};

function textOf(keys: Record<string, unknown>): string {
  const [entry] = toSearchEntries(makeEdition([makeArticle('2016/10/rope.md', { ...STATED, ...keys }, REST)]));
  return entry ? searchText(entry, (digest) => HTML[digest] ?? '') : 'no entry';
}

describe('the text by which search finds an article', () => {
  it('is what its page shows, the text first, without the furniture of the page', () => {
    expect(textOf({}).split('\n')).toEqual([
      ...['What the buyers want.', 'At the quay', 'The whole text.', 'Its withheld end.'],
      ...['The rope walk.', 'Carla Sample', 'With the Coast Agency', 'NORTHPORT, Oct 4', 'Ada Fixture'],
    ]);
  });

  it('ends where an excerpt ends', () => {
    const text = textOf({ rights: { publish: 'excerpt' } });
    expect(text).toContain('The whole text.');
    expect(text).not.toContain('withheld');
  });

  it.each([
    { case: 'only the headline may be published', keys: { rights: { publish: 'headline' } } },
    { case: 'the article is withdrawn', keys: { withdrawn: { date: '2016-10-05', reason: 'It was wrong.' } } },
  ])('is no more than the headline where $case', ({ keys }) => {
    expect(textOf(keys)).toBe('Rope works sold');
  });
});

describe('what search knows of an article', () => {
  it('is its address with the base path, its day and language, and its tags and source by their commonest names', () => {
    const source = { name: 'The Coast Herald' };
    const edition = makeEdition([
      makeArticle('2016/10/a.md', { published: '2016-10-04T23:30:00-05:00', lang: 'zh-Hans', tags: ['SYRIA'], source }),
      makeArticle('2016/10/b.md', { published: '2016-10-03', tags: ['Syria'] }),
      makeArticle('2016/10/c.md', { published: '2016-10-02', tags: ['Syria'] }),
    ]);
    expect(toSearchEntries(edition)[0]).toMatchObject({
      url: '/news/articles/2016/10/a/',
      day: '2016-10-04',
      language: 'zh',
      tags: [{ slug: 'syria', name: 'Syria' }],
      sources: [{ slug: 'the-coast-herald', name: 'The Coast Herald' }],
    });
  });

  it('has as many words as search gets to read of it, which are few where its text may not be shown', () => {
    const wordsOf = (keys: Record<string, unknown>): number | undefined =>
      toSearchEntries(makeEdition([makeArticle('2016/10/a.md', keys, { body: { words: 900 } })]))[0]?.words;
    expect(wordsOf({})).toBe(900);
    expect(wordsOf({ rights: { publish: 'excerpt' } })).toBe(0);
    expect(wordsOf({ withdrawn: { date: '2016-10-05', reason: 'It was wrong.' } })).toBe(0);
  });

  it('changes with what a reader could find or see, and with nothing else', () => {
    const factsOf = (keys: Record<string, unknown>, rest: Rest = REST): string => {
      const all = toSearchEntries(makeEdition([makeArticle('2016/10/a.md', { title: 'A', ...keys }, rest)]));
      return JSON.stringify(all.map(entryFacts));
    };
    const facts = factsOf({});
    const changes = [
      { title: 'B' },
      { published: '2016-10-04' },
      { tags: ['Syria'] },
      { authors: ['Ada'] },
      { dateline: 'ALEPPO' },
      { source: { name: 'Herald' } },
      { rights: { publish: 'excerpt' } },
      { withdrawn: { date: '2016-10-05', reason: 'Wrong.' } },
    ].map((keys) => factsOf(keys));
    expect(new Set([facts, ...changes, factsOf({}, { ...REST, text: 'another' })]).size).toBe(changes.length + 2);
    expect(factsOf({ section: 'World', lead: true, aliases: ['/old/'] })).toBe(facts);
  });
});
