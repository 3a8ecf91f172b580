import { normalise } from '../../news/text.ts';
import { endsSentence, isCredit, isCrossheadShape, isHeadline, TEXT_LENGTH } from './text-shapes.ts';

/** A block of a plain text. */
export interface TextBlock {
  /** Line of the file, counted from 1, where it begins. */
  line: number;
  /** As they stand, ends trimmed. */
  lines: string[];
  /** Its lines joined by spaces. */
  text: string;
}

export interface SplitText {
  blocks: TextBlock[];
  /** No blank line stands between the paragraphs: each line is one. */
  lineByLine: boolean;
}

interface Line {
  number: number;
  text: string;
}

/** Lines of this length are not short lines that belong together. */
const LONG_LINE = 80;

/** A credit that stands on a line of its own is looked for in the last blocks only. */
export const LAST_BLOCKS = 3;

/**
 * Splits a plain text into blocks: at blank lines, and where a line is a headline, a line of the head, a crosshead
 * or a credit by itself. Where no blank line stands between long lines that end sentences, each line is a paragraph.
 */
export function splitText(text: string, isHeadLine: (line: string) => boolean): SplitText {
  const chunks = splitAtBlankLines(text);
  const lineByLine = isLineByLine(chunks);
  if (lineByLine) return { blocks: chunks.flat().map((line) => toBlock([line])), lineByLine };
  const head = chunks.findIndex((chunk) => chunk.some((line) => line.text.length >= TEXT_LENGTH));
  const blocks = chunks.flatMap((chunk, index) => {
    const [front, rest] = index <= Math.max(head, 0) ? takeHeadLines(chunk, index === 0, isHeadLine) : [[], chunk];
    const [crosshead, text] = index > 0 ? takeCrosshead(rest) : [[], rest];
    const [body, end] = index >= chunks.length - LAST_BLOCKS ? takeCredits(text) : [text, []];
    const alone = (line: Line): Line[] => [line];
    return [...front.map(alone), ...crosshead.map(alone), ...(body.length > 0 ? [body] : []), ...end.map(alone)];
  });
  return { blocks: blocks.map(toBlock), lineByLine };
}

function splitAtBlankLines(text: string): Line[][] {
  const chunks: Line[][] = [];
  let open: Line[] = [];
  text.split(/\r\n|\n|\r/u).forEach((raw, index) => {
    if (normalise(raw) === '') {
      open = [];
      return;
    }
    if (open.length === 0) chunks.push(open);
    open.push({ number: index + 1, text: raw.trim() });
  });
  return chunks;
}

function isLineByLine(chunks: readonly Line[][]): boolean {
  const withLong = chunks.filter((chunk) => chunk.some(isLong));
  const [only = []] = withLong;
  const long = only.filter(isLong);
  if (withLong.length !== 1 || long.length < 2 || lengthOf(long) * 2 < lengthOf(only)) return false;
  return long.filter(({ text }) => endsSentence(text)).length * 2 > long.length;
}

/** The headline and the lines of the head that open a chunk of several lines, and what remains of it. */
function takeHeadLines(
  chunk: readonly Line[],
  isFirst: boolean,
  isHeadLine: (line: string) => boolean,
): [Line[], Line[]] {
  let taken = isFirst && headlineStandsAlone(chunk, isHeadLine) ? 1 : 0;
  if (isFirst && taken === 0) return [[], [...chunk]];
  while (taken < chunk.length - 1 && isHeadLine(chunk[taken]?.text ?? '')) taken += 1;
  return [chunk.slice(0, taken), chunk.slice(taken)];
}

function headlineStandsAlone([first, ...rest]: readonly Line[], isHeadLine: (line: string) => boolean): boolean {
  const [next] = rest;
  if (!first || !next || !isHeadline(first.text)) return false;
  if (next.text.length >= TEXT_LENGTH || isHeadLine(next.text)) return true;
  // A line that was broken although the next word had room on it was meant to end there.
  const width = Math.max(...rest.map(({ text }) => text.length));
  const nextWord = next.text.split(' ', 1)[0]?.length ?? 0;
  return first.text.length + 1 + nextWord <= width && endsSentence(rest.at(-1)?.text ?? '');
}

/** A crosshead right above its paragraph is certain only where paragraphs are single long lines. */
function takeCrosshead(chunk: readonly Line[]): [Line[], Line[]] {
  const [first, next] = chunk;
  const stands = first && next && next.text.length >= TEXT_LENGTH && isCrossheadShape(first.text);
  return stands ? [[first], chunk.slice(1)] : [[], [...chunk]];
}

function takeCredits(chunk: readonly Line[]): [Line[], Line[]] {
  let end = chunk.length;
  while (end > 1 && isCredit(chunk[end - 1]?.text ?? '')) end -= 1;
  return [chunk.slice(0, end), chunk.slice(end)];
}

function lengthOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}

function isLong({ text }: Line): boolean {
  return text.length > LONG_LINE;
}

function toBlock(lines: readonly Line[]): TextBlock {
  const texts = lines.map(({ text }) => text);
  return { line: lines[0]?.number ?? 1, lines: texts, text: texts.join(' ') };
}
