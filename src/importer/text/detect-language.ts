/** Bytes of UTF-8. Shorter texts are too often taken for another language; a sign of Chinese says more than a letter. */
const SHORTEST = 200;

/** A text is judged by so many of its signs. */
const LONGEST = 4_000;

/** The language of a text by its letters (n-grams), as a two-letter code; nothing where that is not sure. */
export async function detectLanguage(text: string): Promise<string | undefined> {
  if (Buffer.byteLength(text) < SHORTEST) return undefined;
  // Loaded only where it is needed: its tables take 90 MB.
  const { eld } = await import('eld/extrasmall');
  const found = eld.detect(text.slice(0, LONGEST));
  return found.language !== '' && found.isReliable() ? found.language : undefined;
}
