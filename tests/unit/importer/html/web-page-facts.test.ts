import { describe, expect, test } from 'vitest';
import { HEADLINE, pageOf, PARAGRAPHS, readPage, TEXT } from './read-page.ts';

const URL_OF_PAGE = 'https://www.example.org/2016/10/04/bridge.html';
const ld = (value: unknown): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const meta = (name: string, content: string): string => `<meta property="${name}" content="${content}">`;

describe('the headline of a saved page', () => {
  test('is the printed one, and no site name stands in it', async () => {
    const head = `<title>Bridge closed | The Ford Post</title>${meta('og:site_name', 'The Ford Post')}`;
    const article = await readPage(pageOf(PARAGRAPHS, head + meta('og:title', `${HEADLINE} | The Ford Post`)));
    expect(article.title).toEqual({ value: HEADLINE, how: 'stated', rule: 'the h1 that agrees with its metadata' });
    expect(article.sourceName?.value).toBe('The Ford Post');
  });

  test('is what the metadata state where the page prints none, without the name of the site', async () => {
    const head = `<title>Rain &amp; wind: the bridge - The Ford Post</title>${meta('og:site_name', 'The Ford Post')}`;
    const html = pageOf(PARAGRAPHS, head).replace(/<h1>.*<\/h1>/u, '');
    expect((await readPage(html)).title.value).toBe('Rain & wind: the bridge');
  });

  test('keeps a bar that parts no site name', async () => {
    const html = pageOf(PARAGRAPHS, '<title>Milan 2018 | A light for the river</title>').replace(/<h1>.*<\/h1>/u, '');
    expect((await readPage(html)).title.value).toBe('Milan 2018 | A light for the river');
  });

  test('is the first sentence of the text where nothing states one, and that is said', async () => {
    const html = `<!doctype html><body><main>${PARAGRAPHS}</main>`;
    expect((await readPage(html)).title).toMatchObject({ how: 'inferred', rule: 'the first sentence of the text' });
  });
});

describe('who wrote it', () => {
  test.each([
    [
      'JSON-LD',
      ld({
        '@type': 'NewsArticle',
        headline: HEADLINE,
        author: [{ '@type': 'Person', name: 'Ann Poe' }, { name: 'Max Roe' }],
      }),
      '',
      ['Ann Poe', 'Max Roe'],
    ],
    [
      'JSON-LD in a graph with references',
      ld({
        '@graph': [
          { '@type': 'Article', headline: HEADLINE, author: { '@id': '#a' } },
          { '@id': '#a', '@type': 'Person', name: 'Ann Poe' },
        ],
      }),
      '',
      ['Ann Poe'],
    ],
    ['microdata', '', '<span itemprop="author" itemscope><a itemprop="name">Ann Poe</a></span>', ['Ann Poe']],
    [
      'a byline of two',
      '',
      '<p class="byline">By Ann Poe and Max Roe, Associated Press Writers</p>',
      ['Ann Poe', 'Max Roe'],
    ],
    ['a meta element', '<meta name="author" content="By ANN POE">', '', ['ANN POE']],
    ['a link of an author', '', '<a rel="author" href="/ann">Ann Poe</a>', ['Ann Poe']],
    ['a line under the headline', '', '<div><div>Written by Ann Poe, MD on November 14, 2019</div></div>', ['Ann Poe']],
  ])('is read in %s', async (_, head, printed, names) => {
    const article = await readPage(pageOf(`${printed}<div class="text">${PARAGRAPHS}</div>`, head));
    expect(article.authors?.value).toEqual(names);
  });

  test('is a person before the paper, and no address', async () => {
    const head =
      meta('og:site_name', 'The Ford Post') +
      ld({ '@type': 'Article', headline: HEADLINE, author: { '@type': 'Organization', name: 'The Ford Post' } });
    const html = pageOf(
      PARAGRAPHS,
      `${head}${meta('article:author', 'https://example.org/ann')}<meta name="parsely-author" content="Ann Poe">`,
    );
    expect((await readPage(html)).authors).toMatchObject({ value: ['Ann Poe'], rule: 'meta parsely-author' });
  });

  test('is the paper only where its byline is printed', async () => {
    const head = meta('og:site_name', 'The Ford Post') + '<meta name="author" content="The Ford Post">';
    expect((await readPage(pageOf(PARAGRAPHS, head))).authors).toBeUndefined();
    const printed = pageOf(`<p class="byline">By The Ford Post</p><div class="text">${PARAGRAPHS}</div>`, head);
    expect((await readPage(printed)).authors?.value).toEqual(['The Ford Post']);
  });

  test('is left open where nobody is named', async () => {
    expect((await readPage(pageOf(PARAGRAPHS, '<meta name="author" content="admin">'))).authors).toBeUndefined();
  });
});

