import { describe, expect, it } from 'vitest';
import { type Country, countryName, countryNames, PAST, PRESENT } from '../../../../src/news/suggest/countries.ts';
import { wordsIn } from '../../../../src/news/suggest/read-words.ts';
import { toLine } from '../../../../src/news/text.ts';
import { knownTags, namesFor, suggestionsFor } from './advice.ts';

describe('a country', () => {
  it('is suggested by its name, its capital and what its people are called, all counted together', () => {
    const text = ['Talks in Damascus went on.', 'A Syrian envoy left. Later Syria agreed.'];
    expect(suggestionsFor(text)).toEqual([{ name: 'Syria', kind: 'country', count: 3 }]);
  });

  it('is suggested where an article was filed, though its text does not name it', () => {
    expect(suggestionsFor(['Prices fell.'], knownTags(), { dateline: 'OSLO, Oct 4' })).toEqual([
      { name: 'Norway', kind: 'country', count: 0 },
    ]);
  });

  it('that comes up once, late, is no suggestion', () => {
    expect(namesFor(['Prices fell.', 'They rose in Norway.'])).toEqual([]);
    expect(namesFor(['Prices fell in Norway.', 'They rose.'])).toEqual(['Norway']);
  });

  it('is suggested as the archive writes it', () => {
    const text = ['Voters in Chicago and in Boston, and all Americans, wait.'];
    expect(namesFor(text)).toEqual(['United States']);
    expect(namesFor(text, knownTags(['USA']))).toEqual(['USA']);
    expect(namesFor(text, knownTags([], [{ name: 'The States', aliases: ['United States'] }]))).toEqual(['The States']);
    expect(namesFor(text, knownTags(['USA']), { tags: ['usa'] })).toEqual([]);
  });

  it('has its name in the language of the site, whatever language the article is in', () => {
    const text = ['Heute tagte in Syrien der Rat. Der Rat von Syrien tagt oft, sagt Syrien.'];
    expect(namesFor(text, knownTags(), { lang: 'de', siteLang: 'de' })).toEqual(['Syrien']);
    expect(namesFor(text, knownTags(), { lang: 'de', siteLang: 'en' })).toEqual(['Syria']);
  });

  it('of the past is suggested for articles of its time only', () => {
    const text = ['In Bonn the German chancellor spoke. Other Germans listened.'];
    expect(namesFor(text, knownTags(), { published: '1987-03-01' })).toEqual(['West Germany']);
    expect(namesFor(text, knownTags(), { published: '2003-03-01' })).toEqual(['Germany']);
    expect(namesFor(text)).toEqual(['Germany']);
    expect(namesFor(['The Soviet Union was large.'])).toEqual(['Soviet Union']);
  });

  it('is not taken from a person, a firm or a place elsewhere of its name', () => {
    const text = ['Michael Jordan and Chad Smith met in San Jose, New Mexico, near Georgia Gulf.'];
    expect(suggestionsFor(text).filter(({ kind }) => kind === 'country')).toEqual([]);
    expect(namesFor(['The king of Jordan spoke.'])).toEqual(['Jordan']);
    expect(namesFor(['Costa Rica votes, and in San Jose people wait.'])).toContain('Costa Rica');
  });

  it('is found in small letters nowhere', () => {
    expect(namesFor(['He ate turkey, and they gave us chad and china. Ask us, or ask us not.'])).toEqual([]);
  });
});

describe('the table of countries', () => {
  /** Whether a text can be a tag, as it stands. */
  const isLine = (text: string): boolean => text !== '' && toLine(text) === text;

  /** The signs of countries that a name gives, as an article of the year would have it. */
  const ownersOf = (name: string, year?: number): (Country | undefined)[] =>
    countryNames('en', year)
      .find(wordsIn(`x ${name}`))
      .map(({ meaning }) => meaning.country);

  it('has a code, a name and nothing that is no line of text for each', () => {
    for (const country of [...PRESENT, ...PAST]) {
      const all = [...country.names, ...country.cities, ...country.demonyms];
      expect(country.code, all.join()).toMatch(/^[A-Z]{2}$/u);
      expect(country.names.length, country.code).toBeGreaterThan(0);
      expect(
        all.filter((name) => !isLine(name)),
        country.code,
      ).toEqual([]);
    }
    const codes = PRESENT.map(({ code }) => code);
    expect(codes.length).toBe(new Set(codes).size);
    for (const { code } of PRESENT) expect(new Intl.DisplayNames('en', { type: 'region' }).of(code)).not.toBe(code);
  });

  it('finds each country by all its names, and by no name another one', () => {
    const plain = (name: string): string => name.replace(/^\?/u, '');
    for (const country of PRESENT) {
      for (const name of [...country.names, ...country.demonyms])
        expect(ownersOf(plain(name)), plain(name)).toEqual([country]);
      for (const city of country.cities.filter((name) => !name.startsWith('?')))
        expect(ownersOf(city), city).toEqual([country]);
    }
    for (const country of PAST)
      for (const name of [...country.names, ...country.demonyms])
        expect(ownersOf(name, country.years?.[1]), name).toEqual([country]);
  });

  it('gives names that can be tags, in languages that have them and in others', () => {
    for (const lang of ['en', 'ru', 'ar', 'tlh'])
      for (const country of PRESENT) expect(isLine(countryName(country, lang)), `${country.code} ${lang}`).toBe(true);
    const [first] = PRESENT;
    expect(first && [countryName(first, 'ru'), countryName(first, 'tlh')]).toEqual(['Албания', 'Albania']);
  });
});
