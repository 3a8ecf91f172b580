import { describe, expect, test } from 'vitest';
import { jsonFile } from '../../../../src/importer/json/json-file.ts';
import type { RawArticle } from '../../../../src/importer/raw-article.ts';
import type { Unit } from '../../../../src/importer/unit.ts';
import { LONG } from '../read.ts';
import { articleOf, receiptOf, unitOf } from './receipt-of.ts';

const read = (value: unknown, rest: Partial<Unit> = {}): Promise<RawArticle> =>
  articleOf(jsonFile, unitOf(JSON.stringify(value), 'a.json', rest));

describe('an article in JSON', () => {
  test('its keys become the fields of the copy, each with the name it had', async () => {
    const article = await read({
      id: 'a-1',
      title: 'Harbor Talks End',
      text: LONG,
      published: '2016-10-04T14:30:00+02:00',
      updated: '2016-10-05',
      authors: [{ name: 'Ann Poe' }, 'Max Roe'],
      tags: ['Harbors', 'Talks'],
      url: 'https://example.com/talks',
      lang: 'en',
      section: 'World',
      description: 'Both sides leave without a word',
      source: 'The Harbor Gazette',
    });
    expect(article).toMatchObject({
      item: 'a-1',
      title: { value: 'Harbor Talks End', how: 'stated', rule: 'title in the JSON' },
      published: { value: '2016-10-04T14:30:00+02:00' },
      updated: { value: '2016-10-05' },
      authors: { value: ['Ann Poe', 'Max Roe'] },
      tags: { value: ['Harbors', 'Talks'] },
      sourceUrl: { value: 'https://example.com/talks', rule: 'url in the JSON' },
      sourceName: { value: 'The Harbor Gazette' },
      lang: { value: 'en' },
      section: { value: 'World' },
      description: { value: 'Both sides leave without a word' },
      notes: [],
    });
    expect(receiptOf(article)).toMatchObject({ blocks: 2, kept: 2, moved: [], changed: [], dropped: [] });
  });

  test('keys that mean nothing to an article are named once', async () => {
    const { notes } = await read({ title: 'Talks', text: LONG, gold: 1, __proto__: { x: 1 }, empty: '', rank: [2] });
    expect(notes).toEqual(['Other keys left out: gold, rank.']);
  });

  test('a time of day without an offset is left out, and that is said', async () => {
    const { published, notes } = await read({ title: 'Talks', text: LONG, published: '1987-02-26T15:01:01' });
    expect(published?.value).toBe('1987-02-26');
    expect(notes).toEqual(['The time of day was left out: it has no offset such as +02:00.']);
  });

  test('a date that is none is left out and named', async () => {
    const { published, notes } = await read({ title: 'Talks', text: LONG, published: '2016-13-45' });
    expect(published).toBeUndefined();
    expect(notes.join(' ')).toContain('"2016-13-45"');
  });

  test('a dateline of its own loses its dash and is one changed block of the receipt', async () => {
    const article = await read({ title: 'Talks', dateline: ' PORT SAID, Feb 26 -', text: LONG });
    expect(article.dateline?.value).toBe('PORT SAID, Feb 26');
    expect(receiptOf(article)).toMatchObject({ blocks: 3, kept: 2, changed: [{ field: 'dateline' }], dropped: [] });
  });

  test('a dateline that is only a dash is dropped, and the receipt says why', async () => {
    const article = await read({ title: 'Talks', dateline: '--', text: LONG });
    expect(article.dateline).toBeUndefined();
    expect(receiptOf(article).dropped).toEqual([{ reason: 'a dash and no place', was: '--' }]);
  });

  test('a summary of more characters than a standfirst may have is left out and named', async () => {
    const { description, notes } = await read({ title: 'Talks', description: 'word '.repeat(500), text: LONG });
    expect(description).toBeUndefined();
    expect(notes.join(' ')).toMatch(
      /^Left out: description, "word word .*…", which is no line of text of at most 2,000/u,
    );
  });

  test('a dateline that opens the text is found and stays there', async () => {
    const article = await read({ title: 'Talks', text: `PORT SAID, Feb 26 -- ${LONG}` });
    expect(article.dateline?.value).toBe('PORT SAID, Feb 26');
    expect(receiptOf(article)).toMatchObject({ blocks: 2, kept: 2 });
    const both = await read({ title: 'Talks', dateline: 'PORT SAID, Feb 26 -', text: `PORT SAID, Feb 26 - ${LONG}` });
    expect(receiptOf(both)).toMatchObject({ blocks: 2, kept: 2 });
  });

  test('a plain text has paragraphs, crossheads and a credit, and no line of it is taken for the headline', async () => {
    const text = `A short first line\n\n${LONG}\n\nWhat Comes Next\n\n${LONG.replaceAll(', ', ',\n')}\n\nWith reporting by AP`;
    const article = await read({ title: 'Talks', text });
    expect(article.blocks.map(({ role }) => role)).toEqual([
      ...['headline', 'paragraph', 'paragraph', 'crosshead', 'paragraph', 'credit'],
    ]);
    expect(article.credit?.value).toBe('With reporting by AP');
    expect(receiptOf(article)).toMatchObject({ blocks: 6, kept: 5, moved: [{ field: 'credit' }], dropped: [] });
  });

  test('a first paragraph that is wrapped by hand stays one', async () => {
    const text =
      'The envoy said\nthat all was well in the harbor city, and nobody asked since when\nor why it should not be.';
    expect((await read({ title: 'Talks', text })).blocks.map((block) => block.text)).toEqual([
      'Talks',
      text.replaceAll('\n', ' '),
    ]);
  });

  test('a text that is nothing but a credit line is still a text', async () => {
    const article = await read({ title: 'Talks', text: 'Source: the harbor office' });
    expect([article.credit, article.body.length]).toEqual([undefined, 1]);
  });

  test('HTML keeps its markup, and its links become absolute', async () => {
    const html = '<p>One <em>two</em> <a href="/b">three</a>.</p><script>alert(1)</script><p>Four.</p>';
    const article = await read({ title: 'Talks', html, text: 'One two three.', url: 'https://example.com/a' });
    expect(JSON.stringify(article.body)).toContain('"https://example.com/b"');
    expect(article.blocks.map(({ text }) => text)).toEqual(['Talks', 'One two three.', 'Four.']);
    expect(article.notes).toEqual(['Other forms of its text left out: text.']);
    expect(receiptOf(article)).toMatchObject({ kept: 3, dropped: [] });
  });

  test('Markdown keeps its markup too', async () => {
    const article = await read({ title: 'Talks', markdown: '# Talks\n\nOne _two_.\n\n- three\n' });
    expect(article.body.map(({ type }) => type)).toEqual(['paragraph', 'list']);
    expect(article.blocks[1]).toMatchObject({ text: 'Talks', reason: 'repeats the headline' });
    expect(receiptOf(article)).toMatchObject({ blocks: 4, kept: 3, moved: [], changed: [] });
  });

  test('without a title it is the first sentence, and that is an inference', async () => {
    const { title, blocks } = await read({ text: `The envoy left. ${LONG}` });
    expect(title).toMatchObject({ value: 'The envoy left.', how: 'inferred' });
    expect(blocks).toHaveLength(1);
  });

  test('a summary is the text where there is no other', async () => {
    const article = await read({ title: 'Talks', description: 'Both sides leave.' });
    expect(article.isSummary).toBe(true);
    expect(receiptOf(article)).toMatchObject({ blocks: 2, kept: 1, moved: [{ field: 'description' }] });
  });

  test('a summary that only begins the text is left out', async () => {
    const { description, notes } = await read({ title: 'Talks', description: `${LONG.slice(0, 60)}...`, text: LONG });
    expect(description).toBeUndefined();
    expect(notes).toEqual(['Its summary was left out: it repeats the first paragraph.']);
  });

  test('halves of surrogate pairs and controls do not reach the copy', async () => {
    const article = await articleOf(jsonFile, unitOf('{"title":"A\\ud800b","text":"x\\u0000y\\u0007z"}', 'a.json'));
    expect(article.title.value).toBe('A\ufffdb');
    expect(article.blocks[1]?.text).toBe('xyz');
    expect(article.notes).toEqual(['2 control signs removed.']);
  });

  test('a key such as __proto__ changes nothing', async () => {
    const article = await articleOf(
      jsonFile,
      unitOf('{"__proto__":{"title":"x","text":"y"},"text":"Real."}', 'a.json'),
    );
    expect(article.title).toMatchObject({ value: 'Real.', how: 'inferred' });
    expect(Object.hasOwn(Object.prototype, 'title')).toBe(false);
  });
});

describe('where an article stands', () => {
  test('the items of a list are known by their id, else by their number', async () => {
    const list = [
      { id: 'x', text: LONG },
      { text: LONG },
      { id: 7, text: LONG },
      { id: 'gone', url: 'https://example.com/' },
    ];
    const found = await jsonFile.read(unitOf(JSON.stringify(list), 'a.json'));
    expect(found.map((one) => (one.ok ? one.article.item : one.where))).toEqual(['x', '2', '7', 'item 4']);
  });

  test('a line of a longer file keeps its number', async () => {
    const article = await read({ id: 'x', text: LONG }, { item: '17', where: 'line 17' });
    expect(article.item).toBe('17');
    expect((await read({ id: 'x', text: LONG })).item).toBe('x');
    expect((await read({ text: LONG })).item).toBeUndefined();
  });

  test('the original is kept whole', async () => {
    const unit = unitOf(JSON.stringify({ text: LONG }), 'a.json');
    expect((await articleOf(jsonFile, unit)).original).toEqual({ bytes: unit.bytes, extension: 'json' });
  });
});
