import { describe, expect, it } from 'vitest';
import { pixel } from '../edition/content.ts';
import { clean, proofed } from './proofed.ts';

const PORT = { 'articles/2016/10/port.md': clean('aliases: [/old/port.html, /harbour/]') };

/** What is said of the links of an article beside `port.md`. */
async function linksOf(body: string, front = '', files: Record<string, string | Uint8Array> = PORT): Promise<string[]> {
  return (await proofed({ ...files, 'articles/2016/10/from.md': clean(front, body) }, 'link')).lines;
}

const at = (line: number, said: string): string => `articles/2016/10/from.md:${line}: ${said}`;

describe('a link within the site', () => {
  it.each([
    ['another article’s file', 'port.md'],
    ['its page', '../10/port/'],
    ['its page by the site’s path', '/articles/2016/10/port/'],
    [
      'its page without the last slash, or with its file',
      '/articles/2016/10/port) [b](/articles/2016/10/port/index.html',
    ],
    ['its full address', 'https://paper.example/news/articles/2016/10/port/?from=x#at-once'],
    ['its old addresses', '/old/port.html) [b](/harbour/'],
    ['its twin and the feeds', '/articles/2016/10/port.md) [b](/feed.xml) [c](/tags/port/feed.json'],
    ['the page of a topic, of a month, of a source', '/tags/port/) [b](/archive/2016/10/) [c](/sources/'],
    ['the front, the search and a file that is served as it is', '/) [b](/search/?q=port) [c](/favicon.svg'],
    ['another host, a mail or a telephone', 'https://example.org/news/gone/) [b](mailto:a@b.example) [c](tel:123'],
    ['another site of the same host', 'https://paper.example/sports/'],
    ['the top of the page', '#) [b](#top'],
  ])('is alive where it leads to %s', async (_, address) => {
    expect(await linksOf(`[a](${address})`)).toEqual([]);
  });

  it.each([
    ['an article that is not there', 'prot.md', 'the link to prot.md leads nowhere'],
    ['a path that already has the base', '/news/tags/port/', 'the link to /news/tags/port/ leads nowhere'],
    ['a topic that no article has', '/tags/ports/', 'the link to /tags/ports/ leads nowhere'],
    ['a full address', 'http://paper.example/news/x/', 'the link to http://paper.example/news/x/ leads nowhere'],
    ['a file that no page shows', 'map.pdf', 'the link to map.pdf leads nowhere'],
    ['nothing', '', 'the link "a" has no address'],
  ])('is dead where it leads to %s', async (_, address, said) => {
    expect(await linksOf(`One.\n\nTwo, [a](${address}).`)).toEqual([at(11, said)]);
  });

  it('is found in HTML, as a reference, and as a bare address, each with its line', async () => {
    const body = 'A [b][c].\n\n<p>D\n<a href="/e/">e</a></p>\n\nhttps://paper.example/news/f/\n\n[c]: g.md';
    expect(await linksOf(body)).toEqual([
      at(9, 'the link to g.md leads nowhere'),
      at(12, 'the link to /e/ leads nowhere'),
      at(14, 'the link to https://paper.example/news/f/ leads nowhere'),
    ]);
  });

  it.each([
    ['a bare address', 'https://Paper.example/news/f/'],
    ['an address in brackets', '<https://paper.example/news/f/>'],
    ['HTML', '<a href="https://paper.example/news/f/">f</a>'],
    ['HTML with a path', '<A\thref="/f/">f</A>'],
  ])('is found where %s is all that a text holds of links', async (_, body) => {
    expect(await linksOf(body)).toHaveLength(1);
  });

  it('to a picture beside the article is alive where an article shows the picture', async () => {
    const files = { ...PORT, 'articles/2016/10/kerry.png': await pixel() };
    expect(await linksOf('[large](kerry.png)', '', files)).toHaveLength(1);
    expect(await linksOf('[large](kerry.png)\n\n![Kerry](kerry.png)', '', files)).toEqual([]);
  });

  it('to a crosshead of its own article is alive by the words, and marks of footnotes are no links of an editor', async () => {
    const body =
      '[a](#what-comes-next) [b](#at-what-comes-next) [c](#what-came)[^1]\n\n## What comes next\n\n[^1]: Note.';
    expect(await linksOf(body)).toEqual([at(9, 'the link to #what-came names no crosshead of this article')]);
  });

  it('is not asked of a text that was withdrawn', async () => {
    expect(await linksOf('[a](gone.md)', 'withdrawn: {date: 2026-11-01, reason: Wrong.}')).toEqual([]);
  });
});

describe('a link to what is not public', () => {
  const files = { 'articles/2016/10/port.md': clean('draft: true') };

  it('is dead on a page of the site, and alive in a draft', async () => {
    const said = 'leads to an article that is a draft, under an embargo, or expired';
    expect(await linksOf('[a](port.md)', '', files)).toEqual([at(9, `the link to port.md ${said}`)]);
    expect(await linksOf('[a](port.md)', 'draft: true', files)).toEqual([]);
    expect(await linksOf('[a](prot.md)', 'draft: true', files)).toHaveLength(1);
  });

  it('is told of in front matter too', async () => {
    expect(await linksOf('Text.', 'translationOf: /articles/2016/10/port/', files)).toEqual([
      at(7, '/articles/2016/10/port/ leads to an article that is a draft, under an embargo, or expired'),
    ]);
    const author = 'authors:\n  - Jane Doe\n  - name: Joe\n    url: https://paper.example/news/joe/';
    expect(await linksOf('Text.', author)).toEqual([at(10, 'https://paper.example/news/joe/ leads nowhere')]);
  });

  it('is not told of where the build refuses the article: what is wrong with that is told', async () => {
    const lines = await linksOf('[a](port.md)', '', { 'articles/2016/10/port.md': clean('publishd: 2016') });
    expect(lines).toEqual(['articles/2016/10/port.md:7: publishd: unknown key; did you mean "published"?']);
  });
});
