import { describe, expect, it } from 'vitest';
import { type ReceiptLine, receiptSentence } from '../../../src/news/receipt-sentence.ts';

const WHOLE: ReceiptLine = {
  ...{ of: 'kerry.txt', captured: '2026-11-22', verbatim: true },
  ...{ blocks: 3, kept: 3, moved: [], changed: [], dropped: [], picturesMissing: 0 },
};
const ENTRY = [{ line: 1 }];

describe('what a copy’s page says of it', () => {
  it('is “word for word” only where nothing was changed, dropped or edited since', () => {
    expect(receiptSentence(WHOLE, 'en-GB')).toMatch(
      /^Word for word the text of kerry\.txt, captured 22 November 2026;/u,
    );
    expect(receiptSentence({ ...WHOLE, moved: ENTRY }, 'en')).toMatch(/^Word for word/u);
    for (const less of [{ changed: ENTRY }, { dropped: ENTRY }, { verbatim: false }]) {
      expect(receiptSentence({ ...WHOLE, ...less }, 'en')).toMatch(/^Copied from kerry\.txt/u);
    }
  });

  it('counts what was moved, changed and dropped', () => {
    const some = receiptSentence({ ...WHOLE, moved: ENTRY, changed: [...ENTRY, ...ENTRY], dropped: ENTRY }, 'en');
    expect(some).toContain('; 1 line moved, 2 changed, 1 dropped.');
    expect(receiptSentence(WHOLE, 'en')).toContain('; no lines moved, none changed, none dropped.');
  });

  it('says that it was edited since, and invents no day of capture', () => {
    expect(receiptSentence({ ...WHOLE, verbatim: false }, 'en')).toMatch(/Edited since\.$/u);
    expect(receiptSentence(WHOLE, 'en')).not.toContain('Edited');
    expect(receiptSentence({ ...WHOLE, captured: undefined }, 'en')).not.toContain('captured');
  });
});
