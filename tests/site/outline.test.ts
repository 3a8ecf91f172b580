import { describe, expect, inject, test } from 'vitest';
import {
  articlePages,
  byAttribute,
  byTag,
  elements,
  partText,
  readPage,
  readPages,
  textOf,
  theOne,
} from '../setup/dist.ts';

/** The names that product.md gives the parts of a page. */
const PARTS = [
  ...['article', 'headline', 'standfirst', 'byline', 'dateline', 'times', 'figure', 'body', 'credit', 'receipt'],
  ...['topics', 'thread', 'related', 'versions'],
];

describe.each(['fixtureDist', 'sampleDist'] as const)('in %s', (edition) => {
  const dist = inject(edition);

  test('every page has exactly one first heading, and it says something', () => {
    const headings = readPages(dist).map((page) => ({ file: page.file, texts: byTag(page, 'h1').map(textOf) }));
    expect(headings.filter(({ texts }) => texts.length !== 1 || texts.includes(''))).toEqual([]);
  });

  test('headings never skip a level, so that a reader can leap from one to the next', () => {
    const gaps = readPages(dist).flatMap((page) => {
      const levels = elements(page).flatMap(({ name }) => (/^h[1-6]$/u.test(name) ? [Number(name[1])] : []));
      return levels.flatMap((level, index) =>
        level > (levels[index - 1] ?? 0) + 1 ? [`${page.file}: h${level}`] : [],
      );
    });
    expect(gaps).toEqual([]);
  });

  test('no id stands twice on a page', () => {
    const twice = readPages(dist).flatMap((page) => {
      const ids = byAttribute(page, 'id').map(({ attribs }) => attribs['id'] ?? '');
      return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${page.file}: ${id}`);
    });
    expect(twice).toEqual([]);
  });

  test('an article page holds one article, and each part of it once, under a known name', () => {
    for (const page of articlePages(dist)) {
      const names = byAttribute(page, 'data-part').map(({ attribs }) => attribs['data-part'] ?? '');
      expect(names.filter((name) => name === 'article')).toHaveLength(1);
      expect(names).toContain('headline');
      expect(names).toContain('times');
      expect(new Set(names).size, page.file).toBe(names.length);
      expect(names.filter((name) => !PARTS.includes(name))).toEqual([]);
    }
  });

  test('no list marks a teaser as a part of an article', () => {
    const lists = readPages(dist).filter(({ file }) => !file.startsWith('articles/'));
    expect(lists.filter((page) => byAttribute(page, 'data-part').length > 0)).toEqual([]);
    expect(lists.length).toBeGreaterThan(10);
  });

  test('every picture has its size and a text in its place', () => {
    const bare = readPages(dist).flatMap((page) =>
      byTag(page, 'img').filter(({ attribs: { width, height, alt } }) => !width || !height || alt === undefined),
    );
    expect(bare).toEqual([]);
  });
});

test('an article shows all that its front matter says', () => {
  const page = readPage(inject('fixtureDist'), 'articles/2025/06/everything/');
  expect(partText(page, 'headline')).toBe('Night Ferry Returns to Northport after Nine Years');
  expect(partText(page, 'standfirst')).toMatch(/^The first night boat .* nobody had ordered\.$/u);
  expect(partText(page, 'byline')).toBe('By Ada Fixture and Bruno Example');
  expect(partText(page, 'dateline')).toBe('NORTHPORT, June 14');
  expect(partText(page, 'times')).toMatch(/14 June 2025 at 06:40 .*Updated 14 June 2025 at 11:05/u);
  expect(partText(page, 'figure')).toMatch(/^The ferry Halcyon .* Carla Sample \/ The Fixture Gazette$/u);
  expect(partText(page, 'credit')).toBe('With reporting by the Coast Agency');
  expect(partText(page, 'topics')).toBe('Harbour Ferry Council Shipyard');
  const text = partText(page, 'article');
  expect(text).toContain('Correction, 15 June 2025. The ferry carried 212 passengers');
  expect(text).toContain('© The Coast Herald 2025. CC BY 4.0');
  const links = byTag(page, 'a').map(({ attribs }) => attribs['href']);
  expect(links).toContain('https://herald.example/2025/06/night-ferry');
  expect(links).toContain('https://people.example/bruno');
  expect(links).toContain('https://creativecommons.org/licenses/by/4.0/');
});

test('an article without a byline or a date says so by leaving the one out and naming the other', () => {
  const dist = inject('fixtureDist');
  expect(partText(readPage(dist, 'articles/2025/06/no-byline/'), 'byline')).toBeUndefined();
  expect(partText(readPage(dist, 'articles/undated/undated/'), 'times')).toMatch(/^Undated/u);
  expect(partText(readPage(dist, 'articles/undated/undated-captured/'), 'times')).toMatch(/^Undated/u);
});

test('an old article says how old it is, and a younger one does not', () => {
  const dist = inject('fixtureDist');
  const ageOf = (file: string): string[] => byAttribute(readPage(dist, file), 'class', 'age').map(textOf);
  expect(ageOf('articles/2016/10/verbatim-copy/')).toEqual(['This article is 10 years old.']);
  expect(ageOf('articles/2024/09/aliases/')).toEqual(['This article is 2 years old.']);
  expect(ageOf('articles/2024/12/odd-tags/')).toEqual([]);
});

test('"More on these topics" lists at most five other articles, each with a date and the reason', () => {
  const related = theOne(readPage(inject('fixtureDist'), 'articles/2025/06/plain/'), 'data-part', 'related');
  const items = byTag(related, 'li').map(textOf);
  expect(items).toHaveLength(5);
  for (const item of items) expect(item).toMatch(/Both about .*(?:Harbour|Council).*(?:\d{4}|Undated)$/u);
  const reasons = byAttribute(readPage(inject('fixtureDist'), 'articles/2025/06/plain/'), 'class', 'reason').map(
    textOf,
  );
  for (const reason of reasons)
    expect(reason).toMatch(/^Both about [^;]+\S(?:; (?:the same day|\d+ \w+ (?:later|earlier)))?$/u);
});

test('an article with nearly the same text is shown as another version, and not among related ones', () => {
  const page = readPage(inject('fixtureDist'), 'articles/2025/06/no-byline/');
  const linksIn = (part: string): (string | undefined)[] =>
    byTag(theOne(page, 'data-part', part), 'a').map(({ attribs }) => attribs['href']);
  expect(linksIn('versions')).toEqual([expect.stringMatching(/\/articles\/2025\/06\/later-version\/$/u)]);
  expect(linksIn('related').filter((href) => href?.includes('later-version'))).toEqual([]);
  expect(linksIn('related').length).toBeGreaterThan(2);
});
