import { describe, expect, test } from 'vitest';
import { copyOf } from '../../../../src/importer/copy/copy-of.ts';
import { readHtmlBody } from '../../../../src/importer/html/read-html-body.ts';
import { toMarkdown } from '../../../../src/importer/copy/to-markdown.ts';

const BASE = 'https://example.org/2016/bridge.html';

function markdownOf(html: string, title = ''): string {
  return toMarkdown(readHtmlBody(html, { base: BASE, title }).body);
}

describe('HTML becomes Markdown that reads the same', () => {
  test.each([
    [
      'spaces at the edge of emphasis stand outside of it',
      '<p>A<b> bold </b>word and <i>two </i><i>more</i></p>',
      'A **bold** word and _two more_\n',
    ],
    ['neighbours that are emphasised alike are one', '<p><b>Ann</b><b> Poe</b></p>', '**Ann Poe**\n'],
    ['two line ends part paragraphs, one does not', '<div>One<br>two<br><br>three</div>', 'One\\\ntwo\n\nthree\n'],
    [
      'bare text beside blocks is a paragraph',
      '<div>One<p>two</p>three <em>four</em></div>',
      'One\n\ntwo\n\nthree _four_\n',
    ],
    [
      'a block inside of inline marks keeps them',
      '<a href="/x"><p>One</p><p>Two</p></a>',
      '[One](https://example.org/x)\n\n[Two](https://example.org/x)\n',
    ],
    ['headings begin below the headline', '<h1>One</h1><h4>Two</h4>', '## One\n\n### Two\n'],
    ['and a page that begins with h3 loses no step', '<h3>One</h3><p>x</p>', '## One\n\nx\n'],
    [
      'lists keep their numbers and their depth',
      '<ol start="3"><li>Three<ul><li>in</li></ul></li><li>Four</li></ol>',
      '3. Three\n\n   - in\n\n4. Four\n',
    ],
    ['quotes stay quotes', '<blockquote>One<p>two</p></blockquote>', '> One\n>\n> two\n'],
    [
      'definitions can be read',
      '<dl><dt>Pier</dt><dd>It stands in the river.</dd></dl>',
      '**Pier**\n\nIt stands in the river.\n',
    ],
    ['code keeps its lines', '<pre><code>a\n  b</code></pre>', '```\na\n  b\n```\n'],
    ['small and raised letters stay', '<p>H<sub>2</sub>O and m<sup>2</sup></p>', 'H<sub>2</sub>O and m<sup>2</sup>\n'],
    ['rules stay', '<p>One</p><hr><p>two</p>', 'One\n\n---\n\ntwo\n'],
    ['nothing but blank paragraphs is nothing', '<p>&nbsp;</p><p>\u200b</p><div> <br> </div>', ''],
    [
      'a recording is a link',
      '<p>One</p><iframe src="//www.youtube.com/embed/abc" title="The flood"></iframe>',
      'One\n\n[The flood](https://www.youtube.com/embed/abc)\n',
    ],
    [
      'an advertisement in a frame is nothing',
      '<p>One</p><iframe src="https://ads.example.com/x">Buy</iframe>',
      'One\n',
    ],
  ])('%s', (_, html, markdown) => {
    expect(markdownOf(html)).toBe(markdown);
  });

  test('only addresses that a reader may go to are links, and absolute', () => {
    const html =
      '<p><a href="../a?b=c">one</a> <a href="javascript:alert(1)">two</a> <a href="#x">three</a> <a href="https://ann:secret@example.org/">four</a> <a href="mailto:ann@example.org">five</a></p>';
    expect(markdownOf(html)).toBe(
      '[one](https://example.org/a?b=c) two three [four](https://example.org/) [five](mailto:ann@example.org)\n',
    );
  });
});

describe('tables', () => {
  test('of data stay tables, with what their cells hold', () => {
    const html =
      '<table><caption>Roads</caption><thead><tr><th>Road<th>Way</thead><tr><td><b>North</b><td><p>4 km</p><p>a | b</p></table>';
    expect(markdownOf(html)).toBe(
      'Roads\n\n| Road      | Way                |\n| --------- | ------------------ |\n| **North** | 4 km<br><br>a \\| b |\n',
    );
  });

  test('that only lay out a page are read as what stands in them', () => {
    const layout = '<table role="presentation"><tr><td>One<td>Two<tr><td>Three<td>Four</table>';
    expect(markdownOf(layout)).toBe('One\n\nTwo\n\nThree\n\nFour\n');
    expect(markdownOf('<table><tr><td><p>One</p><p>Two</p></td></tr></table>')).toBe('One\n\nTwo\n');
  });

  test('keep cells that span columns in their place', () => {
    const html = '<table><tr><th>A<th>B<th>C</tr><tr><td colspan=2>1<td>2</tr></table>';
    expect(markdownOf(html)).toContain('| 1 |   | 2 |');
  });
});

describe('pictures', () => {
  test('in a text get paragraphs of their own and tear no sentence apart', () => {
    const { blocks, body } = readHtmlBody('<p><img src="a.jpg" alt="A pier">One <img src="b.jpg"> two.</p>', {
      base: BASE,
      title: '',
    });
    expect(toMarkdown(body)).toBe('![A pier](a.jpg)\n\nOne two.\n\n![](b.jpg)\n');
    expect(blocks.map(({ text }) => text)).toEqual(['One two.']);
  });

  test('have caption and credit as the two lines of their title', () => {
    const html =
      '<figure><img src="a.jpg"><figcaption>The pier. <span class="credit">Ann Poe</span></figcaption></figure><p>One</p>';
    const [picture] = readHtmlBody(html, { base: BASE, title: '' }).body;
    expect(picture).toMatchObject({ children: [{ type: 'image', url: 'a.jpg', title: 'The pier.\nAnn Poe' }] });
  });

  test('that count readers are left out', () => {
    expect(markdownOf('<p>One</p><img src="https://stats.example.org/x" width="1" height="1">')).toBe('One\n');
  });
});

test('a first line that repeats the headline is left out, and the receipt can say so', () => {
  const { blocks, body } = readHtmlBody('<h2>The  Bridge</h2><p>One</p>', { base: BASE, title: 'The Bridge' });
  expect(toMarkdown(body)).toBe('One\n');
  expect(blocks[0]).toMatchObject({ text: 'The Bridge', role: 'repeat', reason: 'repeats the headline' });
});

test('blocks know the line on which their text begins', () => {
  const { blocks } = readHtmlBody('<p>\n\nOne</p>\n<p>two</p>', { base: BASE, title: '' });
  expect(blocks.map(({ line }) => line)).toEqual([3, 4]);
});

test.each([
  'a_b http://x.org/a_b_ *c* | <i> &amp; #1. - ~~d~~ [e](f) ![g] `h` 1\\.',
  'a*_b.^[www./(->_z',
  'a www.`*www.!]]x.org_|http://z',
])('a text that Markdown would change comes back inside of lists, quotes, links and tables: %s', (hard) => {
  const text = hard.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const html = `<ul><li>${text}</li></ul><blockquote>${text}</blockquote><p><b>${text}</b></p><table><tr><th>${text}<th>x<tr><td>${text}<td>y</table>`;
  const copy = copyOf({ title: '' }, markdownOf(html)).slice(1);
  expect(copy.map((block) => block.text)).toEqual([hard, hard, hard, hard, 'x', hard, 'y']);
});
