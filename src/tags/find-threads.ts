import type { Article } from '../news/article.ts';
import { primaryLanguage } from '../news/languages.ts';
import { nearestIn } from '../news/related/nearest.ts';
import { dayNumber } from '../news/related/reason.ts';
import { type Sketch, sketchLikeness } from '../news/related/sketch.ts';
import { type Subject, toVectors, type VectorSpace } from '../news/related/vectors.ts';
import { wordsOf } from '../news/words.ts';
import { type CommonTerm, commonTerms, isStory } from './common-terms.ts';

/** What must be known of an article to find those that go on with its story. */
export type Told = Subject & Pick<Article, 'file'>;

/** Articles of one language that seem to tell one running story, oldest first. */
export interface Chain<Item extends Told = Told> {
  articles: Item[];
  /** What they have in common, the heaviest first. */
  terms: CommonTerm[];
}

/** So many of an article's nearest are asked whether they have it among theirs. */
const NEIGHBOURS = 10;

/** Two articles that are this near, of one, are a step of a story; chains this near in the mean are one chain. */
const STEP = 0.25;
const DENSITY = 0.3;

/**
 * Of few articles those of one story are a large share, and its words weigh less than in the archive of so many for which
 * the limits were chosen: the weight of a word that so many articles have, beside that of one that a single article
 * has, tells how much less.
 */
const CHOSEN_FOR = { articles: 9000, sharing: 4 };

/** Days. A story that rests for longer has ended. */
const REST = 30;

/** Articles. What is longer is a topic, and the cost of comparing all with all would have no bound. */
const FEWEST = 3;
const LONGEST = 200;

/** Headlines of different days that share this much of their words in the mean are those of a column. */
const SAME_HEADLINE = 0.5;

/**
 * The running stories that articles seem to tell, the longest first: chains of neighbours that are dense, close in time
 * and about something that has a name. Articles without a date or that were withdrawn are in none. The order of the
 * articles makes no difference.
 */
export function findThreads<Item extends Told>(articles: readonly Item[]): Chain<Item>[] {
  const dated = articles.filter(({ front }) => front.published !== undefined && !front.withdrawn);
  const byLanguage = Map.groupBy(dated, ({ lang }) => primaryLanguage(lang));
  return [...byLanguage.values()]
    .flatMap((group) => chainsIn(group.toSorted(byFile)))
    .sort(({ articles: a }, { articles: b }) => b.length - a.length || (a[0] && b[0] ? byFile(a[0], b[0]) : 0));
}

function byFile(a: Told, b: Told): number {
  return a.file < b.file ? -1 : 1;
}

function chainsIn<Item extends Told>(articles: readonly Item[]): Chain<Item>[] {
  const space = toVectors(articles);
  const days = Float64Array.from(articles, dayNumber);
  const scale = weightAmong(articles.length) / weightAmong(CHOSEN_FOR.articles);
  return clustersIn(space, days, scale).flatMap((cluster): Chain<Item>[] => {
    if (cluster.length < FEWEST) return [];
    const numbers = cluster.toSorted((a, b) => (days[a] ?? 0) - (days[b] ?? 0) || a - b);
    const its = numbers.flatMap((number) => articles[number] ?? []);
    if (!goesOn(its) || isColumn(its)) return [];
    const terms = commonTerms(space, its, numbers);
    return isStory(terms, scale) ? [{ articles: its, terms }] : [];
  });
}

/** Joins articles step by step, the nearest first, as long as what comes of it is dense (average linkage). */
function clustersIn(space: VectorSpace, days: Float64Array, scale: number): number[][] {
  const density = densityIn(space, days);
  const clusters = new Map(Array.from(days.keys(), (number) => [number, [number]]));
  const home = Uint32Array.from(days.keys());
  for (const [one, other] of stepsIn(space, days, STEP * scale)) {
    const [a, b] = [home[one] ?? 0, home[other] ?? 0];
    const [left, right] = [clusters.get(a), clusters.get(b)];
    if (a === b || !left || !right || left.length + right.length > LONGEST) continue;
    if (density(left, right) < DENSITY * scale) continue;
    for (const number of right) home[number] = a;
    clusters.set(a, [...left, ...right]);
    clusters.delete(b);
  }
  return [...clusters.values()];
}

