import type { Element, Text } from 'hast';
import { findPrintedDay } from '../text/stated-date.ts';
import { type ChosenBlock, OUTSIDE } from './chosen-block.ts';
import { furnitureOf } from './furniture.ts';
import type { PageBlock } from './page-blocks.ts';
import { bare } from './page-texts.ts';
import { pointerReason } from './pointers.ts';
import { repairChoice } from './repair-choice.ts';

/** What is known of the article before its text is chosen. */
export interface Expected {
  title: string | undefined;
  authors: readonly string[];
  /** What Readability takes for the article. */
  readable: ReadonlySet<Text>;
}

/** An element that holds more of the text than this is no furniture, whatever it is called; nor is one around the headline. */
const MOST_FURNITURE = 0.4;

/** From this length on a block is a paragraph and no label. */
const PARAGRAPH = 150;

/** Chooses the blocks of a page that are its article's text, and says of each other one why it is none. */
export function chooseBlocks(blocks: readonly PageBlock[], expected: Expected): ChosenBlock[] {
  const isReadable = (block: PageBlock): boolean => block.nodes.some((node) => expected.readable.has(node));
  const weight = weigh(blocks.filter(isReadable));
  const headline = findHeadline(blocks, expected.title, isReadable);
  const first = blocks.findIndex(
    (block, index) => index > headline && isReadable(block) && block.text.length >= PARAGRAPH,
  );
  const main = mainArticle(weight);
  const around = new Set(blocks[headline]?.path);
  const judge = (block: PageBlock): string | undefined =>
    otherArticle(block, main) ?? furnitureReason(block, weight, around) ?? pointerReason(block.text);
  const reasons = blocks.map((block, index) => {
    if (index === headline) return 'headline';
    if (!isReadable(block)) return OUTSIDE;
    if (index < headline && block.text.length < 300) return 'above the headline';
    return judge(block) ?? (index < first ? headReason(block.text, expected.authors) : undefined);
  });
  const chosen = blocks.map((block, index) => ({ ...block, reason: reasons[index] }));
  return repairChoice(chosen, judge).map((block, index) => {
    if (block.reason !== OUTSIDE) return block;
    // What Readability left out has a better reason where its names or words tell one.
    const reason =
      judge(block) ?? (headline < index && index < first ? headReason(block.text, expected.authors) : undefined);
    return { ...block, reason: reason ?? OUTSIDE };
  });
}

/** How much readable text each element holds. */
interface Weight {
  of: ReadonlyMap<Element, number>;
  all: number;
}

function weigh(blocks: readonly PageBlock[]): Weight {
  const of = new Map<Element, number>();
  let all = 0;
  for (const { path, text } of blocks) {
    all += text.length;
    for (const element of path) of.set(element, (of.get(element) ?? 0) + text.length);
  }
  return { of, all };
}

/** The place of the block that is the headline; -1 where none is. */
function findHeadline(
  blocks: readonly PageBlock[],
  title: string | undefined,
  isReadable: (block: PageBlock) => boolean,
): number {
  const key = bare(title ?? '');
  const firstText = blocks.findIndex((block) => isReadable(block) && block.text.length >= PARAGRAPH);
  const places = blocks.flatMap(({ text }, index) =>
    bare(text) === key && (firstText === -1 || index < firstText) ? [index] : [],
  );
  const isHeading = (index: number): boolean =>
    blocks[index]?.path.some(({ tagName }) => /^h[1-3]$/u.test(tagName)) === true;
  return places.filter(isHeading).at(-1) ?? places.at(-1) ?? -1;
}

/** The article element that holds most of the text. */
function mainArticle({ of, all }: Weight): Element | undefined {
  return [...of].filter(([element, held]) => element.tagName === 'article' && held > all / 2).at(-1)?.[0];
}

/** What stands in an article element of its own, or outside the one with most of the text, tells another story. */
function otherArticle({ path }: PageBlock, main: Element | undefined): string | undefined {
  if (!main) return undefined;
  const place = path.indexOf(main);
  if (place === -1) return 'beside the article';
  return path.slice(place + 1).some(({ tagName }) => tagName === 'article') ? 'another article' : undefined;
}

const CELLS = new Set(['td', 'th', 'tr', 'tbody', 'thead', 'tfoot']);

function furnitureReason({ path, text }: PageBlock, weight: Weight, around: ReadonlySet<Element>): string | undefined {
  const isQuoted = path.some(({ tagName }) => tagName === 'blockquote');
  for (const element of path) {
    // The cells of a table belong to it whatever they are called.
    if (CELLS.has(element.tagName) || around.has(element)) continue;
    if ((weight.of.get(element) ?? 0) > weight.all * MOST_FURNITURE) continue;
    const kind = furnitureOf(element);
    if (!kind || text.length > (kind.longest ?? Number.POSITIVE_INFINITY)) continue;
    // A post of a social network that is quoted is text.
    if (isQuoted && kind.reason === 'share links') continue;
    return kind.reason;
  }
  return undefined;
}

/** What a short line between headline and text is: who wrote it, or when. */
function headReason(text: string, authors: readonly string[]): string | undefined {
  if (text.length > 120) return undefined;
  const key = bare(text);
  if (authors.some((name) => key.includes(bare(name))) && key.split(' ').length < 14) return 'byline';
  if (text.length > 100) return undefined;
  const isDay =
    findPrintedDay(text, undefined)?.year !== undefined || /(?:^|\D)\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d{2}/u.test(text);
  return isDay ? 'date line' : undefined;
}
