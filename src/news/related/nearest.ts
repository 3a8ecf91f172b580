import { Best } from './best.ts';
import { isRare, sizeOf, type VectorSpace } from './vectors.ts';

/** Another article and how near it is, from 0 to 1. */
export interface Neighbour {
  /** Its number among the articles of the space. */
  number: number;
  score: number;
}

/** Less than this is chance, unless a rare tag says otherwise. */
const WEAKEST = 0.08;

/** At most so many entries of the index are read to find what an article may be near to. */
const MOST_ENTRIES = 4000;

/** So many of those found are weighed by all their terms. */
const MOST_CANDIDATES = 40;

/** So much of a score fades with time, by half in so many days. */
const FADING = 0.1;
const HALF_LIFE = 90;

interface Index {
  /** Where the entries of each term begin; one more at the end. */
  starts: Uint32Array;
  articles: Uint32Array;
  weights: Float32Array;
}

/**
 * Gives for the number of an article the `most` nearest others, nearest first: by the cosine of their vectors, of which
 * a tenth fades with the days between them; equal ones by date, then by number. `days` has the day of each article, NaN
 * where it is undated. What has too little in common is left out. Candidates are found by the heaviest terms whose
 * entries can be read at a bounded cost, and then weighed by all, so that the cost grows with the articles and no faster.
 */
export function nearestIn(space: VectorSpace, days: Float64Array, most: number): (number: number) => Neighbour[] {
  const eachCandidate = candidatesIn(space, days);
  const cosineIn = cosinesIn(space);
  let here = 0;
  const nearest = new Best(most, (a, b) => isAfter(days, here, a, b) < 0);
  return (number) => {
    here = number;
    eachCandidate(number, (other, isTagged) => {
      const faded = 1 - 2 ** (-daysApart(days, number, other) / HALF_LIFE);
      const score = cosineIn(number, other) * (1 - FADING * faded);
      if (score >= WEAKEST || isTagged) nearest.add(other, score);
    });
    const neighbours: Neighbour[] = [];
    nearest.take((other, score) => neighbours.push({ number: other, score }));
    return neighbours;
  };
}

type EachCandidate = (number: number, use: (other: number, isTagged: boolean) => void) => void;

/** Gives what may be near to an article, and whether it shares a rare tag. */
function candidatesIn(space: VectorSpace, days: Float64Array): EachCandidate {
  const index = toIndex(space);
  const { articles, weights } = index;
  const scores = new Float32Array(sizeOf(space));
  const tagged = new Uint8Array(sizeOf(space));
  let here = 0;
  const best = new Best(MOST_CANDIDATES, (a, b) => isAfter(days, here, a, b) < 0);
  return (number, use) => {
    here = number;
    const firstWord = space.firstWords[number] ?? 0;
    const read: Entries[] = [];
    let budget = MOST_ENTRIES;
    for (let at = space.starts[number] ?? 0; at < (space.starts[number + 1] ?? 0); at += 1) {
      const term = space.terms[at] ?? 0;
      const start = index.starts[term] ?? 0;
      const end = index.starts[term + 1] ?? 0;
      if (end - start > budget) continue;
      budget -= end - start;
      const weight = space.weights[at] ?? 0;
      for (let entry = start; entry < end; entry += 1) {
        const other = articles[entry] ?? 0;
        scores[other] = (scores[other] ?? 0) + weight * (weights[entry] ?? 0);
      }
      const isTelling = at < firstWord && isRare(space, term);
      if (isTelling) for (let entry = start; entry < end; entry += 1) tagged[articles[entry] ?? 0] = 1;
      read.push({ start, end, isTelling });
    }
    // Not while scores are added up: whether an article was met before is what a processor guesses wrong most often.
    let least = 0;
    for (const { start, end } of read) {
      for (let entry = start; entry < end; entry += 1) {
        const other = articles[entry] ?? 0;
        const score = scores[other] ?? 0;
        scores[other] = 0;
        if (score >= least && score > 0 && other !== number) least = best.add(other, score);
      }
    }
    best.take((other) => use(other, tagged[other] === 1));
    for (const { start, end, isTelling } of read) {
      if (isTelling) for (let entry = start; entry < end; entry += 1) tagged[articles[entry] ?? 0] = 0;
    }
  };
}

/** A stretch of the index. */
interface Entries {
  start: number;
  end: number;
  /** Whether its term is a rare tag. */
  isTelling: boolean;
}

/** Weighs an article by all terms that it shares with another; `number` is best the same for many, one after another. */
function cosinesIn({ starts, terms, weights, articlesWith }: VectorSpace): (number: number, other: number) => number {
  const wanted = new Float64Array(articlesWith.length);
  let placed = -1;
  return (number, other) => {
    if (number !== placed) {
      for (let at = starts[placed] ?? 0; at < (starts[placed + 1] ?? 0); at += 1) wanted[terms[at] ?? 0] = 0;
      for (let at = starts[number] ?? 0; at < (starts[number + 1] ?? 0); at += 1) {
        wanted[terms[at] ?? 0] = weights[at] ?? 0;
      }
      placed = number;
    }
    let cosine = 0;
    const end = starts[other + 1] ?? 0;
    for (let at = starts[other] ?? 0; at < end; at += 1) cosine += (wanted[terms[at] ?? 0] ?? 0) * (weights[at] ?? 0);
    return cosine;
  };
}

function daysApart(days: Float64Array, one: number, other: number): number {
  const apart = Math.abs((days[one] ?? NaN) - (days[other] ?? NaN));
  return Number.isNaN(apart) ? Number.MAX_VALUE : apart;
}

/** Orders articles by how near their date is to that of a third, then by number. */
function isAfter(days: Float64Array, number: number, a: number, b: number): number {
  return daysApart(days, number, a) - daysApart(days, number, b) || a - b;
}

/** Lists the articles of each term, for all terms in one row of numbers. */
function toIndex(space: VectorSpace): Index {
  const size = space.starts.at(-1) ?? 0;
  const starts = new Uint32Array(space.articlesWith.length + 1);
  for (let at = 0; at < size; at += 1) {
    const after = (space.terms[at] ?? 0) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let term = 1; term < starts.length; term += 1) starts[term] = (starts[term] ?? 0) + (starts[term - 1] ?? 0);
  const next = starts.slice();
  const [articles, weights] = [new Uint32Array(size), new Float32Array(size)];
  for (let number = 0; number < sizeOf(space); number += 1) {
    for (let at = space.starts[number] ?? 0; at < (space.starts[number + 1] ?? 0); at += 1) {
      const term = space.terms[at] ?? 0;
      const entry = next[term] ?? 0;
      next[term] = entry + 1;
      articles[entry] = number;
      weights[entry] = space.weights[at] ?? 0;
    }
  }
  return { starts, articles, weights };
}
