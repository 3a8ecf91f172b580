import { localeOf, numberFormat } from './interface/formats.ts';

/**
 * Silent reading speed by language, in words a minute: Trauzettel-Klosinski and Dietz, "Standardized Assessment of
 * Reading Performance: The New International Reading Speed Texts IReST", IOVS 53 (2012), table 2; other languages: 200.
 */
const WORDS_A_MINUTE: Record<string, number> = {
  ar: 138,
  de: 179,
  en: 228,
  es: 218,
  fi: 161,
  fr: 195,
  he: 187,
  it: 188,
  nl: 202,
  pl: 166,
  pt: 181,
  ru: 184,
  sl: 180,
  sv: 199,
  tr: 166,
};
const OTHER_WORDS_A_MINUTE = 200;

/** The same study, in characters a minute, for scripts that put no space between words. */
const SIGNS_A_MINUTE: Record<string, number> = { ja: 357, zh: 255 };

const WORD = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;
const SIGN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** How many words a text has; in Chinese and Japanese, how many characters. */
export function countWords(text: string, lang: string): number {
  const pattern = primary(lang) in SIGNS_A_MINUTE ? SIGN : WORD;
  return text.match(pattern)?.length ?? 0;
}

/** Minutes to read so many words (or characters) in a language: whole, at least 1. */
export function readingMinutes(words: number, lang: string): number {
  const language = primary(lang);
  const speed = SIGNS_A_MINUTE[language] ?? WORDS_A_MINUTE[language] ?? OTHER_WORDS_A_MINUTE;
  return Math.max(1, Math.round(words / speed));
}

/** Minutes as a language shortens them: `3 min`, which no line's end parts. */
export function showMinutes(minutes: number, lang: string): string {
  const language = primary(lang);
  // Arabic shortens the word to one letter, which few would read; British English says "mins", of which nobody says "read".
  const unitDisplay = language === 'ar' ? 'long' : 'short';
  const format = numberFormat(language === 'en' ? 'en' : lang, { style: 'unit', unit: 'minute', unitDisplay });
  return format.format(minutes).replace(' ', '\u{a0}');
}

function primary(lang: string): string {
  return localeOf(lang).language;
}
