import { describe, expect, test } from 'vitest';
import { markdownFile } from '../../../../src/importer/markdown/markdown-file.ts';
import type { RawArticle } from '../../../../src/importer/raw-article.ts';
import { toMarkdown } from '../../../../src/importer/copy/to-markdown.ts';
import { articleOf, receiptOf, refusalOf, unitOf } from '../json/receipt-of.ts';
import { LONG } from '../read.ts';

const read = (text: string, name = 'a.md'): Promise<RawArticle> => articleOf(markdownFile, unitOf(text, name));
const withFront = (front: string, body = LONG): Promise<RawArticle> => read(`---\n${front}\n---\n\n${body}\n`);
const refusal = async (text: string): Promise<string> => (await refusalOf(markdownFile, unitOf(text, 'a.md'))).reason;

describe('front matter of other tools', () => {
  test('of Hugo in TOML is read, its dates as they are', async () => {
    const article = await read(
      `+++\ntitle = "Talks"\ndate = 2020-01-02\nlastmod = 2020-01-03T10:00:00+01:00\ntags = ["Harbors"]\n` +
        `[params]\nauthor = "Ann Poe and Max Roe"\n[cover]\nimage = "port.jpg"\nalt = "A port"\ncaption = "The port"\n+++\n${LONG}`,
    );
    expect(article).toMatchObject({
      title: { value: 'Talks' },
      published: { value: '2020-01-02', rule: 'date in its front matter' },
      updated: { value: '2020-01-03T10:00:00+01:00', rule: 'lastmod in its front matter' },
      authors: { value: ['Ann Poe', 'Max Roe'], rule: 'params.author in its front matter' },
      picture: { address: 'port.jpg', alt: 'A port' },
      caption: { value: 'The port' },
      notes: [],
    });
    expect(receiptOf(article)).toMatchObject({ blocks: 3, kept: 2, moved: [{ field: 'image.caption' }] });
  });

  test('of AstroPaper is read in YAML', async () => {
    const article = await withFront(
      'title: Talks\npubDatetime: 2022-09-23T15:22:00Z\nmodDatetime: 2022-09-24\nauthor: Ann Poe\nogImage: ./og.png\n' +
        'canonicalURL: https://example.com/talks\ndraft: true\nfeatured: true',
    );
    expect(article).toMatchObject({
      published: { value: '2022-09-23T15:22:00+00:00', rule: 'pubDatetime in its front matter' },
      updated: { value: '2022-09-24' },
      picture: { address: './og.png', alt: '' },
      sourceUrl: { value: 'https://example.com/talks', rule: 'canonicalURL in its front matter' },
      limits: [{ path: ['draft'], value: true }],
      notes: ['Other keys left out: featured.'],
    });
  });

  test('of Obsidian Clipper loses its wikilinks and its own tag', async () => {
    const article = await withFront(
      'title: "Talks"\nsource: "https://example.com/talks"\nauthor:\n  - "[[Ann Poe]]"\npublished: 2024-05-01\n' +
        'created: 2024-05-02\ndescription: "Both sides leave."\ntags:\n  - "clippings"\n  - "Harbors"',
    );
    expect(article).toMatchObject({
      sourceUrl: { value: 'https://example.com/talks' },
      authors: { value: ['Ann Poe'] },
      published: { value: '2024-05-01' },
      captured: { value: '2024-05-02', rule: 'created in its front matter' },
      description: { value: 'Both sides leave.' },
      tags: { value: ['Harbors'] },
    });
    expect(article.sourceName).toBeUndefined();
  });

  test('of defuddle is read although its backslashes are no escapes, and that is said', async () => {
    const { title, sourceName, notes } = await withFront(
      String.raw`title: "The \\share \q and \"quotes\""${'\n'}domain: "example.com"`,
    );
    expect(title.value).toBe(String.raw`The \\share \q and "quotes"`);
    expect(sourceName?.value).toBe('example.com');
    expect(notes.join(' ')).toContain('backslashes were read as they stand');
  });

  test('of Jekyll: a draft by "published: false", a day with time and offset, old addresses, tags in one line', async () => {
    const article = await withFront(
      'title: Talks\nlayout: post\npublished: false\ndate: 2016-10-04 14:30:00 +0200\ncategories: news, ports\n' +
        'tags: [Harbors]\nredirect_from:\n  - /old/',
    );
    expect(article).toMatchObject({
      published: { value: '2016-10-04T14:30:00+02:00' },
      tags: { value: ['Harbors', 'news', 'ports'], rule: 'tags and categories in its front matter' },
      limits: [{ path: ['draft'], value: true }],
      notes: ['Old addresses or other names left out: /old/.', 'Other keys left out: layout.'],
    });
  });

  test('in JSON stands before the text', async () => {
    const article = await read(`{\n"title": "A } brace",\n"date": "2020-01-02"\n}\n\n${LONG}`);
    expect(article).toMatchObject({ title: { value: 'A } brace' }, published: { value: '2020-01-02' } });
    expect(article.blocks[1]?.line).toBe(6);
  });

  test('of our own articles is read whole, with all that keeps it from readers', async () => {
    const article = await withFront(
      'title: Talks\nkicker: Ports\npublished: 2016-10-04\nauthors: [{ name: Ann Poe, url: https://example.com/ann }]\n' +
        'dateline: PORT SAID, Oct 4\ncredit: With reporting by AP\nimage: { caption: The port, credit: AP }\n' +
        'source: { name: The Gazette, url: https://example.com/t, captured: 2016-10-05 }\n' +
        'rights: { holder: The Gazette, license: CC BY 4.0, publish: excerpt }\nreceipt: { blocks: 1 }\nwithdrawn: { date: 2020-01-01, reason: wrong }',
    );
    expect(article).toMatchObject({
      authors: { value: ['Ann Poe'] },
      dateline: { value: 'PORT SAID, Oct 4' },
      credit: { value: 'With reporting by AP' },
      caption: { value: 'The port' },
      pictureCredit: { value: 'AP' },
      sourceName: { value: 'The Gazette', rule: 'source.name in its front matter' },
      sourceUrl: { value: 'https://example.com/t' },
      captured: { value: '2016-10-05' },
      rightsHolder: { value: 'The Gazette' },
      license: { value: 'CC BY 4.0' },
      limits: [
        { path: ['withdrawn'], value: { date: '2020-01-01', reason: 'wrong' } },
        { path: ['rights', 'publish'], value: 'excerpt' },
      ],
      notes: ['Other keys left out: kicker.'],
    });
    expect(receiptOf(article)).toMatchObject({ blocks: 6, kept: 2, changed: [{ field: 'dateline' }], dropped: [] });
  });

  test('a date that is none and an address that is none are left out and named', async () => {
    const { published, lang, notes } = await withFront('title: Talks\ndate: 2026-13-45\nlang: "1"');
    expect([published, lang]).toEqual([undefined, undefined]);
    expect(notes.join(' ')).toMatch(/lang, "1".*date, "2026-13-45"/u);
  });

  test.each([
    ['---\ntitle: a\ntitle: b\n---\nText', 'line 3, column 1: not valid YAML: duplicated mapping key'],
    ['---\na: &x [1]\nb: *x\n---\nText', 'line 3'],
    ['---\na: !!js/function x\n---\nText', 'line 2'],
    ['---\ntitle: a\nText', 'the front matter has no end; add a line "---"'],
    ['+++\na = 1\nb = = 2\n+++\nText', 'line 3, column 5: not valid TOML'],
    ['{"title": }\n\nText', 'no valid JSON: line 1, column 11'],
    ['---\ntitle: a\n---\n', 'has no text'],
    ['# Only a headline\n', 'has no text'],
  ])('%j is refused with its reason', async (text, reason) => {
    expect(await refusal(text)).toContain(reason);
  });
});

