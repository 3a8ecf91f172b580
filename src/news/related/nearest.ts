import { Best } from './best.ts';
import { isRare, type VectorSpace } from './vectors.ts';

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
  const candidatesOf = candidatesIn(space, days);
  const cosinesWith = cosinesIn(space);
  return (number) => {
    const { candidates, isTagged } = candidatesOf(number);
    const cosines = cosinesWith(number, candidates);
    const neighbours: Neighbour[] = [];
    candidates.forEach((other, at) => {
      const faded = 1 - 2 ** (-daysApart(days, number, other) / HALF_LIFE);
      const score = (cosines[at] ?? 0) * (1 - FADING * faded);
      if (score >= WEAKEST || isTagged[at] === 1) neighbours.push({ number: other, score });
    });
    return neighbours.sort((a, b) => b.score - a.score || isAfter(days, number, a.number, b.number)).slice(0, most);
  };
}

interface Candidates {
  candidates: Uint32Array;
  /** 1 for each of them that shares a rare tag. */
  isTagged: Uint8Array;
}

function candidatesIn(space: VectorSpace, days: Float64Array): (number: number) => Candidates {
  const { starts, articles, weights } = toIndex(space);
  const scores = new Float32Array(space.vectors.length);
  const tagged = new Uint8Array(space.vectors.length);
  const touched = new Uint32Array(space.vectors.length);
  let number = 0;
  const best = new Best(MOST_CANDIDATES, (a, b) => isAfter(days, number, a, b) < 0);
  return (its) => {
    number = its;
    const vector = space.vectors[number];
    let count = 0;
    let budget = MOST_ENTRIES;
    for (let at = 0; vector && at < vector.terms.length; at += 1) {
      const term = vector.terms[at] ?? 0;
      const start = starts[term] ?? 0;
      const end = starts[term + 1] ?? 0;
      if (end - start > budget) continue;
      budget -= end - start;
      const weight = vector.weights[at] ?? 0;
      const isTelling = at < vector.tags && isRare(space, term);
      for (let entry = start; entry < end; entry += 1) {
        const other = articles[entry] ?? 0;
        const score = scores[other] ?? 0;
        if (score === 0) touched[count++] = other;
        scores[other] = score + weight * (weights[entry] ?? 0);
        if (isTelling) tagged[other] = 1;
      }
    }
    let least = 0;
    for (let at = 0; at < count; at += 1) {
      const other = touched[at] ?? 0;
      const score = scores[other] ?? 0;
      if (score >= least && other !== number) least = best.add(other, score);
    }
    const candidates = best.take();
    const isTagged = Uint8Array.from(candidates, (other) => tagged[other] ?? 0);
    for (let at = 0; at < count; at += 1) {
      const other = touched[at] ?? 0;
      scores[other] = 0;
      tagged[other] = 0;
    }
    return { candidates, isTagged };
  };
}

/** Weighs candidates by all terms that they share with an article. */
function cosinesIn({ vectors, articlesWith }: VectorSpace): (number: number, candidates: Uint32Array) => Float64Array {
  const wanted = new Float64Array(articlesWith.length);
  return (number, candidates) => {
    const { terms = new Uint32Array(), weights = new Float64Array() } = vectors[number] ?? {};
    terms.forEach((term, at) => (wanted[term] = weights[at] ?? 0));
    const cosines = new Float64Array(candidates.length);
    for (let candidate = 0; candidate < candidates.length; candidate += 1) {
      const its = vectors[candidates[candidate] ?? 0];
      let cosine = 0;
      for (let at = 0; its && at < its.terms.length; at += 1) {
        cosine += (wanted[its.terms[at] ?? 0] ?? 0) * (its.weights[at] ?? 0);
      }
      cosines[candidate] = cosine;
    }
    for (const term of terms) wanted[term] = 0;
    return cosines;
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
function toIndex({ vectors, articlesWith }: VectorSpace): Index {
  const starts = new Uint32Array(articlesWith.length + 1);
  for (const { terms } of vectors) for (const term of terms) starts[term + 1] = (starts[term + 1] ?? 0) + 1;
  for (let term = 1; term < starts.length; term += 1) starts[term] = (starts[term] ?? 0) + (starts[term - 1] ?? 0);
  const next = starts.slice();
  const size = starts.at(-1) ?? 0;
  const [articles, weights] = [new Uint32Array(size), new Float32Array(size)];
  vectors.forEach((vector, number) => {
    for (let at = 0; at < vector.terms.length; at += 1) {
      const term = vector.terms[at] ?? 0;
      const entry = next[term] ?? 0;
      next[term] = entry + 1;
      articles[entry] = number;
      weights[entry] = vector.weights[at] ?? 0;
    }
  });
  return { starts, articles, weights };
}
