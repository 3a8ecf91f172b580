const LONGEST = 160;
const BY = /^(?:by|von|par|por|door|av|af)\s(?=\S)/iu;
const SEPARATOR = /,\s?|\s(?:and|&|und|et|y|en|och|og)\s/u;
const PARTICLES = new Set('al bin da de del della den der di dos du el ibn la le ten ter van von'.split(' '));

/** What stands behind a name after a comma is an employer or a post, not one more name. */
const NO_PERSON =
  /^(?:\p{Lu}{2,6}(?:\/\p{Lu}{2,6})?)$|\b(?:Agency|Associated|Bureau|Chief|Correspondent|Correspondents|Editor|Herald|Journal|News|Post|Press|Radio|Reporter|Reuters|Service|Staff|Television|Times|Tribune|TV|Writer|Writers)\b/iu;

/**
 * The names of a byline, `By Ann Poe and Max Roe, Associated Press`, as printed; an employer or post after a
 * name is left out, and stands alone only where no person is named.
 */
export function readByline(line: string): string[] | undefined {
  if (line.length > LONGEST || !BY.test(line)) return undefined;
  const parts = line
    .replace(BY, '')
    .split(SEPARATOR)
    .map((part) => part.trim());
  if (!parts.every(isName)) return undefined;
  const people = parts.filter((part) => !NO_PERSON.test(part));
  return people.length > 0 ? people : parts.slice(0, 1);
}

/** The parts of a line that holds names and dates side by side: `By Ann Poe | 5 March 2024`; one where it does not. */
export function lineParts(line: string): string[] {
  const parts = line.length > LONGEST ? [line] : line.split(/\s[|·•–—]\s/u);
  return parts.length > 3 ? [line] : parts;
}

/** One to five words that each begin with a capital, small words of names apart, and no stop or digit. */
function isName(text: string): boolean {
  const words = text.split(' ');
  if (text === '' || words.length > 5) return false;
  const isWord = (word: string): boolean =>
    /^(?:\p{Lu}|\p{Lo}|al-|d['’]|['’])[\p{L}\p{M}.'’/-]{0,40}$/u.test(word) || PARTICLES.has(word);
  return (
    words.every(isWord) &&
    !/\p{Ll}{2}\.$/u.test(text) &&
    /^[\p{Lu}\p{Lo}]/u.test(words.find((word) => !PARTICLES.has(word)) ?? '')
  );
}
