import { isTitle } from './name-stop-words.ts';

/** Where in an article a word stands. */
export type Place = 'headline' | 'lead' | 'body';

/** A word of an article as a name may be made of it; a single sign in scripts that put no space between words. */
export interface Word {
  /** As it stands there. */
  text: string;
  /** Lower-case, for comparing. */
  key: string;
  /** What stands between it and the word before it in its paragraph. */
  gap: string;
  place: Place;
  isCapital: boolean;
  /** All of it is capitals, two at least, or it is one letter of several with stops between: `U.S.` */
  isAllCapitals: boolean;
  /** It begins a sentence or a quotation, where a capital says nothing. */
  isFirst: boolean;
  /** Its paragraph is all capitals, or a headline with a capital for each word: case says nothing there. */
  isShouted: boolean;
}

/** A word, or a sign of a script without spaces. A word ends at any other sign: the lengths are bounded. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{M}\p{N}]){1,100}/gu;

/** A firm's sign on the stock exchange, as agencies write it: `<ABC.O>`. */
const TICKER = /<[^<>\s]{1,20}>/gu;

/** What ends a sentence, or opens a quotation. */
const OPENING = /[.!?:;…。"“”„«»]/u;

/** What stands before a full stop that ends no sentence, beside titles and single letters. */
const SHORTENED = new Set(['st', 'vs', 'no', 'inc', 'corp', 'co', 'ltd', 'jr', 'bros']);

/** So many signs of a text are looked at; what comes later is background. */
const READ = 8000;

/** A headline's capitals say nothing where so many of its longer words have them. */
const MOST_CAPITALS = 0.6;

/** What ends a sentence at the end of a paragraph. */
const END = /[.!?…。]["'”’»)]*\s*$/u;

/** A paragraph of so many words at most, without such an end, may be a heading, or the headline once more. */
const LONGEST_HEADING = 12;

/** Words of fewer letters stay small in headlines: `of`, `and`, `with`. */
const LONG_WORD = 4;

/** The words of a headline and of the first 8,000 signs of a text, in their order; the first paragraph is the lead. */
export function readWords(headline: string, paragraphs: readonly string[]): Word[] {
  const words = wordsIn(headline.slice(0, READ), 'headline');
  let left = READ;
  paragraphs.forEach((paragraph, index) => {
    if (left <= 0) return;
    const read = paragraph.slice(0, left);
    left -= read.length;
    for (const word of wordsIn(read, index === 0 ? 'lead' : 'body')) words.push(word);
  });
  return words;
}

/** The words of a name or of a paragraph of a text. */
export function wordsIn(text: string, place: Place = 'body'): Word[] {
  const words: Word[] = [];
  let end = 0;
  const read = text.normalize('NFC').replace(TICKER, (sign) => '|'.repeat(sign.length));
  for (const { 0: word, index } of read.matchAll(WORD)) {
    const gap = read.slice(end, index);
    end = index + word.length;
    words.push(toWord(word, gap, place, words.at(-1)));
  }
  const isHeading = place === 'headline' || (words.length <= LONGEST_HEADING && !END.test(text.slice(-10)));
  if (isShouted(words, isHeading)) for (const word of words) word.isShouted = true;
  return words;
}

function toWord(text: string, gap: string, place: Place, before: Word | undefined): Word {
  const key = text.toLowerCase();
  const isCapital = key !== text && text.charAt(0) !== key.charAt(0);
  const isLetter = isCapital && text.length === 1;
  const isAllCapitals = isCapital && (text.length > 1 ? text === text.toUpperCase() : gap === '.');
  // `U.S.`: the first letter is one of several as soon as the second one comes.
  if (isLetter && gap === '.' && before?.isCapital === true && before.text.length === 1) before.isAllCapitals = true;
  const isFirst = before === undefined || (OPENING.test(gap) && !isShortened(before, gap));
  return { text, key, gap, place, isCapital, isAllCapitals, isFirst, isShouted: false };
}

function isShortened({ key, isCapital }: Word, gap: string): boolean {
  return (gap === '. ' || gap === '.') && (key.length === 1 || SHORTENED.has(key) || (isCapital && isTitle(key)));
}

/** Whether case says nothing: all letters are capitals, or nearly every longer word of a headline or heading has one. */
function isShouted(words: readonly Word[], isHeading: boolean): boolean {
  let [cased, loud, long, high] = [0, 0, 0, 0];
  for (const { text, key, isCapital, isFirst } of words) {
    const upper = text.toUpperCase();
    if (upper === key) continue;
    cased += 1;
    if (upper === text) loud += 1;
    if (isFirst || text.length < LONG_WORD) continue;
    long += 1;
    if (isCapital) high += 1;
  }
  if (cased < 2) return false;
  return loud > MOST_CAPITALS * cased || (isHeading && high > MOST_CAPITALS * long);
}
