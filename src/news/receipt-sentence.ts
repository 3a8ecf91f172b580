import { type NewsDate, showDay } from './dates.ts';
import type { Receipt } from './front-matter.ts';
import { count, fill } from './interface/phrase.ts';
import { phrasesOf } from './interface/phrases.ts';

/** What a copy's page says of it in one sentence. */
export interface ReceiptLine extends Pick<Receipt, 'blocks' | 'kept' | 'moved' | 'changed' | 'dropped'> {
  /** The name of the source, if it has one. */
  of: string | undefined;
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
  const { receipt: words } = phrasesOf(lang);
  const isWhole = verbatim && changed.length + dropped.length === 0;
  const isDated = captured !== undefined;
  const opening = isWhole
    ? isDated
      ? words.wholeCaptured
      : words.whole
    : isDated
      ? words.copiedCaptured
      : words.copied;
  const sentence = fill(words.sentence, {
    opening: fill(opening, { source: of ?? words.unnamed, day: isDated ? showDay(captured, lang) : '' }),
    moved: count(words.moved, moved.length, lang),
    changed: count(words.changed, changed.length, lang),
    dropped: count(words.dropped, dropped.length, lang),
  });
  return verbatim ? sentence : `${sentence} ${words.edited}`;
}
