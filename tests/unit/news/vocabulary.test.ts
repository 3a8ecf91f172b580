import { describe, expect, it } from 'vitest';
import { toTags } from '../../../src/news/article.ts';
import { parse } from '../../../src/news/parse.ts';
import { tagSlug } from '../../../src/news/slug.ts';
import { tagsSchema } from '../../../src/news/tags.ts';
import { oldSlugs, resolveNames, toVocabulary, type Vocabulary } from '../../../src/news/vocabulary.ts';

function vocabularyOf(entries: unknown, lang = 'en'): Vocabulary {
  const parsed = parse(tagsSchema, entries);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return toVocabulary(parsed.value, lang);
}

const VOCABULARY = vocabularyOf([
  { name: 'United States', aliases: ['U.S.', 'US', 'USA'], slug: 'us' },
  { name: { en: 'Syria', de: 'Syrien', ru: 'Сирия' }, aliases: ['Syrian Arab Republic'], broader: 'middle east' },
  { name: 'Middle East' },
]);

describe('the names of an article’s tags', () => {
  it('are those of the file, whichever of its names the article uses, in any case', () => {
    const ways = ['U.S.', 'us', 'USA', 'united  STATES'];
    expect(ways.map((way) => resolveNames([way], VOCABULARY))).toEqual(ways.map(() => ['United States']));
    expect(resolveNames(['Syrien', 'СИРИЯ', 'syrian arab republic'], VOCABULARY)).toEqual(['Syria']);
  });

  it('stay as written where the file does not list them', () => {
    expect(resolveNames(['C++', 'Aleppo', 'U.S.'], VOCABULARY)).toEqual(['C++', 'Aleppo', 'United States']);
    expect(toTags(['C++'], VOCABULARY.find)).toEqual([{ name: 'C++', slug: tagSlug('C++') }]);
  });

  it('have one address for all names, and each other name an old one that leads there', () => {
    expect(toTags(['U.S.', 'US', 'United States'], VOCABULARY.find)).toEqual([{ name: 'United States', slug: 'us' }]);
    const listed = VOCABULARY.find('USA');
    expect(listed && oldSlugs(listed).toSorted()).toEqual([tagSlug('U.S.'), 'united-states', 'usa'].toSorted());
  });

  it('are in the site’s language where the file has it, at an address that no language changes', () => {
    const names = { fr: 'Autriche', de: 'Österreich', 'pt-BR': 'Áustria', 'pt-PT': 'República da Áustria' };
    const shown = ['de-AT', 'pt-br', 'pt-PT', 'pt', 'en'].map((lang) =>
      vocabularyOf([{ name: names }], lang).find('Autriche'),
    );
    expect(shown.map((tag) => [tag?.name, tag?.slug])).toEqual([
      ['Österreich', 'autriche'],
      ['Áustria', 'autriche'],
      ['República da Áustria', 'autriche'],
      ['Áustria', 'autriche'],
      ['Autriche', 'autriche'],
    ]);
    expect(shown[0]?.otherNames).toEqual(['Autriche', 'Áustria', 'República da Áustria']);
  });

  it('know what they are part of', () => {
    expect(VOCABULARY.find('Syrien')?.broader).toEqual({ name: 'Middle East', slug: 'middle-east' });
  });

  it('are told apart by any sign, in any script', () => {
    const names = ['C', 'C++', 'C#', 'U.S.', 'US', 'Сирия', '叙利亚'];
    const apart = vocabularyOf(names.map((name) => ({ name })));
    expect(names.map((name) => apart.find(name)?.name)).toEqual(names);
    expect(new Set(apart.listed.map(({ slug }) => slug)).size).toBe(names.length);
  });
});

describe('the same thing elsewhere', () => {
  it('may be named by a code of Wikidata or of the IPTC, or by an address', () => {
    const given = ['Q858', 'medtop:20000123', 'https://id.example/syria'];
    expect(vocabularyOf([{ name: 'Syria', sameAs: given }]).listed[0]?.sameAs).toEqual([
      'https://www.wikidata.org/wiki/Q858',
      'http://cv.iptc.org/newscodes/mediatopic/20000123',
      'https://id.example/syria',
    ]);
  });

  it.each(['P31', 'medtop:12', 'javascript:alert(1)', '//evil.example/', 'Q0'])('is refused as %s', (code) => {
    const parsed = parse(tagsSchema, [{ name: 'Syria', sameAs: [code] }]);
    expect(parsed.ok ? [] : parsed.problems.map(({ path }) => path)).toEqual([[0, 'sameAs', 0]]);
  });
});
