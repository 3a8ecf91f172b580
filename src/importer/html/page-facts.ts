import type { Root } from 'hast';
import { textOf } from '../../markdown/tree-text.ts';
import { normalise, toLine } from '../../news/text.ts';
import type { Finding } from '../raw-article.ts';
import type { Known } from '../unit.ts';
import { findAuthors } from './page-authors.ts';
import { elementsIn } from './elements.ts';
import { type LdArticle, readJsonLd } from './json-ld.ts';
import { type MetaTags, readMetaTags } from './meta-tags.ts';
import { findAddress, siteOf } from './page-address.ts';
import { findLang, findTags } from './page-labels.ts';
import { addressDate, chooseDate, lineDates, metaDates, printedDates, type StatedDate } from './page-dates.ts';
import type { PageBlock } from './page-blocks.ts';
import { bare } from './page-texts.ts';
import { findTitle, withoutSite } from './page-title.ts';

/** What a page states of its article apart from the text. */
export interface PageFacts {
  title: Finding<string> | undefined;
  authors: Finding<string[]> | undefined;
  published: Finding<string> | undefined;
  updated: Finding<string> | undefined;
  section: Finding<string> | undefined;
  tags: Finding<string[]> | undefined;
  lang: Finding<string> | undefined;
  sourceName: Finding<string> | undefined;
  sourceUrl: Finding<string> | undefined;
  captured: Finding<string> | undefined;
  rightsHolder: Finding<string> | undefined;
  rightsNotice: Finding<string> | undefined;
  license: Finding<string> | undefined;
  /** The descriptions that the metadata state: a block of the page that says the same is its standfirst. */
  descriptions: string[];
  notes: string[];
}

/** Reads what a page states in its metadata, and in the elements of its visible tree that are made to hold facts. */
export function readPageFacts(tree: Root, shown: Root, blocks: readonly PageBlock[], known: Known): PageFacts {
  const elements = elementsIn(tree);
  const visible = elementsIn(shown);
  const tags = readMetaTags(elements);
  const head = (name: string): string | undefined => tags.get(name)?.[0];
  const titleElement = elements.find(({ tagName }) => tagName === 'title');
  const title = titleElement && toLine(normalise(textOf(titleElement)));
  const stated = [head('og:title'), title, head('twitter:title')].filter((text) => text !== undefined);
  const ld = readJsonLd(elements, [...stated, ...stated.map((text) => withoutSite(text, []))]);
  const address = findAddress(tree, elements, tags, known.url);
  const sourceName = firstFinding([
    [head('og:site_name'), 'meta og:site_name'],
    [ld?.publisher, 'JSON-LD publisher'],
    [head('application-name'), 'meta application-name'],
  ]);
  const siteNames = siteNamesOf(tags, ld, address.url?.value);
  const metadata = titlesOf(tags, ld);
  const lang = findLang(elements, ld, tags) ?? toFinding(known.lang, 'known');
  const dating = { captured: known.captured ?? address.captured?.value ?? known.today, lang: lang?.value };
  const headline = findTitle(visible, { metadata, title, siteNames });
  const lines = linesUnder(headline?.value, blocks);
  const published = chooseDate(
    [
      ...ldDate(ld, 'published'),
      ...metaDates(tags, 'published'),
      ...printedDates(visible, 'published'),
      ...addressDate(address.url?.value),
      ...lineDates(lines),
    ],
    dating,
  );
  const updated = chooseDate(
    [...ldDate(ld, 'updated'), ...metaDates(tags, 'updated'), ...printedDates(visible, 'updated')],
    dating,
  );
  return {
    title: headline,
    authors: findAuthors(visible, { tags, ld, siteNames, lines }),
    published: published?.finding,
    updated: updated && updated.finding.value !== published?.finding.value ? updated.finding : undefined,
    section: firstFinding([
      [ld?.section, 'JSON-LD articleSection'],
      [head('article:section'), 'meta article:section'],
    ]),
    tags: findTags(tags, ld),
    lang,
    sourceName,
    sourceUrl: address.url,
    captured: address.captured ?? toFinding(known.captured, 'when it was captured'),
    rightsHolder: toFinding(ld?.rightsHolder, 'JSON-LD copyrightHolder'),
    rightsNotice: toFinding(ld?.rightsNotice, 'JSON-LD copyrightNotice'),
    license: toFinding(ld?.license, 'JSON-LD license'),
    descriptions: ['description', 'og:description', 'twitter:description'].flatMap((name) => tags.get(name) ?? []),
    notes: published?.clockLost === true ? ['The time of day was left out: it has no offset such as +02:00.'] : [],
  };
}

const LABEL = 160;

/** The short lines between the headline and the first paragraph: byline and date, where nothing marks them. */
function linesUnder(title: string | undefined, blocks: readonly PageBlock[]): string[] {
  const start = blocks.findLastIndex(
    ({ text, path }) => bare(text) === bare(title ?? '') && path.some(({ tagName }) => /^h[1-3]$/u.test(tagName)),
  );
  const next = start === -1 ? [] : blocks.slice(start + 1, start + 16).map(({ text }) => text);
  const end = next.findIndex((text) => text.length > LABEL);
  return next.slice(0, end === -1 ? next.length : end);
}

function titlesOf(tags: MetaTags, ld: LdArticle | undefined): { text: string; rule: string }[] {
  const ofMeta = [
    'og:title',
    'headline',
    'twitter:title',
    'parsely-title',
    'sailthru.title',
    'dc.title',
    'citation_title',
  ];
  const stated = ofMeta.map((name) => ({ text: tags.get(name)?.[0], rule: `meta ${name}` }));
  return [{ text: ld?.headline, rule: 'JSON-LD headline' }, ...stated].flatMap(({ text, rule }) =>
    text === undefined ? [] : [{ text, rule }],
  );
}

function siteNamesOf(tags: MetaTags, ld: LdArticle | undefined, url: string | undefined): string[] {
  const stated = [
    'og:site_name',
    'application-name',
    'apple-mobile-web-app-title',
    'twitter:site',
    'al:ios:app_name',
    'publisher',
    'dc.publisher',
  ];
  const names = [...stated.flatMap((name) => tags.get(name) ?? []), ld?.publisher].filter((name) => name !== undefined);
  if (url !== undefined) names.push(siteOf(url), siteOf(url).split('.')[0] ?? '');
  return names.map((name) => name.replace(/^@/u, '')).filter((name) => bare(name) !== '');
}

function ldDate(ld: LdArticle | undefined, which: 'published' | 'updated'): StatedDate[] {
  const text = which === 'published' ? ld?.published : ld?.modified;
  return text === undefined
    ? []
    : [{ text, rule: which === 'published' ? 'JSON-LD datePublished' : 'JSON-LD dateModified' }];
}

function firstFinding(stated: readonly [string | undefined, string][]): Finding<string> | undefined {
  const found = stated.find(([text]) => text !== undefined);
  return toFinding(found?.[0], found?.[1] ?? '');
}

function toFinding(text: string | undefined, rule: string): Finding<string> | undefined {
  return text === undefined ? undefined : { value: text, how: 'stated', rule };
}
