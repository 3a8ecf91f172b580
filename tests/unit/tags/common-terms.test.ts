import { describe, expect, it } from 'vitest';
import { toTags } from '../../../src/news/article.ts';
import { toEvidence } from '../../../src/news/related/evidence.ts';
import { toVectors } from '../../../src/news/related/vectors.ts';
import { type CommonTerm, commonTerms, isStory } from '../../../src/tags/common-terms.ts';
import type { Told } from '../../../src/tags/find-threads.ts';
import { makeFront } from '../routes/edition.ts';

function told(file: string, title: string, text: string, tags: string[] = [], lang = 'en'): Told {
  return {
    file,
    front: makeFront({ title, tags }),
    lang,
    tags: toTags(tags),
    evidence: toEvidence(title, [text], lang),
  };
}

/** What the first two of some articles have in common. */
function commonOf(...articles: Told[]): CommonTerm[] {
  return commonTerms(toVectors(articles), articles.slice(0, 2), [0, 1]);
}

const OTHERS = [
  told('x.md', 'Choir Sings', 'Forty singers sang in the depot.'),
  told('y.md', 'Rye Wins', 'The loaf won a prize.'),
  told('z.md', 'Goose Stops', 'Runners waited for a goose.'),
];

describe('what articles have in common', () => {
  it('is named as they write it inside a sentence, and tags as tags', () => {
    const terms = commonOf(
      told('a.md', 'WEIR BREAKS', 'The old weir at Harrow broke.', ['Teal']),
      told('b.md', 'Harrow Waits', 'They wait at the weir.', ['Teal']),
      ...OTHERS,
    );
    const kinds = Object.fromEntries(terms.map(({ name, isTag, isName }) => [name, [isTag, isName]]));
    expect(kinds).toEqual({ weir: [false, false], Harrow: [false, true], Teal: [true, true] });
    expect(terms.map(({ within, everywhere }) => [within, everywhere])).toEqual(terms.map(() => [2, 2]));
  });

  it.each([
    ['en', 'They met in October, and on Tuesday again, at Harrow.'],
    ['de', 'Man traf sich im Oktober und am Dienstag wieder in Harrow.'],
  ])('counts no month and no weekday as a name (%s)', (lang, text) => {
    const terms = commonOf(
      ...['a.md', 'b.md'].map((file) => told(file, file, text, [], lang)),
      ...OTHERS.map((other) => ({ ...other, lang })),
    );
    const names = terms.filter(({ isName }) => isName).map(({ name }) => name);
    expect(names).toContain('Harrow');
    expect(names.filter((name) => /^(?:Octob|Oktob|Tues|Dienst)/u.test(name))).toEqual([]);
  });
});

describe('a story', () => {
  const terms = (words: string[], change: Partial<CommonTerm> = {}): CommonTerm[] =>
    words.map((name) => {
      const isName = /^\p{Lu}/u.test(name);
      return { name, isTag: false, isName, weight: 0.04, within: 3, everywhere: 6, ...change };
    });
  const STORY = ['Harrow', 'Teal', 'Pell', 'Corran', 'weir', 'sluice', 'mill', 'keeper', 'lock', 'barges', 'cracks'];

  it('has much in common, much of it names and its own', () => {
    expect(isStory(terms(STORY), 1)).toBe(true);
  });

  it.each([
    ['is about a firm and what it does, and no more', terms(STORY.slice(0, 6)), 1],
    ['is nearly all one word', terms(STORY).map((term, index) => (index === 0 ? { ...term, weight: 2 } : term)), 1],
    ['is of words that all the others use, too', terms(STORY, { everywhere: 60 }), 1],
    ['has no names', terms(STORY.map((word) => word.toLowerCase())), 1],
    ['has too little in common', terms(STORY, { weight: 0.02 }), 1],
  ])('is no story where it %s', (_, some, scale) => {
    expect(isStory(some, scale)).toBe(false);
  });

  it('may have less in common in a small archive', () => {
    expect(isStory(terms(STORY, { weight: 0.02 }), 0.6)).toBe(true);
  });

  it('needs no names where a script does not tell them', () => {
    const words = ['停火', '谈判', '阿勒', '勒颇', '援助', '车队', '空袭', '撤离', '平民', '俄罗', '罗斯'];
    expect(isStory(terms(words), 1)).toBe(true);
  });
});
