import type { Engine, Hit } from './search-index.ts';

/** Signs that show nothing: the index holds none, and pasted words may. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;

/** Languages without spaces between words. */
const UNSPACED = new Set(['zh', 'ja', 'th']);

/** What no word of an index holds. */
const NO_WORD = '\u{10fffd}';

/** A word that is looked for, or a phrase. */
interface Piece {
  text: string;
  isPhrase: boolean;
}

/** Cuts what a reader has typed into words and phrases in quotes; the last quote may still be missing. */
export function toPieces(typed: string): Piece[] {
  const texts = typed
    .replace(INVISIBLE, '')
    .matchAll(/["“”„«»「」『』]([^"“”„«»「」『』]*)(?:["“”„«»「」『』]|$)|([^\s"“”„«»「」『』]+)/gu);
  return [...texts]
    .map(([, phrase, word = '']) => ({ text: (phrase ?? word).trim(), isPhrase: phrase !== undefined }))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

/**
 * The articles that hold every word and phrase of what was typed, best first. A word is found in all its forms that the
 * language's stemmer knows; if no article has it, so are the words that begin with it: a reader may still be typing.
 * Pagefind alone would also find what a word begins with, and pass over words that it does not know.
 */
export async function match(engines: readonly Engine[], typed: string): Promise<Hit[]> {
  const pieces = toPieces(typed);
  if (pieces.length === 0) return [];
  const found = await Promise.all(pieces.map((piece) => hitsOf(engines, piece)));
  const words = pieces.map(({ text }) => text).join(' ');
  const ranked = (await Promise.all(engines.map((engine) => engine.search(cut(engine, words))))).flat();
  const [phrase] = found.filter((_, index) => pieces[index]?.isPhrase);
  return ranked
    .filter(({ id }) => found.every((hits) => hits.has(id)))
    .map((hit) => ({ ...hit, data: phrase?.get(hit.id)?.data ?? hit.data }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? 1 : -1));
}

/** All articles with a word or phrase. */
async function hitsOf(engines: readonly Engine[], { text, isPhrase }: Piece): Promise<Map<string, Hit>> {
  // Between quotes Pagefind takes no word for another; without spaces a word may be several to it.
  const whole = await Promise.all(engines.map((engine) => engine.search(`"${cut(engine, text)}"`)));
  if (isPhrase || whole.some((hits) => hits.length > 0)) return byId(whole.flat());
  const begun = await Promise.all(
    engines.map(async (engine) => {
      const words = await Promise.all(
        cut(engine, text)
          .split(' ')
          .map((word) => beginningWith(engine, word)),
      );
      const [first = new Map<string, Hit>(), ...others] = words;
      return [...first.values()].filter(({ id }) => others.every((hits) => hits.has(id)));
    }),
  );
  return byId(begun.flat());
}

/**
 * The articles with words that begin with a text. Where there are none, Pagefind gives those with the longest word that
 * the text begins with; so it does for a longer text that nothing begins with, and by that they are told.
 */
async function beginningWith(engine: Engine, text: string): Promise<Map<string, Hit>> {
  const [hits, others] = await Promise.all([engine.search(text), engine.search(text + NO_WORD)]);
  const wrong = byId(others);
  return byId(hits.filter(({ id, words }) => wrong.get(id)?.words.join() !== words.join()));
}

function byId(hits: readonly Hit[]): Map<string, Hit> {
  return new Map(hits.map((hit) => [hit.id, hit]));
}

/** A text with spaces between its words. */
function cut({ language }: Engine, text: string): string {
  if (!UNSPACED.has(language)) return text;
  const segments = new Intl.Segmenter(language, { granularity: 'word' }).segment(text);
  return [...segments]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment)
    .join(' ');
}
