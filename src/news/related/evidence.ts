import { sha256 } from '../digest.ts';
import { shinglesOf } from '../near-duplicates.ts';
import { type Sketch, toSketch } from './sketch.ts';
import { isStopWord } from './stop-words.ts';
import { numberOfWord } from './word-numbers.ts';

/**
 * What is remembered of an article's text, so that others like it are found without reading it again; short, since an
 * edition keeps one for each of its articles.
 */
export interface Evidence {
  /** The words that tell what it is about, each once and as it writes them inside a sentence, by their numbers. */
  words: Uint32Array;
  /** How often each of them stands there; 35 for 35 and more. */
  counts: Uint8Array;
  /** A sample of its shingles, by which a near-duplicate is told. */
  sketch: Sketch;
  digests: EvidenceDigests;
}

/** Whether evidence is the same, by sha256: of the words with their counts, and of the sketch. */
export type EvidenceDigests = Record<'words' | 'sketch', string>;

/** So many signs of a text tell what it is about; what comes later is background. */
const READ = 3000;

/** The headline says what an article is about: its words count so often. */
const HEADLINE = 3;

/** What stands before a word that begins a sentence. */
const START = /(?:^|[.!?:\n"“”‘«»(])\s*$/u;

const MOST_COUNTED = 35;

/** A run of a script that puts no space between words, or a word. */
const RUN = /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+)|[\p{L}\p{M}\p{N}]+/gu;

const SHORT_NUMBER = /^\p{N}{1,3}$/u;

/** The words that tell what a text is about, by their lower case, each with how often and how it is written. */
export type Terms = Map<string, Term>;

interface Term {
  count: number;
  form: string;
  /** How much the place of the form says of how the word is written. */
  place: number;
}

/** Where a word shows how it is written: a headline may be all capitals, and every sentence begins with one. */
const IN_HEADLINE = 0;
const AT_START = 1;
const IN_SENTENCE = 2;

/** What to remember of an article in a language (BCP 47), by its headline and its plain paragraphs. */
export function toEvidence(headline: string, paragraphs: readonly string[], lang: string): Evidence {
  const text = paragraphs.join('\n');
  const terms = [...termsOf(headline, text, lang).values()];
  const counts = Uint8Array.from(terms, ({ count }) => Math.min(count, MOST_COUNTED));
  const sketch = toSketch(shinglesOf(text));
  return {
    words: Uint32Array.from(terms, ({ form }) => numberOfWord(form)),
    counts,
    sketch,
    digests: {
      words: sha256(`${terms.map(({ form }) => form).join(' ')} ${counts.join(' ')}`),
      sketch: sha256(`${sketch.step} ${sketch.hashes.join(' ')}`),
    },
  };
}

/**
 * The words of a headline and of the first 3,000 signs of a text: at least two signs long, no numbers of up to three
 * digits, no stop words; pairs of neighbouring signs where a script puts no space between words.
 */
export function termsOf(headline: string, text: string, lang: string): Terms {
  const terms: Terms = new Map();
  addTerms(terms, headline, lang, () => IN_HEADLINE, HEADLINE);
  const placeAfter = (before: string): number => (START.test(before) ? AT_START : IN_SENTENCE);
  addTerms(terms, text.slice(0, READ), lang, placeAfter, 1);
  return terms;
}

function addTerms(
  terms: Terms,
  text: string,
  lang: string,
  placeAfter: (before: string) => number,
  counts: number,
): void {
  const normal = text.normalize('NFKC');
  for (const { 0: run, 1: unspaced, index } of normal.matchAll(RUN)) {
    for (const form of unspaced === undefined ? [run] : pairsOf(run)) {
      const key = form.toLowerCase();
      if (form.length < 2 || SHORT_NUMBER.test(form) || isStopWord(key, lang)) continue;
      const known = terms.get(key);
      const place = known?.place === IN_SENTENCE ? 0 : placeAfter(normal.slice(Math.max(0, index - 3), index));
      if (!known) terms.set(key, { count: counts, form, place });
      else {
        known.count += counts;
        if (place > known.place) Object.assign(known, { form, place });
      }
    }
  }
}

function pairsOf(run: string): string[] {
  const signs = Array.from(run);
  return signs.slice(1).map((sign, index) => `${signs[index] ?? ''}${sign}`);
}
