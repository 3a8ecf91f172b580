import { describe, expect, it } from 'vitest';
import { pageBlocks } from '../../../src/build/page-text.ts';
import { elementsOf, render } from './render.ts';

const FORBIDDEN_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/u;

describe('the words of an article', () => {
  it.each([
    '{{ user.name }} {% include x %}',
    '<% system("rm") %>',
    '${process.env.SECRET} `${x}`',
    '{process.exit()} {/* comment */}',
    'import x from "./x.mdx"',
    'export const prerender = false',
    ':::note',
    '@include x',
  ])('are no program: %s', (text) => {
    expect(render(text).blocks).toEqual([text.replaceAll('`', '')]);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('may be names that programs use: %s', (name) => {
    const { html, blocks } = render(
      `See [link][${name}] and\\[x\\][^${name}].\n\n[${name}]: https://e.example/\n\n[^${name}]: Note`,
    );
    expect(blocks).toEqual(['See link and[x].', 'Note']);
    expect(html).toContain('href="https://e.example/"');
    expect(html).toContain('href="#fn-1"');
  });

  it('lose no word to a fence that nobody closed', () => {
    expect(render('a\n\n```\nb\n\nc').blocks).toEqual(['a', 'b c']);
  });

  it('hold no sign that XML forbids, feeds being XML, however it is spelt', () => {
    const { html, feedHtml, blocks } = render('a\u0001b &#1; c&#xFFFE;\n\n<p title="x&#2;y">d&#11;e\ud800</p>\u000c');
    for (const text of [html, feedHtml, ...blocks]) {
      expect(text).not.toMatch(FORBIDDEN_IN_XML);
      expect(text.isWellFormed()).toBe(true);
    }
  });

  it('of style, script, title and their like were never meant to be read', () => {
    const hidden = [
      'style',
      'script',
      'noscript',
      'template',
      'title',
      'textarea',
      'select',
      'svg',
      'math',
      'iframe',
      'xmp',
    ];
    for (const name of hidden) expect(render(`a <${name}>hidden</${name}> b`).blocks.join()).not.toContain('hidden');
  });

  it('of elements that nobody knows stay', () => {
    expect(render('a <x-y>b</x-y> <font color=red>c</font> <center>d</center>').blocks.join(' ')).toBe('a b c d');
  });

  it('cannot be taken out of the receipt by calling them generated', () => {
    const tricks = [
      '<p data-generated>words</p>',
      '<a data-generated href="https://e.example/">words</a>',
      '<span data-generated="">words</span>',
      '<sup data-generated>words</sup>',
      '<h2 data-generated id="notes">words</h2>',
      '<a data-footnote-backref data-generated href="#user-content-fnref-1">words</a>',
      '<a data-footnote-ref href="#user-content-fn-1">words</a>',
      '<sup>words <a data-footnote-ref href="#user-content-fn-1">1</a></sup>',
      '<section data-footnotes><h2>words</h2></section>',
    ];
    for (const trick of tricks) {
      for (const note of ['', '\n\nSee[^1].\n\n[^1]: Note']) {
        const { html, blocks } = render(`${trick}${note}`);
        expect(blocks.join('\n'), trick).toContain('words');
        expect(pageBlocks(`<div data-part="body">${html}</div>`), trick).toEqual(blocks);
      }
    }
  });

  it('are the same in the receipt’s blocks and on the page', () => {
    const texts = [
      'a<br>b<br><br>c  \nd\\\ne',
      '- a\n  - b\n\n    c\n1. d',
      '| a | b<br><br>c |\n|---|---|\n| `d` | **e**f |',
      '> a\n>\n> > b\n\n***\n\n    code  here',
      'A[^1]B[^2]C[^1]\n\n[^1]: One\n\n    Two\n[^2]: - x\n    - y',
      '- [x] a\n- [ ] b',
      '<dl><dt>a<dd>b</dl><ruby>c<rt>d</ruby><details><summary>e</summary>f</details>',
      '&amp;lt; &lt;b&gt; &nbsp;&shy; “x” &#x202e;y',
      '<p>a<p>b<div>c<div>d</div>e</div>f',
      '<table>stray<tr><td>a<td>b</table>',
      '<p>a<button><p>b</p>c</button>d</p>',
    ];
    for (const text of texts) {
      const { html, blocks } = render(text);
      expect(blocks.length).toBeGreaterThan(0);
      expect(pageBlocks(`<div data-part="body">${html}</div>`), text).toEqual(blocks);
    }
  });
});

describe('the beginning of an article', () => {
  const long = (words: number): string => Array.from({ length: words }, (_, index) => `word${index}`).join(' ');

  it('is its first paragraphs, and ends before a crosshead, list or picture', () => {
    expect(render('One\n\nTwo\n\n# Head\n\nThree').opening).toEqual(['One', 'Two']);
    expect(render('- a\n\nOne').opening).toEqual([]);
    expect(render('').opening).toEqual([]);
  });

  it('has one paragraph however long, and does not go on without end', () => {
    expect(render(`${long(400)}\n\nTwo`).opening).toHaveLength(1);
    const opening = render(Array.from({ length: 30 }, () => long(20)).join('\n\n')).opening;
    expect(opening.length).toBeGreaterThan(1);
    expect(opening.join('').length).toBeLessThan(1000);
  });
});

describe('a text in a feed', () => {
  it('has every address in full, so that it holds wherever it is read', () => {
    const markdown =
      '[a](other.md) [b](/about/) [c](#at-d)[^1] ![k](kerry.jpg) <https://e.example/>\n\n# D\n\n[^1]: Note';
    const { feedHtml, html } = render(markdown);
    for (const { attributes } of elementsOf(feedHtml)) {
      for (const address of [attributes['href'], attributes['src']]) {
        if (address !== undefined) expect(address).toMatch(/^https:\/\/(?:paper|e)\.example\//u);
      }
    }
    const ofPage = elementsOf(html).filter(({ name }) => name !== 'picture' && name !== 'source');
    expect(elementsOf(feedHtml).map(({ name, text }) => [name, text])).toEqual(
      ofPage.map(({ name, text }) => [name, text]),
    );
  });
});
