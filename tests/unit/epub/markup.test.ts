import { DomUtils } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { readBody } from '../../../src/epub/body.ts';
import { settleLinks } from '../../../src/epub/links.ts';
import { writePage } from '../../../src/epub/page.ts';
import { chapterBlocks } from '../../../src/epub/prove-chapter.ts';
import { webHref } from '../../../src/epub/said.ts';
import { element, toXml } from '../../../src/epub/xml.ts';
import { renderBody } from '../../../src/markdown/pipeline.ts';
import { parseXml } from './library.ts';

const ADDRESS = 'https://paper.example/articles/2025/06/odd/';
const NOWHERE = { chapters: new Map<string, string>(), pictures: new Map<string, never>() };

/** A text as it stands in a chapter, and the blocks that its page has. */
function toChapter(markdown: string): { xhtml: string; blocks: string[] } {
  const context = { file: '2025/06/odd.md', siteUrl: 'https://paper.example/', pictures: new Map<string, never>() };
  const { html, blocks } = renderBody(markdown, context);
  const body = settleLinks(readBody(html), ADDRESS, NOWHERE);
  const page = { title: 'Odd', lang: 'en', root: '../', type: 'bodymatter' } as const;
  return { xhtml: writePage(page, element('div', { 'data-part': 'body' }, body)), blocks };
}

const namesIn = (xhtml: string): string[] =>
  DomUtils.getElementsByTagName('*', parseXml(xhtml), true).map(({ name }) => name);

describe('markup that a browser forgives and a reading device may not', () => {
  test.each([
    ['a crosshead with a paragraph in it', '<h2>One<p>two</p>three</h2>', 'p'],
    ['a bold paragraph', '<b>One<p>two</p></b>', 'p'],
    ['a list item without a list', '<div><li>one</li>two</div>', 'li'],
    ['a term without a list', '<div><dt>one</dt><dd>two</dd></div>', 'dt'],
    ['a caption without a figure', '<div><figcaption>one</figcaption>two</div>', 'figcaption'],
    ['text that unfolds', '<details><summary>one</summary><p>two</p></details>', 'details'],
    [
      'a table with two heads',
      '<table><thead><tr><td>one</td></tr></thead><thead><tr><td>two</td></tr></thead></table>',
      'table',
    ],
    ['a reading without its letters', '<ruby><rt>one</rt></ruby> two', 'ruby'],
    ['a direction that is not said', '<bdo>one</bdo> two', 'bdo'],
  ])('keeps its words and their blocks: %s', (_, markup, name) => {
    const { xhtml, blocks } = toChapter(`<div>${markup}</div>`);
    expect(chapterBlocks(xhtml)).toEqual(blocks);
    expect(blocks.join(' ')).toMatch(/one/iu);
    expect(namesIn(xhtml)).not.toContain(name);
  });

  test('is left as it is where it is in order', () => {
    const { xhtml, blocks } = toChapter(
      '<figure><p>one</p><figcaption>two</figcaption></figure><dl><dt>three</dt><dd><p>four</p></dd></dl><ruby>five<rp>(</rp><rt>six</rt><rp>)</rp></ruby>\n\n| a | b |\n|---|---|\n| c | d |\n\n- e\n  - f',
    );
    expect(chapterBlocks(xhtml)).toEqual(blocks);
    expect(namesIn(xhtml)).toEqual(
      expect.arrayContaining(['figcaption', 'dl', 'dt', 'dd', 'ruby', 'rt', 'table', 'thead', 'th', 'ul', 'li']),
    );
  });

  test('puts what stands loose in a list into an item of its own', () => {
    const { xhtml, blocks } = toChapter('<ul>one <b>two</b><li>three</li><p>four</p></ul>');
    const [list] = DomUtils.getElementsByTagName('ul', parseXml(xhtml), true);
    expect(list?.children.filter((child) => 'name' in child).map((child) => DomUtils.textContent(child))).toEqual([
      'one two',
      'three',
      'four',
    ]);
    expect(chapterBlocks(xhtml)).toEqual(blocks);
  });

  test('loses the values that mean nothing, and nothing else', () => {
    const { xhtml } = toChapter(
      '<p lang="no lang" dir="up">one</p><ol start="x" reversed><li>two</li></ol><time datetime="2025-13-45">then</time>',
    );
    expect(xhtml).not.toMatch(/no lang|dir="up"|start=|2025-13-45/u);
    expect(xhtml).toContain('reversed=""');
  });
});

describe('an address', () => {
  test('of a note or crosshead that is not there is none, and its words stay', () => {
    const { xhtml } = toChapter('[one](#nowhere) and [two](#here)\n\n## Here');
    expect(xhtml).toContain('<a>one</a>');
    expect(xhtml).toContain('<a href="#at-here">two</a>');
  });

  test('of another page of the site is a full one', () => {
    expect(toChapter('[one](/tags/syria/)').xhtml).toContain('href="https://paper.example/tags/syria/"');
  });

  test.each([
    ['https://пример.example/a b', 'https://xn--e1afmkfd.example/a%20b'],
    ['http://onx=1/', undefined],
    ['https://[::1]/', 'https://[::1]/'],
    ['no address', undefined],
  ])('such as %s is one that strict readers take, or none', (address, href) => {
    expect(webHref(address)).toBe(href);
  });
});

describe('what is written as XML', () => {
  test('is read as the same words, whatever they are', () => {
    const words = `<script> ]]> & &amp; &#65; "quoted" 'so' é 語 ليلى \u{1d54f} \u202e\u00a0.`;
    const [read] = DomUtils.getElementsByTagName('p', parseXml(toXml(element('p', { title: words }, words))), true);
    expect(read?.attribs['title']).toBe(words);
    expect(read && DomUtils.textContent(read)).toBe(words);
  });

  test('holds no sign that no XML may hold', () => {
    expect(toXml(element('p', {}, 'a\u0000\u0001\u001f\ufffeb\ud800c'))).toContain('<p>ab\ufffdc</p>');
  });

  test('has an end tag for each empty element but those that HTML knows to be so', () => {
    const page = toXml(element('div', {}, element('p'), element('br')), { isPage: true });
    expect(page).toContain('<div><p></p><br/></div>');
  });
});
