import type { Element, Root } from 'hast';
import type { SourceBlock } from '../raw-article.ts';
import { pageBlocks } from './page-blocks.ts';

/** The blocks of a tree of visible HTML, each with the line of the source where its text begins. */
export function htmlBlocks(tree: Root | Element): SourceBlock[] {
  return pageBlocks(tree).map(({ line, text }) => ({ line, text, role: 'paragraph', rule: 'running text' }));
}
