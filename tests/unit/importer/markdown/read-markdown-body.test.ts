import { describe, expect, test } from 'vitest';
import { type MarkdownHints, readMarkdownBody } from '../../../../src/importer/markdown/read-markdown-body.ts';
import { copyOf } from '../../../../src/importer/copy/copy-of.ts';
import { toMarkdown } from '../../../../src/importer/copy/to-markdown.ts';

interface Body {
  texts: string[];
  markdown: string;
  notes: string[];
  title: string | undefined;
}

function read(markdown: string, hints: Partial<MarkdownHints> = {}): Body {
  const { blocks, body, notes, title } = readMarkdownBody(markdown, { title: 'Talks', base: undefined, ...hints });
  return { texts: blocks.map(({ text }) => text), markdown: toMarkdown(body), notes, title: title?.value };
}

/** The blocks of the page that a body gives. */
const shown = (markdown: string): string[] =>
  copyOf({ title: '' }, markdown)
    .slice(1)
    .map(({ text }) => text);

describe('the headline of a Markdown text', () => {
  test('is its first heading of the first level where no other is known', () => {
    const { blocks, body, title } = readMarkdownBody('Intro.\n\n# Talks *End*\n\nText.', {
      title: undefined,
      base: undefined,
    });
    expect(title).toMatchObject({ value: 'Talks End', how: 'stated' });
    expect(blocks.map(({ role, line }) => [role, line])).toEqual([
      ['paragraph', 1],
      ['headline', 3],
      ['paragraph', 5],
    ]);
    expect(toMarkdown(body)).toBe('Intro.\n\nText.\n');
  });

  test('is dropped where it repeats the known one, and only at the beginning', () => {
    const { blocks } = readMarkdownBody('## Talks\n\nText.', { title: 'Talks', base: undefined, linesBefore: 4 });
    expect(blocks[0]).toMatchObject({ line: 5, role: 'repeat', reason: 'repeats the headline' });
    expect(read('## Talks\n\nText.').markdown).toBe('Text.\n');
    expect(read('Text.\n\n## Talks').markdown).toBe('Text.\n\n## Talks\n');
  });
});

describe('the blocks of a Markdown text', () => {
  test.each([
    ['a list with tasks', '- [ ] one\n- [x] two\n  - three\n'],
    ['a table', '| a | b |\n| - | - |\n| 1 | *2* |\n'],
    ['a quote and code', '> one\n> two\n\n```js\nx = 1\n```\n'],
    ['notes', 'One[^1] two[^b].\n\n[^1]: First.\n\n[^b]: Second.\n'],
    ['raw HTML', '<div>One<p>two</p></div>\n\nA <b>bold</b> word.<br><br>Next.\n'],
    ['hard breaks', 'One\\\ntwo  \nthree\n'],
    ['references', '[one][a] and ![picture][b]\n\n[a]: https://example.com/\n[b]: port.jpg\n'],
    ['a picture with a caption', '![A port](port.jpg "The port on Monday")\n'],
  ])('are those that the page of the copy shows: %s', (_what, markdown) => {
    const body = read(markdown);
    expect(body.texts.length).toBeGreaterThan(0);
    expect(shown(body.markdown)).toEqual(body.texts);
  });

  test('a script is text nowhere', () => {
    expect(read('One.\n\n<script>alert(1)</script>\n\n<!-- two -->\n').texts).toEqual(['One.']);
  });

  test('raw HTML cannot call its words generated', () => {
    expect(read('<p data-generated>One.</p>\n').texts).toEqual(['One.']);
  });
});

describe('links of a Markdown text', () => {
  test('become absolute where the source is known', () => {
    expect(read('[a](../b)', { base: 'https://example.com/x/y/z' }).markdown).toBe('[a](https://example.com/x/b)\n');
  });

  test.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '../notes/a.md',
    'vbscript:x',
  ])('to %s become their text', (address) => {
    const { markdown, notes } = read(`One [two](<${address}>) [three][r].\n\n[r]: ${address}\n`);
    expect(markdown).toBe('One two three.\n');
    expect(notes).toEqual(['2 links without an address on the web became text.']);
  });

  test('and pictures keep only addresses of pictures', () => {
    const { markdown } = read('![a](port.jpg) ![b](javascript:x) ![c](https://example.com/c.png)');
    expect(markdown).toBe('![a](port.jpg)  ![c](https://example.com/c.png)\n');
  });
});

describe('dialects of Markdown', () => {
  test("Obsidian's links become their words and its embedded pictures become pictures", () => {
    const { markdown, texts } = read('See [[Port Said|the port]] and [[Cairo]], ![[port.jpg|300]] ![[note]].');
    expect(markdown).toBe('See the port and Cairo, ![](port.jpg) !\\[\\[note]].\n');
    expect(texts).toEqual(['See the port and Cairo, ![[note]].']);
  });

  test('code and links are no wikilinks', () => {
    expect(read('`[[a]]` and [^x]').texts).toEqual(['[[a]] and [^x]']);
  });

  test("Hugo's figure becomes a picture and its caption", () => {
    const { markdown } = read('{{< figure src="https://example.com/p.jpg" alt="A port" caption="The *port*" >}}\n');
    expect(markdown).toBe('![A port](https://example.com/p.jpg)\n\nThe \\*port\\*\n');
  });

  test('other code of site generators stays text, and its place is named', () => {
    const { texts, notes } = read('One.\n\n{% include x.html %}\n\n{{ page.title }}\n', { linesBefore: 10 });
    expect(texts).toEqual(['One.', '{% include x.html %}', '{{ page.title }}']);
    expect(notes).toEqual([
      'Code of a site generator stands in the text as it is, first in line 13: {% include x.html %}',
    ]);
  });

  test('components of MDX stay text', () => {
    const { texts, markdown } = read("import X from './x'\n\n<Chart data={1} />\n\nOne <Foo>two</Foo>.\n", {
      components: true,
    });
    expect(texts).toEqual(["import X from './x'", '<Chart data={1} />', 'One <Foo>two</Foo>.']);
    expect(shown(markdown)).toEqual(texts);
  });
});

describe('a Markdown text too heavy to parse', () => {
  test.each([
    ['emphasis', '**a_ '.repeat(4000), 'line 3: a paragraph of more than 4,000 signs of Markdown'],
    ['addresses', 'a@b.co '.repeat(20_000), 'line 3: a paragraph of more than 4,000 addresses'],
    ['quotes', '> '.repeat(3000), 'line 3: quotes or lists within each other, 100 deep'],
    ['lists', '- '.repeat(3000), 'line 3: quotes or lists within each other, 100 deep'],
  ])('is refused before it is parsed: %s', (_what, text, reason) => {
    expect(() => read(`One.\n\n${text}`)).toThrow(reason);
  });
});
