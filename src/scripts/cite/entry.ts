import type { Cited, Work } from './facts.ts';
import { toName } from './names.ts';

/** Which of the two is cited. */
export type Part = 'copy' | 'original';

/** The parts of an article that can be cited: of an article that is no copy, only itself. */
export function partsOf({ work, copy }: Cited): Part[] {
  if (!copy) return ['original'];
  return work.publication === undefined && work.address === undefined ? ['copy'] : ['copy', 'original'];
}

/**
 * The key of a citation, of ASCII letters and digits only: whose it is, its year, and the first long word of its headline.
 * It is the same on every day and in every browser.
 */
export function keyOf({ work, copy }: Cited, part: Part): string {
  const year = work.day?.slice(0, 4) ?? '';
  const words = asciiWords(work.headline);
  const word = words.find(({ length }) => length > 3) ?? words[0] ?? digestOf(work.headline);
  const key = `${whose(work)}${year}${word}`;
  return part === 'copy' && copy ? `${key}copy` : key;
}

function whose({ authors: [first], publication }: Work): string {
  const name = first === undefined ? undefined : toName(first);
  const shown = name && 'family' in name ? name.family : (first ?? publication ?? '');
  return asciiWords(shown).at(-1) ?? 'article';
}

/** The words of a text, small and without accents; none of a text in another script. */
function asciiWords(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => /^[a-z0-9]+$/u.test(word));
}

/** A short name for a text that has no letters for one (FNV-1a, 32 bits). */
function digestOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(36);
}
