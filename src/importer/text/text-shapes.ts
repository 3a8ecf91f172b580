/** Matching looks at so much of a line; the rest of a longer one changes no decision. */
const MOST_MATCHED = 10_000;

const LONGEST_HEADLINE = 200;
const LONGEST_CAPTION = 400;
const LONGEST_CREDIT = 300;
const LONGEST_CROSSHEAD = { characters: 70, words: 12 };

/** From this length on a line is text and no headline, caption or label. */
export const TEXT_LENGTH = 120;

const CLOSING = '["\'\\u2019\\u201d\\u00bb\\u203a)\\]\\u300d\\u300f]';
const STOP = new RegExp(`[.\\u3002\\u0964\\u06d4]${CLOSING}{0,3}$`, 'u');
const SENTENCE_END = new RegExp(`[.!?\\u2026\\u3002\\uff01\\uff1f\\u0964\\u06d4\\u061f]${CLOSING}{0,3}$`, 'u');
const ABBREVIATION = /(?:^|\s)(?:\p{L}\.){2,6}$/u;

const STOPS = new RegExp(`[.!?\\u2026]${CLOSING}{0,3}(?=\\s|$)|[\\u3002\\uff01\\uff1f]${CLOSING}{0,3}`, 'gu');
const SHORTENED = /(?:^|[\s(])(?:\p{Lu}\p{Ll}{0,2}|(?:\p{L}\.){1,5}\p{L})$/u;

const AGENCIES = new Set(
  'afp ansa ap apa bloomberg dpa efe epa itar pa pti reuters rfe ria tass upi xinhua'.split(' '),
);
const PICTURE_WORDS = new Set('courtesy foto getty image photo photograph photographer picture'.split(' '));

/** Signs at a caption's beginning, and at its end. */
const CAPTION_HEAD = [
  { name: '"FILE -"', pattern: /^(?:FILE|File photo|FILE PHOTO)(?:\s?[-–—:]|\.)/u },
  { name: '"Photo:"', pattern: /^(?:Photo|Picture|Image|Foto|Photograph)(?:\sby)?\s?:/iu },
];
const FILE_PHOTO = /\(file(?:\s(?:photo|picture|image|pic))?\)\.?$/iu;
const WEAK_CAPTION =
  /\b(?:(?:is|are)\s(?:seen|shown|pictured)\s(?:after|at\sa|at\sthe|before|during|here|in|near|on|outside|with)\b|pictured\b)/iu;
const LAST_BRACKET = /[([]([^()[\]]{2,80})[)\]]\.?$/u;

const CREDIT =
  /^\(?(?:(?:with\s)?(?:additional\s)?reporting\sby|based\son\s(?:reporting|stories|material)\sby|with\s(?:inputs|contributions|material|files)\sfrom|compiled\sfrom|sources?:|©|\(c\)\s|copyright\s)/iu;

/** Whether a text ends as a sentence does, closing quotes and brackets apart. */
export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(tail(text));
}

/** Whether a first line has the shape of a headline: at most 200 characters and no full stop at its end. */
export function isHeadline(text: string): boolean {
  if (text.length > LONGEST_HEADLINE) return false;
  return !STOP.test(text) || text.endsWith('...') || ABBREVIATION.test(text);
}

/** The sign by which a line is known as a caption, if it is one. */
export function captionSign(text: string): string | undefined {
  if (text.length > LONGEST_CAPTION) return undefined;
  const sign = CAPTION_HEAD.find(({ pattern }) => pattern.test(text))?.name ?? captionEnd(text);
  if (sign !== undefined) return sign;
  return text.length < TEXT_LENGTH && WEAK_CAPTION.test(text) ? '"is seen" or "pictured"' : undefined;
}

/** The sign by which the end of a line is known as the end of a caption. */
export function captionEnd(text: string): string | undefined {
  if (text.length > LONGEST_CAPTION) return undefined;
  if (FILE_PHOTO.test(text)) return '"(file photo)"';
  const bracket = LAST_BRACKET.exec(text)?.[1] ?? '';
  const words = bracket.toLowerCase().split(/[\s/,.:;]+/u);
  // Longer texts may end with the agency that they quote; only captions end with the picture's.
  const known = words.some((word) => PICTURE_WORDS.has(word) || (text.length < TEXT_LENGTH && AGENCIES.has(word)));
  return known ? `the picture's source in brackets, "(${bracket})"` : undefined;
}

/** Whether a line names those whose reports an article rests on, or who owns it. */
export function isCredit(text: string): boolean {
  return text.length <= LONGEST_CREDIT && CREDIT.test(text);
}

/** Whether a line has the shape of a crosshead: a few words, no punctuation at its end, not the middle of a sentence. */
export function isCrossheadShape(text: string): boolean {
  if (text.length > LONGEST_CROSSHEAD.characters || text.split(' ').length > LONGEST_CROSSHEAD.words) return false;
  if (/[,;:]$/u.test(text) || SENTENCE_END.test(text)) return false;
  return /^["'\u2018\u201c\u00ab\u201e(¿¡]{0,2}(?!\p{Ll})[\p{L}\p{N}]/u.test(text) && /\p{L}{2}/u.test(text);
}

/** Whether a line begins as an item of a list does. */
export function isListItem(line: string): boolean {
  return /^\s{0,12}(?:[-*+•‣◦·–—]|\d{1,3}[.)])\s/u.test(line);
}

/**
 * The first sentence of a text, cut between words where it is longer than 120 characters. A stop after an
 * initial or an abbreviation such as "U.S." ends no sentence.
 */
export function firstSentence(text: string): string {
  const head = text.slice(0, MOST_MATCHED);
  const end = head.matchAll(STOPS).find(({ index }) => !SHORTENED.test(head.slice(Math.max(0, index - 12), index)));
  const sentence = end ? head.slice(0, end.index + end[0].length) : head;
  if (sentence.length <= TEXT_LENGTH) return sentence;
  const cut = sentence.slice(0, TEXT_LENGTH).lastIndexOf(' ');
  const kept = cut > 0 ? sentence.slice(0, cut) : shortenTo(TEXT_LENGTH - 1, sentence);
  return `${kept.replace(/[\s,;:–—-]{1,5}$/u, '')}…`;
}

/** The beginning of a text, at most so long and with no sign cut in two. */
export function shortenTo(length: number, text: string): string {
  const head = text.slice(0, length);
  return head.isWellFormed() ? head : head.slice(0, -1);
}

function tail(text: string): string {
  return text.slice(-20).trimEnd();
}
