import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { toPlainMarkdown } from '../../../src/markdown/twin/to-plain-markdown.ts';
import { bodies } from '../../fuzz/grammar/articles.ts';
import { ATTACKS } from './attacks.ts';
import { CONTEXT, elementsOf, render } from './render.ts';

const [[, PICTURE] = []] = [...CONTEXT.pictures];
if (!PICTURE) throw new Error('The context has a picture.');

/** As its reader has it, the picture stands under its full address. */
const elsewhere = { pictures: new Map([[`https://paper.example${PICTURE.href}`, PICTURE]]) };

const twinOf = (markdown: string): string => toPlainMarkdown(render(markdown).trees.whole);

/** What a page made of the twin would show. */
const blocksBack = (twin: string): string[] => render(twin, elsewhere).blocks;

/** The signs of a text, wherever it is cut into blocks. */
const signsOf = (blocks: readonly string[]): string => blocks.join('').replace(/\s/gu, '');

describe('the Markdown of a twin', () => {
  it.each([
    ['Text *b* **c** ~~d~~ `e`.\n', 'Text _b_ **c** ~~d~~ `e`.\n'],
    ['# A\n\n- [x] d\n- [ ] e\n\n> q\n', '## A\n\n- [x] d\n- [ ] e\n\n> q\n'],
    ['3. a\n4. b\n   - c\n', '3. a\n4. b\n   - c\n'],
    ['One[^ships], two[^ships].\n\n[^ships]: A note.\n', 'One[^1], two[^1].\n\n[^1]: A note.\n'],
    ['| a | b |\n|:-:|--:|\n| 1 | x\\|y |\n', '| a | b |\n| :-: | -: |\n| 1 | x\\|y |\n'],
    ['A line\\\nand one more  \nand another\n', 'A line\\\nand one more\\\nand another\n'],
    ['H<sub>2</sub>O and <kbd title="a|b">Esc</kbd>\n', 'H<sub>2</sub>O and <kbd title="a&#124;b">Esc</kbd>\n'],
    ['    code\n      more\n\n---\n', '```\ncode\n  more\n```\n\n---\n'],
  ])('of %j is as plain as a person would write it', (markdown, twin) => {
    expect(twinOf(markdown)).toBe(twin);
  });

  it('has every address in full: links, other articles, crossheads and pictures', () => {
    const article = 'https://paper.example/news/articles/2016/10/';
    expect(twinOf('[a](../09/other.md) [b](/tags/x/) [c](#d) https://e.example/?f&g\n\n# D\n')).toBe(
      `[a](https://paper.example/news/articles/2016/09/other/) [b](https://paper.example/news/tags/x/) ` +
        `[c](${article}truce/#at-d) <https://e.example/?f&g>\n\n## D\n`,
    );
    expect(twinOf('![Kerry](kerry.jpg "A caption\nA credit")')).toBe(
      `![Kerry](${article}kerry.jpg "A caption\nA credit")\n`,
    );
  });

  it('keeps a picture of another host where it stood, without credentials', () => {
    expect(twinOf('a ![b](https://user:secret@e.example/c.png) d')).toBe('a ![b](https://e.example/c.png) d\n');
  });

  it.each([
    ['a comment', 'A.\n\n<!-- hidden -->\n\nB<!-- hidden -->.', 'A.\n\nB.\n'],
    ['the label of a link nobody sees', '[//]: # (hidden)\n\n[A][hidden].\n\n[hidden]: https://e.example/', undefined],
    ['a note without a mark', 'A.\n\n[^b]: hidden', 'A.\n'],
    ['cells beyond the headers', '| a |\n|---|\n| b | hidden |', undefined],
    ['what is said of the language of code', '```js hidden\na\n```', '```\na\n```\n'],
    ['scripts and styles', 'A <script>hidden</script> b.\n\n<style>hidden</style>', 'A b.\n'],
    ['the address of a script', '[a](javascript:hidden) b', 'a b\n'],
  ])('does not have %s, as the page does not', (_, markdown, twin) => {
    const found = twinOf(markdown);
    expect(found).not.toContain('hidden');
    expect(found.length).toBeGreaterThan(1);
    if (twin !== undefined) expect(found).toBe(twin);
  });

  it.each([
    '<table><caption>T</caption><tr><th scope="row">a<td colspan="2">b</table>',
    '<details><summary>More</summary>\n\nText with *emphasis* and a note[^1].\n\n</details>\n\n[^1]: Note',
    '<dl><dt>a<dd>b<dd>c</dl><ol reversed start="3"><li>x<li>y</ol>',
    '<p dir="rtl" lang="ar">نص عربي</p>',
    '<figure><img src="kerry.jpg" alt="a"><figcaption>A <b>bold</b> caption</figcaption></figure>',
    '<pre>a <b>b</b>\n\n\n  c</pre>',
    '<b>a</b><b>b</b><i>c </i>d<em><em>e</em></em>*f*g **"h"**i',
    'a<br><br>b<br>\n<u>c</u>\n\nx<br>',
    '\\# a\n\n1\\. b\n\n\\- c\n\n\\> d\n\n\\[x] e\n\n&lt;b&gt; &amp;amp; \\*f\\* \\_g\\_ \\~\\~h\\~\\~ \\`i\\`',
    '\\[^1]: a\n\n[^1]\\: b\n\n[^1]: c',
    'a\\@b.example c_d@e_f.example www\\.x.example/a_b_ https\\://y.example/*z*',
    '- [x] > a\n    > \n    > 7) ```\n    >     b\n    >     ```\n    > \n    > c',
    'HTTPS://E.EXAMPLE/%zz%&amp;#38;x',
    '<em>a <em>b</em> c</em> <del>d <del>e</del> f</del>',
    'a<br>HTTPS://E.EXAMPLE/%zz% c',
    '<code>a</code><code>b</code>',
    '<abbr title="a&#10;&#10;b">c</abbr> d',
    '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td><td>c</td></tr></tbody></table>',
  ])('of %j reads as the page does', (markdown) => {
    const { blocks } = render(markdown);
    const twin = twinOf(markdown);
    expect(blocksBack(twin)).toEqual(blocks);
    expect(blocks.length, 'something to read').toBeGreaterThan(0);
    // Written once more it stays as it is.
    expect(toPlainMarkdown(render(twin, elsewhere).trees.whole)).toBe(twin);
  });

  it.each(ATTACKS)('of an attack has the words of its page and no script: %j', (attack) => {
    for (const markdown of [`Before.\n\n${attack}\n\nAfter.`, `- item ${attack}\n- [x] ${attack}`]) {
      const twin = twinOf(markdown);
      expect(signsOf(blocksBack(twin)), twin).toBe(signsOf(render(markdown).blocks));
      expect(scriptsIn(twin)).toEqual([]);
      expect(twin).not.toMatch(/secret/u);
    }
  });

  it('of an excerpt holds the first paragraphs only, without the marks of notes', () => {
    const long = 'A sentence that fills a line. '.repeat(11).trim();
    const { excerpt } = render(`${long}[^1]\n\n${long} It goes on.\n\n[^1]: A note.`).trees;
    expect(toPlainMarkdown(excerpt)).toBe(`${long}\n`);
  });
});

