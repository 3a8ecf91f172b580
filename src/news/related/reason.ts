import type { Article } from '../article.ts';
import { dayOf } from '../dates.ts';
import { evidenceOf, isRare, type VectorSpace } from './vectors.ts';
import { isSameName, isShouted } from './word-forms.ts';
import { inLowerCase, wordOf } from './word-numbers.ts';

/** Why an article is worth reading next. */
export interface Reason {
  /** `tags`: both are about these. `words`: both mention these. The most telling first, three at most. */
  by: 'tags' | 'words';
  names: string[];
  /** Days from the article to the other one; negative where the other is earlier. Nothing where one is undated. */
  days: number | undefined;
}

const MILLISECONDS_A_DAY = 86_400_000;

/** A longer list is no reason but a search. */
const NAMES = 3;

/** The names are chosen of so many of the heaviest words. */
const LOOKED_AT = 8;

/** One word alone is a coincidence. */
const FEWEST_WORDS = 2;

/** An article with its number in the space and its words as it writes them. */
export interface Placed {
  article: Article;
  number: number;
  /** By their numbers. */
  words: Uint32Array;
  /** Days since 1970, NaN where it is undated. */
  day: number;
}

/**
 * Tells why one article is near another: the rare tags that both have, the rarest first, else the words that weigh most in
 * both, as the articles write them. Nothing where they have no more than a word or a common tag in common.
 */
export function reasonsIn(space: VectorSpace): (one: Placed, other: Placed) => Reason | undefined {
  const sharedBy = sharedIn(space);
  const { firstWords, places } = space;
  return (one, other) => {
    const shared = sharedBy(one.number, other.number);
    const days = Number.isNaN(other.day - one.day) ? undefined : other.day - one.day;
    const firstWord = firstWords[one.number] ?? 0;
    const tags = shared.filter(({ term, here }) => here < firstWord && isRare(space, term)).slice(0, NAMES);
    if (tags.length > 0) {
      const names = tags.map(({ here }) => one.article.tags[places[here] ?? 0]?.name ?? '');
      return { by: 'tags', names, days };
    }
    const forms = shared
      .filter(({ here }) => here >= firstWord)
      .slice(0, LOOKED_AT)
      .map(({ here, there }) => plainer(one.words[places[here] ?? 0] ?? 0, other.words[places[there] ?? 0] ?? 0));
    const names = namesOf(forms.map(wordOf));
    return names.length < FEWEST_WORDS ? undefined : { by: 'words', names, days };
  };
}

/**
 * The first few of some words, none of them twice. Those that only headlines in capitals have come last: how they are
 * written is not known.
 */
function namesOf(forms: readonly string[]): string[] {
  const names: string[] = [];
  for (const isLast of [false, true]) {
    for (const form of forms) {
      if (names.length === NAMES) return names;
      if (isShouted(form) === isLast && !names.some((known) => isSameName(known, form))) names.push(form);
    }
  }
  return names;
}

interface SharedTerm {
  term: number;
  /** Where it stands among the terms of all articles, for either of the two. */
  here: number;
  there: number;
  weight: number;
}

/** What two have in common, the heaviest first. */
function sharedIn({ starts, terms, weights, articlesWith }: VectorSpace): (one: number, other: number) => SharedTerm[] {
  // Where each term stands among those of one, from 1: most are compared with several others, one after another.
  const standing = new Uint8Array(articlesWith.length);
  let placed = -1;
  return (one, other) => {
    const first = starts[one] ?? 0;
    if (one !== placed) {
      for (let at = starts[placed] ?? 0; at < (starts[placed + 1] ?? 0); at += 1) standing[terms[at] ?? 0] = 0;
      for (let at = first; at < (starts[one + 1] ?? 0); at += 1) standing[terms[at] ?? 0] = at - first + 1;
      placed = one;
    }
    const shared: SharedTerm[] = [];
    for (let there = starts[other] ?? 0; there < (starts[other + 1] ?? 0); there += 1) {
      const term = terms[there] ?? 0;
      const stands = standing[term] ?? 0;
      if (stands === 0) continue;
      const here = first + stands - 1;
      shared.push({ term, here, there, weight: (weights[here] ?? 0) * (weights[there] ?? 0) });
    }
    return shared.sort((a, b) => b.weight - a.weight || a.here - b.here);
  };
}

/** Brings together what tells why an article is near others. */
export function toPlaced(article: Article, number: number): Placed {
  return { article, number, words: evidenceOf(article).words, day: dayNumber(article) };
}

/** Days since 1970, NaN for an undated article. */
export function dayNumber({ front: { published } }: Pick<Article, 'front'>): number {
  return published === undefined ? NaN : Date.parse(dayOf(published)) / MILLISECONDS_A_DAY;
}

/** Of two ways to write a word the one with fewer capitals: the other may stand in a headline or begin a sentence. */
function plainer(one: number, other: number): number {
  // What is written in lower case has none.
  if (one === other || inLowerCase(one) === one) return one;
  const capitals = (number: number): number => wordOf(number).match(/\p{Lu}/gu)?.length ?? 0;
  return capitals(other) < capitals(one) ? other : one;
}
