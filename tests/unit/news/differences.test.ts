import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ComparedBlock,
  type ComparedField,
  countChanged,
  type Part,
  type Passage,
  toDifferences,
} from '../../../src/news/differences.ts';

const body = (...texts: string[]): ComparedBlock[] => texts.map((text) => ({ field: 'body', text }));

/** Differences as marked text, a passage a line: `[-taken out-]`, `{+put in+}`, and how many paragraphs are as before. */
function marked(before: readonly ComparedBlock[], after: readonly ComparedBlock[], lang = 'en'): string[] {
  return toDifferences(before, after, lang).map((passage) => {
    if (passage.kind === 'same') return `= ${passage.blocks}`;
    const line = passage.parts.map(mark).join('');
    return passage.field === 'body' ? line : `${passage.field}: ${line}`;
  });
}

function mark({ kind, text }: Part): string {
  if (kind === 'same') return text;
  return kind === 'added' ? `{+${text}+}` : `[-${text}-]`;
}

describe('what changed from one version to the next', () => {
  it('is shown word by word within the paragraph, and what is as before is counted', () => {
    const before = body('It began on Monday.', 'The boat carried 221 people.', 'Nobody was hurt.');
    const after = body('It began on Monday.', 'The old boat carried 212 people.', 'Nobody was hurt.');
    expect(marked(before, after)).toEqual(['= 1', 'The {+old +}boat carried [-221-]{+212+} people.', '= 1']);
  });

  it.each([
    [
      'a word that became another, and not a part of it',
      'He said 1,200.',
      'He said 1,250.',
      'He said [-1,200-]{+1,250+}.',
    ],
    ['a mark alone', 'It reached, they say.', 'It reached they say.', 'It reached[-,-] they say.'],
    [
      'two words side by side as one change',
      'The big red crane fell down.',
      'The small blue crane fell down.',
      'The [-big red-]{+small blue+} crane fell down.',
    ],
    [
      'words that a hyphen joins',
      'a well-known quay in the town',
      'a well-built quay in the town',
      'a well-[-known-]{+built+} quay in the town',
    ],
  ])('names %s', (_what, before, after, shown) => {
    expect(marked(body(before), body(after))).toEqual([shown]);
  });

  it('takes words as the language has them, also where no space stands between them', () => {
    expect(marked(body('港口委员会在星期二开会'), body('港口委员会在星期三开会'), 'zh')).toEqual([
      '港口委员会在[-星期二-]{+星期三+}开会',
    ]);
    expect(
      marked(body('وصلت السفينة صباح الجمعة إلى الميناء'), body('وصلت السفينة مساء الجمعة إلى الميناء'), 'ar'),
    ).toEqual(['وصلت السفينة [-صباح-]{+مساء+} الجمعة إلى الميناء']);
  });

  it('shows a paragraph that came or went as a whole, and not as another one with every word changed', () => {
    const before = body('The band played until four.', 'Nobody could sleep on deck.');
    const after = body(
      'The band played until four.',
      'A bus will wait for the boat.',
      'Nobody could sleep on the deck.',
    );
    expect(marked(before, after)).toEqual([
      '= 1',
      '{+A bus will wait for the boat.+}',
      'Nobody could sleep on {+the +}deck.',
    ]);
  });

  it('finds the paragraph that was changed among new ones, in whatever order they stand around it', () => {
    const before = body(
      'Old opening about the harbour.',
      'The council voted by nine to four on Tuesday.',
      'Then it rained.',
    );
    const after = body(
      'New first lines entirely.',
      'More of the same kind.',
      'The council voted by ten to three on Tuesday.',
    );
    expect(marked(before, after)).toEqual([
      '[-Old opening about the harbour.-]',
      '{+New first lines entirely.+}',
      '{+More of the same kind.+}',
      'The council voted by [-nine-]{+ten+} to [-four-]{+three+} on Tuesday.',
      '[-Then it rained.-]',
    ]);
  });

  it('takes a figure in the place of another for its change, and two paragraphs for one only where they are alike', () => {
    const before = body('Larch', '2', 'Oak', '17 crowns', 'The council voted by nine to four on Tuesday.');
    const after = body('Larch', '3', 'Oak', '19', 'Rain fell upon the harbour all afternoon.');
    expect(marked(before, after)).toEqual([
      '= 1',
      '[-2-]{+3+}',
      '= 1',
      '[-17 crowns-]{+19+}',
      '[-The council voted by nine to four on Tuesday.-]',
      '{+Rain fell upon the harbour all afternoon.+}',
    ]);
  });

  it('names the headline and the other fields, a headline of entirely other words as a change of the same headline', () => {
    const at = (field: ComparedField, text: string): ComparedBlock => ({ field, text });
    const before = [
      at('title', 'Ferry Late'),
      at('description', 'A standfirst.'),
      at('dateline', 'NORTHPORT'),
      ...body('It came.'),
    ];
    const after = [
      at('title', 'Band Plays On'),
      at('dateline', 'NORTHPORT'),
      at('credit', 'With AP'),
      ...body('It came.'),
    ];
    expect(marked(before, after)).toEqual([
      'title: [-Ferry Late-]{+Band Plays On+}',
      'description: [-A standfirst.-]',
      'credit: {+With AP+}',
      '= 1',
    ]);
  });

  it('of a text that is written anew throughout shows one after the other: word for word nobody could follow', () => {
    const words = (stem: string): string =>
      Array.from({ length: 2000 }, (_, index) => `word${index} ${stem}${index}`).join(' ');
    const passages = toDifferences(
      [{ field: 'title', text: words('a') }],
      [{ field: 'title', text: words('b') }],
      'en',
    );
    expect(passages.map((passage) => passage.kind === 'changed' && passage.parts.map(({ kind }) => kind))).toEqual([
      ['removed', 'added'],
    ]);
  });

  it('finds what became of each paragraph of a long text of which none is as before', () => {
    const texts = Array.from({ length: 300 }, (_, index) => `The mayor said "no" to plan ${index} on Tuesday.`);
    const before = body(...texts);
    const after = body('A new beginning.', ...texts.map((text) => text.replaceAll('"', '”')));
    const kinds = toDifferences(before, after, 'en').map(({ kind }) => kind);
    expect(kinds).toEqual(['added', ...texts.map(() => 'changed')]);
  });

  it('is nothing where both say the same', () => {
    const blocks = body('One.', 'Two.');
    expect(toDifferences(blocks, blocks, 'en')).toEqual([{ kind: 'same', blocks: 2 }]);
    expect(toDifferences([], [], 'en')).toEqual([]);
  });

  it('counts words, and no spaces and marks', () => {
    const before = body('Twenty-one people, they say, came by boat.');
    const after = body('Some people came by boat, late at night!');
    expect(marked(before, after)).toEqual([
      '[-Twenty-one-]{+Some+} people[-, they say,-] came by boat[-.-]{+, late at night!+}',
    ]);
    expect(countChanged(toDifferences(before, after, 'en'), 'en')).toEqual({ added: 4, removed: 4 });
  });

  it('gives both versions whole, whatever they are: nothing is lost, nothing is said twice', () => {
    const word = fc.constantFrom('boat', 'quay', 'band', 'nine', 'crane', '—', '221', 'émigré', '码头');
    const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
    const block = fc.record({ field: fc.constantFrom<ComparedField>('title', 'body', 'credit'), text });
    const version = fc.array(block, { maxLength: 8 });
    fc.assert(
      fc.property(version, version, (before, after) => {
        const passages = toDifferences(before, after, 'en');
        const unchanged = without(before, sideOf(passages, 'removed'));
        expect(unchanged).toEqual(without(after, sideOf(passages, 'added')));
        const counted = passages.reduce((sum, passage) => sum + (passage.kind === 'same' ? passage.blocks : 0), 0);
        expect(counted).toBe(unchanged.filter((key) => key.startsWith('body')).length);
      }),
      { numRuns: 1000 },
    );
  });
});

const keyOf = ({ field, text }: ComparedBlock): string => `${field} ${text}`;

/** The paragraphs of one version that passages show: of what was removed, and of what both have, or of what was added. */
function sideOf(passages: readonly Passage[], kind: 'added' | 'removed'): ComparedBlock[] {
  return passages.flatMap((passage) => {
    if (passage.kind === 'same') return [];
    const own = passage.parts.filter((part) => part.kind === 'same' || part.kind === kind);
    return own.length === 0 ? [] : [{ field: passage.field, text: own.map(({ text }) => text).join('') }];
  });
}

/** The paragraphs of a version but some, each of which it must have. */
function without(version: readonly ComparedBlock[], some: readonly ComparedBlock[]): string[] {
  const keys = version.map(keyOf);
  for (const block of some) {
    const place = keys.indexOf(keyOf(block));
    if (place < 0) throw new Error(`It never said: ${block.text}`);
    keys.splice(place, 1);
  }
  return keys.sort();
}
