import type { ReceiptEntry } from '../news/front-matter.ts';
import { count, fill } from '../news/interface/phrase.ts';
import { phrasesOf } from '../news/interface/phrases.ts';
import { primaryLanguage } from '../news/languages.ts';
import { type ReceiptLine, receiptSentence } from '../news/receipt-sentence.ts';
import { inLanguage, phraseWith } from './said.ts';
import { element, type XmlElement, type XmlPart } from './xml.ts';
import { numberFormat } from '../news/interface/formats.ts';

/** What became of the lines of a copy's source: the sentence of its page, and every entry under it. */
export function receiptPart(receipt: ReceiptLine, lang: string): XmlElement {
  const { moved, changed, dropped, picturesMissing } = receipt;
  const { receipt: words, epub } = phrasesOf(lang);
  const number = numberFormat(lang);
  const kept = fill(words.summary, { kept: number.format(receipt.kept), blocks: number.format(receipt.blocks) });
  return element(
    'section',
    { class: 'receipt', 'data-part': 'receipt', 'aria-label': epub.receipt },
    element('p', {}, receiptSentence(receipt, lang)),
    element('p', {}, kept),
    entries(moved, lang, words.lineMoved, words.lineMovedTo),
    entries(changed, lang, words.lineChanged, words.lineChangedTo),
    entries(dropped, lang, words.lineDropped, words.lineDropped),
    picturesMissing > 0 ? element('p', {}, count(words.pictures, picturesMissing, lang)) : undefined,
    receipt.verbatim ? undefined : element('p', {}, words.noLonger),
  );
}

function entries(list: readonly ReceiptEntry[], lang: string, alone: string, to: string): XmlPart {
  if (list.length === 0) return undefined;
  const { receipt: words } = phrasesOf(lang);
  /** What readers call the fields of a copy. */
  const places: Record<string, string> = {
    ...words.places,
    'image.caption': words.places.caption,
    'image.credit': words.places.pictureCredit,
  };
  // The importer gives its reasons in English.
  const reasonLanguage = primaryLanguage(lang) === 'en' ? {} : inLanguage('en');
  const items = list.map(({ line, field, reason, was }) => {
    const told = fill(field === undefined ? alone : to, {
      line: line === undefined ? words.aLine : fill(words.line, { line: numberFormat(lang).format(line) }),
      place: field === undefined ? '' : (places[field] ?? field),
    });
    const entry =
      reason === undefined
        ? told
        : phraseWith(words.because, { entry: told, reason: element('bdi', reasonLanguage, reason) });
    return element(
      'li',
      {},
      was === undefined ? entry : phraseWith(words.read, { entry, text: element('q', {}, was) }),
    );
  });
  return element('ul', {}, items);
}
