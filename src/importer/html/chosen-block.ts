import type { PageBlock } from './page-blocks.ts';

/** A block of a page: text of its article, or the reason why it is none. */
export interface ChosenBlock extends PageBlock {
  /** Nothing for the text of the article. */
  reason: string | undefined;
}

/** The reason of a block that nothing takes for the article's. */
export const OUTSIDE = 'outside the article';
