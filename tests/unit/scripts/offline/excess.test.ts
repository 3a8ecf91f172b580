import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excess } from '../../../../src/scripts/offline/excess.ts';
import type { Kept } from '../../../../src/scripts/offline/kept.ts';

function keptPage(name: string, at: number, pictures: string[] = []): Kept {
  return { path: name, at, bytes: 10, page: { headline: name, lang: 'en', dir: 'ltr', scripts: '', pictures } };
}

function keptPicture(name: string, bytes: number): Kept {
  return { path: name, at: 0, bytes };
}

describe('when there is no more room', () => {
  test('the pages that were read longest ago go out, with their pictures', () => {
    const held = [
      keptPage('old', 1, ['old.jpg', 'both.jpg']),
      keptPage('new', 3, ['both.jpg']),
      keptPage('middle', 2),
      keptPicture('old.jpg', 5),
      keptPicture('both.jpg', 5),
    ];
    expect(excess(held, { pages: 2, bytes: 100 })).toEqual(['old', 'old.jpg']);
  });

  test('pictures that only old pages show go out first, and their pages stay', () => {
    const held = [
      keptPage('old', 1, ['old.jpg']),
      keptPage('new', 2, ['new.jpg']),
      keptPicture('old.jpg', 60),
      keptPicture('new.jpg', 60),
    ];
    expect(excess(held, { pages: 10, bytes: 100 })).toEqual(['old.jpg']);
  });

  test('one picture that fits nowhere costs the others nothing', () => {
    const held = [
      keptPage('new', 2, ['huge.jpg']),
      keptPage('old', 1, ['small.jpg']),
      keptPicture('huge.jpg', 101),
      keptPicture('small.jpg', 1),
    ];
    expect(excess(held, { pages: 10, bytes: 100 })).toEqual(['huge.jpg']);
  });
});

test('whatever is held, what stays has room, nothing newer goes than what stays, and nothing more would go', () => {
  const names = fc.constantFrom('a.jpg', 'b.jpg', 'c.jpg', 'd.jpg');
  const pages = fc.uniqueArray(fc.record({ name: fc.string(), at: fc.nat(20), pictures: fc.array(names) }), {
    selector: ({ name }) => name,
  });
  const pictures = fc.uniqueArray(fc.record({ name: names, bytes: fc.nat(100) }), { selector: ({ name }) => name });
  const room = fc.record({ pages: fc.oneof(fc.nat(5), fc.constant(Infinity)), bytes: fc.nat(200) });
  fc.assert(
    fc.property(pages, pictures, room, (pageList, pictureList, limits) => {
      const held = [
        ...pageList.map(({ name, at, pictures: own }) => keptPage(`/${name}/`, at, own)),
        ...pictureList.map(({ name, bytes }) => keptPicture(name, bytes)),
      ];
      const out = new Set(excess(held, limits));
      const stay = held.filter(({ path }) => !out.has(path));
      const stayingPages = stay.filter(({ page }) => page);
      expect(stayingPages.length).toBe(Math.min(pageList.length, limits.pages));
      const oldest = Math.min(...stayingPages.map(({ at }) => at));
      expect(held.filter(({ path, page, at }) => page && out.has(path) && at > oldest)).toEqual([]);
      const left = stay.filter(({ page }) => !page);
      expect(left.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(limits.bytes);
      const shown = new Set(stayingPages.flatMap(({ page }) => page?.pictures ?? []));
      expect(left.filter(({ path }) => !shown.has(path))).toEqual([]);
      expect(excess(stay, limits)).toEqual([]);
    }),
  );
});
