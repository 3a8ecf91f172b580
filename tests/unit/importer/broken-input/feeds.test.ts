import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Desk, type Run } from '../desk.ts';
import { LONG } from '../read.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(() => desk.clear());

const CLI = resolve(import.meta.dirname, '../../../../src/importer/cli.ts');
const PROLOG = '<?xml version="1.0"?>';
const item = (inner: string, text = `<p>${LONG}</p>`): string =>
  `<item>${inner}<description><![CDATA[${text}]]></description></item>`;
const rss = (items: string, doctype = ''): string =>
  `${PROLOG}${doctype}<rss version="2.0"><channel><title>The Gazette</title><link>https://gazette.example/</link>${items}</channel></rss>`;
const titled = (title: string, guid: string): string =>
  `<title>${title}</title><guid isPermaLink="false">${guid}</guid>`;

const importFeed = async (text: string): Promise<Run> => desk.import(await desk.put('feed.xml', text));

describe('a feed that would have the importer read something else', () => {
  const LAUGHS = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');

  test.each([
    ['a file of the machine', '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'],
    ['an address', '<!DOCTYPE rss [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]>'],
    ['a parameter entity', '<!DOCTYPE rss [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]>'],
    ['a billion laughs', `<!DOCTYPE rss [<!ENTITY l0 "ha">${LAUGHS}]>`],
    ['one laugh of great length', `<!DOCTYPE rss [<!ENTITY x "${'ha'.repeat(100_000)}">]>`],
  ])('is refused, and nothing of it is in the archive: %s', async (_, doctype) => {
    const { code, said } = await importFeed(rss(item('<title>&x;&l9;</title>', '&x;'.repeat(1000)), doctype));
    expect(code).toBe(2);
    expect(said[0]).toContain('its DOCTYPE declares entities, which are never read');
    expect(desk.files()).toEqual([]);
  });

  test('by an include, a style sheet or an outside DTD is read without them', async () => {
    const include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/hostname" parse="text"/>';
    const text = rss(`<item>${titled('Talks', 'a')}<description>${LONG}${include}</description></item>`).replace(
      PROLOG,
      `${PROLOG}<?xml-stylesheet href="https://evil.example/x.xsl"?><!DOCTYPE rss SYSTEM "https://evil.example/x.dtd">`,
    );
    expect((await importFeed(text)).code).toBe(0);
    expect(desk.article()).toContain(LONG);
    expect(desk.article()).not.toMatch(/evil\.example|include/u);
  });
});

test('a script in a headline is its text, and what was escaped twice is decoded once', async () => {
  const text = `<p>${LONG} &amp;lt;script&amp;gt; <script>evil()</script><a href="javascript:evil()">one</a> <a href="data:text/html,x">two</a> <a href="/three">three</a></p>`;
  await importFeed(rss(item('<title><![CDATA[<script>evil()</script>]]></title>', text)));
  const [front = '', body = ''] = desk.article().split('\n---\n');
  expect(front).toContain('title: <script>evil()</script>');
  expect(body).toContain('&lt;script\\&gt; one two [three](https://gazette.example/three)');
  expect(body).not.toMatch(/evil|javascript:|data:/u);
  expect((await desk.verify()).code).toBe(0);
});

test('items with one guid, or none, are articles of their own, however often the feed is imported', async () => {
  const items = [
    titled('One', 'same'),
    titled('Two', 'same'),
    '<title>Three</title>',
    '<title>Four</title><guid></guid>',
  ];
  const text = rss(items.map((inner, number) => item(inner, `<p>${LONG} ${number}</p>`)).join(''));
  expect((await importFeed(text)).said.at(-1)).toContain('4 imported');
  expect((await importFeed(text)).said.at(-1)).toBe('0 imported, 0 updated, 4 unchanged, 0 refused');
});

