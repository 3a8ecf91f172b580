import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { READ, SAVED } from '../../../../src/scripts/memory/articles.ts';
import { toEntries } from '../../../../src/scripts/memory/shelf.ts';
import { fromFile, type Kept, mergeKept, readKept, takeIn, toFile } from '../../../../src/scripts/memory/transfer.ts';
import { LISTS } from '../../../../src/scripts/memory/visits.ts';
import { shelfWith, SITE } from './fake-store.ts';

const NOW = '2026-11-22T12:00:00.000Z';

// Few values, so that two readers often have the same.
const path = fc.constantFrom('a', 'b', 'c').map((name) => `/news/articles/2026/11/${name}/`);
const moment = fc.integer({ min: 0, max: 5 }).map((day) => `2026-11-1${day}T12:00:00.000Z`);
const maybe = <Value>(of: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> => fc.option(of, { nil: undefined });
const listed = {
  path,
  headline: fc.constantFrom('Truce', 'A Truce'),
  about: maybe(fc.constantFrom('The Gazette', 'Syria')),
  published: maybe(fc.constant('2016-10-04')),
  lang: maybe(fc.constantFrom('en', 'fr')),
};
const place = maybe(fc.record({ id: maybe(fc.constantFrom('p-a', 'p-b')), share: fc.constantFrom(0.25, 0.5) }));
const signs = fc.array(fc.constantFrom('s1', 's2', 's3', 's4'));

/** All that a reader may have, as it is read from where it is kept. */
const kept: fc.Arbitrary<Kept> = fc
  .record({
    saved: fc.array(fc.record({ ...listed, saved: moment }), { maxLength: 4 }),
    read: fc.array(fc.record({ ...listed, last: moment, read: maybe(moment), place, seconds: maybe(fc.nat(90)) }), {
      maxLength: 4,
    }),
    lists: fc.array(
      fc.record({
        path: fc.constantFrom('/news/tags/syria/', '/news/threads/talks/'),
        day: moment.map((text) => text.slice(0, 10)),
        pages: fc.array(fc.constantFrom(1, 2)),
        known: signs,
        fresh: signs,
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ saved, read, lists }) => ({
    saved: toEntries(SAVED, saved, SITE),
    read: toEntries(READ, read, SITE),
    lists: toEntries(LISTS, lists, SITE),
  }));

/** One browser's things taken into another's, as they stand there then. */
function takenInto(one: Kept, other: Kept): Kept {
  const shelf = shelfWith();
  takeIn(shelf, one);
  takeIn(shelf, other);
  return readKept(shelf);
}

describe('what two browsers have of one reader', () => {
  it('is the same whichever is taken into the other', () => {
    fc.assert(
      fc.property(kept, kept, (one, other) => {
        expect(mergeKept(one, other)).toEqual(mergeKept(other, one));
      }),
    );
  });

  it('is the same in whatever order three are put together', () => {
    fc.assert(
      fc.property(kept, kept, kept, (one, other, third) => {
        expect(mergeKept(mergeKept(one, other), third)).toEqual(mergeKept(one, mergeKept(other, third)));
      }),
    );
  });

  it('is changed by nothing that is there already', () => {
    fc.assert(
      fc.property(kept, kept, (one, other) => {
        const merged = mergeKept(one, other);
        expect(mergeKept(merged, one)).toEqual(merged);
        expect(mergeKept(merged, merged)).toEqual(merged);
      }),
    );
  });

  it('is all there: nothing saved or read to the end is lost', () => {
    fc.assert(
      fc.property(kept, kept, (one, other) => {
        const merged = takenInto(one, other);
        const savedIn = ({ saved }: Kept): string[] => saved.map((entry) => entry.path);
        const readIn = ({ read }: Kept): string[] =>
          read.flatMap((entry) => (entry.read === undefined ? [] : entry.path));
        expect(new Set(savedIn(merged))).toEqual(new Set([...savedIn(one), ...savedIn(other)]));
        expect(new Set(readIn(merged))).toEqual(new Set([...readIn(one), ...readIn(other)]));
      }),
    );
  });
});

describe('a file of what a reader keeps', () => {
  it('gives another browser the same, and a second time nothing more', () => {
    fc.assert(
      fc.property(kept, (mine) => {
        const shelf = shelfWith();
        const file = fromFile(toFile(mine, SITE), SITE, NOW);
        if (!file) throw new Error('The file was refused.');
        expect(takeIn(shelf, file)).toBe(mine.saved.length + mine.read.length + mine.lists.length);
        expect(readKept(shelf)).toEqual(mine);
        expect(takeIn(shelf, file)).toBe(0);
      }),
    );
  });

  it('is good for the same site at another address', () => {
    const moved = new URL('https://other.example/');
    fc.assert(
      fc.property(kept, (mine) => {
        const file = fromFile(toFile(mine, SITE), moved, NOW);
        const strip = (text: string): string => text.replaceAll('/news/', '/');
        expect(JSON.stringify(file)).toBe(strip(JSON.stringify(mine)));
      }),
    );
  });

  it('is refused if it is another file, broken, or of a later version', () => {
    const files = ['', 'null', '[]', '{}', '"tearsheet-saved"', '{"format":"tearsheet-saved"}', '['.repeat(1e5)];
    const later = JSON.stringify({ format: 'tearsheet-saved', version: 2, saved: [] });
    for (const text of [...files, later]) expect(fromFile(text, SITE, NOW), text.slice(0, 40)).toBeUndefined();
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(fromFile(text, SITE, NOW)).toBeUndefined();
      }),
    );
  });

  it('never fails, whatever stands in it, and gives nothing that is no entry', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (saved, read, lists) => {
        const text = JSON.stringify({ format: 'tearsheet-saved', version: 1, saved, read: [read], lists });
        expect(fromFile(text, SITE, NOW)).toEqual({ saved: [], read: [], lists: [] });
      }),
    );
  });

  const good = { path: 'articles/2026/11/a/', headline: 'Truce', saved: '2026-11-20T12:00:00.000Z' };
  const takes = (saved: unknown[]): Kept | undefined =>
    fromFile(JSON.stringify({ format: 'tearsheet-saved', version: 1, saved }), SITE, NOW);

  it.each([
    ['an address of another site', { ...good, path: 'https://evil.example/news/articles/2026/11/a/' }],
    ['a script for an address', { ...good, path: 'javascript:alert(document.domain)' }],
    ['no headline', { ...good, headline: ' \u202e ' }],
    ['a number for a headline', { ...good, headline: 7 }],
    ['no moment', { ...good, saved: 'yesterday' }],
    ['a moment that never was', { ...good, saved: '2026-99-99T12:00:00.000Z' }],
    ['lists in lists', JSON.parse(`${'['.repeat(2000)}${']'.repeat(2000)}`)],
  ])('gives nothing of an entry with %s, and all of the one beside it', (_, entry: unknown) => {
    expect(takes([entry, good])?.saved).toEqual([{ ...good, path: '/news/articles/2026/11/a/' }]);
  });

  it('gives a headline without line ends and signs that turn its direction, cut where it is endless', () => {
    const [entry] =
      takes([{ ...good, headline: `A\u202e\n<b>truce</b> ${'🕊'.repeat(5000)}`, lang: '"><script>' }])?.saved ?? [];
    expect(entry?.headline).toMatch(/^A <b>truce<\/b> 🕊+$/u);
    expect(entry?.headline.length).toBeLessThanOrEqual(600);
    expect(entry?.lang).toBeUndefined();
  });

  it('puts nothing into the future, where it would stand first for ever', () => {
    expect(takes([{ ...good, saved: '2999-01-01T00:00:00.000Z' }])?.saved[0]?.saved).toBe(NOW);
  });

  it('that is too much for the browser takes nothing away', () => {
    const file = takes([good, { ...good, path: 'articles/2026/11/b/', headline: 'x'.repeat(300) }]);
    const shelf = shelfWith({}, 200);
    expect(takeIn(shelf, takes([good]) ?? readKept(shelf))).toBe(1);
    expect(takeIn(shelf, file ?? readKept(shelf))).toBeUndefined();
    expect(readKept(shelf).saved.map(({ headline }) => headline)).toEqual(['Truce']);
  });
});
