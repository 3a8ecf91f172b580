/** A longer word in capitals is hardly an abbreviation. */
const ABBREVIATION = 5;

/** So many equal signs at the beginning make two words one name: `Syria`, `Syrian`. */
const STEM = 4;

/** Whether a word is all capitals and too long for an abbreviation: how it is written in a sentence is not known. */
export function isShouted(word: string): boolean {
  return word.length > ABBREVIATION && word === word.toUpperCase() && word !== word.toLowerCase();
}

/** Whether two words begin alike, or are one short word. */
export function isSameName(one: string, other: string): boolean {
  const [first, second] = [one.toLowerCase().slice(0, STEM), other.toLowerCase().slice(0, STEM)];
  return first === second;
}
