import { describe, expect, it, test } from 'vitest';
import { english } from '../../../src/news/interface/english.ts';
import { french } from '../../../src/news/interface/french.ts';
import { keyOf, partsOf } from '../../../src/scripts/cite/entry.ts';
import { readCited } from '../../../src/scripts/cite/facts.ts';
import { toName } from '../../../src/scripts/cite/names.ts';
import { toText } from '../../../src/scripts/cite/to-text.ts';
import { ARTICLES, citedIn, COPY, OWN, PAGE, TODAY } from './cited.ts';

describe('a citation as text', () => {
  it.each([
    {
      of: 'an article of the site',
      keys: OWN,
      part: 'original' as const,
      text: `Ada Fixture. “Truce Talks Suspended.” The Paper & Co, 4 October 2016. ${PAGE} (accessed 22 November 2026).`,
    },
    {
      of: 'a copy',
      keys: COPY,
      part: 'copy' as const,
      text:
        'Ada Fixture. “Truce Talks Suspended.” The Coast Herald, 4 October 2016. https://herald.example/1?a=b&c=%7Bd%7D#e_f. ' +
        `Copy at The Paper & Co, captured 6 October 2016, ${PAGE} (accessed 22 November 2026).`,
    },
    {
      of: 'the original of a copy',
      keys: { ...COPY, authors: ['Ada Fixture', 'Bruno Example'], title: 'Who Left?' },
      part: 'original' as const,
      text:
        'Ada Fixture and Bruno Example. “Who Left?” The Coast Herald, 4 October 2016. ' +
        'https://herald.example/1?a=b&c=%7Bd%7D#e_f (accessed 22 November 2026).',
    },
    {
      of: 'an undated article that nobody signed',
      keys: { title: 'Fog' },
      part: 'original' as const,
      text: `“Fog.” The Paper & Co. ${PAGE} (accessed 22 November 2026).`,
    },
  ])('says of $of what a footnote says', ({ keys, part, text }) => {
    expect(toText(citedIn(keys), part, TODAY, english.cite, 'en-GB')).toBe(text);
  });

  it('is in the language of the page', () => {
    const text = toText(citedIn({ ...COPY, authors: ['A', 'B'] }), 'copy', TODAY, french.cite, 'fr');
    expect(text).toMatch(/^A et B\. “Truce Talks Suspended\.” The Coast Herald, 4 octobre 2016\./u);
    expect(text).not.toContain('Copy at');
  });
});

describe('what can be cited', () => {
  it('of a copy is the copy and its original, of others the article alone', () => {
    expect(partsOf(citedIn(COPY))).toEqual(['copy', 'original']);
    expect(partsOf(citedIn(OWN))).toEqual(['original']);
  });

  it('of a copy whose source is only a file is the copy', () => {
    expect(partsOf(citedIn({ ...OWN, source: { file: 'story.txt', captured: '2016-10-06' } }))).toEqual(['copy']);
  });

  it('of a withdrawn article is what its page still says', () => {
    const properties = new Map([
      ['og:title', 'Fog'],
      ['og:url', PAGE],
      ['og:site_name', 'The Paper'],
      ['article:published_time', '2016-10-04T12:00:00Z'],
      ['og:locale', 'en_GB'],
    ]);
    const own = readCited({ structuredData: undefined, canonical: PAGE, properties });
    expect(own).toEqual({
      work: { headline: 'Fog', authors: [], publication: 'The Paper', day: '2016-10-04', address: PAGE, lang: 'en-GB' },
      copy: undefined,
    });
    const copy = readCited({ structuredData: undefined, canonical: 'https://herald.example/1', properties });
    expect(copy?.work).toMatchObject({ publication: undefined, address: 'https://herald.example/1' });
    expect(copy?.copy).toEqual({ site: 'The Paper', address: PAGE, captured: undefined });
  });

  it.each(['', 'no JSON', '[]', 'null', '{"headline":{"a":1},"url":2}', '{"__proto__":{"headline":"x"}}'])(
    'on a page whose structured data is %j is nothing',
    (structuredData) => {
      expect(readCited({ structuredData, canonical: undefined, properties: new Map() })).toBeUndefined();
    },
  );
});

test.each([
  ['Ada Fixture', { family: 'Fixture', given: 'Ada' }],
  ['John F. Kennedy', { family: 'Kennedy', given: 'John F.' }],
  ['Jean-Luc O’Brien-Čapek', { family: 'O’Brien-Čapek', given: 'Jean-Luc' }],
  ['Coast Agency', undefined],
  ['The Desk', undefined],
  ['Ludwig van Beethoven', undefined],
  ['Gabriel García Márquez', undefined],
  ['Martin King Jr.', undefined],
  ['Xi Jinping', undefined],
  ['Reuters', undefined],
  ['نور الهاشمي', undefined],
  ['Fixture, Ada', undefined],
  ['Ada and Bruno', undefined],
  ['', undefined],
])('the name %j is split where that is safe, and else stays whole', (name, split) => {
  expect(toName(name)).toEqual(split ?? { literal: name });
});

describe('the key of a citation', () => {
  it('is the same on every day, and says author, year and headline', () => {
    expect(keyOf(citedIn(COPY), 'original')).toBe('fixture2016truce');
    expect(keyOf(citedIn(COPY), 'copy')).toBe('fixture2016trucecopy');
  });

  it.each(Object.entries(ARTICLES))('of %j is of letters and digits that BibTeX takes', (_, keys) => {
    const keysOf = partsOf(citedIn(keys)).map((part) => keyOf(citedIn(keys), part));
    for (const key of keysOf) expect(key).toMatch(/^[a-z][a-z0-9]+$|^[0-9a-z]{4,}$/u);
    expect(new Set(keysOf).size).toBe(keysOf.length);
  });
});
