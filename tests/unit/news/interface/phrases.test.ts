import { afterEach, describe, expect, it, vi } from 'vitest';
import { english } from '../../../../src/news/interface/english.ts';
import { type Plural, count, fill, pieces } from '../../../../src/news/interface/phrase.ts';
import { interfaceLanguage, phrasesOf, TABLES } from '../../../../src/news/interface/phrases.ts';

type Phrase = string | Plural;

/** All phrases of a table by the way to them, `frame.pages`. */
function phrasesIn(table: object, way = ''): Map<string, Phrase> {
  const found = new Map<string, Phrase>();
  for (const [key, value] of Object.entries<unknown>({ ...table })) {
    const path = way === '' ? key : `${way}.${key}`;
    if (typeof value === 'string' || isPlural(value)) found.set(path, value);
    else if (typeof value === 'object' && value) for (const entry of phrasesIn(value, path)) found.set(...entry);
  }
  return found;
}

/** A table of an unknown shape is either a section or a phrase of a number: only that has the form that every language has. */
function isPlural(value: unknown): value is Plural {
  return typeof value === 'object' && value !== null && 'other' in value;
}

function placesIn(text: string): string[] {
  return pieces(text)
    .flatMap((piece) => (typeof piece === 'string' ? [] : [piece.place]))
    .sort();
}

const reference = phrasesIn(english);
const LANGUAGES = [...TABLES.keys()];

describe.each(LANGUAGES)('the interface in the language "%s"', (lang) => {
  const phrases = phrasesIn(phrasesOf(lang));

  it('says everything that it says in English, and no sentence empty', () => {
    expect([...phrases.keys()].sort()).toEqual([...reference.keys()].sort());
    const texts = [...phrases.values()].flatMap((phrase) =>
      typeof phrase === 'string' ? phrase : Object.values(phrase),
    );
    expect(texts.filter((text) => text.trim() === '')).toEqual([]);
  });

  it('leaves out no name, number or date that a sentence is about', () => {
    const wrong = [...reference].flatMap(([way, inEnglish]) => {
      const phrase = phrases.get(way) ?? '';
      if (typeof phrase === 'string') {
        return String(placesIn(phrase)) === String(typeof inEnglish === 'string' ? placesIn(inEnglish) : '')
          ? []
          : [way];
      }
      if (typeof inEnglish === 'string') return [way];
      const wanted = placesIn(inEnglish.other);
      // A language that says "two articles" in a word, or "none", needs no figure for it.
      const spoken =
        lang === 'ar'
          ? ['zero', 'one', 'two']
          : inEnglish.one && !inEnglish.one.includes('{n}')
            ? ['one', 'zero']
            : ['zero'];
      return Object.entries(phrase).flatMap(([form, text]) => {
        const places = placesIn(text);
        const isWhole = String(places) === String(wanted);
        const isSpoken = spoken.includes(form) && String(places) === String(wanted.filter((place) => place !== 'n'));
        return isWhole || isSpoken ? [] : [`${way}.${form}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  it('has each form of a number that the language tells apart', () => {
    const { pluralCategories } = new Intl.PluralRules(lang).resolvedOptions();
    const wrong = [...phrases].filter(
      ([, phrase]) => typeof phrase !== 'string' && pluralCategories.some((category) => phrase[category] === undefined),
    );
    expect(wrong.map(([way]) => way)).toEqual([]);
  });

  it('is a table that browsers load, too', async () => {
    vi.stubGlobal('document', { documentElement: { lang } });
    vi.resetModules();
    const { loadPhrases } = await import('../../../../src/scripts/phrases.ts');
    expect(await loadPhrases()).toEqual(phrasesOf(lang));
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('languages that are not written in Latin letters', () => {
  const SCRIPTS = { ru: 'Cyrillic', uk: 'Cyrillic', ar: 'Arabic', fa: 'Arabic', zh: 'Han' };

  it.each(Object.entries(SCRIPTS))('"%s" leaves no sentence in English', (lang, script) => {
    const letters = new RegExp(`\\p{Script=${script}}`, 'u');
    const foreign = [...phrasesIn(phrasesOf(lang))].flatMap(([way, phrase]) =>
      (typeof phrase === 'string' ? [phrase] : Object.values(phrase))
        .filter((text) => /\p{L}/u.test(text.replace(/\{\w+\}/gu, '')) && !letters.test(text))
        .map(() => way),
    );
    expect(foreign).toEqual([]);
  });
});

describe('a phrase of a number', () => {
  it.each([
    ['en', [0, 1, 2, 1234], ['0 articles', '1 article', '2 articles', '1,234 articles']],
    ['fr', [0, 1, 2], ['0 article', '1 article', '2 articles']],
    ['ru', [1, 2, 5, 21], ['1 статья', '2 статьи', '5 статей', '21 статья']],
    ['uk', [1, 3, 11], ['1 стаття', '3 статті', '11 статей']],
    ['ar-EG', [2, 3, 11], ['مقالان', '٣ مقالات', '١١ مقالًا']],
    ['fa', [1, 12], ['۱ مطلب', '۱۲ مطلب']],
    ['zh', [12], ['12篇文章']],
  ])('in "%s" is said as its grammar wants, in its own digits', (lang, numbers, said) => {
    expect(numbers.map((number) => count(phrasesOf(lang).frame.articles, number, lang))).toEqual(said);
  });

  it('says "none" where there is a word for it', () => {
    expect(count(english.receipt.changed, 0, 'en')).toBe('none changed');
  });
});

describe('the language of a page', () => {
  it.each([
    [['ru'], 'ru'],
    [['zh-TW', 'en'], 'zh-TW'],
    [['de', 'fr-CA'], 'fr-CA'],
    [['de', 'is'], 'en'],
    [['FR'], 'FR'],
  ])('that may be %j is %s', (wished, spoken) => {
    expect(interfaceLanguage(...wished)).toBe(spoken);
  });
});

describe('a phrase with places', () => {
  it('takes what is given for them as it is, once', () => {
    expect(fill('{a} and {b}', { a: '{b}', b: '$&' })).toBe('{b} and $&');
  });

  it('is cut at its places for templates', () => {
    expect(pieces('By {authors}.')).toEqual(['By ', { place: 'authors' }, '.']);
  });
});
