import { segmenterOf } from '../segmenter.ts';
import { type Directive, find, fold, type Stretch, toText } from './text-fragment.ts';

/** A passage that was chosen in a page. */
export interface Passage extends Stretch {
  /** The page's address, without a fragment. */
  page: string;
  /** The id of the paragraph in which the passage begins; empty where it has none. */
  id: string;
  /** All text of the page, white space made single, each block a line of its own. */
  text: string;
  /** Of the passage (BCP 47): it says where words end. */
  lang: string;
}

/** Passages up to this many UTF-16 units stand in their address as a whole. */
const SHORT = 100;

/** Words by which a longer one is known at each end: the fewest that do. */
const ENDS = [4, 6, 8, 12, 16];

/** Words before and after, which tell apart what is on the page twice. */
const CONTEXT = [2, 3, 5, 8, 12];

/**
 * The address of a passage: that of its paragraph, and its words for browsers that mark them
 * (https://wicg.github.io/scroll-to-text-fragment/, section 3). A word is taken whole. What stands around it is named
 * only where the passage itself is on the page more than once; where nothing tells it apart, its paragraph has to do.
 */
export function passageAddress({ page, id, text, start, end, lang }: Passage): string {
  const words = wordsOf(text, lang);
  const own = settle({ start, end }, text, words);
  const candidates = own ? candidatesOf({ own, text, words }) : [];
  const folded = fold(text);
  const isOwn = (found: Stretch | undefined): boolean => found?.start === own?.start && found?.end === own?.end;
  const directive =
    candidates.find((candidate) => {
      const [one, other] = find(folded, candidate, 2);
      return isOwn(one) && other === undefined;
    }) ?? candidates.find((candidate) => isOwn(find(folded, candidate, 1)[0]));
  if (directive) return `${page}#${id}:~:text=${toText(directive)}`;
  return id === '' ? page : `${page}#${id}`;
}

interface Chosen {
  own: Stretch;
  text: string;
  /** Of the whole page, in order. */
  words: readonly Stretch[];
}

/** Where words are in a text. Browsers without a segmenter take letters and numbers that stand together. */
function wordsOf(text: string, lang: string): Stretch[] {
  const segmenter = segmenterOf(lang, 'word');
  if (segmenter) {
    return [...segmenter.segment(text)]
      .filter(({ isWordLike }) => isWordLike)
      .map(({ segment, index }) => ({ start: index, end: index + segment.length }));
  }
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
}

/** A choice without white space at its ends, with the whole of words that it cuts; nothing where it holds no word. */
function settle({ start, end }: Stretch, text: string, words: readonly Stretch[]): Stretch | undefined {
  const chosen = text.slice(start, end);
  const from = start + chosen.length - chosen.trimStart().length;
  const to = end - (chosen.length - chosen.trimEnd().length);
  const touched = words.filter((word) => word.start < to && word.end > from);
  const [first] = touched;
  const last = touched.at(-1);
  return first && last && { start: Math.min(from, first.start), end: Math.max(to, last.end) };
}

/** Ways to name a passage, the plainest first. */
function candidatesOf(chosen: Chosen): Directive[] {
  const { own, text, words } = chosen;
  const inside = words.filter(({ start, end }) => start >= own.start && end <= own.end);
  const whole = text.slice(own.start, own.end);
  const isWhole = inside.length < 2 || (whole.length <= SHORT && !whole.includes('\n'));
  const forms = isWhole ? [{ start: whole }] : ENDS.flatMap((count) => byItsEnds(chosen, inside, count));
  const [plain] = forms;
  if (!plain) return [];
  const inContext = CONTEXT.flatMap((count) => {
    const prefix = before(chosen, count);
    const suffix = after(chosen, count);
    return [{ prefix }, { suffix }, { prefix, suffix }].map((context) => ({ ...plain, ...context }));
  });
  return [...forms, ...inContext];
}

/** A passage by some words at each end of it, which are of one block each. */
function byItsEnds({ own, text }: Chosen, inside: readonly Stretch[], most: number): Directive[] {
  const count = Math.min(most, Math.floor(inside.length / 2));
  const headEnd = inside[count - 1]?.end ?? own.start;
  const tailStart = inside.at(-count)?.start ?? own.end;
  const [start = ''] = text.slice(own.start, headEnd).split('\n');
  const end = text.slice(tailStart, own.end).split('\n').at(-1) ?? '';
  return [{ start: start.trim(), end: end.trim() }];
}

/** Some words right before a passage, of one block; nothing where there are none. */
function before({ own, text, words }: Chosen, count: number): string | undefined {
  const from = words.filter(({ end }) => end <= own.start).at(-count)?.start ?? 0;
  return text.slice(from, own.start).trim().split('\n').at(-1) || undefined;
}

/** Some words right after it. */
function after({ own, text, words }: Chosen, count: number): string | undefined {
  const to = words.filter(({ start }) => start >= own.end)[count - 1]?.end ?? text.length;
  return text.slice(own.end, to).trim().split('\n')[0] || undefined;
}
