import type { Article } from '../article.ts';
import { Best } from './best.ts';
import { type Evidence, toEvidence } from './evidence.ts';
import { inLowerCase, knownWords } from './word-numbers.ts';

/**
 * The articles of one language, each as a vector of length one: its heaviest terms, tags first, then words, the heaviest of
 * either first. All are rows of one table: an array for each would take more room and time than what is in it.
 */
export interface VectorSpace {
  /** Where the terms of each article begin, by its number; one more at the end. */
  starts: Uint32Array;
  /** Where those of them begin that are words. */
  firstWords: Uint32Array;
  /** Numbers of terms. */
  terms: Uint32Array;
  weights: Float64Array;
  /** Where each term stands among the tags or the words of the article. */
  places: Uint32Array;
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
  return { ...toTable(tags, evidence, rarities, unique), articlesWith };
}

/** How many articles are in a space. */
export function sizeOf({ starts }: VectorSpace): number {
  return starts.length - 1;
}

function numberIn(numbers: Map<string, number>, key: string): number {
  const number = numbers.get(key) ?? numbers.size;
  numbers.set(key, number);
  return number;
}

/** Whether so few articles have a term that it says much by itself. */
export function isRare(space: VectorSpace, term: number): boolean {
  return (space.articlesWith[term] ?? 0) <= Math.max(FEW, sizeOf(space) * RARE);
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

/** The vectors of articles by the numbers of their tags, their words, and the rarities of terms. */
function toTable(
  tags: readonly (readonly number[])[],
  evidence: readonly Evidence[],
  rarities: Float64Array,
  unique: number,
): Omit<VectorSpace, 'articlesWith'> {
  const size = evidence.reduce((sum, { words }, number) => sum + words.length + (tags[number]?.length ?? 0), 0);
  const [terms, weights, places] = [new Uint32Array(size), new Float64Array(size), new Uint32Array(size)];
  const [starts, firstWords] = [new Uint32Array(evidence.length + 1), new Uint32Array(evidence.length)];
  // Of equally heavy ones the first stays the first.
  const [heavyTags, heavyWords] = [new Best(HEAVIEST, () => false), new Best(HEAVIEST, () => false)];
  const weigh = (term: number, count: number): number => (LOGARITHMS[count] ?? 0) * (rarities[term] ?? 0);
  let end = 0;
  evidence.forEach(({ words, counts }, number) => {
    const its = tags[number] ?? [];
    its.forEach((term, place) => {
      const weight = weigh(term, 1);
      if (weight > 0) heavyTags.add(place, weight);
    });
    for (let place = 0; place < words.length; place += 1) {
      const weight = weigh(inLowerCase(words[place] ?? 0), counts[place] ?? 1);
      if (weight > 0) heavyWords.add(place, weight);
    }
    const start = end;
    // As if each had one word more that no other has: a single common tag is not all that an article is about.
    let squares = unique * unique;
    const keep = (term: number, place: number, weight: number): void => {
      if (end - start === HEAVIEST) return;
      squares += weight ** 2;
      terms[end] = term;
      weights[end] = weight;
      places[end] = place;
      end += 1;
    };
    heavyTags.take((place, weight) => keep(its[place] ?? 0, place, weight));
    firstWords[number] = end;
    heavyWords.take((place, weight) => keep(inLowerCase(words[place] ?? 0), place, weight));
    const length = Math.sqrt(squares);
    for (let at = start; at < end; at += 1) weights[at] = (weights[at] ?? 0) / length;
    starts[number + 1] = end;
  });
  return { starts, firstWords, terms, weights, places };
}

/** 1 + ln f, by f. */
const LOGARITHMS = Float64Array.from({ length: 256 }, (_, count) => 1 + Math.log(Math.max(1, count)));
