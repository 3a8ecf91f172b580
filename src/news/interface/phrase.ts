import { numberFormat, pluralRules } from './formats.ts';

/** A text with a number in it, by the plural categories of its language (CLDR); `zero` also says "none" where there is a word for it. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** What takes the place of `{name}` in a phrase. */
export type Values = Readonly<Record<string, string | number>>;

const PLACE = /\{(\w+)\}/gu;

/** A phrase with its places filled; a place without a value stays, for a test to find. */
export function fill(phrase: string, values: Values): string {
  return phrase.replace(PLACE, (place, name: string) => String(values[name] ?? place));
}

/** A phrase of a number as its language says it: `{n}` is the number in the language's own digits and groups. */
export function count(phrase: Plural, number: number, lang: string, values: Values = {}): string {
  const chosen = (number === 0 ? phrase.zero : undefined) ?? phrase[pluralRules(lang).select(number)] ?? phrase.other;
  return fill(chosen, { ...values, n: numberFormat(lang).format(number) });
}

/** A phrase cut at its places, for templates that put elements there: `['By ', { place: 'authors' }]`. */
export function pieces(phrase: string): (string | { place: string })[] {
  return phrase
    .split(PLACE)
    .map((part, index) => (index % 2 === 1 ? { place: part } : part))
    .filter((part) => part !== '');
}
