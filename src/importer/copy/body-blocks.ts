import type { Nodes, Paragraph } from 'mdast';
import { BlockCollector } from '../../news/blocks.ts';
import { isBeside } from '../../news/paths.ts';

/** The elements that the parts of a body become, as far as their edges count. */
const ELEMENTS: Readonly<Record<string, string>> = {
  paragraph: 'p',
  heading: 'h2',
  list: 'ul',
  listItem: 'li',
  blockquote: 'blockquote',
  code: 'pre',
  table: 'table',
  tableRow: 'tr',
  tableCell: 'td',
  thematicBreak: 'hr',
};

/** The blocks of text that a body holds, before it is written as Markdown; normalised, as a receipt counts them. */
export function bodyBlocks(body: readonly Nodes[]): string[] {
  const collector = new BlockCollector();
  const walk = (node: Nodes): void => {
    const element = ELEMENTS[node.type];
    if (element !== undefined) collector.open(element);
    if (node.type === 'break') collector.open('br');
    // The only HTML that a reader puts into a body is that of an element, for which Markdown has no sign.
    else if (node.type === 'html') openHtml(node.value, collector);
    else if ('value' in node) collector.text(node.value);
    else if (node.type === 'paragraph') walkParagraph(node, walk, collector);
    else if ('children' in node) node.children.forEach(walk);
    if (element !== undefined) collector.close(element);
  };
  body.forEach(walk);
  collector.edge();
  return collector.blocks;
}

/** A paragraph that is nothing but a picture is shown as a figure, with the lines of the picture's title under it. */
function walkParagraph(paragraph: Paragraph, walk: (node: Nodes) => void, collector: BlockCollector): void {
  const [only, ...more] = paragraph.children;
  if (only?.type !== 'image' || more.length > 0) {
    paragraph.children.forEach(walk);
    return;
  }
  // A picture that is not beside the article is shown as a link, without its caption.
  if (!isBeside(only.url)) return;
  for (const line of (only.title ?? '').split('\n')) {
    collector.text(line);
    collector.edge();
  }
}

function openHtml(html: string, collector: BlockCollector): void {
  for (const [, name = ''] of html.matchAll(/<([a-z]{1,10})>/gu)) collector.open(name);
}
