import { primaryLanguage } from '../languages.ts';
import { arabic } from './arabic.ts';
import { chinese } from './chinese.ts';
import { english, type Phrases } from './english.ts';
import { french } from './french.ts';
import { persian } from './persian.ts';
import { russian } from './russian.ts';
import { spanish } from './spanish.ts';
import { ukrainian } from './ukrainian.ts';

/** The languages that the interface speaks, by primary subtag (BCP 47); `scripts/phrases.ts` has the same list. */
export const TABLES: ReadonlyMap<string, Phrases> = new Map([
  ['ar', arabic],
  ['en', english],
  ['es', spanish],
  ['fa', persian],
  ['fr', french],
  ['ru', russian],
  ['uk', ukrainian],
  ['zh', chinese],
]);

/** The language of pages whose wish no table serves. */
const FALLBACK = 'en';

/** The first of some languages that the interface speaks, region and script as wished; else English. */
export function interfaceLanguage(...wished: readonly string[]): string {
  return wished.find((lang) => TABLES.has(primaryLanguage(lang))) ?? FALLBACK;
}

/** The words of the interface in a language; in English where it does not speak it. */
export function phrasesOf(lang: string): Phrases {
  return TABLES.get(primaryLanguage(lang)) ?? english;
}
