import { normalise } from '../../news/text.ts';
import type { HtmlBody } from '../html/read-html-body.ts';
import type { SourceBlock } from '../raw-article.ts';
import { endsSentence } from '../text/text-shapes.ts';
import { toNode } from '../text/to-node.ts';

/** Lines of this length are paragraphs rather than parts of one. */
const LONG_LINE = 80;

/**
 * Reads a plain text of a feed as an article's body: paragraphs between blank lines, or line by line where there is
 * no blank line and most lines are long ones that end a sentence. Lines are counted from 1.
 * A first paragraph that repeats the `title` is left out of the body, and its block says so.
 */
export function readPlainTextBody(text: string, { title }: { title: string }): HtmlBody {
  const found = paragraphsOf(text);
  const paragraphs = found.map(({ lines, at }, index) => {
    const joined = lines.join(' ');
    const repeats = index === 0 && normalise(joined) === normalise(title);
    const line = at + 1;
    const block: SourceBlock = repeats
      ? { line, text: joined, role: 'repeat', rule: 'repeats the headline', reason: 'repeats the headline' }
      : { line, text: joined, role: 'paragraph', rule: 'running text' };
    return { block, nodes: repeats ? [] : [toNode('paragraph', lines)] };
  });
  return { blocks: paragraphs.map(({ block }) => block), body: paragraphs.flatMap(({ nodes }) => nodes) };
}

interface Paragraph {
  lines: string[];
  /** Counted from 0. */
  at: number;
}

function paragraphsOf(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let open: Paragraph | undefined;
  text.split('\n').forEach((written, at) => {
    const line = written.trim();
    if (normalise(line) === '') open = undefined;
    else if (open) open.lines.push(line);
    else paragraphs.push((open = { lines: [line], at }));
  });
  const [only, ...others] = paragraphs;
  if (!only || others.length > 0 || !isLineByLine(only.lines)) return paragraphs;
  return only.lines.map((line, index) => ({ lines: [line], at: only.at + index }));
}

function isLineByLine(lines: readonly string[]): boolean {
  const long = lines.filter((line) => line.length > LONG_LINE && endsSentence(line));
  return lines.length > 1 && long.length * 2 > lines.length;
}
