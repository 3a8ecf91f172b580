import { describe, expect, inject, test } from 'vitest';
import { articlePages, byAttribute, type Page, readPages, structuredData } from '../setup/dist.ts';
import { newsArticleSchema, structuredDataFindings } from '../setup/structured-data-schema.ts';

/** What machines read of an article that has everything, a copy with a picture and corrections. */
const ARTICLE = {
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: 'Lock Opens',
  abstract: 'The lock is open.',
  url: 'https://rules.example/articles/2025/03/lock/',
  inLanguage: 'en-GB',
  datePublished: '2025-03-01T09:30:00+01:00',
  dateModified: '2025-03-02T12:00:00+01:00',
  author: [{ '@type': 'Person', name: 'Ada Fixture', url: 'https://people.example/ada' }],
  publisher: { '@type': 'Organization', name: 'The Lock Courier' },
  dateline: 'NORTHPORT, March 1',
  articleSection: 'Canals',
  keywords: ['Canal', 'Lock'],
  about: [{ '@type': 'Place', name: 'Lock', sameAs: ['https://www.wikidata.org/wiki/Q105731'] }],
  wordCount: 120,
  creditText: 'With reporting by the Coast Agency',
  image: {
    '@type': 'ImageObject',
    url: 'https://rules.example/articles/2025/03/lock.jpg',
    width: 600,
    height: 400,
    caption: 'The lock, open',
    creditText: 'Carla Sample',
  },
  isPartOf: { '@type': 'CreativeWorkSeries', name: 'The lock', url: 'https://rules.example/threads/the-lock/' },
  isBasedOn: { '@type': 'NewsArticle', headline: 'Lock Opens', url: 'http://courier.example/lock?a=1&b=%22' },
  copyrightHolder: { '@type': 'Organization', name: 'The Lock Courier' },
  copyrightNotice: '© The Lock Courier 2025.',
  license: 'https://creativecommons.org/licenses/by/4.0/',
  correction: [{ '@type': 'CorrectionComment', text: 'It was Tuesday.', datePublished: '2025-03-02T12:00:00+01:00' }],
  sdPublisher: { '@type': 'Organization', name: 'The Rules Gazette', url: 'https://rules.example/' },
  sdDatePublished: '2025-03-03',
  translationOfWork: { '@id': 'https://rules.example/articles/2025/03/ecluse/' },
};

