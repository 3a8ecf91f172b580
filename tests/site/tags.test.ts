import { expect, inject, test } from 'vitest';
import { byTag, listFiles, partText, readPage, textOf, theOne } from '../setup/dist.ts';

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
  expect(rows).toContain('Weather 3');
  expect(rows).toContain('Сирия 1');
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
