import { describe, expect, inject, test } from 'vitest';
import { canonicalOf, listFiles, metaOf, readPages, readText } from '../setup/dist.ts';
import { FIXTURE_URL } from '../setup/fixture.ts';
import { sitemapFindings, sitemapIndexFindings, textsOf } from '../setup/sitemap-findings.ts';
import { xmlFindings } from '../setup/xmllint.ts';

const dist = inject('fixtureDist');

function texts(file: string, name: string): string[] {
  return textsOf(readText(dist, file), name);
}

function addressOf(file: string): string {
  return new URL(file.replace(/(^|\/)index\.html$/u, '$1'), FIXTURE_URL).href;
}

test('the sitemap lists every page that is its own original, and no other', () => {
  const own = readPages(dist)
    .filter((page) => canonicalOf(page) === addressOf(page.file) && metaOf(page, 'robots').length === 0)
    .map(({ file }) => addressOf(file))
    // Months, years and further pages of a list say nothing that the articles do not.
    .filter((address) => !/\/archive\/./u.test(address));
  expect(texts('sitemap-0.xml', 'loc').toSorted()).toEqual(own.toSorted());
});

test('a copy whose canonical address is its source is not in the sitemap', () => {
  const listed = texts('sitemap-0.xml', 'loc');
  expect(listed).not.toContain(`${FIXTURE_URL}articles/2016/10/verbatim-copy/`);
  expect(listed).toContain(`${FIXTURE_URL}articles/2024/10/edited-copy/`);
});

test('what is withdrawn or not for search engines is not in the sitemap, and its page says so', () => {
  for (const file of ['articles/2025/05/withdrawn/', 'articles/2025/04/not-for-search/']) {
    expect(texts('sitemap-0.xml', 'loc')).not.toContain(FIXTURE_URL + file);
    const page = readPages(dist).find((candidate) => candidate.file === `${file}index.html`);
    expect(page && metaOf(page, 'robots')).toEqual(['noindex']);
  }
});

test('a day in the sitemap is the same day around the world', () => {
  const dates = texts('sitemap-0.xml', 'lastmod');
  expect(dates).toContain('2025-06-12T10:00:00.000Z');
  expect(dates.filter((date) => date.includes('T00:00') || date.includes('T23:00'))).toEqual([]);
});

test('robots.txt admits everybody and names the sitemap, which is there', () => {
  const robots = readText(dist, 'robots.txt');
  expect(robots).toMatch(/^User-agent: \*$/mu);
  expect(robots).not.toMatch(/^Disallow: \S/mu);
  expect(robots).toContain(`Sitemap: ${FIXTURE_URL}sitemap-index.xml\n`);
  expect(texts('sitemap-index.xml', 'loc')).toEqual([`${FIXTURE_URL}sitemap-0.xml`]);
});

describe.each(['fixtureDist', 'sampleDist'] as const)('in %s', (edition) => {
  const built = inject(edition);
  const index = readText(built, 'sitemap-index.xml');
  /** The folder of the index, and the only place that its sitemaps may speak of. */
  const site = textsOf(index, 'loc')[0]?.replace(/sitemap-0\.xml$/u, '') ?? '';

  test('every sitemap keeps the schema and the protocol of sitemaps.org', () => {
    const sitemaps = listFiles(built).filter((file) => /^sitemap-\d+\.xml$/u.test(file));
    expect(sitemaps.flatMap((file) => sitemapFindings(readText(built, file), site))).toEqual([]);
    expect(sitemaps).toContain('sitemap-0.xml');
  });

  test('the index keeps the protocol too, and names every sitemap', () => {
    expect(sitemapIndexFindings(index, site)).toEqual([]);
    const sitemaps = listFiles(built).filter((file) => /^sitemap-\d+\.xml$/u.test(file));
    expect(textsOf(index, 'loc')).toEqual(sitemaps.map((file) => site + file));
  });
});

const SITEMAP = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <url><loc>https://paper.example/news/</loc><lastmod>2025-06-12T10:00:00Z</lastmod></url>
  <url><loc>https://paper.example/news/about/</loc></url>
</urlset>`;

const INDEX = `<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <sitemap><loc>https://paper.example/news/sitemap-0.xml</loc><lastmod>2025-06-12T10:00:00Z</lastmod></sitemap>
</sitemapindex>`;

test('a sitemap and an index that keep the protocol pass', () => {
  expect(sitemapFindings(SITEMAP, FIXTURE_URL)).toEqual([]);
  expect(sitemapIndexFindings(INDEX, FIXTURE_URL)).toEqual([]);
});

test.each([
  ['another namespace', 'sitemap/0.9', 'sitemap/0.8'],
  ['a page without an address', '<loc>https://paper.example/news/about/</loc>', ''],
  ['an element that nobody knows', '</loc></url>', '</loc><title>About</title></url>'],
  ['elements in another order', '<url><loc>', '<url><lastmod>2025-06-12</lastmod><loc>'],
  ['a date in words', '2025-06-12T10:00:00Z', '12 June 2025'],
  ['a time without its zone', '10:00:00Z', '10:00:00'],
  ['a day that is none', '2025-06-12', '2025-06-31'],
  ['an address of another site', 'https://paper.example/news/about/', 'https://other.example/about/'],
  ['an address that is not encoded', '/about/', '/ü/'],
  ['a page that is listed twice', '/news/about/', '/news/'],
  ['an element that is not closed', '</urlset>', ''],
])('a sitemap with %s is found out', (_, from, to) => {
  expect(SITEMAP).toContain(from);
  expect(sitemapFindings(SITEMAP.replace(from, to), FIXTURE_URL)).not.toEqual([]);
});

test.each([
  ['no sitemap in it', /<sitemap>.*<\/sitemap>/u, ''],
  ['a sitemap without an address', /<loc>.*<\/loc>/u, ''],
  ['pages in it', /sitemap>/gu, 'url>'],
  ['a time without its zone', /10:00:00Z/u, '10:00:00'],
  ['an address of another site', /paper/u, 'other'],
])('an index with %s is found out', (_, from, to) => {
  expect(INDEX).toMatch(from);
  expect(sitemapIndexFindings(INDEX.replace(from, to), FIXTURE_URL)).not.toEqual([]);
});

test('who lacks the program that checks XML reads which package to install', () => {
  expect(() => xmlFindings(SITEMAP, undefined, 'no-such-xmllint')).toThrow('Debian package libxml2-utils');
});
