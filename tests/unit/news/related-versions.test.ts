import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/news/article.ts';
import { shinglesOf } from '../../../src/news/near-duplicates.ts';
import { relatedArticles } from '../../../src/news/related.ts';
import { toEvidence } from '../../../src/news/related/evidence.ts';
import { sketchLikeness, toSketch } from '../../../src/news/related/sketch.ts';
import { otherVersions } from '../../../src/news/related/versions.ts';
import { makeArticle } from '../routes/edition.ts';

/** A text of so many different words, from a given one on. */
function words(from: number, count: number): string {
  return Array.from({ length: count }, (_, index) => `word${from + index}`).join(' ');
}

function written(file: string, published: string, text: string, tags: string[] = []): Article {
  const article = makeArticle(file, { published, tags });
  return { ...article, evidence: toEvidence(article.front.title, [text], 'en') };
}

function versionFiles(article: Article, all: readonly Article[]): string[] {
  return (otherVersions(all).get(article) ?? []).map(({ file }) => file);
}

describe('other versions of an article', () => {
  it('are those with nearly its text, the nearest date first', () => {
    const here = written('here.md', '2016-10-04', words(0, 200));
    const longer = written('longer.md', '2016-10-07', words(0, 240));
    const sooner = written('z-sooner.md', '2016-10-05', words(10, 200));
    const other = written('other.md', '2016-10-04', words(5000, 200));
    expect(versionFiles(here, [other, longer, here, sooner])).toEqual(['z-sooner.md', 'longer.md']);
    expect(versionFiles(other, [other, longer, here, sooner])).toEqual([]);
  });

  it('are told in long texts too, by a sample of them', () => {
    const here = written('here.md', '2016-10-04', words(0, 4000));
    const corrected = written('corrected.md', '2016-10-05', `${words(0, 3600)} ${words(9000, 300)}`);
    const half = written('half.md', '2016-10-05', `${words(0, 1000)} ${words(20_000, 3000)}`);
    expect(versionFiles(here, [here, corrected, half])).toEqual(['corrected.md']);
  });

  it('are told where a short one stands inside a long one', () => {
    const long = written('long.md', '2016-10-04', words(0, 900));
    const short = written('short.md', '2016-10-03', words(0, 200));
    expect(versionFiles(short, [long, short])).toEqual(['long.md']);
  });

  it('are not the reports that one template makes month after month', () => {
    const march = written('march.md', '2016-03-01', words(0, 100));
    const june = written('june.md', '2016-06-01', `${words(0, 90)} ${words(500, 10)}`);
    expect(versionFiles(march, [march, june])).toEqual([]);
  });

  it('are not seen in a line or two that many articles have', () => {
    const all = ['a.md', 'b.md'].map((file) => written(file, '2016-10-04', 'See the pictures of the day below'));
    expect(otherVersions(all).size).toBe(0);
  });

  it('are not listed as related, and two of them are not both listed', () => {
    const here = written('here.md', '2016-10-04', words(0, 200), ['Harbour']);
    const version = written('version.md', '2016-10-05', words(0, 210), ['Harbour']);
    const next = written('next.md', '2016-10-06', words(5000, 200), ['Harbour']);
    const again = written('again.md', '2016-10-07', words(5000, 220), ['Harbour']);
    const all = [here, version, next, again];
    const related = relatedArticles(all, otherVersions(all)).get(here) ?? [];
    expect(related.map(({ article }) => article.file)).toEqual(['next.md']);
    expect((relatedArticles(all).get(here) ?? []).map(({ article }) => article.file)).toContain('version.md');
  });

  it('are those near in time where a text has hundreds of copies, and are not compared with all', () => {
    const dateOf = (index: number): string => new Date(Date.UTC(2010, 0, 1 + index)).toISOString().slice(0, 10);
    const copies = Array.from({ length: 400 }, (_, index) => written(`${index}.md`, dateOf(index), words(0, 200)));
    const found = versionFiles(copies[200] ?? written('none.md', '2016-10-04', ''), copies);
    expect(found.slice(0, 4)).toEqual(['199.md', '201.md', '198.md', '202.md']);
    expect(found.length).toBeLessThan(150);
  });

  it('are the same in whatever order the articles are read', () => {
    const all = Array.from({ length: 12 }, (_, index) =>
      written(`${index}.md`, `2016-10-${String(10 + (index % 4))}`, words(index * 30, 200)),
    );
    const expected = all.map((article) => versionFiles(article, all));
    expect(expected.flat().length).toBeGreaterThan(0);
    expect(all.map((article) => versionFiles(article, all.toReversed()))).toEqual(expected);
  });
});

describe('the sketch that is remembered of a text', () => {
  it('stays small, however long the text', () => {
    const sizes = [100, 1000, 20_000].map((count) => toSketch(shinglesOf(words(0, count))).hashes.length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(256);
    expect(Math.min(...sizes)).toBeGreaterThan(90);
  });

  it('says of two short texts what their whole shingles say', () => {
    const [one, other] = [words(0, 100), words(20, 100)].map((text) => toSketch(shinglesOf(text)));
    expect(one && other && sketchLikeness(one, other, 1)).toBe('version');
    expect(one && other && sketchLikeness(one, other, 60)).toBeUndefined();
  });
});
