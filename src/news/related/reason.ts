import type { Article } from '../article.ts';
import { dayOf } from '../dates.ts';
import { evidenceOf, isRare, type Vector, type VectorSpace } from './vectors.ts';
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

/** An article with its vector and its words as it writes them. */
export interface Placed {
  article: Article;
  vector: Vector;
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
  return (one, other) => {
    const shared = sharedBy(one.vector, other.vector);
    const days = Number.isNaN(other.day - one.day) ? undefined : other.day - one.day;
    const isTelling = ({ term, here }: SharedTerm): boolean => here < one.vector.tags && isRare(space, term);
    const tags = shared.filter(isTelling).slice(0, NAMES);
    if (tags.length > 0) {
      const names = tags.map(({ here }) => one.article.tags[one.vector.places[here] ?? 0]?.name ?? '');
      return { by: 'tags', names, days };
    }
    const words = shared.filter(({ here }) => here >= one.vector.tags).slice(0, LOOKED_AT);
    const names = namesOf(one, other, words);
    return names.length < FEWEST_WORDS ? undefined : { by: 'words', names, days };
  };
}

/** The heaviest shared words; those that only headlines in capitals have come last: how they are written is not known. */
function namesOf(one: Placed, other: Placed, words: readonly SharedTerm[]): string[] {
  const forms = words.map(({ here, there }) =>
    wordOf(plainer(one.words[one.vector.places[here] ?? 0] ?? 0, other.words[other.vector.places[there] ?? 0] ?? 0)),
  );
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
  /** Where it stands in either vector. */
  here: number;
  there: number;
  weight: number;
}

/** What two have in common, the heaviest first. */
function sharedIn({ articlesWith }: VectorSpace): (one: Vector, other: Vector) => SharedTerm[] {
  // Where each term stands in a vector, from 1: most of them are compared with several others, one after another.
  const places = new Uint8Array(articlesWith.length);
  let placed: Vector | undefined;
  return (one, other) => {
    if (one !== placed) {
      placed?.terms.forEach((term) => (places[term] = 0));
      one.terms.forEach((term, here) => (places[term] = here + 1));
      placed = one;
    }
    const shared: SharedTerm[] = [];
    for (let there = 0; there < other.terms.length; there += 1) {
      const term = other.terms[there] ?? 0;
      const here = (places[term] ?? 0) - 1;
      if (here === -1) continue;
      shared.push({ term, here, there, weight: (one.weights[here] ?? 0) * (other.weights[there] ?? 0) });
    }
    return shared.sort((a, b) => b.weight - a.weight || a.here - b.here);
  };
}

/** Brings together what tells why an article is near others. */
export function toPlaced(article: Article, vector: Vector): Placed {
  return { article, vector, words: evidenceOf(article).words, day: dayNumber(article) };
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