describe('what is taken for a Markdown file', () => {
  const recognises = (text: string, name: string): boolean =>
    markdownFile.recognises(new TextEncoder().encode(text), name);

  test.each([
    ['Just text.', 'a.md'],
    ['Just text.', 'A.MARKDOWN'],
    ['import X from "x"', 'a.mdx'],
    ['---\ntitle: Talks\n---\nText', 'a.txt'],
    ['\ufeff---\r\ntitle: Talks\r\n---\r\nText', 'a.txt'],
    ['+++\ntitle = "Talks"\n+++\nText', 'noname'],
  ])('%j in %s is one', (text, name) => {
    expect(recognises(text, name)).toBe(true);
  });

  test.each([
    ['---\nTalks End\n\nThe envoy left.', 'a.txt'],
    ['---\nNote: this is a text.\n---\n', 'a.txt'],
    ['Talks End', 'a.txt'],
    ['<!DOCTYPE html><p>', 'a.md'],
    ['{"title": "A"}', 'a.json'],
  ])('%j in %s is none', (text, name) => {
    expect(recognises(text, name)).toBe(false);
  });

  test('a file of that name that begins with a rule is read as text', async () => {
    const article = await read(`---\n\n${LONG}\n\n---\n\nMore.\n`);
    expect(article.blocks.map(({ text }) => text)).toEqual([LONG, 'More.']);
    expect(toMarkdown(article.body)).toMatch(/^---\n/u);
  });
});
