import { describe, expect, test } from 'vitest';
import { type CopyBlock, copyDigest } from '../../../src/news/copy.ts';
import { type SourceText, toReceipt } from '../../../src/news/receipt.ts';

const source = (...texts: string[]): SourceText[] => texts.map((text, index) => ({ line: index * 2 + 1, text }));
const copy = (title: string, ...body: string[]): CopyBlock[] => [
  { field: 'title', text: title },
  ...body.map((text): CopyBlock => ({ field: 'body', text })),
];

describe('a receipt', () => {
  test('counts a block with the same text in the same order as kept, the headline included', () => {
    const blocks = copy('Talks End', 'One.', 'Two.');
    expect(toReceipt(source('Talks End', 'One.', 'Two.'), blocks)).toEqual({
      blocks: 3,
      kept: 3,
      moved: [],
      changed: [],
      dropped: [],
      outside: 0,
      pictures: [],
      text: copyDigest(blocks),
    });
  });

  test('names the field that a caption and a credit moved to, and shows no text of them', () => {
    const blocks: CopyBlock[] = [
      ...copy('Talks End').slice(0, 1),
      { field: 'image.caption', text: 'The envoy (file photo)' },
      { field: 'body', text: 'One.' },
      { field: 'credit', text: 'With reporting by AP' },
    ];
    const receipt = toReceipt(source('Talks End', 'The envoy (file photo)', 'One.', 'With reporting by AP'), blocks);
    expect(receipt.kept).toBe(2);
    expect(receipt.moved).toEqual([
      { line: 3, field: 'image.caption' },
      { line: 7, field: 'credit' },
    ]);
  });

  test('calls a paragraph that stands elsewhere in the body moved, not kept', () => {
    const receipt = toReceipt(source('T', 'One.', 'Two.', 'Three.'), copy('T', 'Three.', 'One.', 'Two.'));
    expect(receipt).toMatchObject({ kept: 3, moved: [{ line: 7, field: 'body' }] });
  });

  test('shows the old text of a block whose meaning alone became a field', () => {
    const receipt = toReceipt([...source('T'), { line: 2, text: 'By Ann Poe', became: 'authors' }], copy('T'));
    expect(receipt.changed).toEqual([{ line: 2, field: 'authors', was: 'By Ann Poe' }]);
  });

  test('believes no decision: a byline that the copy still holds is kept', () => {
    const receipt = toReceipt(
      [...source('T'), { line: 2, text: 'By Ann Poe', became: 'authors' }],
      copy('T', 'By Ann Poe'),
    );
    expect(receipt).toMatchObject({ kept: 2, changed: [] });
  });

  test('calls a paragraph that lost a word changed, and one that is gone dropped with a reason', () => {
    const receipt = toReceipt(
      source('T', 'The envoy left on Monday.', 'Nothing of this is there.'),
      copy('T', 'The envoy left.'),
    );
    expect(receipt.changed).toEqual([{ line: 3, field: 'body', was: 'The envoy left on Monday.' }]);
    expect(receipt.dropped).toEqual([{ line: 5, reason: 'not found in the copy', was: 'Nothing of this is there.' }]);
  });

  test('takes white space, invisible signs and the composition of letters for no difference', () => {
    const receipt = toReceipt(source('Cafe\u0301', 'a\u00ad b\u00a0 \tc'), copy('Caf\u00e9', 'a b c'));
    expect(receipt.kept).toBe(2);
  });

  test('does not count a block without a visible sign', () => {
    expect(toReceipt(source('T', '\u200b', ' \u00a0'), copy('T')).blocks).toBe(1);
  });

  test('shows the old text of twenty blocks at most', () => {
    const receipt = toReceipt(source('T', ...Array.from({ length: 30 }, (_, index) => `gone${index}`)), copy('T'));
    expect(receipt.dropped).toHaveLength(30);
    expect(receipt.dropped.filter(({ was }) => was !== undefined)).toHaveLength(20);
  });

  test('finds the longest order where a text that repeats was moved', () => {
    const blocks = copy('T', 'p', 'A', 'q');
    blocks.splice(1, 0, { field: 'image.caption', text: 'A' });
    expect(toReceipt(source('T', 'A', 'p', 'A', 'q'), blocks)).toMatchObject({ kept: 4, moved: [{ line: 3 }] });
  });

  test('keeps thousands of equal and of different blocks without slowing down', () => {
    const equal = Array.from({ length: 5000 }, () => 'The same.');
    const different = Array.from({ length: 5000 }, (_, index) => `Paragraph ${index}.`);
    expect(toReceipt(source('T', ...equal), copy('T', ...equal)).kept).toBe(5001);
    expect(toReceipt(source('T', ...different), copy('T', ...different)).kept).toBe(5001);
    expect(toReceipt(source('T', ...different), copy('T', ...equal)).dropped).toHaveLength(5000);
  });

  test('adds up whatever became of the blocks', () => {
    let seed = 1;
    const random = (below: number): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    const words = ['one', 'two', 'three', 'one two', 'one two three', ''];
    const text = (): string => words[random(words.length)] ?? '';
    for (let round = 0; round < 500; round += 1) {
      const from = source(...Array.from({ length: random(12) }, text));
      const to = copy(text(), ...Array.from({ length: random(12) }, text));
      const { blocks, kept, moved, changed, dropped } = toReceipt(from, to);
      expect(kept + moved.length + changed.length + dropped.length).toBe(blocks);
    }
  });
});
