import { showHelp } from './keys/help.ts';
import { keysOf } from './keys/keys-of.ts';
import { loadPhrases } from './phrases.ts';

/**
 * Does what a key stands for on this page, if it stands for anything. Called with the key as the keyboard event names it;
 * never while somebody types, nor where keys are switched off: the script in every page sees to that.
 */
export default function press(key: string): void {
  // What lies over the page is left first.
  if (document.querySelector('dialog[open]')) return;
  const keys = keysOf(document);
  if (key === '?') void loadPhrases().then((words) => showHelp(keys, words));
  else keys.find((known) => known.key === key)?.act();
}
