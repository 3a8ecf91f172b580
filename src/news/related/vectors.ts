import type { Article } from '../article.ts';
import { Best } from './best.ts';
import { type Evidence, toEvidence } from './evidence.ts';
import { inLowerCase, knownWords } from './word-numbers.ts';

/** What an article is about: its heaviest terms, heaviest first, in a vector of length one. */
export interface Vector {
  /** Numbers of terms: tags first, then words. */
  terms: Uint32Array;
  weights: Float64Array;
  /** How many of the terms are tags. */
  tags: number;
  /** Where each term stands among the tags or the words of the article. */
  places: Uint32Array;
}

/** The articles of one language as vectors, and the terms that they are made of. */
export interface VectorSpace {
  vectors: Vector[];
  /** By number of a term: how many articles have it. */
  articlesWith: Uint32Array;
}

/** So many terms of an article weigh; the others are too common or too rarely said to tell anything. */
const HEAVIEST = 64;

/** A term that more than so great a share of the articles has tells nothing, unless they are few: a tag is chosen. */
const COMMON = 0.2;
const FEW = 10;

/** The rarest are not always what an article is about: a power of less than one brings rarities nearer together. */
const DAMPED = 0.9;

/** Of so few articles, or of so small a share of them, a tag is evidence by itself. */
const RARE = 0.01;

/** What tells what an article is about. */
export type Subject = Pick<Article, 'front' | 'lang' | 'tags' | 'evidence'>;

/**
 * Vectors of articles by their tags and words. A term that f of an article's words are weighs 1 + ln f (a tag 1) times
 * its rarity ln(1 + N / n), where n of N articles have it (Spärck Jones, J. Documentation 28, 1972), and more by what
 * its n falls short of a word strewn evenly (residual idf: Church and Gale, "Inverse document frequency", 1995): names
 * and topics come in bursts. The numbers of terms decide nothing.
 */
export function toVectors(articles: readonly Subject[]): VectorSpace {
  const evidence = articles.map(evidenceOf);
  const tagNumbers = new Map<string, number>();
  // Tags are counted on from the last word.
  const firstTag = knownWords().length;
  const tags = articles.map((article) => article.tags.map(({ slug }) => firstTag + numberIn(tagNumbers, slug)));
  const articlesWith = new Uint32Array(firstTag + tagNumbers.size);
  const mentions = new Uint32Array(firstTag + tagNumbers.size);
  const add = (term: number, count: number): void => {
    articlesWith[term] = (articlesWith[term] ?? 0) + 1;
    mentions[term] = (mentions[term] ?? 0) + count;
  };
  for (const terms of tags) for (const term of terms) add(term, 1);
  for (const { words, counts } of evidence) {
    for (let at = 0; at < words.length; at += 1) add(inLowerCase(words[at] ?? 0), counts[at] ?? 0);
  }
  const rarities = Float64Array.from(articlesWith, (n, term) =>
    n === 0 ? 0 : rarity(articles.length, n, mentions[term] ?? 0, term >= firstTag),
  );
  const unique = rarity(articles.length, 1, 1, true);
  const size = evidence.reduce((sum, { words }, number) => sum + words.length + (tags[number]?.length ?? 0), 0);
  const toVector = vectorMaker(rarities, unique, size);
  return { vectors: evidence.map((its, number) => toVector(tags[number] ?? [], its)), articlesWith };
}

function numberIn(numbers: Map<string, number>, key: string): number {
  const number = numbers.get(key) ?? numbers.size;
  numbers.set(key, number);
  return number;
}

/** Whether so few articles have a term that it says much by itself. */
export function isRare({ vectors, articlesWith }: VectorSpace, term: number): boolean {
  return (articlesWith[term] ?? 0) <= Math.max(FEW, vectors.length * RARE);
}

/** What is known of an article's words; of one whose text is not public only its headline. */
export function evidenceOf({ evidence, front, lang }: Subject): Evidence {
  return evidence ?? toEvidence(front.title, [], lang);
}

function rarity(articles: number, n: number, mentions: number, isTag: boolean): number {
  const few = isTag ? FEW : Math.min(FEW, articles / 2);
  if (n > Math.max(few, articles * COMMON)) return 0;
  const bursts = Math.log(articles / n) + Math.log(1 - Math.exp(-mentions / articles));
  const weight = Math.log(1 + articles / n) + Math.max(0, bursts);
  return weight ** DAMPED;
}

/** Makes the vectors of articles that have so many tags and words, at `size`, by the rarities of terms. */
function vectorMaker(
  rarities: Float64Array,
  unique: number,
  size: number,
): (tags: readonly number[], evidence: Evidence) => Vector {
  // All are rows of one table: memory for each would take more room than they do.
  const [allTerms, allWeights, allPlaces] = [new Uint32Array(size), new Float64Array(size), new Uint32Array(size)];
  let end = 0;
  // Of equally heavy ones the first stays the first.
  const [heavyTags, heavyWords] = [new Best(HEAVIEST, () => false), new Best(HEAVIEST, () => false)];
  return (tags, { words, counts }) => {
    const start = end;
    const weigh = (term: number, count: number): number => (LOGARITHMS[count] ?? 0) * (rarities[term] ?? 0);
    tags.forEach((term, place) => {
      const weight = weigh(term, 1);
      if (weight > 0) heavyTags.add(place, weight);
    });
    for (let place = 0; place < words.length; place += 1) {
      const weight = weigh(inLowerCase(words[place] ?? 0), counts[place] ?? 1);
      if (weight > 0) heavyWords.add(place, weight);
    }
    // As if each had one word more that no other has: a single common tag is not all that an article is about.
    let squares = unique * unique;
    const keep = (term: number, place: number, weight: number): void => {
      if (end - start === HEAVIEST) return;
      squares += weight ** 2;
      allTerms[end] = term;
      allWeights[end] = weight;
      allPlaces[end] = place;
      end += 1;
    };
    heavyTags.take((place, weight) => keep(tags[place] ?? 0, place, weight));
    const firstWord = end;
    heavyWords.take((place, weight) => keep(inLowerCase(words[place] ?? 0), place, weight));
    const length = Math.sqrt(squares);
    const weights = allWeights.subarray(start, end);
    weights.forEach((weight, at) => (weights[at] = weight / length));
    return {
      terms: allTerms.subarray(start, end),
      weights,
      places: allPlaces.subarray(start, end),
      tags: firstWord - start,
    };
  };
}

/** 1 + ln f, by f. */
const LOGARITHMS = Float64Array.from({ length: 256 }, (_, count) => 1 + Math.log(Math.max(1, count)));