/** What would run where a reader of Markdown lets raw HTML through. */
function scriptsIn(twin: string): string[] {
  const withoutCode = twin.replace(/`+[^`]*`+/gu, '').replace(/\\</gu, '&lt;');
  return elementsOf(withoutCode).flatMap(({ name, attributes }) => [
    ...(['script', 'iframe', 'style', 'svg', 'form', 'object'].includes(name) ? [name] : []),
    ...Object.keys(attributes).filter((key) => /^on/iu.test(key)),
    ...Object.values(attributes).filter((value) => /^\s*javascript:/iu.test(value)),
  ]);
}

test('the judge of scripts sees one that stands in Markdown as it is', () => {
  expect(scriptsIn('a <script>b</script> <img src=x onerror="c">')).toEqual(['script', 'onerror']);
});

test('whatever an article holds, its twin has the same words', () => {
  const sample = fc.sample(bodies, { seed: 3, numRuns: 300 }).map(({ markdown }) => markdown);
  const shown = sample.filter((markdown) => render(markdown).blocks.length > 1);
  expect(shown.length).toBeGreaterThan(sample.length / 2);
  for (const markdown of shown) {
    expect(signsOf(blocksBack(twinOf(markdown))), markdown).toBe(signsOf(render(markdown).blocks));
  }
});