/** The term that a finding names, and a value that it may not have. */
const BROKEN: [path: string, change: Record<string, unknown>][] = [
  ['@context', { '@context': 'http://schema.org' }],
  ['@type', { '@type': 'Newsarticle' }],
  ['headline', { headline: ' ' }],
  ['headline', { headline: undefined }],
  ['abstract', { abstract: null }],
  ['url', { url: '/articles/2025/03/lock/' }],
  ['inLanguage', { inLanguage: 'en_GB' }],
  ['inLanguage', { inLanguage: 'English language' }],
  ['datePublished', { datePublished: '2025-03-01T09:30:00' }],
  ['datePublished', { datePublished: '2025-02-29T09:30:00+01:00' }],
  ['dateModified', { dateModified: '2 March 2025' }],
  ['author', { author: [] }],
  ['author.0', { author: ['Ada Fixture'] }],
  ['author.0.@type', { author: [{ ...ARTICLE.publisher }] }],
  ['author.0.name', { author: [{ '@type': 'Person', name: '' }] }],
  ['author.0.url', { author: [{ '@type': 'Person', name: 'Ada', url: 'https://people.example/?q="ada"' }] }],
  ['publisher', { publisher: 'The Lock Courier' }],
  ['publisher.name', { publisher: { '@type': 'Organization' } }],
  ['dateline', { dateline: '' }],
  ['articleSection', { articleSection: ['Canals'] }],
  ['keywords', { keywords: [] }],
  ['keywords', { keywords: ['Canal', 'Canal'] }],
  ['keywords.1', { keywords: ['Canal', ''] }],
  ['about', { about: [] }],
  ['about.0.@type', { about: [{ ...ARTICLE.about[0], '@type': 'Organisation' }] }],
  ['about.0.name', { about: [{ ...ARTICLE.about[0], name: '' }] }],
  ['about.0.sameAs', { about: [{ ...ARTICLE.about[0], sameAs: [] }] }],
  ['about.0.sameAs.0', { about: [{ ...ARTICLE.about[0], sameAs: ['Q105731'] }] }],
  ['wordCount', { wordCount: -1 }],
  ['wordCount', { wordCount: '120' }],
  ['creditText', { creditText: '' }],
  ['image.url', { image: { ...ARTICLE.image, url: 'lock.jpg' } }],
  ['image.width', { image: { ...ARTICLE.image, width: 0 } }],
  ['image.height', { image: { ...ARTICLE.image, height: '400' } }],
  ['isPartOf.url', { isPartOf: { ...ARTICLE.isPartOf, url: '/threads/the-lock/' } }],
  ['isPartOf.name', { isPartOf: { ...ARTICLE.isPartOf, name: '' } }],
  ['isBasedOn.url', { isBasedOn: { ...ARTICLE.isBasedOn, url: 'https://courier.example/<lock>' } }],
  ['isBasedOn.headline', { isBasedOn: { '@type': 'NewsArticle', url: 'https://courier.example/' } }],
  ['copyrightHolder', { copyrightHolder: 'The Lock Courier' }],
  ['copyrightNotice', { copyrightNotice: '' }],
  ['license', { license: 'CC BY 4.0' }],
  ['correction', { correction: [] }],
  ['correction.0.text', { correction: [{ ...ARTICLE.correction[0], text: '' }] }],
  ['correction.0.datePublished', { correction: [{ '@type': 'CorrectionComment', text: 'It was Tuesday.' }] }],
  ['sdPublisher.url', { sdPublisher: { ...ARTICLE.sdPublisher, url: 'rules.example' } }],
  ['sdDatePublished', { sdDatePublished: '2025-13-01' }],
  ['translationOfWork.@id', { translationOfWork: { '@id': '/articles/2025/03/ecluse/' } }],
  ['', { byline: 'Ada Fixture' }],
  ['image', { image: { ...ARTICLE.image, alt: 'A lock' } }],
];

const isTold = (page: Page): boolean => byAttribute(page, 'type', 'application/ld+json').length > 0;

describe.each([
  ['fixtureDist', ['articles/2025/05/withdrawn/index.html']],
  ['sampleDist', []],
] as const)('in %s', (edition, withdrawn) => {
  const pages = readPages(inject(edition));
  const articles = articlePages(inject(edition));

  test('what machines read of an article is in schema.org’s terms, each of its right type', () => {
    const told = pages.filter(isTold);
    const findings = told.flatMap((page) => structuredDataFindings(structuredData(page)).map((it) => [page.file, it]));
    expect(findings).toEqual([]);
    expect(told.length).toBeGreaterThan(10);
  });

  test('every article is told to machines, but one that was withdrawn, and no other page is', () => {
    expect(articles.filter((page) => !isTold(page)).map(({ file }) => file)).toEqual(withdrawn);
    expect(pages.filter(isTold).filter(({ file }) => !file.startsWith('articles/'))).toEqual([]);
  });

  test('an article’s address among its terms is that of its page', () => {
    for (const page of articles.filter(isTold)) {
      const { url } = newsArticleSchema.parse(structuredData(page));
      expect(`${new URL(url).pathname}index.html`.endsWith(`/${encodeURI(page.file)}`), page.file).toBe(true);
    }
  });
});

test('terms that are all of their right type pass', () => {
  expect(structuredDataFindings(ARTICLE)).toEqual([]);
  expect(structuredDataFindings({ ...ARTICLE, license: { '@type': 'CreativeWork', name: 'CC BY 4.0' } })).toEqual([]);
});

test.each(BROKEN)('a wrong value of %s is found out: %j', (path, change) => {
  const findings = structuredDataFindings({ ...ARTICLE, ...change });
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatch(new RegExp(`^${path}: `, 'u'));
});

test('every term of an article has a value that is found out', () => {
  const proven = BROKEN.map(([path]) => path.split('.')[0]);
  expect(Object.keys(newsArticleSchema.shape).filter((term) => !proven.includes(term))).toEqual([]);
});
