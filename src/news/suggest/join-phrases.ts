import { countMention, type Mentions, noMentions } from './mentions.ts';
import type { Phrase } from './phrases.ts';
import type { Word } from './read-words.ts';

/** A phrase with all its mentions, the shorter ones too: `James Baker`, and `Baker` after it. */
export interface Named {
  text: string;
  mentions: Mentions;
}

/**
 * Phrases each once: one that begins or ends another is another mention of it, and initials are one of the words that
 * they abbreviate. Where a headline's case says nothing, the phrase's last word there is a mention.
 */
export function joinPhrases(phrases: readonly Phrase[], words: readonly Word[]): Named[] {
  const byKeys = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const key = phrase.keys.join(' ');
    const same = byKeys.get(key);
    if (same) same.push(phrase);
    else byKeys.set(key, [phrase]);
  }
  const longest = [...byKeys.values()].sort((a, b) => lengthOf(b) - lengthOf(a) || b.length - a.length);
  const owners = new Map<string, Phrase[]>();
  for (const same of longest) {
    const [phrase] = same;
    if (!phrase) continue;
    const owner = owners.get(phrase.keys.join(' '));
    if (owner && owner !== same) {
      owner.push(...same);
      continue;
    }
    for (const alias of aliasesOf(same)) if (!owners.has(alias)) owners.set(alias, same);
  }
  const all = new Set(longest.filter((same) => owners.get(same[0]?.keys.join(' ') ?? '') === same));
  const headline = shoutedPlaces(words);
  return [...all].map((same) => toNamed(same, words, headline));
}

/** A name of more words than a person's has is not called by one of them. */
const MOST_FOR_ONE = 3;

/** What may stand for a phrase: itself, the surname or first word of a short one, its initials. */
function aliasesOf([phrase, ...others]: readonly Phrase[]): string[] {
  const { keys = [], text = '' } = phrase ?? {};
  if (keys.length < 2) return [keys.join(' ')];
  const initials = keys.filter((key) => key !== 'of' && key !== 'for' && key !== 'and').map((key) => key.charAt(0));
  const aliases = [keys.join(' '), ...(initials.length > 1 ? [initials.join('')] : [])];
  if (keys.length > MOST_FOR_ONE) return aliases;
  const last = text.split(/[ -]/u).at(-1) ?? '';
  // `SUV` in `Sport SUV` is a kind of thing, and no surname.
  if (last !== last.toUpperCase()) aliases.push(keys.at(-1) ?? '');
  if (others.length > 0) aliases.push(keys[0] ?? '');
  return aliases;
}

function toNamed(
  same: readonly Phrase[],
  words: readonly Word[],
  headline: ReadonlyMap<string, readonly number[]>,
): Named {
  const mentions = noMentions();
  for (const { start } of same) countMention(mentions, words, start);
  const [phrase] = same;
  for (const at of headline.get(phrase?.keys.at(-1) ?? '') ?? []) countMention(mentions, words, at);
  return { text: phrase ? asWritten(phrase, same) : '', mentions };
}

/** Where each word of a headline stands whose case says nothing. */
function shoutedPlaces(words: readonly Word[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (let at = 0; words[at]?.place === 'headline'; at += 1) {
    const { key, isShouted } = words[at] ?? {};
    if (key === undefined || isShouted !== true) continue;
    const same = places.get(key);
    if (same) same.push(at);
    else places.set(key, [at]);
  }
  return places;
}

/** Capitals throughout, as of a dateline, only where it is written in no other way. */
function asWritten({ text, keys }: Phrase, same: readonly Phrase[]): string {
  const isOther = (other: Phrase): boolean =>
    other.text !== other.text.toUpperCase() && other.keys.join(' ') === keys.join(' ');
  return same.find(isOther)?.text ?? text;
}

function lengthOf([phrase]: readonly Phrase[]): number {
  return phrase?.keys.length ?? 0;
}
