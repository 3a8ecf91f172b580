import { describe, expect, it } from 'vitest';
import { showNextChange, summarize } from '../../../src/build/summary.ts';

/** Sizes of so many files of so many bytes. */
const many = (count: number, bytes: number): Record<string, number> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`pictures/${index}.jpg`, bytes]));

describe('the summary of a built site', () => {
  it('counts files and pages, and names the largest pages', () => {
    const sizes = {
      'index.html': 30_000,
      'a/index.html': 4200,
      'b/index.html': 999,
      '404.html': 5000,
      'feed.xml': 90_000,
    };
    expect(summarize(sizes)).toEqual({
      facts:
        '5 files of 130 kB; 4 pages of 40.2 kB; the largest: index.html 30.0 kB, 404.html 5.0 kB, a/index.html 4.2 kB',
      warnings: [],
    });
  });

  it('says which hosts take no more bytes', () => {
    expect(summarize(many(100, 8_900_000)).warnings).toEqual([]);
    expect(summarize(many(100, 9_100_000)).warnings).toEqual([
      'GitHub Pages hardly takes this site: 910 MB in all; it takes no more than 1.0 GB.',
      'GitLab Pages hardly takes this site: 910 MB in all; it takes no more than 1.0 GB.',
    ]);
    expect(summarize(many(100, 12_000_000)).warnings[0]).toBe(
      'GitHub Pages does not take this site: 1.2 GB in all; it takes 1.0 GB.',
    );
  });

  it('says which hosts take no more files', () => {
    expect(summarize(many(17_999, 1)).warnings).toEqual([]);
    expect(summarize(many(20_000, 1)).warnings).toEqual([
      'Cloudflare Pages (free) hardly takes this site: 20,000 files; it takes no more than 20,000.',
    ]);
    expect(summarize(many(20_001, 1)).warnings).toEqual([
      'Cloudflare Pages (free) does not take this site: 20,001 files; it takes 20,000.',
    ]);
  });

  it('names a file that is too large by itself', () => {
    const { warnings } = summarize({ 'index.html': 1, 'articles/film.gif': 30_000_000 });
    expect(warnings).toEqual([
      'Cloudflare Pages (free) does not take this site: 30.0 MB in articles/film.gif; it takes 26.2 MB.',
      'Cloudflare Pages (paid) does not take this site: 30.0 MB in articles/film.gif; it takes 26.2 MB.',
    ]);
  });

  it('has words for a site of nothing', () => {
    expect(summarize({}).facts).toBe('0 files of 0 B; 0 pages of 0 B');
  });
});

describe('the line that says when the site must be built again', () => {
  const at = Date.UTC(2026, 11, 24, 5);

  it('names the moment, the article and what becomes of it', () => {
    expect(showNextChange({ at, way: 'in', file: '2026/12/mayor.md', others: 0 }, 'content')).toBe(
      'Next change due: 2026-12-24T05:00:00Z (content/articles/2026/12/mayor.md comes in)',
    );
    expect(showNextChange({ at: at + 1, way: 'out', file: 'a.md', others: 2 }, 'my/paper')).toBe(
      'Next change due: 2026-12-24T05:00:00.001Z (my/paper/articles/a.md goes out, and 2 more)',
    );
  });

  it('gives a terminal no orders that the name of a file holds', () => {
    expect(showNextChange({ at, way: 'in', file: '\u001b[2J.md', others: 0 }, 'content')).toContain(
      '\\u001b[2J.md comes',
    );
  });
});
