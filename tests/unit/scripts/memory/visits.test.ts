import { describe, expect, it } from 'vitest';
import { toSign, visit, type VisitedList } from '../../../../src/scripts/memory/visits.ts';

const PATH = '/news/tags/syria/';

function visits(...pages: { day: string; signs: string[]; page?: number }[]): VisitedList {
  let list: VisitedList | undefined;
  for (const { day, signs, page = 1 } of pages) list = visit(list, { path: PATH, page, signs, day });
  if (!list) throw new Error('There was no visit.');
  return list;
}

describe('a reader who comes to a list', () => {
  it('for the first time is told of nothing new', () => {
    expect(visits({ day: '2026-11-20', signs: ['a', 'b'] })).toEqual({
      path: PATH,
      day: '2026-11-20',
      pages: [1],
      known: ['a', 'b'],
      fresh: [],
    });
  });

  it('again is told of what was not there, whatever its date', () => {
    const list = visits({ day: '2026-11-20', signs: ['a', 'b'] }, { day: '2026-11-22', signs: ['c', 'a', 'd', 'b'] });
    expect([list.fresh, list.day]).toEqual([['c', 'd'], '2026-11-22']);
  });

  it('sees it as new all day, and no longer on the next day', () => {
    const first = { day: '2026-11-20', signs: ['a'] };
    const second = { day: '2026-11-21', signs: ['b', 'a'] };
    expect(visits(first, second, second).fresh).toEqual(['b']);
    expect(visits(first, second, { day: '2026-11-21', signs: ['c', 'b', 'a'] }).fresh).toEqual(['b', 'c']);
    expect(visits(first, second, { day: '2026-11-22', signs: ['b', 'a'] }).fresh).toEqual([]);
  });

  it('is not told that an article is new because it has moved on to the next page', () => {
    const before = [
      { day: '2026-11-20', signs: ['b', 'c'] },
      { day: '2026-11-20', signs: ['d', 'e'], page: 2 },
    ];
    const list = visits(
      ...before,
      { day: '2026-11-21', signs: ['a', 'b'] },
      { day: '2026-11-21', signs: ['c', 'd'], page: 2 },
    );
    expect(list.fresh).toEqual(['a']);
    expect(list.pages).toEqual([1, 2]);
  });

  it('is told nothing of a page that was not opened before', () => {
    const first = { day: '2026-11-20', signs: ['b'] };
    expect(visits(first, { day: '2026-11-21', signs: ['x', 'y'], page: 2 }).fresh).toEqual([]);
  });

  it('whose clock has gone back is told what is new all the same', () => {
    const list = visits({ day: '2026-11-22', signs: ['a'] }, { day: '2026-11-20', signs: ['b', 'a'] });
    expect([list.fresh, list.day]).toEqual([['b'], '2026-11-22']);
  });

  it('with more pages than can be remembered is told of nothing that was only forgotten', () => {
    const many = (page: number): string[] =>
      Array.from({ length: 400 }, (_, index) => (page * 1000 + index).toString(36));
    const all = [1, 2, 3, 4, 5];
    const days = ['2026-11-20', '2026-11-21', '2026-11-22'];
    const list = visits(...days.flatMap((day) => all.map((page) => ({ day, signs: many(page), page }))));
    expect(list.fresh).toEqual([]);
    expect(list.known.length).toBeLessThanOrEqual(1000);
  });
});

it('an article is known in a list by the hash of its path, as published with the algorithm', () => {
  // FNV-1a with 32 bits: the offset basis of the empty text, and the author's own example.
  expect(toSign('')).toBe((0x811c9dc5).toString(36));
  expect(toSign('foobar')).toBe((0xbf9cf968).toString(36));
});
