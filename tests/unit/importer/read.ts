import { readInput } from '../../../src/importer/readers.ts';
import type { RawArticle } from '../../../src/importer/raw-article.ts';

/** Reads a text as the importer does; fails where it would refuse. */
export function read(text: string | Uint8Array, lang?: string): RawArticle {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const reading = readInput({ name: 'test.txt', bytes }, { lang });
  if (!reading.ok) throw new Error(`refused: ${reading.reason}`);
  const [article] = reading.articles;
  if (!article) throw new Error('no article');
  return article;
}

/** The roles of all blocks, in their order. */
export function rolesOf(text: string, lang?: string): string[] {
  return read(text, lang).blocks.map(({ role }) => role);
}

/** Why an input is refused, or nothing. */
export function refusalOf(text: string | Uint8Array): string | undefined {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const reading = readInput({ name: 'test.txt', bytes }, { lang: undefined });
  return reading.ok ? undefined : reading.reason;
}

/** A paragraph long enough to be one anywhere. */
export const LONG =
  'The envoy said on Monday that the two sides had agreed on nothing but the date of their next meeting, and that even this could change.';
