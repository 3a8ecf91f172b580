import type { Phrases } from '../news/interface/english.ts';

/** Each language is a file of its own: a browser loads the one that its page speaks. */
const TABLES: Record<string, () => Promise<Phrases>> = {
  ar: async () => (await import('../news/interface/arabic.ts')).arabic,
  en: async () => (await import('../news/interface/english.ts')).english,
  es: async () => (await import('../news/interface/spanish.ts')).spanish,
  fa: async () => (await import('../news/interface/persian.ts')).persian,
  fr: async () => (await import('../news/interface/french.ts')).french,
  ru: async () => (await import('../news/interface/russian.ts')).russian,
  uk: async () => (await import('../news/interface/ukrainian.ts')).ukrainian,
  zh: async () => (await import('../news/interface/chinese.ts')).chinese,
};

/** The language of the page's interface, for `count`, dates and numbers. */
export const pageLang = document.documentElement.lang;

/** The words of the interface in the page's language. */
export function loadPhrases(): Promise<Phrases> {
  const load = TABLES[pageLang.split('-')[0] ?? ''] ?? TABLES['en'];
  if (!load) throw new Error('The interface speaks no language.');
  return load();
}
