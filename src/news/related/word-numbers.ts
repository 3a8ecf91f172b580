// A large archive writes the same words in millions of places. Each is kept once, and what is counted and compared are
// numbers. They mean nothing outside this process.
const words: string[] = [];
const numbers = new Map<string, number>();
/** The number of each word's lower case. */
const lowerCases: number[] = [];

/** The number of a word, a new one where it has none yet. */
export function numberOfWord(word: string): number {
  const known = numbers.get(word);
  if (known !== undefined) return known;
  const number = words.push(word) - 1;
  numbers.set(word, number);
  lowerCases.push(number);
  const lowerCase = word.toLowerCase();
  if (lowerCase !== word) lowerCases[number] = numberOfWord(lowerCase);
  return number;
}

/** The word of a number. */
export function wordOf(number: number): string {
  return words[number] ?? '';
}

/** The number of the same word in lower case. */
export function inLowerCase(number: number): number {
  return lowerCases[number] ?? number;
}

/** All words that have a number, by their numbers. */
export function knownWords(): readonly string[] {
  return words;
}
