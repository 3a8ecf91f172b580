import { DomUtils, parseDocument } from 'htmlparser2';
import { expect, inject, test } from 'vitest';
import { canonicalOf, metaOf, readPages, readText } from '../setup/dist.ts';
import { FIXTURE_URL } from '../setup/fixture.ts';

const dist = inject('fixtureDist');

function texts(file: string, name: string): string[] {
  const document = parseDocument(readText(dist, file), { xmlMode: true });
  return DomUtils.getElementsByTagName(name, document, true).map((element) => DomUtils.textContent(element));
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
