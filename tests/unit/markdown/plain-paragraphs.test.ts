import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { plainTree } from '../../../src/markdown/plain-paragraphs.ts';

const reader = remark().use(remarkGfm).freeze();

function parsed(markdown: string): Nodes {
  const tree = reader.parse(markdown);
  visit(tree, (node) => delete node.position);
  return tree;
}

/** What Markdown is made of, and what looks like it. */
const PIECES = [
  'a¦word¦Oct. 4¦$5.2 mln¦é¦–¦\u00a0¦\u2028¦\ufeff¦ ¦  ¦\t¦    ¦\n¦\n\n¦\n \n¦\r',
  '#¦# ¦-¦- ¦+ ¦*¦* ¦1.¦1. ¦12) ¦2)¦>¦> ¦=¦===¦---¦***¦___¦:¦:-:¦|¦-|-',
  '\\¦\\\\¦\\*¦\\<¦\\a¦\\\n¦`¦```¦~¦~~¦_¦**¦[¦]¦(x)¦[a]: b¦[^1]¦!',
  '<¦<b>¦<!--¦<x@y.zz>¦&¦&amp;¦&#1;¦@¦a@b.cc¦\\@¦www.¦w¦ww.a¦http¦://¦https://a.b¦\\://',
].flatMap((pieces) => pieces.split('¦'));

describe('plain paragraphs', () => {
  test('are read as a parser of Markdown reads them', () => {
    // Of many pieces some always mean something.
    const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 5 });
    fc.assert(
      fc.property(text, (pieces) => {
        const markdown = pieces.join('');
        const tree = plainTree(markdown);
        if (tree) expect(tree).toEqual(parsed(markdown));
      }),
      { numRuns: 20_000, examples: ['a\n===', 'a\n:-:', 'a|b\n|-|-|', 'a\\@b.cc'].map((markdown) => [[markdown]]) },
    );
  });

  test('are found where news articles are no more than that', () => {
    const text = [
      '',
      'NEW YORK, March 26 - Oakwood Homes \\<OH> raised $25 mln (up 6-1/2 pct); "on terms", it said: done!',
      '',
      'A second paragraph',
      'of two lines. It was 1987.',
      '',
    ].join('\n');
    expect(plainTree(text)?.children).toHaveLength(2);
    expect(plainTree(text)).toEqual(parsed(text));
  });
});
