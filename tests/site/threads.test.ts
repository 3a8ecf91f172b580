import { expect, inject, test } from 'vitest';
import { byAttribute, byTag, listFiles, metaOf, partText, readPage, readText, textOf, theOne } from '../setup/dist.ts';
import { FIXTURE_URL } from '../setup/fixture.ts';

const dist = inject('fixtureDist');

const COUNCIL = [
  ['articles/2025/02/long-headline/', /^Harbour Board, Town Council and the County Agree/u],
  ['articles/2025/05/withdrawn/', /^Report on the Bakery Fire$/u],
  ['articles/2025/05/corrected/', /^Council Finds Money for the Swimming Bath$/u],
] as const;

test('a running story is read from its first article to its latest', () => {
  const page = readPage(dist, 'threads/the-year-of-the-council/');
  expect(byTag(page, 'h1').map(textOf)).toEqual(['The year of the council']);
  const links = byTag(page, 'h3').flatMap((headline) => byTag(headline, 'a'));
  expect(links.map(({ attribs }) => attribs['href'])).toEqual(COUNCIL.map(([path]) => `/news/${path}`));
  for (const [index, [, headline]] of COUNCIL.entries()) expect(links.slice(index).map(textOf)[0]).toMatch(headline);
  const [main] = byTag(page, 'main').map(textOf);
  expect(main).toContain('3 articles First: Harbour Board');
  expect(main).toContain('Latest: Council Finds Money for the Swimming Bath, 20 May 2025');
  expect(main).toContain('Withdrawn · 11 May');
  expect(main).toContain('Council 3 articles');
  expect(metaOf(page, 'description').join()).toMatch(/^The year of the council: /u);
});

test('what is not public yet is no part of a thread, and is not counted', () => {
  const threads = listFiles(dist).filter((file) => file.startsWith('threads/'));
  expect(threads.filter((file) => /Mayor to Step Down/u.test(readText(dist, file)))).toEqual([]);
  expect(partText(readPage(dist, 'articles/2025/05/corrected/'), 'thread')).toMatch(
    /^Part 3 of 3 in The year of the council First · 3 February 2025 .* Previous · Withdrawn · 11 May 2025 Report/u,
  );
});

test.each([
  ['articles/2025/04/excerpt-only/', 'Part 1 of 3', ['articles/2025/06/everything/']],
  ['articles/2025/06/everything/', 'Part 2 of 3', ['articles/2025/04/excerpt-only/', 'articles/undated/undated/']],
  ['articles/undated/undated/', 'Part 3 of 3', ['articles/2025/04/excerpt-only/', 'articles/2025/06/everything/']],
])('a reader of %s is told that it is %s and can go on from there', (path, part, others) => {
  const thread = theOne(readPage(dist, path), 'data-part', 'thread');
  expect(textOf(thread)).toContain(`${part} in The night ferry`);
  expect(byTag(thread, 'a').map(({ attribs }) => attribs['href'])).toEqual(
    ['threads/the-night-ferry/', ...others].map((other) => `/news/${other}`),
  );
});

test('a thread of one article has a page at an address in its own script, and no parts', () => {
  const path = 'threads/السفينة-الشراعية/';
  expect(byTag(readPage(dist, path), 'h1').map(textOf)).toEqual(['السفينة الشراعية']);
  const thread = theOne(readPage(dist, 'articles/2025/03/arabic-rtl/'), 'data-part', 'thread');
  expect(textOf(thread)).toBe('ضمن تغطية «السفينة الشراعية»');
  expect(byTag(thread, 'a').map(({ attribs: { href = '' } }) => decodeURIComponent(href))).toEqual([`/news/${path}`]);
});

test('an article without a thread says nothing of one', () => {
  expect(partText(readPage(dist, 'articles/2025/06/plain/'), 'thread')).toBeUndefined();
});

test('a thread can be followed by feed, and its page says where', () => {
  const page = readPage(dist, 'threads/the-night-ferry/');
  const hrefs = byAttribute(page, 'rel', 'alternate').map(({ attribs }) => attribs['href']);
  expect(hrefs).toEqual(['xml', 'json'].map((format) => `/news/threads/the-night-ferry/feed.${format}`));
  const feed = readText(dist, 'threads/the-night-ferry/feed.xml');
  expect(feed).toContain(`${FIXTURE_URL}articles/2025/06/everything/`);
  expect(feed).toContain('>Thread: The night ferry · The Fixture Gazette</title>');
  expect(readText(dist, 'threads/the-night-ferry/feed.json')).toContain(
    '"title":"Thread: The night ferry · The Fixture Gazette"',
  );
});

test('all threads are found from the index of topics', () => {
  const lists = byTag(readPage(dist, 'tags/'), 'a').map(({ attribs }) => attribs['href']);
  expect(lists).toContain('/news/threads/');
  const rows = byTag(readPage(dist, 'threads/'), 'li').map(textOf);
  expect(rows).toContain('The night ferry 3 · 14 Jun 2025');
  expect(rows).toContain('The year of the council 3 · 20 May 2025');
  expect(rows).toContain('السفينة الشراعية 1 · 21 Mar 2025');
});
