import { ElementType, parseDocument } from 'htmlparser2';
import { BlockCollector } from '../news/blocks.ts';
import { copyDigest } from '../news/copy.ts';

/** The parts of a chapter that hold the article's text, in the order in which a receipt reads them. */
const TEXT_PARTS = new Set(['headline', 'standfirst', 'figure', 'body', 'credit']);

type Node = ReturnType<typeof parseDocument>['children'][number];

/** The blocks of an article's text in a chapter as its reader gets them, without what the book adds (`data-generated`). */
export function chapterBlocks(xhtml: string): string[] {
  const collector = new BlockCollector();
  for (const child of parseDocument(xhtml, { xmlMode: true }).children) collect(child, collector, false);
  return collector.blocks;
}

function collect(node: Node, collector: BlockCollector, isText: boolean): void {
  if (isText && node.type === ElementType.Text) collector.text(node.data);
  if (!('name' in node && 'children' in node) || 'data-generated' in node.attribs) return;
  const begins = !isText && TEXT_PARTS.has(node.attribs['data-part'] ?? '');
  if (begins) collector.edge();
  if (isText) collector.open(node.name);
  for (const child of node.children) collect(child, collector, isText || begins);
  if (isText) collector.close(node.name);
  if (begins) collector.edge();
}

/** Whether a chapter shows all of an article's text; `text` is the digest that the article has of its blocks. */
export function showsAll(xhtml: string, text: string): boolean {
  return copyDigest(chapterBlocks(xhtml).map((block) => ({ text: block }))) === text;
}
