import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT } from '../../../src/build/locations.ts';
import { pageBlocks } from '../../../src/build/page-text.ts';
import { readArticleTexts } from '../../../src/edition/content-files.ts';
import { readArticleFile } from '../../../src/markdown/article-file.ts';
import { picturesIn, renderBody } from '../../../src/markdown/pipeline.ts';

const PAGE = `<!doctype html><html><head><title>Not the text</title><style>p { content: "not the text" }</style></head><body>
  <header><p>Nameplate</p></header>
  <main><article data-part="article">
    <p>Kicker</p><h1 data-part="headline">Truce <em>talks</em></h1>
    <p data-part="standfirst">What happened.</p>
    <p data-part="byline">By Ann</p><p data-part="dateline">GENEVA</p>
    <figure data-part="figure"><img src="x" alt="not text"><figcaption><span>At noon</span> <p>Photo: AP</p></figcaption></figure>
    <div data-part="body"><p>One<sup data-generated><a href="#fn-1">1</a></sup> word<p>Two<br>lines
      <ul><li>a<li>b</ul>
      <section><h2 data-generated>Footnotes</h2><ol><li>Note <a data-generated href="#x">↩</a></ol></section></div>
    <p data-part="credit">Reporting by AFP</p>
    <p data-part="receipt">17 blocks</p>
  </article><nav data-part="related"><a href="x">Other</a></nav></main><footer>Foot</footer></body></html>`;

describe('the text of an article’s page', () => {
  it('is that of headline, standfirst, figure, body and credit in the order of the page, and of nothing else', () => {
    expect(pageBlocks(PAGE)).toEqual([
      ...[
        'Truce talks',
        'What happened.',
        'At noon',
        'Photo: AP',
        'One word',
        'Two lines',
        'a',
        'b',
        'Note',
        'Reporting by AFP',
      ],
    ]);
  });

  it('ends where its part ends, whatever follows', () => {
    expect(pageBlocks('<p data-part="credit">a</p>b<p data-part="credit">c</p>')).toEqual(['a', 'c']);
    expect(pageBlocks('<b data-part="headline">a</b><b data-part="headline">b</b>')).toEqual(['a', 'b']);
  });

  it('takes up again after what the template added, also after elements without an end', () => {
    expect(
      pageBlocks('<div data-part="body">a<span data-generated>x<br>y<img></span>b<hr data-generated>c</div>'),
    ).toEqual(['ab', 'c']);
    expect(pageBlocks('<div data-part="body"><div data-generated><p>x<p>y</div><p>a</div>')).toEqual(['a']);
  });

  it('of a page without parts is nothing', () => {
    expect(pageBlocks('<p>a</p>')).toEqual([]);
  });
});

describe('every article of the sample edition', () => {
  it('has the same text on its page as in its receipt', async () => {
    const content = join(PROJECT, 'content');
    const files = await readArticleTexts(content);
    expect(files.size).toBeGreaterThan(10);
    for (const [file, text] of files) {
      const read = readArticleFile(file, text.read());
      if (!read.ok) throw new Error(`${file} cannot be read.`);
      const { body } = read.value;
      const pictures = new Map(picturesIn(body).map((name) => [name, { href: `/${name}`, width: 1, height: 1 }]));
      const { html, blocks } = renderBody(body, { file, siteUrl: 'https://paper.example/', pictures });
      expect(pageBlocks(`<div data-part="body">${html}</div>`), file).toEqual(blocks);
      expect(blocks.length, file).toBeGreaterThan(0);
    }
  });
});
