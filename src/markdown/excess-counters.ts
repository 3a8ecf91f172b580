/** Counts one thing that makes a text heavy, line by line; `add` says what is too much as soon as it is. */
interface Counter {
  add: (line: string) => string | undefined;
}

const plain = (count: number): string => count.toLocaleString('en');
const isBlank = (line: string): boolean => line.trim() === '';

/**
 * Quotes and lists within each other: no page shows more, and parsers run out of stack. A sign and the space behind it
 * can be read in one way only: in two ways, sixty of them would take for ever.
 */
const TOO_DEEP = /^(?:[ \t]{0,9}(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))){100}|^[ \t]{400,}(?:>|[-*+]|\d{1,9}[.)])/u;

/** Items of lists and lines of quotes in all. Each is compared with those before it. */
const MOST_ITEMS = 5_000;
const ITEM = /^[ \t]{0,99}(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/u;
const QUOTE = /^[ \t]{0,3}>/u;

/** Lines that stand in a quote or a list without a blank line between them. */
const MOST_CONTAINED = 10_000;

/** Quotes and lists: how deep they are, and how long. */
export class Blocks implements Counter {
  #items = 0;
  #quotes = 0;
  #contained = 0;
  #isContained = false;

  add(line: string): string | undefined {
    if (TOO_DEEP.test(line)) return 'quotes or lists within each other, 100 deep';
    const [isItem, isQuote] = [ITEM.test(line), QUOTE.test(line)];
    this.#isContained = !isBlank(line) && (this.#isContained || isItem || isQuote);
    if (isItem && (this.#items += 1) > MOST_ITEMS) return `more than ${plain(MOST_ITEMS)} items of lists`;
    if (isQuote && (this.#quotes += 1) > MOST_ITEMS) return `more than ${plain(MOST_ITEMS)} lines of quotes`;
    if (this.#isContained && (this.#contained += 1) > MOST_CONTAINED)
      return `more than ${plain(MOST_CONTAINED)} lines in quotes and lists`;
    return undefined;
  }
}

/**
 * A parser of Markdown compares each of these signs of a paragraph with all before it: twice as many take four times
 * as long. So it is their squares that are added up.
 */
const PAIRED_SIGNS = /[*_~`[\]<&]/gu;
const ADDRESS_SIGNS = /@|:\/\/|www\./giu;

/** So many one paragraph may have, if no other has many. No article has them; more take seconds, and far more take minutes. */
const MOST_SIGNS = 4_000;

/** What is quadratic in a paragraph, from blank line to blank line. */
export class Paragraphs implements Counter {
  readonly #counts = [
    { what: 'signs of Markdown', signs: PAIRED_SIGNS, here: 0, squares: 0 },
    { what: 'addresses', signs: ADDRESS_SIGNS, here: 0, squares: 0 },
  ];

  add(line: string): string | undefined {
    const ends = isBlank(line);
    for (const count of this.#counts) {
      const before = count.here ** 2;
      count.here = ends ? 0 : count.here + (line.match(count.signs)?.length ?? 0);
      if (!ends) count.squares += count.here ** 2 - before;
      if (count.squares > MOST_SIGNS ** 2)
        return `a paragraph of more than ${plain(MOST_SIGNS)} ${count.what}, or several of nearly as many`;
    }
    return undefined;
  }
}

/** Cells of tables in all. Each row is filled up to the width of its table, however little is written of it. */
const MOST_CELLS = 50_000;

/** The line under a table's head, which says how many columns it has. */
const TABLE_RULE = /^[\s>*+\d.)|:-]*\|[\s|:-]*$/u;

/** Tables, which go from the line under their head to a blank line. */
export class Tables implements Counter {
  #width = 0;
  #cells = 0;

  add(line: string): string | undefined {
    if (isBlank(line)) this.#width = 0;
    else if (TABLE_RULE.test(line)) this.#width = Math.max(this.#width, line.split('|').length);
    this.#cells += this.#width;
    return this.#cells > MOST_CELLS ? `more than ${plain(MOST_CELLS)} cells of tables` : undefined;
  }
}

/** Each reference to a note is a link back from it. */
const MOST_NOTE_REFERENCES = 500;

/** Footnotes, and references to them. */
export class Notes implements Counter {
  #references = 0;

  add(line: string): string | undefined {
    this.#references += line.split('[^').length - 1;
    if (this.#references <= MOST_NOTE_REFERENCES) return undefined;
    return `more than ${MOST_NOTE_REFERENCES} footnotes and references to them`;
  }
}

/** Elements within each other, written as HTML. Browsers stop at 512. */
const DEEPEST_ELEMENTS = 200;

/**
 * The depths of all lines and tags together: an element that is never ended, such as `<b>`, is begun anew in each
 * paragraph that follows.
 */
const MOST_DEPTHS = 100_000;

const TAG = /<(?<end>\/?)(?<name>[a-z][a-z\d-]{0,40})(?=[\s/>])/giu;

/** Elements that have no content, or that the next of their kind ends. */
const UNNESTED = new Set(
  'area base br col dd dt embed hr img input li link meta option p param source tbody td tfoot th thead tr track wbr'.split(
    ' ',
  ),
);

/** Elements that are written as HTML. */
export class Elements implements Counter {
  #depth = 0;
  #depths = 0;

  add(line: string): string | undefined {
    this.#depths += this.#depth;
    if (line.includes('<')) {
      for (const { groups: { end = '', name = '' } = {} } of line.matchAll(TAG)) {
        this.#depths += this.#depth;
        if (UNNESTED.has(name.toLowerCase())) continue;
        this.#depth = end === '' ? this.#depth + 1 : Math.max(0, this.#depth - 1);
        if (this.#depth > DEEPEST_ELEMENTS)
          return `HTML elements within each other, more than ${DEEPEST_ELEMENTS} deep`;
      }
    }
    if (this.#depths <= MOST_DEPTHS) return undefined;
    return `HTML elements that are never ended, which would make more than ${plain(MOST_DEPTHS)} of them`;
  }
}
