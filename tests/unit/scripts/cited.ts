import { toNewsArticle } from '../../../src/news/structured-data.ts';
import { type Part, partsOf } from '../../../src/scripts/cite/entry.ts';
import { type Cited, readCited } from '../../../src/scripts/cite/facts.ts';
import { makeArticle, makeEdition } from '../routes/edition.ts';

/** The day on which tests cite. */
export const TODAY = '2026-11-22';
const SITE = { name: 'The Paper & Co', lang: 'en-GB' };

/** The address of every article that tests cite. */
export const PAGE = 'https://paper.example/news/articles/2016/10/truce/';

/** What can be cited of an article with these keys. */
export function citedIn(keys: Record<string, unknown>): Cited {
  const article = makeArticle('2016/10/truce.md', keys);
  const structuredData = JSON.stringify(toNewsArticle(makeEdition([article], SITE), article));
  const cited = readCited({ structuredData, canonical: undefined, properties: new Map() });
  if (!cited) throw new Error('A page of an article can be cited.');
  return cited;
}

const SOURCE = { name: 'The Coast Herald', url: 'https://herald.example/1?a=b&c=%7Bd%7D#e_f', captured: '2016-10-06' };

/** An article of the site, and one that it copied. */
export const OWN = { title: 'Truce Talks Suspended', published: '2016-10-04', authors: ['Ada Fixture'] };
export const COPY = { ...OWN, source: SOURCE, lang: 'en-GB' };

const HOSTILE = [
  'A } brace { and {braces}',
  'A back\\slash \\input{x} and \\',
  'Costs $5 & 100% of #1 in a_b^c~d',
  'Quotes " \' `` “ ” «x»',
  '</script><script>alert(1)</script>',
  'A line\nand another\r\nand',
  '@article{x, title={y}}',
  'a -- b --- c ?` !`',
  'نص عربي عن الهدنة',
  '停火谈判暂停',
  'Ünïcödé é ß ø Ł',
];

/** Articles that citations must hold for, by what is odd about them. */
export const ARTICLES: Record<string, Record<string, unknown>> = {
  'a copy': COPY,
  'an article of the site': OWN,
  'a copy without an author': { ...COPY, authors: [] },
  'several authors': { ...COPY, authors: ['Ada Fixture', 'Bruno B. Example', 'Coast Agency', 'The Desk and Co'] },
  'an undated article': { ...COPY, published: undefined },
  'an instant near midnight': { ...COPY, published: '2016-10-04T23:30:00-11:00' },
  'an Arabic article': { title: 'تعليق محادثات الهدنة', authors: ['نور الهاشمي'], lang: 'ar', published: '2016-10-04' },
  'a copy of a text file with a paper': { ...COPY, source: { name: 'The Coast Herald', captured: '2016-10-06' } },
  ...Object.fromEntries(
    HOSTILE.map((text) => [text, { ...COPY, title: text, authors: [text], source: { ...SOURCE, name: text } }]),
  ),
};

/** Every citation of these: what is odd about the article, which part of it, and its facts. */
export const CASES = Object.entries(ARTICLES).flatMap(([what, keys]) => {
  const cited = citedIn(keys);
  return partsOf(cited).map((part): [string, Part, Cited] => [what, part, cited]);
});
