import type { Country, CountrySign } from './countries.ts';
import type { KnownTag } from './known-tags.ts';
import { countMention, isSmall, type Mentions, noMentions } from './mentions.ts';
import type { Hit } from './name-index.ts';
import { isTitle } from './name-stop-words.ts';
import type { Word } from './read-words.ts';

/** Known tags that an article names, with where. */
export function spotTags(words: readonly Word[], hits: readonly Hit<KnownTag | undefined>[]): Map<KnownTag, Mentions> {
  const spotted = new Map<KnownTag, Mentions>();
  const surnames = new Map<string, KnownTag>();
  const doubtful: Hit<KnownTag>[] = [];
  const taken = new Set<number>();
  for (const { meaning: tag, start, end } of hits) {
    for (let at = start; at < end; at += 1) taken.add(at);
    if (!tag || isBeginning(words, start, end)) continue;
    if (end - start === 1 && isAfterName(words, start)) {
      doubtful.push({ meaning: tag, start, end });
      continue;
    }
    const mentions = spotted.get(tag) ?? noMentions();
    spotted.set(tag, mentions);
    countMention(mentions, words, start, end);
    if (tag.surname !== undefined && end - start > 1) surnames.set(tag.surname, tag);
  }
  words.forEach((word, at) => {
    const tag = taken.has(at) ? undefined : surnames.get(word.key);
    if (tag && !isSmall(word) && !isAfterName(words, at)) doubtful.push({ meaning: tag, start: at, end: at + 1 });
  });
  for (const { meaning, start, end } of doubtful) {
    const mentions = spotted.get(meaning);
    if (mentions) countMention(mentions, words, start, end);
  }
  return spotted;
}

/** Whether a name of one word is only the beginning of a longer one, as `Wilson` in `Wilson Foods`. */
function isBeginning(words: readonly Word[], start: number, end: number): boolean {
  const [word, next] = [words[start], words[end]];
  if (end - start > 1 || !word || !next || word.isShouted) return false;
  return word.isCapital && next.isCapital && next.gap === ' ';
}

/** Countries that an article names, by name, city or demonym. What is doubtful counts where a surer sign stands too. */
export function spotCountries(words: readonly Word[], hits: readonly Hit<CountrySign>[]): Map<Country, Mentions> {
  const sure = new Map<Country, Mentions>();
  const doubtful: [Country, number][] = [];
  for (const { meaning, start, end } of hits) {
    const { country, by } = meaning;
    const word = words[start];
    if (!country || !word || isSmall(word)) continue;
    if (
      by === 'doubtful city' ||
      (by === 'doubtful name' && (isAfterCapital(words, start) || isBeginning(words, start, end)))
    ) {
      doubtful.push([country, start]);
      continue;
    }
    const mentions = sure.get(country) ?? noMentions();
    sure.set(country, mentions);
    countMention(mentions, words, start, end);
  }
  for (const [country, start] of doubtful) {
    const mentions = sure.get(country);
    if (mentions) countMention(mentions, words, start);
  }
  return sure;
}

/** Whether a name stands right before a word in its sentence, as in `Michael Jordan`; what begins the sentence may be none. */
function isAfterName(words: readonly Word[], at: number): boolean {
  return isAfterCapital(words, at) && words[at - 1]?.isFirst === false;
}

/** Whether a word with a capital that is no title stands right before one. */
function isAfterCapital(words: readonly Word[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  if (!before || !word || word.isFirst || word.isShouted) return false;
  return before.isCapital && word.isCapital && /^(?:\. | )$/u.test(word.gap) && !isTitle(before.key);
}
