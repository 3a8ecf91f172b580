import { BlockCollector } from '../../news/blocks.ts';

const known = new Map<string, boolean>();

/** Whether an element's edges separate blocks of text, by the receipt's own definition; `br` is not one of them. */
export function isBlockEdge(tagName: string): boolean {
  const before = known.get(tagName);
  if (before !== undefined) return before;
  const collector = new BlockCollector();
  collector.text('a');
  collector.open(tagName);
  const isEdge = collector.blocks.length > 0;
  // Names that pages invent are endless; those of HTML are few.
  if (known.size < 500) known.set(tagName, isEdge);
  return isEdge;
}