describe('when it was published', () => {
  test('is an instant where an offset stands, whoever states it, and a day else', async () => {
    const day = ld({
      '@type': 'NewsArticle',
      headline: HEADLINE,
      datePublished: '2016-10-04T14:30:00',
      dateModified: '2016-10-05',
    });
    const first = await readPage(pageOf(PARAGRAPHS, day));
    expect(first.published).toMatchObject({ value: '2016-10-04', rule: 'JSON-LD datePublished' });
    expect(first.updated?.value).toBe('2016-10-05');
    expect(first.notes).toEqual(['The time of day was left out: it has no offset such as +02:00.']);
    const both = await readPage(pageOf(PARAGRAPHS, day + meta('article:published_time', '2016-10-04T14:30:00+02:00')));
    expect(both.published).toMatchObject({ value: '2016-10-04T14:30:00+02:00', rule: 'meta article:published_time' });
    expect(both.notes).toEqual([]);
  });

  test.each([
    ['<time datetime="2016-10-04">yesterday</time>', 'a time element'],
    ['<span class="storyDate">Posted: Tue 6:45 PM, Oct 4, 2016</span>', 'the date line'],
    ['<div><div>Tuesday, October 4, 2016</div></div>', 'a line under the headline'],
  ])('is read in what the page prints: %s', async (printed, rule) => {
    const article = await readPage(pageOf(`${printed}<div class="text">${PARAGRAPHS}</div>`));
    expect(article.published).toMatchObject({ value: '2016-10-04', rule });
  });

  test('is read in the address last', async () => {
    const article = await readPage(pageOf(PARAGRAPHS), { url: URL_OF_PAGE });
    expect(article.published).toMatchObject({ value: '2016-10-04', rule: 'the source address' });
  });

  test('is not believed where it is later than the capture', async () => {
    const html = pageOf(PARAGRAPHS, meta('article:published_time', '2020-01-01T00:00:00Z'));
    expect((await readPage(html, { captured: '2016-10-05' })).published).toBeUndefined();
    expect((await readPage(html, { captured: '2020-01-01' })).published).toBeDefined();
  });
});

describe('where a page comes from', () => {
  const canonical = (href: string): string => `<link rel="canonical" href="${href}">`;

  test.each([
    ['its canonical link', canonical('https://example.org/bridge'), URL_OF_PAGE, 'https://example.org/bridge'],
    ['its capture, if it names another site', canonical('https://evil.test/bridge'), URL_OF_PAGE, URL_OF_PAGE],
    ['its capture, if it names its front', canonical('https://www.example.org/'), URL_OF_PAGE, URL_OF_PAGE],
    [
      'what it states itself',
      meta('og:url', 'https://example.co.uk/bridge'),
      undefined,
      'https://example.co.uk/bridge',
    ],
    ['nowhere, if it states no address of the web', canonical('javascript:alert(1)'), undefined, undefined],
    [
      'what the browser wrote',
      '<!-- saved from url=(0033)https://example.org/saved -->',
      undefined,
      'https://example.org/saved',
    ],
  ])('is told by %s', async (_, head, url, wanted) => {
    expect((await readPage(pageOf(PARAGRAPHS, head), { url })).sourceUrl?.value).toBe(wanted);
  });

  test('and when it was saved are told by SingleFile', async () => {
    const comment =
      '<!--\n Page saved with SingleFile \n url: https://example.org/saved \n saved date: Tue Oct 04 2016 14:30:00 GMT+0200 (Central European Summer Time)\n-->';
    const article = await readPage(pageOf(PARAGRAPHS).replace('<html lang="en">', `<html lang="en">${comment}`));
    expect(article.sourceUrl?.value).toBe('https://example.org/saved');
    expect(article.captured?.value).toBe('2016-10-04T14:30:00+02:00');
  });
});

test('topics, language, desk and rights are taken as the page states them', async () => {
  const head = `${ld({ '@type': 'NewsArticle', headline: HEADLINE, articleSection: 'World', copyrightHolder: { name: 'Ford Press' } })}<meta name="news_keywords" content="Bridges, Mill Ford; bridges, type:story">`;
  const article = await readPage(pageOf(PARAGRAPHS, head).replace('lang="en"', 'lang="en_GB"'));
  expect(article).toMatchObject({
    section: { value: 'World' },
    tags: { value: ['Bridges', 'Mill Ford'] },
    lang: { value: 'en-GB' },
    rightsHolder: { value: 'Ford Press' },
  });
});

test('the dateline is read in the first paragraph, where it stays', async () => {
  const article = await readPage(pageOf(`<p>MILL FORD, Oct. 4 (Reuters) - ${TEXT[0] ?? ''}</p>${PARAGRAPHS}`));
  expect(article.dateline?.value).toBe('MILL FORD, Oct. 4 (Reuters)');
  expect(article.blocks[1]?.text).toMatch(/^MILL FORD, Oct\. 4 \(Reuters\) - The council/u);
});

test('broken metadata stop nothing', async () => {
  const head =
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": </script><script type="application/ld+json">[[[[null, 7, "x"]]]]</script><meta><meta name="author"><link rel="canonical"><base>';
  expect((await readPage(pageOf(PARAGRAPHS, head))).title.value).toBe(HEADLINE);
});
