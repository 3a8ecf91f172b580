import { toSentences } from './sentences.ts';

/** What is read aloud in one breath. */
export interface Sentence {
  text: string;
  /** BCP 47. */
  lang: string;
  /** Where it stands in the page. */
  range: Range;
}

const PARTS = ['headline', 'standfirst', 'figure', 'body'].map((part) => `[data-part=${part}]`).join();

/** What says nothing when it is heard: notes' marks and whatever the template adds, tables, and lines that are kept as lines. */
const SILENT = '[data-generated], table, pre, .credit';

/** What begins on a line of its own. */
const BLOCKS = 'p, li, h1, h2, h3, h4, h5, h6, figcaption, dt, dd, blockquote, figure, div';

/** The sentences of an article as it stands in a page: headline, standfirst, captions and text, each in its own language. */
export function readArticle(article: Element): Sentence[] {
  const sentences: Sentence[] = [];
  for (const part of article.querySelectorAll(PARTS)) {
    for (const run of runsOf(part)) sentences.push(...sentencesOf(run));
  }
  return sentences;
}

/** Text that stands together, and the places of its nodes in it. */
interface Run {
  block: Element;
  text: string;
  nodes: { node: Text; start: number }[];
}

function runsOf(part: Element): Run[] {
  const runs: Run[] = [];
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    const element = node instanceof Element ? node : node.parentElement;
    const block = element?.closest(BLOCKS);
    if (!block || element?.closest(SILENT)) continue;
    let run = runs.at(-1);
    if (run?.block !== block) runs.push((run = { block, text: '', nodes: [] }));
    if (node instanceof HTMLBRElement) run.text += ' ';
    if (!(node instanceof Text)) continue;
    run.nodes.push({ node, start: run.text.length });
    run.text += node.data;
  }
  return runs;
}

function sentencesOf({ block, text, nodes }: Run): Sentence[] {
  const lang = block.closest<HTMLElement>('[lang]')?.lang ?? '';
  return toSentences(text, lang).flatMap(({ start, end }) => {
    const words = text.slice(start, end).replace(/\s+/gu, ' ');
    // Three asterisks between two parts of a text are no sentence.
    if (!/[\p{L}\p{N}]/u.test(words)) return [];
    const range = document.createRange();
    const first = nodes.findLast((it) => it.start <= start);
    const last = nodes.findLast((it) => it.start < end);
    if (!first || !last) return [];
    range.setStart(first.node, Math.min(start - first.start, first.node.length));
    range.setEnd(last.node, Math.min(end - last.start, last.node.length));
    return [{ text: words, lang, range }];
  });
}
