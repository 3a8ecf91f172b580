import type { Article } from '../article.ts';
import { type Evidence, toEvidence } from './evidence.ts';

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

interface Counted {
  terms: number[];
  counts: number[];
  tags: number;
}

/**
 * Vectors of articles by their tags and words. A term that f of an article's words are weighs 1 + ln f (a tag 1) times
 * its rarity ln(1 + N / n), where n of N articles have it (Spärck Jones, J. Documentation 28, 1972), and more by what
 * its n falls short of a word strewn evenly (residual idf: Church and Gale, "Inverse document frequency", 1995): names
 * and topics come in bursts. The articles' order decides the numbers of terms and nothing else.
 */
export function toVectors(articles: readonly Subject[]): VectorSpace {
  const numbers = new Map<string, number>();
  const numberOf = (key: string): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  };
  const counted = articles.map((article) => count(article, numberOf));
  const tagged = new Set(counted.flatMap(({ terms, tags }) => terms.slice(0, tags)));
  const articlesWith = new Uint32Array(numbers.size);
  const mentions = new Uint32Array(numbers.size);
  for (const { terms, counts } of counted) {
    for (let at = 0; at < terms.length; at += 1) {
      const term = terms[at] ?? 0;
      articlesWith[term] = (articlesWith[term] ?? 0) + 1;
      mentions[term] = (mentions[term] ?? 0) + (counts[at] ?? 0);
    }
  }
  const rarities = Float64Array.from(articlesWith, (n, term) =>
    rarity(articles.length, n, mentions[term] ?? 0, tagged.has(term)),
  );
  const unique = rarity(articles.length, 1, 1, true);
  return { vectors: counted.map((one) => toVector(one, rarities, unique)), articlesWith };
}

/** Whether so few articles have a term that it says much by itself. */
export function isRare({ vectors, articlesWith }: VectorSpace, term: number): boolean {
  return (articlesWith[term] ?? 0) <= Math.max(FEW, vectors.length * RARE);
}

/** What is known of an article's words; of one whose text is not public only its headline. */
export function evidenceOf({ evidence, front, lang }: Subject): Evidence {
  return evidence ?? toEvidence(front.title, [], lang);
}

function count(article: Subject, numberOf: (key: string) => number): Counted {
  const { words, counts } = evidenceOf(article);
  // No word begins with a number sign.
  const terms = article.tags.map(({ slug }) => numberOf(`#${slug}`));
  const tags = terms.length;
  if (words !== '') for (const word of words.toLowerCase().split(' ')) terms.push(numberOf(word));
  return { terms, counts: terms.map((_, at) => (at < tags ? 1 : Number.parseInt(counts.charAt(at - tags), 36))), tags };
}

function rarity(articles: number, n: number, mentions: number, isTag: boolean): number {
  const few = isTag ? FEW : Math.min(FEW, articles / 2);
  if (n > Math.max(few, articles * COMMON)) return 0;
  const bursts = Math.log(articles / n) + Math.log(1 - Math.exp(-mentions / articles));
  const weight = Math.log(1 + articles / n) + Math.max(0, bursts);
  return weight ** DAMPED;
}

function toVector({ terms, counts, tags }: Counted, rarities: Float64Array, unique: number): Vector {
  const weights = Float64Array.from(terms, (term, at) => (1 + Math.log(counts[at] ?? 1)) * (rarities[term] ?? 0));
  const kept = terms
    .map((_, at) => at)
    .filter((at) => (weights[at] ?? 0) > 0)
    .sort((a, b) => Number(b < tags) - Number(a < tags) || (weights[b] ?? 0) - (weights[a] ?? 0) || a - b)
    .slice(0, HEAVIEST);
  // As if each had one word more that no other has: a single common tag is not all that an article is about.
  const length = Math.sqrt(kept.reduce((sum, at) => sum + (weights[at] ?? 0) ** 2, unique * unique));
  return {
    terms: Uint32Array.from(kept, (at) => terms[at] ?? 0),
    weights: Float64Array.from(kept, (at) => (weights[at] ?? 0) / length),
    tags: kept.filter((at) => at < tags).length,
    places: Uint32Array.from(kept, (at) => (at < tags ? at : at - tags)),
  };
}
