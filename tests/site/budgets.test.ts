import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { DomUtils } from 'htmlparser2';
import { describe, expect, inject, test } from 'vitest';
import { type Element, byAttribute, byTag, elements, type Page, readPages } from '../setup/dist.ts';

/** The pages of what is in the browser alone, or found by it; their own tests say what they load. */
const SCRIPTED = ['offline/index.html', 'saved/index.html', 'search/index.html'];

const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };

function brotli({ html }: Page): number {
  return brotliCompressSync(html, BROTLI).length;
}

function gzip({ html }: Page): number {
  return gzipSync(html, { level: 9 }).length;
}

function isArticle({ file }: Page): boolean {
  return file.startsWith('articles/');
}

function depth(element: Element): number {
  return 1 + Math.max(0, ...DomUtils.getElementsByTagName('*', element.children, false).map(depth));
}

/** Pages over a budget, each with how much it takes. */
function over(pages: readonly Page[], measure: (page: Page) => number, most: number): string[] {
  return pages.filter((page) => measure(page) > most).map((page) => `${page.file}: ${measure(page)}`);
}

describe.each(['fixtureDist', 'sampleDist'] as const)('in %s', (edition) => {
  const pages = readPages(inject(edition));
  const articles = pages.filter(isArticle);
  const lists = pages.filter((page) => !isArticle(page));

  test('an article comes with the first round trip of a connection', () => {
    expect(over(articles, brotli, 10_000)).toEqual([]);
    expect(over(articles, gzip, 14_600)).toEqual([]);
    expect(articles.length).toBeGreaterThan(10);
  });

  test('a list is small enough for a slow phone', () => {
    expect(over(lists, brotli, 14_000)).toEqual([]);
    expect(over(lists, gzip, 14_600)).toEqual([]);
    expect(lists.length).toBeGreaterThan(10);
  });

  test('no page has more elements, or nests them deeper, than its budget allows', () => {
    const count = (page: Page): number => elements(page).length;
    expect(over(articles, count, 400)).toEqual([]);
    expect(over(lists, count, 900)).toEqual([]);
    expect(over(pages, (page) => Math.max(...byTag(page, 'html').map(depth)), 12)).toEqual([]);
  });

  test('a page loads nothing but itself, the sign of the site and the picture of its article', () => {
    for (const page of pages.filter(({ file }) => !SCRIPTED.includes(file))) {
      const loaded = elements(page).flatMap(({ name, attribs: { src, rel, href, data, poster } }) =>
        [src, data, poster, name === 'link' && /icon|stylesheet|preload/u.test(rel ?? '') ? href : undefined].filter(
          (address) => address !== undefined,
        ),
      );
      const base = edition === 'fixtureDist' ? '/news/' : '/';
      expect(
        loaded.filter((address) => address !== `${base}favicon.svg` && !address.startsWith(`${base}articles/`)),
      ).toEqual([]);
      // Instead of its picture a page loads one of those offered in its place.
      const offered = byTag(page, 'source').flatMap(({ attribs: { srcset = '' } }) => srcset.split(', '));
      expect(offered.filter((address) => !address.startsWith(`${base}pictures/`))).toEqual([]);
      expect(byAttribute(page, 'srcset').every(({ name }) => name === 'source')).toBe(true);
      // The page itself is one of two requests; the sign in the tab is not asked for before it is shown.
      expect(loaded.length - 1, page.file).toBeLessThanOrEqual(1);
      const scripts = byTag(page, 'script').map(({ attribs: { type } }) => type);
      expect(scripts.filter((type) => type !== 'application/ld+json')).toHaveLength(1);
      expect(
        byTag(page, 'style')
          .map((style) => DomUtils.textContent(style))
          .join(),
      ).not.toMatch(/@import|url\(/u);
    }
  });
});

test.each(['fixtureDist', 'sampleDist'] as const)(
  'of %s, only pages that are nothing without it load a script',
  (dist) => {
    const loading = readPages(inject(dist)).map(({ file, ...page }) => ({
      file,
      scripts: byTag({ file, ...page }, 'script').flatMap(({ attribs: { src } }) => src ?? []),
    }));
    expect(loading.filter(({ scripts }) => scripts.length > 0).map(({ file }) => file)).toEqual(SCRIPTED);
    for (const { scripts } of loading.filter(({ file }) => SCRIPTED.includes(file))) {
      expect(scripts).toEqual([expect.stringMatching(/^\/(?:news\/)?_scripts\/[\da-f]+\/\w+\.js$/u)]);
    }
  },
);

test.each(['fixtureDist', 'sampleDist'] as const)(
  'style sheet and script are the same bytes on every page of %s, so that one hash admits each',
  (dist) => {
    const pages = readPages(inject(dist));
    const textsOf = (name: string): Set<string> =>
      new Set(
        pages.flatMap((page) =>
          byTag(page, name)
            .filter(({ attribs }) => attribs['type'] === undefined && attribs['src'] === undefined)
            .map((element) => DomUtils.textContent(element)),
        ),
      );
    expect(textsOf('style').size).toBe(1);
    expect(textsOf('script').size).toBe(1);
    const [script = ''] = textsOf('script');
    expect(Buffer.byteLength(script)).toBeLessThanOrEqual(1024);
    expect(pages.filter((page) => elements(page).some(({ attribs }) => 'style' in attribs))).toEqual([]);
  },
);
