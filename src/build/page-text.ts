import { Parser } from 'htmlparser2';
import { BlockCollector } from '../news/blocks.ts';

/** The parts of an article's page that hold the copy's text, in the order in which a receipt reads them. */
const TEXT_PARTS = new Set(['headline', 'standfirst', 'figure', 'body', 'credit']);

/** HTML's elements without an end tag. */
const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
]);

/**
 * Reads the text of an article's page as its reader gets it: the blocks of headline, standfirst, figure,
 * body and credit, without what the template added (`data-generated`).
 */
export function pageBlocks(html: string): string[] {
  const collector = new BlockCollector();
  /** How deep the parser is in a text part, and in a generated element of it; 0 where it is not in one. */
  let inPart = 0;
  let inGenerated = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      const isVoid = VOID.has(name);
      if (inPart > 0 || TEXT_PARTS.has(attributes['data-part'] ?? '')) {
        if (inPart === 0) collector.edge();
        if (!isVoid) inPart += 1;
        if (inGenerated > 0 || 'data-generated' in attributes) inGenerated += isVoid ? 0 : 1;
        if (inGenerated === 0) collector.open(name);
      }
    },
    ontext(text) {
      if (inPart > 0 && inGenerated === 0) collector.text(text);
    },
    onclosetag(name) {
      if (inPart === 0 || VOID.has(name)) return;
      if (inGenerated === 0) collector.close(name);
      else inGenerated -= 1;
      inPart -= 1;
      if (inPart === 0) collector.edge();
    },
  });
  parser.end(html);
  return collector.blocks;
}
