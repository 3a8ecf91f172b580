import { isSmall } from './mentions.ts';
import { isForm, isTime, isTitle, namesNothing } from './name-stop-words.ts';
import type { Word } from './read-words.ts';
import { isStopWord } from '../related/stop-words.ts';

/** Words that stand side by side and that an article writes with capitals, as it writes a name. */
export interface Phrase {
  text: string;
  keys: readonly string[];
  start: number;
  end: number;
}

/** Small words inside names. */
const PARTICLES = new Set(
  'al bin da das de del della den der di do dos du el ibn la le of ter van von y zu'.split(' '),
);

/** What is "of" something, as in Bank of Japan; a person named before "of" is not. */
const BODIES = new Set(
  'academy agency association bank board bureau center centre chamber college commission committee conference council court department federation house institute league ministry museum office organisation organization republic school society union university'.split(
    ' ',
  ),
);

/** Nobody's name has so many words. */
const MOST_WORDS = 7;

/** Languages that write every noun with a capital. */
const NOUNS_HAVE_CAPITALS = /^(?:de|lb|gsw|bar)(?:-|$)/iu;

/**
 * The runs of capitalised words in an article's text, in their order, without titles, days and what only begins a
 * sentence; in German of two words at least. Words of headlines and paragraphs whose case says nothing are in none.
 */
export function findPhrases(words: readonly Word[], lang: string): Phrase[] {
  const small = new Set(words.filter(isSmall).map(({ key }) => key));
  const proper = new Set(words.filter((word) => isInside(word)).map(({ key }) => key));
  const least = NOUNS_HAVE_CAPITALS.test(lang) ? 2 : 1;
  const phrases: Phrase[] = [];
  for (let start = 0; start < words.length;) {
    const end = endOfRun(words, start);
    for (const [from, to] of namesIn(words, start, end, { small, proper, lang })) {
      const phrase = toPhrase(words, from, to);
      if (to - from >= least && !namesNothing(phrase.keys)) phrases.push(phrase);
    }
    start = Math.max(end, start + 1);
  }
  return phrases;
}

/** Whether a word has a capital where only names have one. */
function isInside({ isCapital, isFirst, isShouted }: Word): boolean {
  return isCapital && !isFirst && !isShouted;
}

/** Where the run of capitalised words ends that begins at a word; at the word itself where none does. */
function endOfRun(words: readonly Word[], start: number): number {
  let end = start;
  for (let next = start; next < words.length && next - start < 2 * MOST_WORDS; next += 1) {
    const word = words[next];
    if (!word || word.isShouted || (next > start && !isJoined(words[next - 1], word))) break;
    if (word.isCapital) end = next + 1;
    else if (end !== next || !isParticle(word, words, start, end)) break;
  }
  return end;
}

/** Whether a small word may stand inside a name that begins before it. */
function isParticle({ key, gap }: Word, words: readonly Word[], start: number, end: number): boolean {
  if (end === start || gap !== ' ' || !PARTICLES.has(key)) return false;
  return key !== 'of' || BODIES.has(words[end - 1]?.key ?? '');
}

function isJoined(before: Word | undefined, { gap, isFirst, text, place }: Word): boolean {
  if (!before || isFirst || before.place !== place) return false;
  if (gap === ' ' || gap === '-' || gap === '.') return true;
  if (gap === ' & ' || gap === '&') return true;
  return gap === '. ' ? before.text.length === 1 || isTitle(before.key) : /^['’]$/u.test(gap) && text.length > 1;
}

interface Known {
  small: ReadonlySet<string>;
  proper: ReadonlySet<string>;
  lang: string;
}

/** The names in a run: between titles and days, and without a first word that only begins the sentence. */
function namesIn(words: readonly Word[], start: number, end: number, known: Known): [number, number][] {
  const names: [number, number][] = [];
  let from = start;
  if (onlyBegins(words, start, end, known)) from += 1;
  for (let at = from; at <= end; at += 1) {
    const word = words[at];
    if (at < end && word && !isTitle(word.key) && !isTime(word.key)) continue;
    const bounds = trimmed(words, from, at, known.lang);
    if (bounds) names.push(bounds);
    from = at + 1;
  }
  return names;
}

/** Whether the first word of a run has its capital from the sentence that it begins, and is no initial of a name. */
function onlyBegins(words: readonly Word[], start: number, end: number, { small, proper, lang }: Known): boolean {
  const [first, next] = [words[start], words[start + 1]];
  if (!first || start === end || isInside(first)) return false;
  const { key, text } = first;
  if (isStopWord(key, lang) || small.has(key) || (text.length === 1 && next?.gap === ' ')) return true;
  return end - start === 1 && !proper.has(key);
}

/** Without small words, stop words and kinds of firm at its ends; nothing where no word is left, or too many. */
function trimmed(words: readonly Word[], start: number, end: number, lang: string): [number, number] | undefined {
  let [from, to] = [start, end];
  const isNone = (at: number): boolean => words[at]?.isCapital !== true || isStopWord(words[at].key, lang);
  while (from < to && isNone(from)) from += 1;
  while (to > from && (isNone(to - 1) || (to - from > 1 && isForm(words[to - 1]?.key ?? '')))) to -= 1;
  const isOdd = to - from > MOST_WORDS || (to - from === 1 && words[from]?.text.length === 1);
  return from === to || isOdd ? undefined : [from, to];
}

function toPhrase(words: readonly Word[], start: number, end: number): Phrase {
  const own = words.slice(start, end);
  const text = own.map((word, index) => (index === 0 ? word.text : word.gap + word.text)).join('');
  const isDotted =
    own.length > 1 && own.every((word, index) => word.text.length === 1 && (index === 0 || word.gap === '.'));
  return { text: isDotted ? `${text}.` : text, keys: own.map(({ key }) => key), start, end };
}
