/** Weight of a text that is read aloud in about ten seconds. */
const LONGEST = 180;

/** A sign of these scripts is a syllable or a word. */
const HEAVY = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Up to a comma or the like, or a dash; none in `1,000`. */
const CLAUSE = /.+?(?:[,;:،؛]["'\p{Pe}\p{Pf}]*\s+|[、，；：]|\s(?=[–—]\s)|$)/gsu;

/**
 * A sentence in pieces that take no longer than some ten seconds at a normal speed, cut after commas and the like where
 * there are any, else between words: Chrome falls silent for good in what takes more than fifteen
 * (https://crbug.com/679437). White space is made single; all words are there, in order.
 */
export function toPieces(sentence: string): string[] {
  const text = sentence.replace(/\s+/gu, ' ').trim();
  if (weigh(text) <= LONGEST) return text === '' ? [] : [text];
  const clauses = (text.match(CLAUSE) ?? []).map((clause) => clause.trim());
  return gather(clauses.flatMap((clause) => (weigh(clause) <= LONGEST ? [clause] : gather(atoms(clause)))));
}

/** As many parts together as may be. */
function gather(parts: readonly string[]): string[] {
  const pieces: string[] = [];
  for (const part of parts) {
    const last = pieces.at(-1);
    const joined = last === undefined ? part : last + (HEAVY.test(last.slice(-2)) ? '' : ' ') + part;
    if (last !== undefined && weigh(joined) <= LONGEST) pieces[pieces.length - 1] = joined;
    else pieces.push(part);
  }
  return pieces;
}

/** Words; where no space divides them, runs of signs. */
function atoms(clause: string): string[] {
  return clause.split(' ').flatMap((word) => word.match(/.{1,50}/gsu) ?? []);
}

function weigh(text: string): number {
  let weight = 0;
  for (const sign of text) weight += HEAVY.test(sign) ? 3 : 1;
  return weight;
}
