import { expect, inject, test } from 'vitest';
import {
  byAttribute,
  byTag,
  canonicalOf,
  listFiles,
  metaOf,
  partText,
  readPage,
  readText,
  textOf,
  theOne,
} from '../setup/dist.ts';
import { FIXTURE_URL } from '../setup/fixture.ts';

const dist = inject('fixtureDist');

test('each oddly named topic has a page of its own, with its name as people write it', () => {
  const page = readPage(dist, 'articles/2024/12/odd-tags/');
  const links = byTag(theOne(page, 'data-part', 'topics'), 'a');
  const names = ['C', 'C++', 'C#', 'U.S.', 'Сирия', '叙利亚', 'AT&T <b>', 'naïve café', '24/7', '100 %', 'Harbour'];
  expect(links.map(textOf).map((name) => (name === 'harbour' ? 'Harbour' : name))).toEqual(names);
  const headings = links.map(({ attribs: { href = '' } }) => {
    return byTag(readPage(dist, decodeURIComponent(href).replace('/news/', '')), 'h1')
      .map(textOf)
      .join();
  });
  expect(headings).toEqual(names);
});

test('names that differ only in case are one topic', () => {
  expect(listFiles(dist).filter((file) => /^tags\/harbour\//iu.test(file))).toHaveLength(3);
  expect(partText(readPage(dist, 'articles/2024/12/odd-tags/'), 'topics')).toMatch(/harbour$/iu);
  expect(readPage(dist, 'tags/harbour/').html).toContain('Library Sorts Its Oddest Subject Cards');
});

test('the topic index lists each topic once, under its letter, with how many articles it has', () => {
  const page = readPage(dist, 'tags/');
  const rows = byTag(page, 'li').map(textOf);
  expect(rows).toContain('Weather 3 · 1 Feb 2025');
  expect(rows).toContain('Сирия 1 · 5 Dec 2024');
  const letters = byTag(page, 'h2').map(textOf);
  expect(letters).toEqual(expect.arrayContaining(['#', 'C', 'H', 'N', 'С']));
  expect(new Set(letters).size).toBe(letters.length);
});

test('a topic page tells its first and latest article, and the topics it is seen with', () => {
  const [main] = byTag(readPage(dist, 'tags/weather/'), 'main').map(textOf);
  expect(main).toContain('3 articles');
  expect(main).toContain('First: Fishing Fleet Stays in Port for a Third Day, 4 October 2016');
  expect(main).toContain('Latest: Fog, 1 February 2025');
  expect(main).toContain('Related topics');
  expect(main).toContain('Fishing 1 in common');
});

test('a topic that tags.yaml lists says what it is, what it is part of, and where else it is described', () => {
  const page = readPage(dist, 'tags/bridge/');
  const [main] = byTag(page, 'main').map(textOf);
  expect(main).toContain('Bridge The swing bridge over the lock, & what crosses it. Place');
  expect(main).toContain('Part of Harbour');
  expect(main).toContain('Also: Pont, Swing bridge and The “old” bridge & its <keeper>');
  const links = byTag(page, 'a').map((link) => [textOf(link), link.attribs['href']]);
  expect(links).toContainEqual(['Wikidata', 'https://www.wikidata.org/wiki/Q12280']);
  expect(links).toContainEqual(['IPTC Media Topics', 'http://cv.iptc.org/newscodes/mediatopic/20000337']);
  expect(links).toContainEqual(['Harbour', '/news/tags/harbour/']);
  expect(metaOf(page, 'description')).toEqual(['The swing bridge over the lock, & what crosses it.']);
});

test('an article under another name of a topic is listed with those under its own', () => {
  const topics = byTag(theOne(readPage(dist, 'articles/2025/03/french/'), 'data-part', 'topics'), 'a');
  expect(topics.map((link) => [textOf(link), link.attribs['href']])).toContainEqual(['Bridge', '/news/tags/bridge/']);
  const listed = byTag(readPage(dist, 'tags/bridge/'), 'h3').map(textOf);
  expect(listed).toHaveLength(2);
  expect(readText(dist, 'tags/bridge/feed.json')).not.toContain('Pont"');
});

test.each([
  ['tags/pont/', 'tags/bridge/', 'Bridge'],
  ['tags/swing-bridge/', 'tags/bridge/', 'Bridge'],
  ['tags/statistics/', 'tags/figures-and-tables/', 'Statistics'],
])('the address of another name, %s, leads to the topic', (old, to, name) => {
  const page = readPage(dist, old);
  expect(byAttribute(page, 'http-equiv', 'refresh').map(({ attribs }) => attribs['content'])).toEqual([
    `0; url=/news/${to}`,
  ]);
  expect(canonicalOf(page)).toBe(FIXTURE_URL + to);
  expect(byTag(page, 'p').map(textOf)).toEqual([`This topic has moved: ${name}`]);
  expect(byTag(readPage(dist, to), 'h1').map(textOf)).toEqual([name]);
});

test('the topic index leads to the topics of each kind', () => {
  const [link] = byTag(readPage(dist, 'tags/'), 'a').filter((it) => textOf(it) === 'Places');
  expect(link?.attribs['href']).toBe('/news/tags/a-z/places/');
  const rows = byTag(readPage(dist, 'tags/a-z/places/'), 'li').map(textOf);
  expect(rows.filter((row) => /^(?:Bridge|Harbour) \d+ · /u.test(row))).toHaveLength(2);
});

test.each([
  ['authors/', 'authors/ada-fixture/'],
  ['sources/', 'sources/the-coast-herald/'],
])('the index of %s leads to the articles of each name', (index, list) => {
  const hrefs = byTag(readPage(dist, index), 'a').map(({ attribs }) => attribs['href']);
  expect(hrefs).toContain(`/news/${list}`);
  expect(byTag(readPage(dist, list), 'h3').length).toBeGreaterThan(0);
  expect(byTag(readPage(dist, 'tags/'), 'a').map(({ attribs }) => attribs['href'])).toContain(`/news/${index}`);
});
