import { describe, expect, inject, test } from 'vitest';
import {
  articlePages,
  byTag,
  canonicalOf,
  metaOf,
  partText,
  readPage,
  readPages,
  structuredData,
  textOf,
  theOne,
} from '../setup/dist.ts';
import { FIXTURE_URL } from '../setup/fixture.ts';

const dist = inject('fixtureDist');

describe('a verbatim copy', () => {
  const page = readPage(dist, 'articles/2016/10/verbatim-copy/');
  const source = 'https://herald.example/2016/10/04/fleet';

  test('names its source as the original to search engines', () => {
    expect(canonicalOf(page)).toBe(source);
    expect(metaOf(page, 'robots')).toEqual([]);
    expect(byTag(page, 'a').map(({ attribs }) => attribs['href'])).toContain(source);
  });

  test('is described as based on the original, with its author, credit and dateline, and this site as describer', () => {
    expect(structuredData(page)).toMatchObject({
      '@type': 'NewsArticle',
      headline: 'Fishing Fleet Stays in Port for a Third Day',
      author: [{ '@type': 'Person', name: 'Doris Sample' }],
      publisher: { '@type': 'Organization', name: 'The Coast Herald' },
      isBasedOn: { '@type': 'NewsArticle', url: source, publisher: { name: 'The Coast Herald' } },
      creditText: 'With reporting by the Coast Agency',
      dateline: 'NORTHPORT, Oct 4',
      datePublished: '2016-10-04T12:00:00+02:00',
      sdPublisher: { name: 'The Fixture Gazette', url: FIXTURE_URL },
      sdDatePublished: '2016-10-05',
    });
  });

  test('says what became of every line of its source', () => {
    const receipt = partText(page, 'receipt');
    expect(receipt).toMatch(
      /^Copied from fleet\.txt, captured 5 October 2016; 3 lines moved, 1 changed, none dropped\./u,
    );
    expect(receipt).toContain('6 of 10 lines kept as they were');
    expect(receipt).toContain('Line 2 changed to the date; it read Tuesday, 4 October');
    expect(receipt).not.toContain('Edited');
  });

  test('prints a dateline that opens its first paragraph only there', () => {
    expect(partText(page, 'dateline')).toBeUndefined();
    expect(partText(page, 'body')).toMatch(/^NORTHPORT, Oct 4 -- The fishing fleet/u);
  });
});

describe('a copy that was edited after the import', () => {
  const page = readPage(dist, 'articles/2024/10/edited-copy/');

  test('says so', () => {
    expect(partText(page, 'receipt')).toContain('Edited since.');
    expect(partText(page, 'receipt')).not.toContain('Word for word');
  });

  test('is an edition of its own, whose canonical address is here', () => {
    expect(canonicalOf(page)).toBe(`${FIXTURE_URL}articles/2024/10/edited-copy/`);
    expect(structuredData(page)).toMatchObject({ isBasedOn: { url: 'https://herald.example/2024/10/10/rope' } });
  });
});

describe('an article of this site', () => {
  const page = readPage(dist, 'articles/2025/06/plain/');

  test('is published here and claims no original', () => {
    expect(canonicalOf(page)).toBe(`${FIXTURE_URL}articles/2025/06/plain/`);
    const data = structuredData(page);
    expect(data).toMatchObject({
      headline: 'Harbour Board Votes to Keep the Old Crane',
      publisher: { '@type': 'Organization', name: 'The Fixture Gazette', url: FIXTURE_URL },
      keywords: ['Harbour', 'Council'],
    });
    for (const term of ['isBasedOn', 'sdPublisher', 'sdDatePublished', 'creditText'])
      expect(data).not.toHaveProperty(term);
  });

  test('shows its headline, and the first words where it has no standfirst, in a preview', () => {
    expect(byTag(page, 'title').map(textOf)).toEqual([
      'Harbour Board Votes to Keep the Old Crane · The Fixture Gazette',
    ]);
    expect(metaOf(page, 'og:title')).toEqual(['Harbour Board Votes to Keep the Old Crane']);
    expect(metaOf(page, 'og:type')).toEqual(['article']);
    expect(metaOf(page, 'og:url')).toEqual([`${FIXTURE_URL}articles/2025/06/plain/`]);
    expect(metaOf(page, 'og:locale')).toEqual(['en_GB']);
    expect(metaOf(page, 'article:tag')).toEqual(['Harbour', 'Council']);
    expect(metaOf(page, 'description')).toEqual(metaOf(page, 'og:description'));
    expect(metaOf(page, 'description')[0]).toMatch(/^The harbour board of Northport voted/u);
  });
});

test('a picture is offered to previews with its own words', () => {
  const page = readPage(dist, 'articles/2025/06/everything/');
  expect(metaOf(page, 'og:image')).toEqual([`${FIXTURE_URL}articles/2025/06/harbour.jpg`]);
  expect(metaOf(page, 'og:image:alt')).toEqual(['A white ferry at a dark quay, with one red crane behind it']);
  expect(structuredData(page)).toMatchObject({
    image: { width: 1200, height: 800, creditText: 'Carla Sample / The Fixture Gazette' },
  });
});

test('a copy whose rights say "index" stays findable here', () => {
  expect(canonicalOf(readPage(dist, 'articles/2025/06/everything/'))).toBe(
    `${FIXTURE_URL}articles/2025/06/everything/`,
  );
});

test('the two languages of an article lead to one another', () => {
  const alternates = (file: string): string[] =>
    byTag(readPage(dist, file), 'link')
      .filter(({ attribs }) => 'hreflang' in attribs)
      .map(({ attribs: { hreflang, href } }) => `${hreflang ?? ''} ${href ?? ''}`)
      .sort();
  const pair = [
    `en-GB ${FIXTURE_URL}articles/2025/03/swing-bridge-reopens/`,
    `fr ${FIXTURE_URL}articles/2025/03/french/`,
  ];
  expect(alternates('articles/2025/03/french/')).toEqual(pair);
  expect(alternates('articles/2025/03/swing-bridge-reopens/')).toEqual(pair);
  expect(alternates('articles/2025/06/plain/')).toEqual([]);
});

test('the page of an article is in its language; the name of the site around it stays in the site’s', () => {
  const page = readPage(dist, 'articles/2025/03/arabic-rtl/');
  const [html] = byTag(page, 'html');
  expect([html?.attribs['lang'], html?.attribs['dir']]).toEqual(['ar', 'rtl']);
  const marked = byTag(page, '*').filter(({ attribs }) => attribs['lang'] === 'en-GB');
  expect(new Set(marked.map(textOf)).has('The Fixture Gazette')).toBe(true);
  expect(textOf(theOne(page, 'data-part', 'times'))).toContain('مدة القراءة');
});

test.each(['fixtureDist', 'sampleDist'] as const)('every page of %s has a title of its own', (edition) => {
  const titles = readPages(inject(edition)).map((page) => byTag(page, 'title').map(textOf).join());
  expect(titles.filter((title, index) => title === '' || titles.indexOf(title) !== index)).toEqual([]);
});

test.each(['fixtureDist', 'sampleDist'] as const)(
  'every article of %s has a canonical address and its headline in JSON',
  (edition) => {
    for (const page of articlePages(inject(edition))) {
      expect(canonicalOf(page), page.file).toMatch(/^https:\/\//u);
      if (page.file.includes('withdrawn')) continue;
      const data = structuredData(page);
      expect(data, page.file).toMatchObject({ '@context': 'https://schema.org', headline: partText(page, 'headline') });
    }
  },
);
