/**
 * What cuts a text of a language (BCP 47) into sentences or words; where the language is none that the browser knows, as
 * texts are cut in general. Nothing in browsers that have no segmenter (Firefox before 125).
 */
export function segmenterOf(lang: string, granularity: 'sentence' | 'word'): Intl.Segmenter | undefined {
  if (!('Segmenter' in Intl)) return undefined;
  try {
    return new Intl.Segmenter(lang, { granularity });
  } catch {
    // What an author wrote as a language may be anything.
    return new Intl.Segmenter(undefined, { granularity });
  }
}
