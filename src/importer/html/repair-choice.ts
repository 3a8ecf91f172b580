import type { Element } from 'hast';
import { isCredit } from '../text/text-shapes.ts';
import { type ChosenBlock, OUTSIDE } from './chosen-block.ts';
import type { PageBlock } from './page-blocks.ts';

const INLINE = new Set('a abbr b big cite code em font i mark q s small span strong sub sup u'.split(' '));
const TEXTUAL = new Set(['p', 'li', 'blockquote', 'h2', 'h3', 'h4', 'pre', 'dd', 'dt', 'td', 'th']);

/**
 * Repairs a first choice by what only the neighbours of a block tell: gaps in the text are filled, and lists of links,
 * agency lines and headings with nothing under them are taken from its end.
 */
export function repairChoice(
  blocks: readonly ChosenBlock[],
  judge: (block: PageBlock) => string | undefined,
): ChosenBlock[] {
  return trimTail(dropLinkLists(keepLateStandfirsts(fillGaps(blocks, judge))));
}

/** Readability leaves out short lists, crossheads and quotes: one between two kept neighbours belongs to them. */
function fillGaps(blocks: readonly ChosenBlock[], judge: (block: PageBlock) => string | undefined): ChosenBlock[] {
  const ranges = new Map<Element, { first: number; last: number }>();
  blocks.forEach(({ reason, path }, index) => {
    const holders = path.filter(({ tagName }) => !TEXTUAL.has(tagName) && !INLINE.has(tagName)).slice(-2);
    if (reason !== undefined) return;
    for (const holder of holders) {
      const range = ranges.get(holder);
      if (range) range.last = index;
      else ranges.set(holder, { first: index, last: index });
    }
  });
  return blocks.map((block, index) => {
    if (block.reason !== OUTSIDE || !block.path.some(({ tagName }) => TEXTUAL.has(tagName))) return block;
    const isQuote = block.path.some(({ tagName }) => tagName === 'blockquote');
    const belongs = block.path.some((element) => {
      const range = ranges.get(element);
      return range !== undefined && range.first < index && (isQuote || index < range.last);
    });
    if (!belongs) return block;
    return { ...block, reason: judge(block) ?? (linkShare(block) > 0.5 && !isQuote ? 'related links' : undefined) };
  });
}

/** What is marked as a standfirst or summary, but stands behind the first paragraph or among the others, is text. */
function keepLateStandfirsts(blocks: readonly ChosenBlock[]): ChosenBlock[] {
  const held = new Map<Element | undefined, number>();
  for (const block of blocks) {
    if (block.reason === undefined) held.set(holderOf(block), (held.get(holderOf(block)) ?? 0) + 1);
  }
  const first = blocks.findIndex(({ reason }) => reason === undefined);
  return blocks.map((block, index) => {
    if (block.reason !== 'standfirst' || first === -1) return block;
    const isAmongText = (held.get(holderOf(block)) ?? 0) > 1;
    return index > first || isAmongText ? { ...block, reason: undefined } : block;
  });
}

/** The innermost element around a block that is there to hold several. */
function holderOf({ path }: PageBlock): Element | undefined {
  return path.findLast(({ tagName }) => !TEXTUAL.has(tagName) && !INLINE.has(tagName));
}

/** A list of which each item is a link, and nothing more, points elsewhere. */
function dropLinkLists(blocks: readonly ChosenBlock[]): ChosenBlock[] {
  const lists = new Map<Element, boolean>();
  for (const block of blocks) {
    const list =
      block.reason === undefined ? block.path.findLast(({ tagName }) => /^[uo]l$/u.test(tagName)) : undefined;
    if (list) lists.set(list, lists.get(list) !== false && linkShare(block) > 0.9);
  }
  return blocks.map((block) => {
    const list = block.path.findLast(({ tagName }) => /^[uo]l$/u.test(tagName));
    return block.reason === undefined && list && lists.get(list) === true
      ? { ...block, reason: 'related links' }
      : block;
  });
}

const CONTRIBUTED = /\bcontributed\s(?:reporting\b|to\sthis\b)/iu;

/** From the end of the text: agency lines, links, and headings with nothing under them. */
function trimTail(blocks: readonly ChosenBlock[]): ChosenBlock[] {
  const trimmed = [...blocks];
  let credits = 0;
  for (let index = trimmed.length - 1; index >= 0; index -= 1) {
    const block = trimmed[index];
    if (block?.reason !== undefined || !block) continue;
    const reason = tailReason(block);
    if (reason === undefined || (reason === 'credit' && credits >= 3)) break;
    if (reason === 'credit') credits += 1;
    trimmed[index] = { ...block, reason };
  }
  return cutAtPointers(trimmed);
}

const POINTER_HEADING =
  /^(?:more\b|related\b|read\s|recommended|further\s|you\s(?:may|might)|popular|latest|trending|most\s|top\s(?:stories|news)|in\sother\snews)/iu;

/** A last label such as "More stories", with nothing behind it but a list, begins what points elsewhere. */
function cutAtPointers(blocks: readonly ChosenBlock[]): ChosenBlock[] {
  const kept = blocks.filter(({ reason }) => reason === undefined);
  const label = kept.findLastIndex(
    ({ text }) => text.length < 60 && !/[.!?]$/u.test(text) && POINTER_HEADING.test(text),
  );
  const rest = kept.slice(label + 1);
  const isList =
    rest.length > 1 &&
    rest.length <= 15 &&
    rest.every((block) => block.links > 0 && block.path.some(({ tagName }) => tagName === 'li'));
  if (label < 1 || !isList) return [...blocks];
  const cut = new Set<ChosenBlock>(kept.slice(label));
  return blocks.map((block) => (cut.has(block) ? { ...block, reason: 'related links' } : block));
}

function tailReason(block: PageBlock): string | undefined {
  const { path, text } = block;
  if (isCredit(text) || (text.length < 300 && CONTRIBUTED.test(text))) return 'credit';
  if (path.some(({ tagName }) => /^h[2-6]$/u.test(tagName)) && text.length < 100)
    return 'a heading with nothing under it';
  return linkShare(block) > 0.7 && !path.some(({ tagName }) => tagName === 'table' || tagName === 'blockquote')
    ? 'related links'
    : undefined;
}

/** The share of a block's signs that stand in links. */
function linkShare({ links, text }: PageBlock): number {
  return links / text.length;
}
