import type { Element } from 'hast';
import { toLine } from '../../news/text.ts';
import type { Finding } from '../raw-article.ts';
import { headOf } from './elements.ts';
import { nameLine } from './furniture.ts';
import { bare } from './page-texts.ts';

/** What a page states of its headline. */
export interface StatedTitles {
  /** Of the JSON-LD, Open Graph and other metadata, the most trustworthy first, each with where it stands. */
  metadata: readonly { text: string; rule: string }[];
  /** The text of the title element. */
  title: string | undefined;
  siteNames: readonly string[];
}

const LONGEST = 300;
const MARKED = /-(?:headline|entry-title|article-title|post-title|story-title|page-title|articletitle|posttitle)-/u;
/** What parts a headline from the name of its site. */
const PARTING = /\s(?:[|–—·•»:-]|::|<|\/\/)\s/gu;

/**
 * The headline of a page: the one printed where it agrees with what the metadata state, as it is printed; else the
 * one stated, without the name of its site.
 */
export function findTitle(printed: readonly Element[], stated: StatedTitles): Finding<string> | undefined {
  const headings = printed
    .filter(isHeadlineLike)
    .map((element) => ({ element, text: toLine(headOf(element, LONGEST + 1)) }));
  const candidates = headings.filter(({ text }) => text !== '' && text.length <= LONGEST);
  const metadata = stated.metadata.map(({ text, rule }) => ({ text: withoutSite(text, stated.siteNames), rule }));
  const title =
    stated.title === undefined
      ? []
      : [{ text: withoutSite(stated.title, stated.siteNames), rule: 'the title element' }];
  const all = [...metadata, ...title].filter(({ text }) => text !== '');
  const scored = candidates.map((candidate) => ({
    ...candidate,
    likeness: Math.max(0, ...all.map(({ text }) => likeness(candidate.text, text))),
  }));
  const best = scored.toSorted((a, b) => b.likeness - a.likeness)[0];
  if (best && best.likeness >= 0.6)
    return { value: best.text, how: 'stated', rule: `the ${best.element.tagName} that agrees with its metadata` };
  const first = all[0];
  // A lone h1 is the headline, whatever the metadata call the page for search engines.
  const h1 = candidates.filter(({ element }) => element.tagName === 'h1');
  const siteKeys = new Set(stated.siteNames.map(bare));
  const [only] = h1.filter(({ text }) => !siteKeys.has(bare(text)) && text.split(' ').length > 3);
  if (only && (first === undefined || best === undefined || best.likeness >= 0.3))
    return { value: only.text, how: 'stated', rule: 'the h1' };
  if (first) return { value: first.text, how: 'stated', rule: first.rule };
  const heading = only ?? h1[0] ?? candidates[0];
  return heading && { value: heading.text, how: 'stated', rule: `the ${heading.element.tagName}` };
}

function isHeadlineLike(element: Element): boolean {
  return (
    /^h[1-3]$/u.test(element.tagName) || (/^(?:p|div|span)$/u.test(element.tagName) && MARKED.test(nameLine(element)))
  );
}

/** A title without the site's name at its end or beginning. */
export function withoutSite(text: string, siteNames: readonly string[]): string {
  const line = toLine(text);
  const parts = [...line.slice(0, LONGEST).matchAll(PARTING)];
  const sites = siteNames.map((name) => bare(name).replaceAll(' ', '')).filter((name) => name !== '');
  const isSite = (part: string): boolean => {
    const key = bare(part).replaceAll(' ', '');
    return (
      key !== '' &&
      sites.some((site) => site === key || (key.length > 3 && (site.startsWith(key) || key.startsWith(site))))
    );
  };
  for (const { index, 0: sign } of parts) {
    const head = line.slice(0, index);
    if (isSite(line.slice(index + sign.length)) && head.length >= 5) return head.trim();
  }
  const [first] = parts;
  if (first && isSite(line.slice(0, first.index))) return line.slice(first.index + first[0].length).trim();
  return line;
}

/** How much two titles agree, from 0 to 1: the share of words that both have. */
export function likeness(one: string, other: string): number {
  const a = bare(one).split(' ');
  const b = bare(other).split(' ');
  const left = new Set(b);
  const shared = a.filter((word) => left.has(word)).length;
  return (2 * shared) / (a.length + b.length);
}
