import { shinglesOf } from '../news/near-duplicates.ts';
import { wordsOf } from '../news/words.ts';
import type { Finding } from './checks.ts';
import { findingAt, type Galley } from './galley.ts';

/** So few words stand in another text by chance. */
const FEWEST_WORDS = 5;

/** Of so few runs of words a share says nothing. */
const FEWEST_RUNS = 6;

/** With so many of its runs of four words in the first paragraph, a standfirst says it again: one word in ten may differ. */
const NEARLY = 0.6;

/** Standfirsts that say what the first paragraph says. What is withdrawn shows neither. */
export function findRepeated(galley: Galley): Finding[] {
  return galley.articles.flatMap((article) => {
    const { front, body } = article.record;
    const [first] = body.opening;
    if (front.description === undefined || first === undefined || front.withdrawn) return [];
    const said = repetition(front.description, first);
    return said === undefined ? [] : [findingAt(galley, article, 'description', ['description'], said)];
  });
}

/** How a standfirst repeats a paragraph, if it does. Case, accents' encoding and punctuation make no difference. */
export function repetition(standfirst: string, paragraph: string): string | undefined {
  const [own, other] = [standfirst, paragraph].map((text) => wordsOf(text.normalize('NFKC').toLowerCase()));
  if (!own || !other || own.length === 0) return undefined;
  const [ownText, otherText] = [own, other].map((words) => ` ${words.join(' ')} `);
  if (ownText === otherText) return 'the standfirst is the first paragraph once more';
  if (own.length >= FEWEST_WORDS && otherText?.includes(ownText ?? ''))
    return 'the standfirst stands in the first paragraph';
  if (other.length >= FEWEST_WORDS && ownText?.includes(otherText ?? ''))
    return 'the standfirst holds the first paragraph';
  const runs = shinglesOf(standfirst);
  const there = new Set(shinglesOf(paragraph));
  const common = runs.filter((run) => there.has(run)).length;
  return runs.length >= FEWEST_RUNS && common >= NEARLY * runs.length
    ? 'the standfirst says nearly what the first paragraph says'
    : undefined;
}
