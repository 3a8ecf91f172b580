import type { Phrases } from '../../news/interface/english.ts';
import { toggle } from '../settings.ts';

/** A key that does something on a page. */
export interface Key {
  key: string;
  /** What it does, in the words of the help. */
  name: (words: Phrases) => string;
  act: () => void;
}

/** The keys that do something on a page, in the order of the help. The help itself is not among them. */
export function keysOf(page: ParentNode): Key[] {
  const keys: Key[] = [];
  const add = (key: string, selector: string, name: Key['name'], act: (found: HTMLElement) => void): void => {
    const found = page.querySelector<HTMLElement>(selector);
    if (found && keys.every((other) => other.key !== key)) keys.push({ key, name, act: () => act(found) });
  };
  const follow = (link: HTMLElement): void => link.click();
  add('j', '.neighbours [rel=next]', ({ keys: words }) => words.next, follow);
  add('j', '.pager [rel=next]', ({ frame }) => frame.nextPage, follow);
  add('k', '.neighbours [rel=prev]', ({ keys: words }) => words.previous, follow);
  add('k', '.pager [rel=prev]', ({ frame }) => frame.previousPage, follow);
  add(
    '/',
    '[role=search] [type=search]',
    ({ keys: words }) => words.search,
    (box) => box.focus(),
  );
  add('/', 'a[rel=search]', ({ keys: words }) => words.search, follow);
  add('l', '[data-voice] [data-load=listen]', ({ keys: words }) => words.listen, follow);
  add('s', 'a[data-load=settings]', ({ keys: words }) => words.settings, toggle);
  return keys;
}
