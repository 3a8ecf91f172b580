/**
 * Signs that show nothing: zero-width spaces and joiners, soft hyphen, BOM, bidi controls, tag characters.
 * Two texts that differ only in these read the same.
 */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;

/**
 * Signs that may not stand in a headline or a name: controls, bidi overrides and fillers that
 * deface what stands beside them. The joiners U+200C and U+200D stay: Persian and emoji need them.
 */
const UNFIT_FOR_NAMES =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffe\uffff\u{e0000}-\u{e007f}]/gu;

/** Normalised text as a receipt compares it: NFC, nothing invisible, every run of white space one space, ends trimmed. */
export function normalise(text: string): string {
  // Most blocks are normalised, which is seen in less time than they are made so.
  if (!/[^!-~ ]|^ | $| {2}/u.test(text)) return text;
  // What is invisible goes first: a mark behind it joins its letter only then, and a second run must change nothing.
  return text.replace(INVISIBLE, '').normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** A headline, name or label made fit to stand in a line: no controls, no bidi overrides, single spaces. */
export function toLine(text: string): string {
  return text.toWellFormed().replace(UNFIT_FOR_NAMES, '').normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** Outside text made safe to print on a terminal: every control and bidi sign is shown as an escape. */
export function toTerminal(text: string): string {
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Words as Unicode tells them (UAX 29); of no reader's language, so that each machine cuts the same text in the same place. */
const words = new Intl.Segmenter('en', { granularity: 'word' });

/** Which sign a word ends with is seen only behind it. */
const BEHIND = 50;

/** The beginning of a text, at most so many characters, cut between words; within one where it has no end before that. */
export function cutBetweenWords(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = 0;
  for (const { index } of words.segment(text.slice(0, most + BEHIND))) if (index <= most) end = index;
  // Half of a pair of surrogates is no sign.
  const cut = end > 0 ? text.slice(0, end) : text.slice(0, most).replace(/[\ud800-\udbff]$/u, '');
  return cut.replace(/[\s\p{P}]+$/u, '') || cut;
}
