import { Blocks, Elements, Notes, Paragraphs, Tables } from './excess-counters.ts';

/** Signs. A text that is longer is a book. */
const LONGEST_TEXT = 1_000_000;

/** Most of them blank, or next to it: a text that is full has fewer. */
const MOST_LINES = 50_000;

/** What makes a text too much, and the line where it begins, counted from 1. */
export interface Excess {
  line: number;
  problem: string;
}

/**
 * What makes a Markdown text too heavy to be parsed and shown; nothing for all but attacks and accidents. Counts and
 * depths decide, so that it is the same on every machine. Takes one pass over the text.
 */
export function findExcess(markdown: string): Excess | undefined {
  if (markdown.length > LONGEST_TEXT)
    return { line: 1, problem: `more than ${LONGEST_TEXT.toLocaleString('en')} signs` };
  const lines = markdown.split(/\r\n|\n|\r/u);
  if (lines.length > MOST_LINES)
    return { line: MOST_LINES + 1, problem: `more than ${MOST_LINES.toLocaleString('en')} lines` };
  const counters = [new Blocks(), new Elements(), new Paragraphs(), new Tables(), new Notes()];
  for (const [index, text] of lines.entries()) {
    for (const counter of counters) {
      const problem = counter.add(text);
      if (problem !== undefined) return { line: index + 1, problem };
    }
  }
  return undefined;
}
