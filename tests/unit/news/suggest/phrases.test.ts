import { describe, expect, it } from 'vitest';
import { MOST_SUGGESTED } from '../../../../src/news/suggest/suggest-tags.ts';
import { tagSlug } from '../../../../src/news/slug.ts';
import { toLine } from '../../../../src/news/text.ts';
import { growth, TOO_FAST } from '../../importer/growth.ts';
import { knownTags, namesFor, suggestionsFor } from './advice.ts';

/** So many words, and four times as many, are both read to their end. */
const SIZE = 100;

describe('a capitalised phrase', () => {
  it('that an article has twice is suggested, a person’s surname being one more mention', () => {
    const text = ['By noon Salma Orabi had left. Reporters asked Orabi why, and Orabi smiled.'];
    expect(suggestionsFor(text)).toEqual([{ name: 'Salma Orabi', kind: 'phrase', count: 3 }]);
    expect(namesFor(['By noon Salma Orabi had left.'])).toEqual([]);
  });

  it('goes on over the small words, signs and initials of names', () => {
    const names = ['Vincent van Berg', 'Bank of Lorland', 'Rose-Lynn', 'J. R. Doe', 'O’Brien', 'Roe & Poe', 'U.K.N.'];
    for (const name of names) expect(namesFor([`We saw ${name} here. They saw ${name} there.`]), name).toEqual([name]);
  });

  it('is a name and no title, day, agency or kind of firm', () => {
    const text = [
      'On Monday President Marko Dell of the Lantern Corp. met Mr. Dell of Reuters. By Monday Marko Dell and Lantern Corp. agreed.',
    ];
    expect(namesFor(text)).toEqual(['Marko Dell', 'Lantern']);
  });

  it('is not made of words that only begin a sentence or a quotation', () => {
    const text = [
      'Prices fell. Prices rose. He said: "Prices stay." Meanwhile prices fall. Farmers wait. Farmers hope.',
    ];
    expect(namesFor(text)).toEqual([]);
    expect(namesFor(['J.P. Roe fell. Later J.P. Roe rose.'])).toEqual(['J.P. Roe']);
    expect(namesFor(['We saw a Blue Lantern. But Blue Lantern sank.'])).toEqual(['Blue Lantern']);
  });

  it.each(['FERRY TALKS RESUME AS LANTERN SINKS', 'Ferry Talks Resume As Lantern Sinks'])(
    'is not made of a headline that has capitals everywhere: %s',
    (headline) => {
      expect(namesFor(['The ferry talks went on for hours.'], knownTags(), { headline })).toEqual([]);
      // What the text names once, and the headline too, is named twice.
      expect(namesFor(['The old ship, the Lantern, is gone.'], knownTags(), { headline })).toEqual(['Lantern']);
    },
  );

  it('of a headline is suggested where its case says something', () => {
    const headline = 'Sailors wait for the Blue Lantern in vain';
    expect(namesFor(['The ship is late.'], knownTags(), { headline })).toEqual(['Blue Lantern']);
  });

  it('is one with its initials', () => {
    const text = ['The National Harbour League (NHL) met. After lunch the NHL voted, said an NHL spokesman.'];
    expect(suggestionsFor(text)).toEqual([{ name: 'National Harbour League', kind: 'phrase', count: 4 }]);
  });

  it('is of two words at least in German, where every noun has a capital', () => {
    const text = ['Gestern kam der Kanzler mit Anna Berg. Heute ging der Kanzler mit Anna Berg.'];
    expect(namesFor(text, knownTags(), { lang: 'de', siteLang: 'de' })).toEqual(['Anna Berg']);
  });

  it('is not whom the article is from', () => {
    const text = ['We at the Harbor Post met Ann Poe. Write to the Harbor Post or to Ann Poe.'];
    expect(namesFor(text, knownTags(), { from: ['The Harbor Post', 'Ann Poe'] })).toEqual([]);
  });

  it('that names a tag of the archive in more words is left to the archive', () => {
    const text = ['The Grand Harbour Board met. So the Grand Harbour Board voted.'];
    expect(namesFor(text, knownTags(['Harbour Board']))).toEqual(['Harbour Board']);
  });
});

describe('suggestions', () => {
  const text = [
    'Oslo and the Harbour Board agree.',
    ...['Ann Poe', 'Max Roe', 'Eva Loe', 'Tim Noe', 'Kim Boe', 'Lea Zoe'].map(
      (name) => `We met ${name}. Then ${name} left.`,
    ),
  ];

  it('are six at most: the archive’s tags first, then countries, then phrases', () => {
    const suggested = suggestionsFor(text, knownTags(['Harbour Board']));
    expect(suggested.map(({ kind }) => kind)).toEqual(['archive', 'country', 'phrase', 'phrase', 'phrase', 'phrase']);
    expect(suggested).toHaveLength(MOST_SUGGESTED);
  });

  it('are the same in the same order each time, each once', () => {
    const first = suggestionsFor(text, knownTags(['Harbour Board', 'Ann Poe']));
    expect(suggestionsFor(text, knownTags(['Ann Poe', 'Harbour Board']))).toEqual(first);
    expect(new Set(first.map(({ name }) => tagSlug(name))).size).toBe(first.length);
  });

  it('are lines of text that can be tags, whatever an article holds', () => {
    const hostile = [
      '\u202eEvil Name\u202c\u0000 <Script> [Link](x) Ann\u200b Poe',
      'A.B.C.D. & E’F-G',
      'É\u0301 Ñ\u0303 ß İstanbul',
      '---\ntags: [Ann Poe]\n...',
      '\ud800 Lone Half',
      'toString constructor __proto__ HasOwn Property',
    ];
    const twice = hostile.flatMap((line) => [`we saw ${line} here`, `we saw ${line} there`]);
    const suggested = twice.flatMap((line) => namesFor([line, line], knownTags(['constructor', '__proto__', '*', ''])));
    expect(suggested.length).toBeGreaterThan(0);
    for (const name of suggested) {
      expect(toLine(name)).toBe(name);
      expect(name).not.toMatch(/[\n\u202e<>[\]]/u);
    }
  });

  it.each([
    ['capitals', (size: number) => 'AAAA '.repeat(size)],
    ['capitalised words', (size: number) => 'Aaa of '.repeat(size)],
    ['different names', (size: number) => Array.from({ length: size }, (_, at) => `Name${at} Surname${at}`).join(', ')],
    ['one long word', (size: number) => 'A'.repeat(5 * size)],
    ['initials', (size: number) => 'A.'.repeat(size)],
    ['signs', (size: number) => '<A '.repeat(size)],
    ['spaces', (size: number) => `A${' '.repeat(5 * size)}`],
    ['joined signs', (size: number) => '叙利亚'.repeat(size)],
  ])('take no longer than the text grows, for %s', async (_, make) => {
    const known = knownTags(['AAAA AAAA AAAA', 'Aaa of Aaa', 'A.A.A.', '叙利亚']);
    const texts = new Map([SIZE, 4 * SIZE].map((size) => [size, [make(size / 2), make(size / 2)]]));
    const work = (size: number): void => {
      for (let turn = 0; turn < 40; turn += 1) suggestionsFor(texts.get(size) ?? [], known);
    };
    expect(await growth(work, SIZE)).toBeLessThan(TOO_FAST);
  });

  it('are made from the beginning of a very long text', () => {
    const far = ['We saw Ann Poe there. They saw Ann Poe here. '];
    const long = 'Nothing was said. '.repeat(1000);
    expect(namesFor([...far, long])).toEqual(['Ann Poe']);
    expect(namesFor([long, ...far])).toEqual([]);
  });
});
