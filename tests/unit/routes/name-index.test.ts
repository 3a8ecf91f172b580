import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/news/article.ts';
import type { Edition } from '../../../src/news/edition.ts';
import { parse } from '../../../src/news/parse.ts';
import { tagsSchema } from '../../../src/news/tags.ts';
import { toVocabulary } from '../../../src/news/vocabulary.ts';
import type { NameIndexProps } from '../../../src/routes/name-index.ts';
import { toTagIndex } from '../../../src/routes/tags.ts';
import { makeArticle, makeEdition } from './edition.ts';

type Pages = { path: string; props: NameIndexProps }[];

/** An edition in which each of these tags has one article. */
function editionOf(names: readonly string[]): Edition {
  return makeEdition(names.map((tag, index) => makeArticle(`${index}.md`, { tags: [tag] })));
}

/** So many names, spread over the alphabet, that have nothing in common. */
function manyNames(count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const letter = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.charAt(index % 26);
    return `${letter}${index.toString(36)} topic`;
  });
}

const hrefsOf = (pages: Pages): string[] =>
  pages.flatMap(({ props }) => props.letters.flatMap(({ names }) => names.map(({ href }) => href)));

describe('the index of tags', () => {
  it('lists each once under its letter, without regard to case or accent, signs and digits apart', () => {
    const names = ['zeal', 'Élysée', 'elections', 'Aleppo', '9/11', '“Quoted”', 'aleppo', 'Åland', 'Сирия'];
    const [page, ...others] = toTagIndex(editionOf(names));
    expect(others).toEqual([]);
    expect(page?.props.letters.map(({ letter, names: rows }) => [letter, rows.map(({ count }) => count)])).toEqual([
      ['#', [1, 1]],
      ['A', [1, 2]],
      ['E', [1, 1]],
      ['Z', [1]],
      ['С', [1]],
    ]);
  });

  it('leads to the address of a name in any script, Chinese names under one heading', () => {
    const [page] = toTagIndex(editionOf(['叙利亚', '中国']));
    expect(page?.props.letters.map(({ letter }) => letter)).toEqual(['漢']);
    expect(hrefsOf(page ? [page] : [])).toContain(`/news/tags/${encodeURIComponent('叙利亚')}/`);
  });

  it('tells the day of the latest article, and none where all are undated', () => {
    const dated = (file: string, tag: string, published?: string): Article =>
      makeArticle(file, { tags: [tag], published });
    const articles = [
      dated('a.md', 'Syria', '2016-10-04T23:30:00+02:00'),
      dated('b.md', 'Syria', '2015-01-01'),
      dated('c.md', 'Syria'),
      dated('d.md', 'Zeal'),
    ];
    const [page] = toTagIndex(makeEdition(articles));
    const rows = page?.props.letters.flatMap(({ names }) => names.map(({ label, latest }) => [label, latest]));
    expect(rows).toEqual([
      ['Syria', '2016-10-04'],
      ['Zeal', undefined],
    ]);
  });
});

describe('an index of many tags', () => {
  it.each([
    [12, false],
    [325, true],
    [5000, true],
  ])('of %i is read letter by letter only where one page would be too long', (count, isSplit) => {
    const pages: Pages = toTagIndex(editionOf(manyNames(count)));
    const [first] = pages;
    expect(first?.path).toBe('/tags/');
    expect(pages.length > 1).toBe(isSplit);
    expect(first?.props.parts.length).toBe(isSplit ? 26 : 0);
    expect(first?.props.letters.length).toBe(isSplit ? 0 : count);
    // Each tag is listed once, wherever that is, and every letter says how many it has.
    const hrefs = hrefsOf(pages);
    expect([hrefs.length, new Set(hrefs).size]).toEqual([count, count]);
    if (isSplit) expect(first?.props.parts.reduce((sum, part) => sum + part.count, 0)).toBe(count);
    for (const { path, props } of pages) {
      const rows = props.letters.reduce((sum, { names }) => sum + names.length, 0);
      expect(rows * 3 + props.letters.length * 3 + props.parts.length * 3, path).toBeLessThan(850);
    }
  });

  it('reaches every page of a letter by the links between them', () => {
    const pages: Pages = toTagIndex(editionOf(manyNames(700).map((name) => `S${name}`)));
    const [first, ...lists] = pages;
    expect(first?.props.parts.map(({ href, count }) => [href, count])).toEqual([['/news/tags/a-z/s/', 700]]);
    expect(lists.map(({ path }) => path)).toEqual(['/tags/a-z/s/', '/tags/a-z/s/2/', '/tags/a-z/s/3/']);
    expect(lists.map(({ props }) => props.pager.older)).toEqual([
      '/news/tags/a-z/s/2/',
      '/news/tags/a-z/s/3/',
      undefined,
    ]);
    expect(lists.every(({ props }) => props.lists.some(({ href }) => href === '/news/tags/'))).toBe(true);
    const pagesSaid = lists.map(({ props }) => props.head.title.match(/, page \d/u)?.[0]);
    expect(pagesSaid).toEqual([undefined, ', page 2', ', page 3']);
  });

  it('has shorter pages where names are long', () => {
    const long = manyNames(200).map((name) => `${name} ${'of the long and winding road '.repeat(3)}`);
    const pages: Pages = toTagIndex(editionOf(long.map((name) => `S${name}`)));
    expect(pages.length).toBeGreaterThan(2);
    expect(hrefsOf(pages)).toHaveLength(200);
  });

  it('lists signs and digits under an address of letters', () => {
    const names = [...manyNames(300), '9/11', '24/7'];
    const paths = toTagIndex(editionOf(names)).map(({ path }) => path);
    expect(paths).toContain('/tags/a-z/signs/');
    expect(paths.filter((path) => !/^\/tags\/(?:a-z\/[a-z]+\/)?$/u.test(path))).toEqual([]);
  });
});

describe('the kinds that tags.yaml names', () => {
  const parsed = parse(tagsSchema, [
    { name: 'Syria', kind: 'place' },
    { name: 'John Kerry', kind: 'person' },
    { name: 'Aleppo', kind: 'place' },
    { name: 'Nowhere', kind: 'event' },
  ]);
  const vocabulary = toVocabulary(parsed.ok ? parsed.value : [], 'en');
  const pages: Pages = toTagIndex({ ...editionOf(['Syria', 'John Kerry', 'Aleppo', 'Climate']), vocabulary });

  it('have a list each, and no list where there is nothing to list', () => {
    expect(pages[0]?.props.lists.map(({ href, label, count }) => [href, label, count])).toEqual([
      ['/news/tags/a-z/people/', 'People', 1],
      ['/news/tags/a-z/places/', 'Places', 2],
    ]);
    expect(pages.map(({ path }) => path)).toEqual(['/tags/', '/tags/a-z/people/', '/tags/a-z/places/']);
    expect(pages[2]?.props.letters.flatMap(({ names }) => names.map(({ label }) => label))).toEqual([
      'Aleppo',
      'Syria',
    ]);
  });
});
