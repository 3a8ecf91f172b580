import type { Place } from './articles.ts';

/** Where something stands, in pixels below the top of the window. */
export interface Extent {
  top: number;
  bottom: number;
}

/** With less of a text above the window it is barely begun. */
const BARELY = 0.05;

/** What of a paragraph must be left in the window for it to be the one at the top: about a line, in pixels. */
const A_LINE = 28;

/**
 * Where a reader stands in a text; nothing where it is barely begun, or its end is in the window. `paragraphs` are those
 * with an id, in their order.
 */
export function placeIn(
  text: Extent,
  paragraphs: readonly (Extent & { id: string })[],
  height: number,
): Place | undefined {
  const share = -text.top / (text.bottom - text.top);
  if (!(share >= BARELY) || text.bottom <= height) return undefined;
  const top = paragraphs.findIndex(({ bottom }) => bottom >= A_LINE);
  if (top === 0) return undefined;
  return { id: paragraphs[top]?.id, share: Math.min(1, Math.round(share * 1000) / 1000) };
}

/** Signs that nobody reads faster: five times what is usual, which is 1,200 words a minute. */
const SIGNS_A_SECOND = 120;

/** What one sign of these scripts stands for in letters of others. */
const LETTERS_A_SIGN = 4;

/** Seconds that a text must have been before a reader's eyes to count as read once its end was seen. */
export function leastSeconds(text: string): number {
  const signs = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
  return Math.max(2, (text.length + signs * (LETTERS_A_SIGN - 1)) / SIGNS_A_SECOND);
}
