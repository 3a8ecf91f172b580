import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { READ, SAVED, type SavedArticle } from '../../../../src/scripts/memory/articles.ts';
import {
  changeEntries,
  isKeeping,
  type Kind,
  markForgotten,
  markKept,
  readEntries,
} from '../../../../src/scripts/memory/shelf.ts';
import { LISTS } from '../../../../src/scripts/memory/visits.ts';
import { shelfWith, textOf } from './fake-store.ts';

const SAVED_AT = '2026-11-22T12:00:00.000Z';

function saved(name: string, moment = SAVED_AT): SavedArticle {
  const path = `/news/articles/2026/11/${name}/`;
  return { path, headline: name, about: undefined, published: '2026-11-20', lang: 'en', saved: moment };
}

const namesIn = (kept: ReturnType<typeof shelfWith>): string[] =>
  readEntries(SAVED, kept).map(({ headline }) => headline);

const add = (entry: SavedArticle) => (entries: SavedArticle[]) => [...entries, entry];

describe('what a reader saves', () => {
  it('is there on the next visit, the newest first', () => {
    const shelf = shelfWith();
    expect(changeEntries(SAVED, shelf, add(saved('old', '2026-11-20T12:00:00.000Z')))).toBe(true);
    expect(changeEntries(SAVED, shelf, add(saved('new')))).toBe(true);
    expect(readEntries(SAVED, shelf)).toEqual([saved('new'), saved('old', '2026-11-20T12:00:00.000Z')]);
  });

  it('makes pages look for it: the key that they look for is there', () => {
    const shelf = shelfWith();
    changeEntries(SAVED, shelf, add(saved('a')));
    expect([...shelf.store.kept.keys()].sort()).toEqual(['read', 'saved']);
  });

  it('stands beside what another tab saved meanwhile', () => {
    const shelf = shelfWith();
    readEntries(SAVED, shelf);
    changeEntries(SAVED, { ...shelf }, add(saved('other tab')));
    changeEntries(SAVED, shelf, add(saved('this tab')));
    expect(namesIn(shelf).sort()).toEqual(['other tab', 'this tab']);
  });

  it('is refused where there is no room, and what was there stays', () => {
    const shelf = shelfWith({}, 300);
    expect(changeEntries(SAVED, shelf, add(saved('a')))).toBe(true);
    expect(changeEntries(SAVED, shelf, add(saved('x'.repeat(300))))).toBe(false);
    expect(namesIn(shelf)).toEqual(['a']);
  });

  it('is refused rather than others dropped where there are too many', () => {
    const shelf = shelfWith();
    const few: Kind<SavedArticle> = { ...SAVED, most: 2 };
    for (const name of ['a', 'b']) changeEntries(few, shelf, add(saved(name)));
    expect(changeEntries(few, shelf, add(saved('c')))).toBe(false);
    expect(namesIn(shelf).sort()).toEqual(['a', 'b']);
  });

  it('leaves alone what another site of the same host keeps', () => {
    const other = { ...saved('other'), path: '/other/articles/2026/11/other/' };
    const shelf = shelfWith({ saved: textOf(other) });
    expect(namesIn(shelf)).toEqual([]);
    changeEntries(SAVED, shelf, add(saved('a')));
    changeEntries(SAVED, shelf, () => []);
    expect(JSON.parse(shelf.store.getItem('saved') ?? '')).toEqual({ version: 1, entries: [other] });
  });

  it('is not written over by an older script that does not know its format', () => {
    const text = JSON.stringify({ version: 2, articles: ['later'] });
    const shelf = shelfWith({ saved: text });
    expect(namesIn(shelf)).toEqual([]);
    expect(changeEntries(SAVED, shelf, add(saved('a')))).toBe(false);
    expect(shelf.store.getItem('saved')).toBe(text);
  });
});

describe('what a reader reads', () => {
  const entry = (name: string, last: string) => ({
    ...saved(name),
    last,
    read: last,
    place: undefined,
    seconds: undefined,
  });

  it('drops out when there is too much, the oldest first', () => {
    const shelf = shelfWith();
    const few = { ...READ, most: 2 };
    for (const day of ['20', '22', '21']) {
      changeEntries(few, shelf, (entries) => [...entries, entry(day, `2026-11-${day}T12:00:00.000Z`)]);
    }
    expect(readEntries(READ, shelf).map(({ headline }) => headline)).toEqual(['22', '21']);
  });

  it('keeps its newer half where the browser has no room for all', () => {
    const shelf = shelfWith({}, 1000);
    const moments = Array.from({ length: 9 }, (_, index) => `2026-11-1${index}T12:00:00.000Z`);
    for (const [index, moment] of moments.entries()) {
      changeEntries(READ, shelf, (entries) => [...entries, entry(`n${index}`, moment)]);
    }
    const names = readEntries(READ, shelf).map(({ headline }) => headline);
    expect(names.length).toBeGreaterThan(1);
    expect(names).toEqual(Array.from(names, (_, index) => `n${8 - index}`));
  });

  it('is forgotten without a trace where nothing is saved, and else noted as forgotten, once', () => {
    const shelf = shelfWith();
    markKept(shelf);
    expect([...shelf.store.kept.keys()]).toEqual(['read']);
    expect(markForgotten(shelf)).toBe(true);
    expect([...shelf.store.kept.keys()]).toEqual([]);
    expect(markForgotten(shelf)).toBe(false);
    changeEntries(SAVED, shelf, add(saved('a')));
    expect(markForgotten(shelf)).toBe(true);
    expect(markForgotten(shelf)).toBe(false);
    expect([...shelf.store.kept.keys()].sort()).toEqual(['read', 'saved']);
  });
});

it('a browser that keeps nothing is told from one that is full', () => {
  expect(isKeeping(shelfWith())).toBe(true);
  expect(isKeeping(shelfWith({}, 0))).toBe(false);
  expect(isKeeping(shelfWith({ saved: textOf(saved('a')) }, 0))).toBe(true);
});

describe('whatever stands in the place of what was kept', () => {
  const odd = fc.oneof(
    fc.string(),
    fc.json(),
    fc.json().map((text) => `{"version":1,"entries":[${text}]}`),
  );

  it('nothing fails, and what is no entry is not there', () => {
    fc.assert(
      fc.property(odd, odd, odd, (read, savedText, lists) => {
        const shelf = shelfWith({ read, saved: savedText, lists });
        expect([...readEntries(READ, shelf), ...readEntries(SAVED, shelf), ...readEntries(LISTS, shelf)]).toEqual([]);
        changeEntries(SAVED, shelf, add(saved('a')));
        expect(namesIn(shelf)).toEqual(['a']);
      }),
    );
  });

  it('a browser that refuses everything makes nothing fail', () => {
    const refuse = (): never => {
      throw new DOMException('denied', 'SecurityError');
    };
    const shelf = { ...shelfWith(), store: { getItem: refuse, setItem: refuse, removeItem: refuse } };
    expect(readEntries(SAVED, shelf)).toEqual([]);
    expect(changeEntries(SAVED, shelf, add(saved('a')))).toBe(false);
    expect([isKeeping(shelf), markForgotten(shelf)]).toEqual([false, false]);
    expect(() => markKept(shelf)).not.toThrow();
  });
});
