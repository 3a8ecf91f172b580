import type { Element, Root } from 'hast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { plainParagraphs } from '../plain-paragraphs.ts';
import { isElement, textOf } from '../tree-text.ts';
import { toFlow } from './flow.ts';
import { collapsed } from './phrasing.ts';

const writer = remark()
  .use(remarkGfm, { tablePipeAlign: false })
  .data('settings', {
    bullet: '-',
    emphasis: '_',
    fence: '`',
    incrementListMarker: true,
    resourceLink: true,
    rule: '-',
  })
  .freeze();

/**
 * A body as its page shows it, written as Markdown (CommonMark 0.31.2 with GitHub's extensions): read again it shows the
 * same text. It is made from the sanitized and finished tree and not from the file, so that it can hold nothing that the
 * page does not show, such as comments. What Markdown cannot say stands as HTML.
 */
export function toPlainMarkdown(tree: Root): string {
  return plainText(tree) ?? writer.stringify({ type: 'root', children: toFlow(tree.children) });
}

/**
 * Paragraphs of plain text, which is all that most bodies are, as the writer would write them, at a tenth of the time;
 * undefined where there is more, or where they would not be read again as they are.
 */
function plainText({ children }: Root): string | undefined {
  const paragraphs: string[] = [];
  for (const node of children) {
    if (node.type === 'text' && node.value.trim() === '') continue;
    if (!isElement(node) || !isPlainParagraph(node)) return undefined;
    const text = collapsed(textOf(node)).replace(/^ | $/gu, '');
    if (text.trim() !== '') paragraphs.push(text);
  }
  const written = paragraphs.map((text) => text.replace(/[\\<]/gu, '\\$&')).join('\n\n');
  const read = plainParagraphs(written);
  const isReadAgain = read?.length === paragraphs.length && read.every((text, index) => text === paragraphs[index]);
  return isReadAgain ? written && `${written}\n` : undefined;
}

/** Its id is the page's own affair; what else is said of a paragraph has to stand in tags. */
function isPlainParagraph({ tagName, properties, children }: Element): boolean {
  const isBare = Object.keys(properties).every((name) => name === 'id');
  return tagName === 'p' && isBare && children.every(({ type }) => type === 'text');
}
