import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { BlockCollector } from '../../../src/news/blocks.ts';

/** The blocks of a stretch of HTML. */
function blocksOf(html: string): string[] {
  const collector = new BlockCollector();
  const parser = new Parser({
    onopentag: (name) => collector.open(name),
    ontext: (text) => collector.text(text),
    onclosetag: (name) => (name === 'br' ? undefined : collector.close(name)),
  });
  parser.end(html);
  collector.edge();
  return collector.blocks;
}

describe('a block of a receipt', () => {
  it.each([
    ['paragraphs', '<p>a</p><p>b</p>', ['a', 'b']],
    ['text around a paragraph', 'a<p>b</p>c', ['a', 'b', 'c']],
    ['headings', '<h1>a</h1><h6>b</h6>c', ['a', 'b', 'c']],
    ['list items', '<ul><li>a</li><li>b</li></ul>', ['a', 'b']],
    ['nested lists', '<ol><li>a<ul><li>b</li></ul>c</li></ol>', ['a', 'b', 'c']],
    ['definitions', '<dl><dt>a</dt><dd>b</dd></dl>', ['a', 'b']],
    [
      'cells',
      '<table><caption>t</caption><tr><th>a</th><td>b</td></tr><tr><td>c</td></tr></table>',
      ['t', 'a', 'b', 'c'],
    ],
    ['figures', '<figure>a<figcaption>b</figcaption></figure>c', ['a', 'b', 'c']],
    ['quotes', '<blockquote>a<p>b</p></blockquote>c', ['a', 'b', 'c']],
    ['code', 'a<pre>b\n  c</pre>d', ['a', 'b c', 'd']],
    ['sections', '<section>a</section><article>b</article><aside>c</aside><div>d</div>', ['a', 'b', 'c', 'd']],
    ['a rule', 'a<hr>b', ['a', 'b']],
  ])('ends at the edges of %s', (_, html, blocks) => {
    expect(blocksOf(html)).toEqual(blocks);
  });

  it('is not divided by emphasis, links, code, marks or times', () => {
    expect(
      blocksOf('<p>a<em>b</em><a href="x">c</a><code>d</code><mark>e</mark><time>f</time><sup>g</sup></p>'),
    ).toEqual(['abcdefg']);
  });

  it('holds a space for one line break and ends at two', () => {
    expect(blocksOf('a<br>b')).toEqual(['a b']);
    expect(blocksOf('a<br><br>b')).toEqual(['a', 'b']);
    expect(blocksOf('a<br> \n <br/>b')).toEqual(['a', 'b']);
    expect(blocksOf('a<br><br><br>b<br>c')).toEqual(['a', 'b c']);
    expect(blocksOf('a<br><em>b</em><br>c')).toEqual(['a b c']);
    expect(blocksOf('a<p>b<br></p><br>c')).toEqual(['a', 'b', 'c']);
  });

  it('needs a visible character', () => {
    expect(blocksOf('<p> </p><p>&nbsp;</p><p>&#8203;&shy;&#8206;</p><p></p><li>a</li>')).toEqual(['a']);
  });

  it('is the text as it reads: no soft hyphens, single spaces', () => {
    expect(blocksOf('<p> co&shy;operate\n\n  now&nbsp;&nbsp;&#x202e;then </p>')).toEqual(['cooperate now then']);
  });

  it('keeps its text when a parser hands it over in pieces', () => {
    const collector = new BlockCollector();
    for (const piece of ['Tru', 'ce ', ' talks ', 'e', '\u0301nd']) collector.text(piece);
    collector.edge();
    expect(collector.blocks).toEqual(['Truce talks énd']);
  });
});
