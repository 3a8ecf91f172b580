import { parseFragment } from 'parse5';
import { toLine } from '../../news/text.ts';

/** So much of a value of metadata is read; no name, headline or address is longer. */
const LONGEST = 2000;

/** A value of metadata as a line of text: pages often escape it once too often. Nothing where it is blank. */
export function toPlainLine(value: string): string | undefined {
  const text = value.slice(0, LONGEST);
  const line = toLine(/&[#\w]{2,10};/u.test(text) ? decodeReferences(text) : text);
  return line === '' ? undefined : line;
}

/** Letters and digits alone, small: two texts that agree in these were meant to be the same. */
export function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

function decodeReferences(text: string): string {
  const fragment = parseFragment(text.replace(/</gu, '&lt;'));
  return fragment.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
}
