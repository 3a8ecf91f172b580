import { describe, expect, it } from 'vitest';
import { type ArticleProps, toArticle } from '../../../src/routes/article.ts';
import { makeArticle, makeEdition, type Rest } from './edition.ts';

const NOBODY = { related: [], translations: [], newer: undefined, older: undefined };
const WITHDRAWN = { date: '2016-10-05', reason: 'It never happened.' };
const RECEIPT = {
  ...{ blocks: 3, kept: 1, text: '0'.repeat(64) },
  changed: [{ line: 2, field: 'published', was: 'Secret date line' }],
  dropped: [{ line: 3, reason: 'advertisement', was: 'Secret advertisement' }],
};

function propsOf(
  keys: Record<string, unknown> = {},
  rest: Rest = {},
  site: Record<string, unknown> = {},
): ArticleProps {
  const article = makeArticle('2016/10/truce.md', keys, rest);
  return toArticle(makeEdition([article], site), article, NOBODY);
}

describe('an article’s page', () => {
  it('shows its full text by default, with the time to read it', () => {
    expect(propsOf()).toMatchObject({ body: 'page 2016/10/truce.md', minutes: 1, readOn: undefined });
  });

  it('shows no word but the headline where only that may be shown', () => {
    const secret = {
      ...{ description: 'Secret', credit: 'Secret', image: { caption: 'Secret', credit: 'Secret' }, receipt: RECEIPT },
      rights: { publish: 'headline' },
    };
    const props = propsOf(secret, { verbatim: true, body: { opening: ['Secret opening'] } });
    expect(JSON.stringify(props)).not.toContain('Secret');
    expect(props).toMatchObject({ body: undefined, readOn: 'nothing', minutes: undefined });
  });

  it('shows the source’s changed words only where all of the text may be shown', () => {
    expect(JSON.stringify(propsOf({ receipt: RECEIPT }, { verbatim: true }))).toContain('Secret advertisement');
    const excerpt = propsOf({ receipt: RECEIPT, rights: { publish: 'excerpt' } }, { verbatim: true });
    expect(excerpt.body).toBe('excerpt 2016/10/truce.md');
    expect(JSON.stringify(excerpt)).not.toContain('Secret');
    expect(excerpt.receipt?.dropped[0]).toMatchObject({ line: 3, reason: 'advertisement' });
  });

  it('says that it was withdrawn and why, asks not to be listed, and shows nothing else of it', () => {
    const keys = {
      description: 'Secret',
      withdrawn: WITHDRAWN,
      receipt: RECEIPT,
      source: { url: 'https://ap.example/1' },
    };
    const props = propsOf(keys, { verbatim: false, body: { opening: ['Secret'] } });
    expect(props).toMatchObject({ withdrawn: WITHDRAWN, body: undefined, receipt: undefined });
    expect(props.head).toMatchObject({ robots: 'noindex', structuredData: undefined });
    expect(JSON.stringify(props)).not.toContain('Secret');
  });

  it('says how old it is from the year that the site chose, to the day', () => {
    expect(propsOf({ published: '2024-11-22' }).yearsOld).toBe(2);
    expect(propsOf({ published: '2024-11-23' }).yearsOld).toBeUndefined();
    expect(propsOf({ published: '2016-10-04' }, {}, { oldAfterYears: 11 }).yearsOld).toBeUndefined();
    expect(propsOf({ published: '2016-10-04' }, {}, { oldAfterYears: 0 }).yearsOld).toBeUndefined();
    expect(propsOf().yearsOld).toBeUndefined();
  });

  it('does not print a dateline twice', () => {
    const dateline = 'WASHINGTON, Feb 26';
    expect(propsOf({ dateline }, { body: { opening: [`${dateline} – The talks`] } }).dateline).toBeUndefined();
    expect(propsOf({ dateline }, { body: { opening: ['The talks'] } }).dateline).toBe(dateline);
    expect(propsOf({ dateline }).dateline).toBe(dateline);
  });

  it('names the source, by its host where it has no name', () => {
    expect(propsOf({ source: { url: 'https://ap.example/1' } }).source?.name).toBe('ap.example');
    expect(propsOf({ source: { name: 'AP' } }).source).toMatchObject({ name: 'AP', url: undefined });
    expect(propsOf().source).toBeUndefined();
  });

  it('keeps the caption of a picture that was not kept', () => {
    expect(propsOf({ image: { caption: 'At noon' } }).figure).toEqual({
      picture: undefined,
      caption: 'At noon',
      credit: undefined,
    });
  });

  it('is all in the article’s language where the interface speaks it', () => {
    const { frame, language } = propsOf({ lang: 'ar' });
    expect(language).toBeUndefined();
    expect([frame.lang, frame.dir, frame.nameLanguage]).toEqual(['ar', 'rtl', { lang: 'en', dir: 'ltr' }]);
    expect(frame.sections.map(({ label }) => label)).toContain('المواضيع');
  });

  it('is in the site’s language around an article in one that the interface does not speak', () => {
    const { frame, language } = propsOf({ lang: 'he' });
    expect(language).toEqual({ lang: 'he', dir: 'rtl' });
    expect([frame.lang, frame.nameLanguage]).toEqual(['en', undefined]);
  });
});

describe('what an article’s page says to machines', () => {
  const source = { name: 'AP', url: 'https://ap.example/1' };

  it('is that a verbatim copy’s original stands elsewhere, and that an own page is its own', () => {
    expect(propsOf({ source }, { verbatim: true }).head.canonical).toBe(source.url);
    expect(propsOf({ source }, { verbatim: false }).head.canonical).toBe(
      'https://paper.example/news/articles/2016/10/truce/',
    );
    expect(propsOf({ source, rights: { robots: 'noindex' } }, { verbatim: true }).head.robots).toBe('noindex');
  });

  it('is described by the standfirst, else by the first paragraph cut between words', () => {
    const words = Array.from({ length: 80 }, (_, index) => `word${index}`);
    const description = propsOf({}, { body: { opening: [words.join(' ')] } }).head.description ?? '';
    expect(description.length).toBeLessThan(210);
    expect(words).toContain(description.replace(/ …$/u, '').split(' ').at(-1));
    expect(propsOf({ description: 'Short' }, { body: { opening: ['Other'] } }).head.description).toBe('Short');
    expect(propsOf({}, { body: { opening: ['a'.repeat(500)] } }).head.description).toMatch(/^a+ …$/u);
    expect(propsOf().head.description).toBeUndefined();
  });
});
