import { describe, expect, test } from 'vitest';
import { articleIn, atom, escaped, json, readFeed, refusalOf, rss } from './feeds.ts';

const ITEM = '<item><title>Grüße</title></item>';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const joined = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...bytesOf(part)] : [...part])));

describe('a feed with entities of its own', () => {
  test.each([
    ['a file of this machine', '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'],
    ['another host', '<!DOCTYPE rss [<!ENTITY % x SYSTEM "http://evil.example/x.dtd"> %x;]>'],
    ['copies of copies', '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>'],
    ['megabytes of them', `<!DOCTYPE rss [${'<!ENTITY a "ha">'.repeat(700_000)}]>`],
    ['a comment that hides them', '<!DOCTYPE rss [<!-- > --><!ENTITY a "ha">]>'],
  ])('is refused: %s', async (_, doctype) => {
    const reason = await refusalOf(rss('<item><title>&a;&x;</title></item>').replace('?>', `?>${doctype}`));
    expect(reason).toBe('its DOCTYPE declares entities, which are never read; take the DOCTYPE away and try again');
  });

  test('the DOCTYPE of RSS 0.91 declares none and is not fetched', async () => {
    const doctype = '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.netscape.com/rss-0.91.dtd">';
    const article = await articleIn(
      rss('<item><title>Caf&eacute; &unknown;</title></item>').replace('?>', `?>${doctype}`),
    );
    expect(article.title.value).toBe('Café &unknown;');
  });

  test('includes and style sheets are not followed', async () => {
    const include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>';
    const source = rss(`<item><title>T</title><description>${include}</description></item>`);
    const article = await articleIn(source.replace('?>', '?><?xml-stylesheet href="https://evil.example/x.xsl"?>'));
    expect(article.blocks.map(({ text }) => text)).toEqual(['T']);
  });
});

describe('the bytes of a feed', () => {
  test.each([
    ['UTF-8 with a byte order mark', joined([0xef, 0xbb, 0xbf], rss(ITEM))],
    ['UTF-16 LE', new Uint8Array(Buffer.from(`\ufeff${rss(ITEM)}`, 'utf16le'))],
    ['UTF-16 BE', new Uint8Array(Buffer.from(`\ufeff${rss(ITEM)}`, 'utf16le').swap16())],
    ['UTF-16 without a mark', new Uint8Array(Buffer.from(rss(ITEM), 'utf16le'))],
    [
      'windows-1252, as declared',
      new Uint8Array(Buffer.from(rss(ITEM).replace('?>', ' encoding="windows-1252"?>'), 'latin1')),
    ],
    ['UTF-8 that says it is UTF-16', bytesOf(rss(ITEM).replace('?>', ' encoding="UTF-16"?>'))],
    ['UTF-8 that says it is ISO-8859-1', bytesOf(rss(ITEM).replace('?>', " encoding='iso-8859-1'?>"))],
    ['UTF-8 of an encoding that nobody knows', bytesOf(rss(ITEM).replace('?>', ' encoding="x-none"?>'))],
  ])('are read as they are: %s', async (_, bytes) => {
    expect((await articleIn(bytes)).title.value).toBe('Grüße');
  });

  test('are read in the encoding that the server named, and the editor is told', async () => {
    const bytes = new Uint8Array(Buffer.from(rss(ITEM), 'latin1'));
    const article = await articleIn(bytes, { charset: 'iso-8859-1' });
    expect(article.title.value).toBe('Grüße');
    expect(article.notes).toContain('Read as WINDOWS-1252.');
  });

  test('that are invalid refuse the feed and say where', async () => {
    const before = '<rss><channel><item><title>ab';
    const cut = joined(before, [0xe2, 0x82], 'c</title></item></channel></rss>');
    expect(await refusalOf(cut)).toContain(`not valid UTF-8 at byte offset ${before.length};`);
    const start = '{"version":"https://jsonfeed.org/version/1","items":[{"title":"é';
    const jsonBytes = joined(start, [0xff], '"}]}');
    expect(await refusalOf(jsonBytes)).toContain(`not valid UTF-8 at byte offset ${bytesOf(start).length};`);
    const wide = Uint8Array.from([0xff, 0xfe, 0x3c, 0x00, 0x00, 0xd8, 0x3c, 0x00]);
    expect(await refusalOf(wide)).toContain('not valid UTF-16LE at byte offset 4;');
  });

  test('control signs are removed and counted, lone surrogates replaced', async () => {
    const article = await articleIn(rss('<item><title>A\u0000B&#0;C&#x1F;D&#xD800;E</title></item>'));
    expect(article.title.value).toBe('ABCD\ufffdE');
    expect(article.notes).toContain('3 control signs removed.');
  });
});

describe('what is no whole feed is refused', () => {
  test.each([
    ['breaks off in a text', rss(ITEM).slice(0, -50), 'it breaks off: <'],
    ['breaks off in the last tag', rss(ITEM).slice(0, -1), 'it breaks off: <rss> of line 2 does not end'],
    ['has a tag that is not closed', rss('\n<item><title>a <b>c</title></item>'), 'line 3: <b> is not closed'],
    ['is an error page', '<!doctype html><html><title>502</title></html>', 'a web page and no feed'],
    ['has no items', rss(''), 'the feed holds no articles'],
    ['is empty', '', 'no feed: it has no element'],
    ['is another document', '<?xml version="1.0"?><urlset/>', 'no feed: its first element is <urlset>'],
    ['is nested without end', '<rss>'.repeat(100_000), 'more than 250 elements stand in one another'],
    ['has more items than can be read', rss('<item/>'.repeat(20_001)), 'the feed holds 20001 articles'],
    [
      'is a JSON Feed nested without end',
      `{"version":"https://jsonfeed.org/version/1","items":${'['.repeat(200_000)}`,
      'not valid JSON',
    ],
  ])('one that %s', async (_, source, reason) => {
    expect(await refusalOf(source)).toContain(reason);
  });

  test('a headline or text nested by the thousand costs only its own item', async () => {
    const deep = escaped(`${'<div>'.repeat(20_000)}x`);
    const entries = `<entry><title>A</title><content type="html">${deep}</content></entry><entry><title type="html">${deep}</title></entry><entry><title>C</title></entry>`;
    const found = await readFeed(atom(entries));
    expect(found[0]).toMatchObject({ ok: false, where: 'item 1' });
    expect(found[2]).toMatchObject({ ok: true, article: { title: { value: 'C' } } });
  });

  test('a text of more than a million signs is refused by the number of its item', async () => {
    const found = await readFeed(json([{ id: 'a', title: 'T', content_text: 'x'.repeat(1_000_001) }, { title: 'B' }]));
    expect(found.map(({ ok }) => ok)).toEqual([false, true]);
  });
});