test('an item that calls itself by the guid of another paper does not take its place', async () => {
  await importFeed(rss(item(titled('Truth', 'https://gazette.example/1'))));
  const before = desk.article();
  const forged = rss(item(titled('Lies', 'https://gazette.example/1'), `<p>${LONG} Not.</p>`)).replaceAll(
    'Gazette',
    'Herald',
  );
  await desk.import(await desk.put('other.xml', forged));
  expect(desk.articles()).toHaveLength(2);
  expect(desk.text('articles/undated/truth.md')).toBe(before);
});

test.each(['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'ftp://x.example/', '//'])(
  'an item has no address that is none of the web: %s',
  async (address) => {
    expect((await importFeed(rss(item(`<title>Talks</title><link>${address}</link>`)))).code).toBe(0);
    expect(desk.article()).not.toContain('url:');
  },
);

describe('a feed that is none any more', () => {
  const WHOLE = rss(item(titled('Talks', 'a')) + item(titled('Weather', 'b'), `<p>${LONG} Rain.</p>`));

  test.each([
    ['breaks off', WHOLE.slice(0, -60)],
    ['breaks off in its first tag', WHOLE.slice(0, 30)],
    [
      'is an error page',
      '<!doctype html><html><head><title>502 Bad Gateway</title></head><body><h1>502</h1></body></html>',
    ],
    ['is empty', rss('')],
    ['has no byte', ''],
  ])('because it %s is refused, and the articles of before stay as they are', async (_, text) => {
    await importFeed(WHOLE);
    const before = desk.files().map((file) => [file, desk.text(file)]);
    const { code, said } = await importFeed(text);
    expect({ code, end: said.at(-1) }).toEqual({ code: 2, end: '0 imported, 0 updated, 0 unchanged, 1 refused' });
    expect(desk.files().map((file) => [file, desk.text(file)])).toEqual(before);
  });
});

test('dates that nobody can read leave an article undated, and the editor is told', async () => {
  const dates = ['yesterday', 'Fri, 32 Jan 2016 99:00:00 +9999', '0000-00-00', '2016-02-30', '275761-01-01', ''];
  const items = dates.map((date, number) =>
    item(`<title>Story ${number}</title><pubDate>${date}</pubDate>`, `<p>${LONG} ${number}</p>`),
  );
  const { code, said } = await importFeed(rss(items.join('')));
  expect(code).toBe(0);
  expect(desk.articles().every((file) => file.startsWith('articles/undated/'))).toBe(true);
  expect(said.filter((line) => line.includes('cannot be read and was left out'))).toHaveLength(5);
});

test('no address of this machine or its network is asked for anything, whoever names it', async () => {
  let asked = 0;
  const server = createServer((_, answer) => {
    asked += 1;
    answer.end('secret');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const hosts = [
    '127.0.0.1',
    '0x7f000001',
    '2130706433',
    '127.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    'localhost',
    '0.0.0.0',
    '169.254.169.254',
  ];
  const figure = `<figure><img src="http://127.0.0.1:${port}/a.jpg" alt="A"></figure>`;
  const page = await desk.put(
    'page.html',
    `<!doctype html><html><body><article><h1>Talks</h1><p>${LONG}</p>${figure}<p>${LONG} Two.</p><p>${LONG} Three.</p></article></body></html>`,
  );
  const { PATH } = process.env;
  const args = [
    CLI,
    'import',
    '--content',
    desk.content,
    '--fetch-images',
    page,
    ...hosts.map((host) => `http://${host}:${port}/`),
  ];
  const child = spawn(process.execPath, args, { env: { PATH }, cwd: desk.folder });
  let said = '';
  child.stderr.on('data', (data: Buffer) => (said += data.toString()));
  await once(child, 'close');
  server.close();
  expect({ code: child.exitCode, asked }).toEqual({ code: 2, asked: 0 });
  expect(said.trim().split('\n')).toHaveLength(hosts.length);
  expect(desk.articles()).toEqual(['articles/undated/talks.md']);
});
