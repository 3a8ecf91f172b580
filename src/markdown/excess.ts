/**
 * A parser of Markdown compares each of these signs of a paragraph with all before it: twice as many take four times
 * as long.
 */
const PAIRED_SIGNS = /[*_~`[\]<&]/gu;
const ADDRESS_SIGNS = /@|:\/\/|www\./giu;

/** So many a paragraph may have. No article has them; more take seconds, and far more take minutes. */
const MOST_SIGNS = 6_000;

/** Signs. A text that is longer is a book. */
const LONGEST_TEXT = 1_000_000;

/**
 * Quotes and lists within each other: no page shows more, and parsers run out of stack. A sign and the space behind it
 * can be read in one way only: in two ways, sixty of them would take for ever.
 */
const TOO_DEEP = /^(?:[ \t]{0,9}(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))){100}|^[ \t]{400,}(?:>|[-*+]|\d{1,9}[.)])/u;

/** Elements within each other, written as HTML. Browsers stop at 512. */
const DEEPEST_ELEMENTS = 200;

/** Each reference to a note is a link back from it. */
const MOST_NOTE_REFERENCES = 500;

/** Items of lists in all. Each is compared with those before it. */
const MOST_ITEMS = 5_000;
const ITEM = /^[ \t]{0,99}(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/u;

const TAG = /<(?<end>\/?)(?<name>[a-z][a-z\d-]{0,40})(?=[\s/>])/giu;

/** Elements that have no content, or that the next of their kind ends. */
const UNNESTED = new Set(
  'area base br col dd dt embed hr img input li link meta option p param source tbody td tfoot th thead tr track wbr'.split(
    ' ',
  ),
);

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
  const found = new Paragraphs();
  let [depth, references, items] = [0, 0, 0];
  for (const [index, text] of markdown.split(/\r\n|\n|\r/u).entries()) {
    const line = index + 1;
    if (TOO_DEEP.test(text)) return { line, problem: 'quotes or lists within each other, 100 deep' };
    const excess = found.add(line, text);
    if (excess) return excess;
    if (ITEM.test(text) && (items += 1) > MOST_ITEMS)
      return { line, problem: `more than ${MOST_ITEMS.toLocaleString('en')} items of lists` };
    references += text.split('[^').length - 1;
    if (references > MOST_NOTE_REFERENCES)
      return { line, problem: `more than ${MOST_NOTE_REFERENCES} footnotes and references to them` };
    if (!text.includes('<')) continue;
    depth = depthAfter(text, depth);
    if (depth > DEEPEST_ELEMENTS)
      return { line, problem: `HTML elements within each other, more than ${DEEPEST_ELEMENTS} deep` };
  }
  return undefined;
}

/** Counts what is quadratic in a paragraph, from blank line to blank line. */
class Paragraphs {
  #first = 1;
  #signs = 0;
  #addresses = 0;

  add(line: number, text: string): Excess | undefined {
    if (text.trim() === '') {
      [this.#first, this.#signs, this.#addresses] = [line + 1, 0, 0];
      return undefined;
    }
    this.#signs += text.match(PAIRED_SIGNS)?.length ?? 0;
    this.#addresses += text.match(ADDRESS_SIGNS)?.length ?? 0;
    const what =
      this.#signs > MOST_SIGNS ? 'signs of Markdown' : this.#addresses > MOST_SIGNS ? 'addresses' : undefined;
    if (what === undefined) return undefined;
    return { line: this.#first, problem: `a paragraph of more than ${MOST_SIGNS.toLocaleString('en')} ${what}` };
  }
}

/** How deep a line leaves the text inside elements that are written as HTML; the deepest place in it where that is too deep. */
function depthAfter(text: string, before: number): number {
  let depth = before;
  for (const { groups: { end = '', name = '' } = {} } of text.matchAll(TAG)) {
    if (UNNESTED.has(name.toLowerCase())) continue;
    depth = end === '' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > DEEPEST_ELEMENTS) return depth;
  }
  return depth;
}
