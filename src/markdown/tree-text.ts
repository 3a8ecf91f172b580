import type { Element, Nodes, RootContent } from 'hast';
import { BlockCollector } from '../news/blocks.ts';

export function isElement(node: RootContent): node is Element {
  return node.type === 'element';
}

/** All text below a node. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** The blocks of a rendered body, without what the template added (`data-generated`). */
export function blocksOf(tree: Nodes): string[] {
  const collector = new BlockCollector();
  collect(tree, collector);
  collector.edge();
  return collector.blocks;
}

function collect(node: Nodes, collector: BlockCollector): void {
  if (node.type === 'text') collector.text(node.value);
  if (!('children' in node)) return;
  if (node.type !== 'element') {
    for (const child of node.children) collect(child, collector);
    return;
  }
  if (node.properties['dataGenerated'] !== undefined) return;
  collector.open(node.tagName);
  for (const child of node.children) collect(child, collector);
  collector.close(node.tagName);
}
