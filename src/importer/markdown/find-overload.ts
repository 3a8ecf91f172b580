/** A parser of Markdown compares each of these signs of a paragraph with all before it: twice as many take four times as long. */
const PAIRED_SIGNS = /[*_~`[\]<&]/gu;
const ADDRESS_SIGNS = /@|:\/\/|www\./giu;

/** So many a paragraph may have; more of them take minutes, or are no article. */
const MOST_SIGNS = 10_000;

/** Quotes and lists within each other: no page shows more, and parsers run out of stack. */
const TOO_DEEP = /^(?:[ \t]{0,9}(?:>|[-*+]|\d{1,9}[.)])[ \t]?){100}|^[ \t]{400,}(?:>|[-*+]|\d{1,9}[.)])/u;

/** What makes a Markdown text too heavy to parse, with its line counted from 1; nothing for all but attacks and accidents. */
export function findOverload(markdown: string): { line: number; problem: string } | undefined {
  let [first, signs, addresses] = [1, 0, 0];
  for (const [index, text] of markdown.split(/\r\n|\n|\r/u).entries()) {
    const line = index + 1;
    if (TOO_DEEP.test(text)) return { line, problem: 'quotes or lists within each other, 100 deep' };
    if (text.trim() === '') {
      [first, signs, addresses] = [line + 1, 0, 0];
      continue;
    }
    signs += text.match(PAIRED_SIGNS)?.length ?? 0;
    addresses += text.match(ADDRESS_SIGNS)?.length ?? 0;
    const found = signs > MOST_SIGNS ? 'signs of Markdown' : addresses > MOST_SIGNS ? 'addresses' : undefined;
    if (found !== undefined) return { line: first, problem: `a paragraph of more than ${MOST_SIGNS} ${found}` };
  }
  return undefined;
}
