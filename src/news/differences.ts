import { diffArrays } from 'diff';
import { z } from 'zod';
import { align } from './align.ts';
import type { CopyField } from './copy.ts';

/** What of an article is compared: its blocks, and what stands above them. */
export type ComparedField = CopyField | 'authors' | 'dateline' | 'published' | 'updated';

/** A block as it is compared. */
export interface ComparedBlock {
  field: ComparedField;
  /** Normalised. */
  text: string;
}

const part = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() });

const FIELDS = [
  'title',
  'description',
  'authors',
  'dateline',
  'published',
  'updated',
  'image.caption',
  'image.credit',
  'body',
  'credit',
] as const satisfies readonly ComparedField[];

const passage = z.discriminatedUnion('kind', [
  /** Paragraphs that both versions have. */
  z.object({ kind: z.literal('same'), blocks: z.number() }),
  z.object({ kind: z.enum(['changed', 'added', 'removed']), field: z.enum(FIELDS), parts: z.array(part) }),
]);

/** All differences of two versions in the order of their texts, as they are kept between builds. */
export const differencesSchema = z.array(passage);

/** A run of words that both versions have, or one of them. */
export type Part = z.output<typeof part>;
export type Passage = z.output<typeof passage>;

/** From so many changed tokens on, two blocks are shown one after the other: word for word nobody could follow. */
const MOST_EDITS = 400;

/** So large may a gap of unequal blocks be for each to be compared with each; in larger ones those that are near. */
const MOST_PAIRS = 10_000;
const NEAR = 20;

/** In larger gaps yet nothing is compared: that would take all memory. */
const MOST_PLACES = 4_000_000;

/** So much have two words in common that stand in the same place: less than any two paragraphs that are alike. */
const A_LITTLE = 0.01;

/** Two paragraphs with less than this share of their words in common are not one that was changed. */
const LEAST_ALIKE = 0.4;

/**
 * What differs between two versions of an article, word by word. Equal blocks are found first; between them each block is
 * compared with the one that is most like it, in order (Dice's coefficient of their words); words are compared by Myers'
 * method. `lang` (BCP 47) says where words end.
 */
export function toDifferences(
  before: readonly ComparedBlock[],
  after: readonly ComparedBlock[],
  lang: string,
): Passage[] {
  const segmenter = new Intl.Segmenter(lang, { granularity: 'word' });
  const toTokens = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);
  const keyOf = ({ field, text }: ComparedBlock): string => `${field}\n${text}`;
  const equal = align(before.map(keyOf), after.map(keyOf));
  const passages: Passage[] = [];
  let [from, to] = [0, 0];
  for (const [here, there] of [...equal, [before.length, after.length] as const]) {
    for (const passage of ofGap(before.slice(from, here), after.slice(to, there), toTokens)) passages.push(passage);
    // What stands above the text and below it is no paragraph.
    if (before[here]?.field === 'body') addSame(passages);
    [from, to] = [here + 1, there + 1];
  }
  return passages;
}

/** How many words were added and removed. */
export function countChanged(passages: readonly Passage[], lang: string): { added: number; removed: number } {
  const segmenter = new Intl.Segmenter(lang, { granularity: 'word' });
  const sums = { added: 0, removed: 0 };
  for (const passage of passages) {
    for (const { kind, text } of passage.kind === 'same' ? [] : passage.parts) {
      if (kind !== 'same')
        for (const { isWordLike } of segmenter.segment(text)) sums[kind] += isWordLike === true ? 1 : 0;
    }
  }
  return sums;
}

function addSame(passages: Passage[]): void {
  const last = passages.at(-1);
  if (last?.kind === 'same') last.blocks += 1;
  else passages.push({ kind: 'same', blocks: 1 });
}

type ToTokens = (text: string) => string[];

function ofGap(before: readonly ComparedBlock[], after: readonly ComparedBlock[], toTokens: ToTokens): Passage[] {
  const passages: Passage[] = [];
  const alone = (blocks: readonly ComparedBlock[], kind: 'added' | 'removed'): void => {
    for (const { field, text } of blocks) passages.push({ kind, field, parts: [{ kind, text }] });
  };
  let [from, to] = [0, 0];
  for (const [here, there] of pairsOf(before, after, toTokens)) {
    alone(before.slice(from, here), 'removed');
    alone(after.slice(to, there), 'added');
    const [old, now] = [before[here], after[there]];
    if (old && now)
      passages.push({ kind: 'changed', field: now.field, parts: ofWords(toTokens(old.text), toTokens(now.text)) });
    [from, to] = [here + 1, there + 1];
  }
  alone(before.slice(from), 'removed');
  alone(after.slice(to), 'added');
  return passages;
}

