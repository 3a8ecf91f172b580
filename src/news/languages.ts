const RIGHT_TO_LEFT = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);

type Direction = 'ltr' | 'rtl';

/** Each teaser asks, and an edition has few languages. */
const directions = new Map<string, Direction>();

/** The direction in which a language is written, from the script that it most likely uses. */
export function directionOf(lang: string): Direction {
  const known = directions.get(lang);
  if (known) return known;
  const direction = RIGHT_TO_LEFT.has(new Intl.Locale(lang).maximize().script ?? '') ? 'rtl' : 'ltr';
  directions.set(lang, direction);
  return direction;
}

/** The language of a tag (BCP 47) without script and region, in lower case: `zh` of `zh-Hant`. */
export function primaryLanguage(lang: string): string {
  return lang.toLowerCase().split('-')[0] ?? '';
}

/** A language's name in itself: `français`. */
export function nameOfLanguage(lang: string): string {
  return new Intl.DisplayNames(lang, { type: 'language' }).of(lang) ?? lang;
}
