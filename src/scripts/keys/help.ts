import type { Phrases } from '../../news/interface/english.ts';
import { element } from '../element.ts';
import type { Key } from './keys-of.ts';

/**
 * Shows which keys do what on this page, in a dialog of its own; Escape closes it too. The browser brings the keyboard
 * back to where it was.
 */
export function showHelp(keys: readonly Key[], words: Phrases): void {
  const dialog = element('dialog');
  dialog.className = 'keys';
  const heading = element('h2', words.keys.heading);
  heading.id = 'keys-heading';
  dialog.setAttribute('aria-labelledby', heading.id);
  const list = element('dl');
  for (const { key, name } of keys) list.append(...entry(key, name(words)));
  list.append(...entry('?', words.keys.help));
  const close = element('button', words.keys.close);
  close.type = 'button';
  close.addEventListener('click', () => dialog.close());
  dialog.append(heading, list, element('p', words.keys.off), close);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function entry(key: string, what: string): [HTMLElement, HTMLElement] {
  const term = element('dt');
  term.append(element('kbd', key));
  return [term, element('dd', what)];
}
