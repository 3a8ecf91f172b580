import type { Rights } from './front-matter.ts';
import { fill } from './interface/phrase.ts';
import { phrasesOf } from './interface/phrases.ts';

/**
 * Whose a text is, as a line in a language of the interface: the notice, and the holder where the notice does not name it.
 * Nothing where neither is known.
 */
export function rightsLine({ holder, notice }: Pick<Rights, 'holder' | 'notice'>, lang: string): string | undefined {
  const isNamed = holder === undefined || notice?.toLowerCase().includes(holder.toLowerCase());
  const named = isNamed ? undefined : fill(phrasesOf(lang).article.holder, { holder: holder.replace(/\.$/u, '') });
  return [notice, named].filter((part) => part !== undefined).join(' ') || undefined;
}
