import { removeControls } from '../remove-controls.ts';

/**
 * A text without NUL and other control signs, each lone surrogate U+FFFD, and how many signs were removed.
 * Line ends become line feeds, as XML has it.
 */
export function cleanSigns(text: string): { text: string; removed: number } {
  const { text: kept, removed } = removeControls(text.toWellFormed());
  return { text: kept.replace(/\r\n?/gu, '\n'), removed };
}
