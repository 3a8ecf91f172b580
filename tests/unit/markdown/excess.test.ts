import { describe, expect, test } from 'vitest';
import { readArticleFile } from '../../../src/markdown/article-file.ts';
import { findExcess } from '../../../src/markdown/excess.ts';
import { renderBody } from '../../../src/markdown/pipeline.ts';

const MANY = 3000;

describe('a text that would slow the build is named before it is parsed', () => {
  test.each([
    ['quotes within quotes', '> '.repeat(MANY), 'quotes or lists within each other'],
    ['quotes without spaces', '>'.repeat(MANY), 'quotes or lists within each other'],
    ['lists on one line', '- '.repeat(500), 'quotes or lists within each other'],
    [
      'lists line by line',
      Array.from({ length: 500 }, (_, depth) => `${'  '.repeat(depth)}- item`).join('\n'),
      'quotes or lists within each other',
    ],
    ['elements within elements', '<div>'.repeat(5000), 'HTML elements within each other'],
    ['elements on lines of their own', '<section>\n\n'.repeat(5000), 'HTML elements within each other'],
    ['emphasis that never ends', '**a_ '.repeat(4000), 'signs of Markdown'],
    ['brackets', '['.repeat(50_000), 'signs of Markdown'],
    ['addresses', 'www.a.b '.repeat(MANY * 3), 'addresses'],
    ['a list without end', '- a\n'.repeat(12_500), 'items of lists'],
    ['one note again and again', '[^1] '.repeat(2000), 'footnotes'],
    ['a wide table of empty rows', `${'|a'.repeat(400)}\n${'|-'.repeat(400)}\n${'|\n'.repeat(300)}`, 'cells of tables'],
    ['one-line quotes', '> a\n\n'.repeat(6000), 'lines of quotes'],
    ['a quote that goes on without its sign', `> a\n${'a\n'.repeat(11_000)}`, 'lines in quotes and lists'],
    ['pictures within pictures', `${'!['.repeat(2500)}${'](x)'.repeat(2500)}`, 'signs of Markdown'],
    ['pictures within pictures, again and again', `${'!['.repeat(600)}${'](x)'.repeat(600)}\n\n`.repeat(20), 'signs'],
    [
      'elements that are never ended, and much behind them',
      `${Array.from({ length: 150 }, (_, n) => `<b title=${n}>`).join('')}${'\n\ntext'.repeat(2000)}`,
      'HTML elements that are never ended',
    ],
    ['lines with nothing in them', '\n'.repeat(60_000), 'lines'],
    ['a line of 5 MB', 'a'.repeat(5_000_000), 'more than 1,000,000 signs'],
  ])('%s', (_, markdown, problem) => {
    expect(findExcess(`One line.\n\n${markdown}`)?.problem).toContain(problem);
  });

  test('with the line of the file where it stands', () => {
    const read = readArticleFile('a.md', `---\ntitle: One\n---\n\nText.\n\n${'>'.repeat(200)}\n`);
    const message = 'too much to be shown: quotes or lists within each other, 100 deep';
    expect(read).toEqual({ ok: false, problems: [{ file: 'a.md', line: 7, column: 1, message }] });
  });
});

describe('a text as people write it is no excess', () => {
  test.each([
    ['a long article', `${'The envoy said that the talks had ended. '.repeat(40)}\n\n`.repeat(300)],
    ['a list without end tags', '<li>one more\n'.repeat(2000)],
    ['a table of hundreds of rows with links', '| [a](https://b.c) | d |\n'.repeat(700)],
    [
      'a table of 2,000 rows and 12 columns',
      `${'| a '.repeat(12)}|\n${'|---'.repeat(12)}|\n${'| 1 '.repeat(12)}|\n`.repeat(1000),
    ],
    ['a text of 500,000 signs in short lines', 'The envoy went home again.\n'.repeat(19_000)],
    ['a text within ten elements', `${'<div>'.repeat(10)}\n\n${'One paragraph.\n\n'.repeat(2000)}`],
    ['line breaks and pictures in HTML', '<p>a<br>b<img src="c.jpg">\n\n'.repeat(1000)],
    ['99 signs that end in no quote', `${'- '.repeat(99)}x`],
    ['a quote of a quote of a list', '> > - > 1. deep\n'],
    ['300 footnotes', Array.from({ length: 240 }, (_, n) => `Text[^${n}]\n\n[^${n}]: Note\n\n`).join('')],
  ])('%s', (_, markdown) => {
    expect(findExcess(markdown)).toBeUndefined();
  });
});

test('a page that would be far longer than its text is refused', () => {
  // Each definition is short, and each use of it writes its long address again.
  const markdown = `[a]: https://a.example/${'b'.repeat(5000)}\n\n${'[a]\n\n'.repeat(5000)}`;
  expect(findExcess(markdown)).toBeUndefined();
  const context = { file: 'undated/a.md', siteUrl: 'https://example.org/', pictures: new Map() };
  expect(() => renderBody(markdown, context)).toThrow('times as long as its text');
});
