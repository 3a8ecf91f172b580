import { describe, expect, it } from 'vitest';
import { type KnownTag, lookAlikes } from '../../../src/tags/look-alikes.ts';

function tag(name: string, rest: Partial<KnownTag> = {}): KnownTag {
  return { name, names: [name], articles: 1, neverSameAs: [], ...rest };
}

/** The likeness of two names, if any. */
function likenessOf(a: string, b: string): string | undefined {
  return lookAlikes([tag(a), tag(b)])[0]?.likeness;
}

describe('tags that look alike', () => {
  it.each([
    ['U.S.', 'US', 'signs or accents'],
    ['naïve café', 'Naive Cafe', 'signs or accents'],
    ['Al-Qaeda', 'al Qaeda', 'signs or accents'],
    ['Сирия', 'Siriya', 'transliteration'],
    ['Zürich', 'Zuerich', 'transliteration'],
    ['refugee', 'Refugees', 'plural'],
    ['Peace talk', 'Peace Talks', 'plural'],
    ['party', 'Parties', 'plural'],
    ['church', 'Churches', 'plural'],
    ['UN', 'United Nations', 'initials'],
    ['U.N.', 'United Nations', 'initials'],
    ['Aleppo', 'Alepo', 'spelling'],
    ['Condoleezza Rice', 'Condoleeza Rice', 'spelling'],
    ['Boutros-Ghali', 'Butros-Gali', 'spelling'],
  ])('are listed with the sign that gave them away: %s and %s', (a, b, likeness) => {
    expect(likenessOf(a, b)).toBe(likeness);
    expect(likenessOf(b, a)).toBe(likeness);
  });

  it.each([
    ['C', 'C++'],
    ['C++', 'C#'],
    ['Iran', 'Iraq'],
    ['Elections 2012', 'Elections 2016'],
    ['Gas', 'Ga'],
    ['bus', 'bu'],
    ['Syria', 'Syrians'],
    ['叙利亚', '利比亚'],
    ['काम', 'कम'],
    ['UN', 'Ukraine'],
  ])('are not those that only have letters in common: %s and %s', (a, b) => {
    expect(likenessOf(a, b)).toBeUndefined();
  });

  it('are not those of which tags.yaml says so, whichever of the two says it', () => {
    const [a, b] = [tag('Syria'), tag('Syrian', { names: ['Syrian', 'Syrias'] })];
    expect(lookAlikes([a, b])).toHaveLength(1);
    expect(lookAlikes([tag('Syria', { neverSameAs: ['SYRIAS'] }), b])).toEqual([]);
    expect(lookAlikes([a, { ...b, neverSameAs: ['syria'] }])).toEqual([]);
  });

  it('are found by an alias too, once for each pair, the rarer first', () => {
    const states = tag('United States', { names: ['United States', 'USA', 'US'], articles: 9 });
    const found = lookAlikes([states, tag('U.S.A.'), tag('Kenya')]);
    expect(found.map(({ pair, by }) => [pair.map(({ name }) => name), by])).toEqual([
      [
        ['U.S.A.', 'United States'],
        ['U.S.A.', 'USA'],
      ],
    ]);
  });

  it('are the same in whatever order the tags come', () => {
    const tags = ['Syria', 'Syrai', 'syrias', 'UN', 'U.N.', 'United Nations', 'Сирия'].map((name, index) =>
      tag(name, { articles: index + 1 }),
    );
    expect(lookAlikes(tags.toReversed())).toEqual(lookAlikes(tags));
  });
});
