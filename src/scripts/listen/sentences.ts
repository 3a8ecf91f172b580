import { segmenterOf } from '../segmenter.ts';
import { ABBREVIATIONS, BEFORE_NUMBERS, ORDINALS, STARTERS, TITLES } from './abbreviations.ts';

/** A part of a text: UTF-16 places, the end not in it. */
export interface Stretch {
  start: number;
  end: number;
}

/** For browsers without a segmenter: up to a full stop of any script, with the quotes that it closes. */
const ROUGH = /[^.!?…。！？؟۔।]*[.!?…。！？؟۔।]+[\p{Pe}\p{Pf}"']*\s*|[^.!?…。！？؟۔।]+$/gu;

/**
 * The sentences of a text in a language (BCP 47), in order, without the white space between them: as Unicode cuts them
 * (UAX #29, section 5), those joined again that it cuts after an abbreviation, an initial or the quotation in a sentence.
 */
export function toSentences(text: string, lang: string): Stretch[] {
  // To Unicode, the end of a line ends a sentence; in a page it is a space.
  const line = text.replace(/\s/gu, ' ');
  const sentences: Stretch[] = [];
  for (const { start, end } of cut(line, lang)) {
    const last = sentences.at(-1);
    if (last && goesOn(line.slice(last.start, last.end), line.slice(start, end), lang)) last.end = end;
    else sentences.push({ start, end });
  }
  return sentences;
}

function cut(line: string, lang: string): Stretch[] {
  const segmenter = segmenterOf(lang, 'sentence');
  const segments = segmenter
    ? [...segmenter.segment(line)]
    : [...line.matchAll(ROUGH)].map(({ 0: segment, index }) => ({ segment, index }));
  // In scripts without spaces, the quote that opens the next sentence would close this one.
  let opened = 0;
  return segments
    .map((cutAsUsual) => {
      const index = cutAsUsual.index - opened;
      const whole = line.slice(index, cutAsUsual.index + cutAsUsual.segment.length);
      opened = /[\p{Ps}\p{Pi}]*$/u.exec(whole)?.[0].length ?? 0;
      const segment = whole.slice(0, whole.length - opened);
      const start = index + segment.length - segment.trimStart().length;
      return { start, end: start + segment.trim().length };
    })
    .filter(({ start, end }) => end > start);
}

/** Whether what was cut in two is one sentence. One cut too few is better than a name cut in two. */
function goesOn(before: string, after: string, lang: string): boolean {
  if (!/\p{L}/u.test(before) || !/[\p{L}\p{N}]/u.test(after)) return true;
  // `"Is it?" he asked.` and `«Едем!» — сказал он.`
  if (/^[^\p{L}\p{N}]*\p{Ll}/u.test(after)) return true;
  const [, word] = /(?:^|[\s\p{Ps}\p{Pi}"'’])([^\s\p{Ps}\p{Pi}"]+)\.$/u.exec(before) ?? [];
  if (word === undefined) return false;
  const primary = lang.split('-')[0] ?? '';
  const titles = TITLES.get(primary);
  if (titles?.has(word) || titles?.has(word.toLowerCase())) return true;
  if (/^\p{N}/u.test(after) && BEFORE_NUMBERS.get(primary)?.has(word)) return true;
  if (/^\d{1,2}$/u.test(word)) return ORDINALS.has(primary);
  if (!isShort(word) && !ABBREVIATIONS.get(primary)?.has(word)) return false;
  const [first = ''] = /^\p{L}+(?![\p{L}.])/u.exec(after) ?? [];
  return !STARTERS.get(primary)?.has(first);
}

/** `J`, `U.S`, `J.-C`, `p.m`, `EE.UU`, and the one letter of an Arabic title: `د`. */
function isShort(word: string): boolean {
  return /^(?:\p{Lu}|\p{Lo}|\p{L}{1,2}(?:\.[-‐]?\p{L}{1,2})+)$/u.test(word);
}
