import type { Element, Nodes, Root, Text } from 'hast';
import { BlockCollector } from '../../news/blocks.ts';
import { normalise } from '../../news/text.ts';

/** A block of a page's visible text, with the pieces of the tree that hold it. */
export interface PageBlock {
  /** Normalised. */
  text: string;
  /** Line of the source, counted from 1, where the text begins. */
  line: number | undefined;
  nodes: readonly Text[];
  /** So many of its signs stand in links. */
  links: number;
  /** The elements around its first piece of text, the outermost first. */
  path: readonly Element[];
}

/** The blocks of a tree of visible HTML, in order: the text between the edges of its block elements. */
export function pageBlocks(tree: Root | Element): PageBlock[] {
  const collector = new BlockCollector();
  const blocks: PageBlock[] = [];
  const path: Element[] = [];
  let nodes: Text[] = [];
  let links = 0;
  let linksAround = 0;
  let around: readonly Element[] = [];
  let line: number | undefined;
  const edge = (): void => {
    const text = collector.blocks[blocks.length];
    if (text === undefined) return;
    blocks.push({ text, line, nodes, links, path: around });
    nodes = [];
    links = 0;
    around = [];
    line = undefined;
  };
  const walk = (node: Nodes): void => {
    if (node.type === 'text') {
      if (/\S/u.test(node.value)) {
        if (around.length === 0) around = [...path];
        line ??= lineOf(node);
      }
      nodes.push(node);
      if (linksAround > 0) links += normalise(node.value).length;
      collector.text(node.value);
    }
    if (!('children' in node)) return;
    if (node.type === 'element') {
      collector.open(node.tagName);
      edge();
      path.push(node);
      if (node.tagName === 'a') linksAround += 1;
    }
    node.children.forEach(walk);
    if (node.type === 'element') {
      collector.close(node.tagName);
      edge();
      path.pop();
      if (node.tagName === 'a') linksAround -= 1;
    }
  };
  walk(tree);
  collector.edge();
  edge();
  return blocks;
}

/** The line where the first visible sign of a text stands. */
function lineOf({ position, value }: Text): number | undefined {
  const blank = /^\s*/u.exec(value)?.[0] ?? '';
  return position && position.start.line + blank.split('\n').length - 1;
}
