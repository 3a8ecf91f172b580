import type { Phrases } from '../../news/interface/english.ts';
import { fill } from '../../news/interface/phrase.ts';
import { showDay } from '../days.ts';
import type { Part } from './entry.ts';
import type { Cited, Copy } from './facts.ts';

/** The words of the interface that citations are made of. */
export type Words = Phrases['cite'];

/**
 * A citation as people write it: Authors. “Headline.” Paper, day. Address. Of a copy it also says where the copy is, and
 * when it was looked at. `today` is the day of access, `YYYY-MM-DD`; `lang` the language of the words.
 */
export function toText(cited: Cited, part: Part, today: string, words: Words, lang: string): string {
  const { work } = cited;
  const copy = part === 'copy' ? cited.copy : undefined;
  const printed = [work.publication, work.day && showDay(work.day, lang)].filter((it) => it !== undefined);
  const accessed = fill(words.accessed, { day: showDay(today, lang) });
  const address = work.address === undefined ? undefined : `${work.address}${copy ? '' : ` (${accessed})`}`;
  return [
    sentence(new Intl.ListFormat(lang, { type: 'conjunction' }).format(work.authors)),
    `“${sentence(work.headline)}”`,
    sentence(printed.join(', ')),
    address && `${address}.`,
    copy && `${copyLine(copy, words, lang)}, ${copy.address} (${accessed}).`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** `Copy at The Example, captured 4 October 2016`. */
export function copyLine({ site, captured }: Copy, words: Words, lang: string): string {
  if (captured === undefined) return fill(words.copyAt, { site });
  return fill(words.copyAtCaptured, { site, day: showDay(captured, lang) });
}

/** Ends with one sign that ends a sentence, of whatever script. */
function sentence(text: string): string {
  return text === '' || /\p{Sentence_Terminal}["'”’»)]*$/u.test(text) ? text : `${text}.`;
}