interface Step {
  pair: [one: number, other: number];
  score: number;
}

/** The pairs of articles that each are among the other's nearest, near and close in time, the nearest first. */
function stepsIn(space: VectorSpace, days: Float64Array, least: number): Step['pair'][] {
  const nearest = nearestIn(space, days, NEIGHBOURS);
  const found = new Map<string, Step>();
  const steps: Step[] = [];
  for (const number of days.keys()) {
    for (const { number: other, score } of nearest(number)) {
      if (score < least || daysApart(days, number, other) > REST) continue;
      const known = found.get(`${other} ${number}`);
      if (known) steps.push(known);
      else found.set(`${number} ${other}`, { pair: [number, other], score });
    }
  }
  return steps
    .sort((a, b) => b.score - a.score || a.pair[0] - b.pair[0] || a.pair[1] - b.pair[1])
    .map(({ pair }) => pair);
}

/** How near the articles of one chain are to those of another, in the mean of the pairs that are close in time. */
function densityIn(
  { starts, terms, weights: all }: VectorSpace,
  days: Float64Array,
): (left: readonly number[], right: readonly number[]) => number {
  const weights = new Map<number, Map<number, number>>();
  const weightsOf = (number: number): Map<number, number> => {
    const known = weights.get(number);
    if (known) return known;
    const made = new Map<number, number>();
    for (let at = starts[number] ?? 0; at < (starts[number + 1] ?? 0); at += 1) made.set(terms[at] ?? 0, all[at] ?? 0);
    weights.set(number, made);
    return made;
  };
  const cosine = (one: number, other: number): number => {
    const its = weightsOf(other);
    let sum = 0;
    for (const [term, weight] of weightsOf(one)) sum += weight * (its.get(term) ?? 0);
    return sum;
  };
  return (left, right) => {
    const pairs = left.flatMap((one) =>
      right.filter((other) => daysApart(days, one, other) <= REST).map((other) => cosine(one, other)),
    );
    return pairs.reduce((sum, score) => sum + score, 0) / pairs.length;
  };
}

/** A story goes on: on another day, and with texts that are no versions of one another. */
function goesOn(articles: readonly Told[]): boolean {
  const days = new Set(articles.map(({ front }) => front.published?.slice(0, 10)));
  const texts: Sketch[] = [];
  for (const { evidence } of articles) {
    const sketch = evidence?.sketch;
    if (sketch && !texts.some((text) => sketchLikeness(text, sketch, undefined) !== undefined)) texts.push(sketch);
  }
  return days.size > 1 && texts.length >= FEWEST;
}

/** A column, a table or a notice has nearly the same headline whenever it comes. */
function isColumn(articles: readonly Told[]): boolean {
  const headlines = articles.map(({ front }) => {
    return { day: front.published?.slice(0, 10), words: new Set(wordsOf(front.title.toLowerCase())) };
  });
  const shares = headlines.flatMap(({ day, words }, index) =>
    headlines
      .slice(index + 1)
      .filter((other) => other.day !== day)
      .map(
        (other) => (2 * [...words].filter((word) => other.words.has(word)).length) / (words.size + other.words.size),
      ),
  );
  return shares.reduce((sum, share) => sum + share, 0) >= SAME_HEADLINE * shares.length;
}

function weightAmong(articles: number): number {
  return Math.log(1 + articles / CHOSEN_FOR.sharing) / Math.log(1 + articles);
}

function daysApart(days: Float64Array, one: number, other: number): number {
  return Math.abs((days[one] ?? NaN) - (days[other] ?? NaN));
}
