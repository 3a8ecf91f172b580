import type { Word } from './read-words.ts';

/** What the headline and the lead add to the mentions of a text. */
const [HEADLINE, LEAD] = [3, 1];

/** How often and where an article names something. */
export interface Mentions {
  headline: number;
  lead: number;
  body: number;
  /** Of all these, how often in small letters where case says something: `trade`. */
  small: number;
  /** Of those of the headline, how many stand where case says nothing. */
  shouted: number;
  /** How often the lead names it by more than one word, or by initials. */
  inFull: number;
  /** The first place, in words. */
  first: number;
}

/** Of something that was not named yet. */
export function noMentions(): Mentions {
  return { headline: 0, lead: 0, body: 0, small: 0, shouted: 0, inFull: 0, first: Infinity };
}

/** Counts one more mention, by the words from a first up to, and without, the end. */
export function countMention(mentions: Mentions, words: readonly Word[], start: number, end = start + 1): void {
  const word = words[start];
  if (!word) return;
  const own = words.slice(start, end);
  mentions[word.place] += 1;
  // `Willy de Clercq` has a small word, and is a name.
  if (own.every(isSmall)) mentions.small += 1;
  if (word.place === 'lead' && (own.length > 1 || word.isAllCapitals)) mentions.inFull += 1;
  if (word.isShouted && word.place === 'headline') mentions.shouted += 1;
  mentions.first = Math.min(mentions.first, start);
}

/** Whether a word is written small though it could be a name's; numbers and scripts without case are not. */
export function isSmall({ text, key, isCapital, isShouted }: Word): boolean {
  return !isCapital && !isShouted && text === key && key !== key.toUpperCase();
}

/** How often something is named in all. */
export function countOf({ headline, lead, body }: Mentions): number {
  return headline + lead + body;
}

/** By how much an article is about something: by its mentions, three more if its headline names it, one more if its lead does. */
export function weightOf({ headline, lead, body }: Mentions): number {
  return (headline > 0 ? HEADLINE : 0) + (lead > 0 ? LEAD : 0) + lead + body;
}
