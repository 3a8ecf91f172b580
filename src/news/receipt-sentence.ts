import { type NewsDate, showDay } from './dates.ts';
import type { Receipt } from './front-matter.ts';

/** What a copy's page says of it in one sentence. */
export interface ReceiptLine extends Pick<Receipt, 'blocks' | 'kept' | 'moved' | 'changed' | 'dropped'> {
  /** The name of the source. */
  of: string;
  captured: NewsDate | undefined;
  /** How many pictures of the source the copy does not have. */
  picturesMissing: number;
  /** Whether the text is still the one that was imported. */
  verbatim: boolean;
}

/**
 * `Word for word the text of kerry.txt, captured 22 November 2026; 2 lines moved, none changed, none dropped.`
 * The first three words are only said where nothing was changed, dropped or edited since.
 */
export function receiptSentence(receipt: ReceiptLine, lang: string): string {
  const { of, captured, verbatim, moved, changed, dropped } = receipt;
  const isWhole = verbatim && changed.length + dropped.length === 0;
  const when = captured === undefined ? '' : `, captured ${showDay(captured, lang)}`;
  const lines = moved.length === 1 ? '1 line' : `${moved.length === 0 ? 'no' : String(moved.length)} lines`;
  return (
    `${isWhole ? 'Word for word the text of' : 'Copied from'} ${of}${when}; ` +
    `${lines} moved, ${noneOr(changed.length)} changed, ${noneOr(dropped.length)} dropped.${verbatim ? '' : ' Edited since.'}`
  );
}

function noneOr(count: number): string {
  return count === 0 ? 'none' : String(count);
}