/** The blocks of a gap that are one that was changed, in order: so that what they have in common is most. */
function pairsOf(
  before: readonly ComparedBlock[],
  after: readonly ComparedBlock[],
  toTokens: ToTokens,
): [number, number][] {
  const places = before.length * after.length;
  if (places > MOST_PLACES) return [];
  const [old, now] = [before, after].map((blocks) => blocks.map(({ text }) => wordsOf(toTokens(text))));
  const likeness = (i: number, j: number): number => {
    if (before[i]?.field !== after[j]?.field || (places > MOST_PAIRS && Math.abs(i - j) > NEAR)) return 0;
    // Of a headline there is only one.
    if (before[i]?.field !== 'body') return 1;
    const share = shareOf(old?.[i], now?.[j]);
    if (share >= LEAST_ALIKE) return share;
    return isFigure(old?.[i]) && isFigure(now?.[j]) ? A_LITTLE : 0;
  };
  /** The most that blocks from these two on have in common. */
  const best = Array.from({ length: before.length + 1 }, () => new Float64Array(after.length + 1));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const like = likeness(i, j);
      best[i]?.fill(Math.max(at(i + 1, j), at(i, j + 1), like > 0 ? like + at(i + 1, j + 1) : 0), j, j + 1);
    }
  }
  const pairs: [number, number][] = [];
  for (let [i, j] = [0, 0]; i < before.length && j < after.length;) {
    if (at(i, j) === at(i + 1, j)) i += 1;
    else if (at(i, j) === at(i, j + 1)) j += 1;
    else pairs.push([i++, j++]);
  }
  return pairs;
}

/** Whether a block is a word or two, as cells of tables are: such a one has nothing in common with what it becomes. */
function isFigure(words: ReadonlyMap<string, number> = new Map()): boolean {
  return words.size > 0 && words.size <= 2;
}

function wordsOf(tokens: readonly string[]): Map<string, number> {
  const words = new Map<string, number>();
  for (const token of tokens) if (isWord(token)) words.set(token, (words.get(token) ?? 0) + 1);
  return words;
}

/** Dice's coefficient of two bags of words, from 0 to 1. */
function shareOf(one: ReadonlyMap<string, number> = new Map(), other: ReadonlyMap<string, number> = new Map()): number {
  const sum = (words: ReadonlyMap<string, number>): number =>
    [...words.values()].reduce((all, count) => all + count, 0);
  const all = sum(one) + sum(other);
  const common = [...one].reduce((found, [word, count]) => found + Math.min(count, other.get(word) ?? 0), 0);
  return all === 0 ? 0 : (2 * common) / all;
}

function isWord(token: string): boolean {
  return /[\p{L}\p{N}]/u.test(token);
}

function ofWords(before: string[], after: string[]): Part[] {
  const found = diffArrays(before, after, { maxEditLength: MOST_EDITS }) ?? [
    { added: false, removed: true, value: before },
    { added: true, removed: false, value: after },
  ];
  const parts: Part[] = [];
  const add = (kind: Part['kind'], tokens: readonly string[]): void => {
    if (tokens.length > 0) parts.push({ kind, text: tokens.join('') });
  };
  let [removed, added]: [string[], string[]] = [[], []];
  const end = (same: readonly string[]): void => {
    const shared = sharedEnd(removed, added);
    add('removed', removed.slice(0, removed.length - shared));
    add('added', added.slice(0, added.length - shared));
    add('same', [...removed.slice(removed.length - shared), ...same]);
    [removed, added] = [[], []];
  };
  for (const change of found) {
    if (change.removed) removed = [...removed, ...change.value];
    else if (change.added) added = [...added, ...change.value];
    else if (removed.length + added.length > 0 && !change.value.some(isWord)) {
      // A space or a comma between two changes belongs to both: word by word in turn they cannot be read.
      removed = [...removed, ...change.value];
      added = [...added, ...change.value];
    } else end(change.value);
  }
  end([]);
  return parts;
}

/** How many tokens two runs have in common at their end. */
function sharedEnd(one: readonly string[], other: readonly string[]): number {
  let shared = 0;
  while (shared < Math.min(one.length, other.length) && one.at(-1 - shared) === other.at(-1 - shared)) shared += 1;
  return shared;
}
