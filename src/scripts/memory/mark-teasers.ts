import { fill } from '../../news/interface/phrase.ts';
import type { Phrases } from '../../news/interface/english.ts';
import { showDay } from '../days.ts';
import { element } from '../element.ts';
import { markAsMemory, pathOf } from './here.ts';

/** What is said of articles in lists, by their paths. */
export interface Marks {
  /** The moments at which they were read to the end. */
  read: ReadonlyMap<string, string>;
  fresh: ReadonlySet<string>;
}

/** Says in the last line of each entry of a list that its article was read, and when, or that it is new; in words. */
export function markTeasers(root: ParentNode, { read, fresh }: Marks, words: Phrases, lang: string): void {
  for (const teaser of root.querySelectorAll('.teaser')) {
    const line = teaser.querySelector('.meta');
    const path = pathOf(teaser);
    if (!line || path === undefined) continue;
    const moment = read.get(path);
    const isNew = moment === undefined && fresh.has(path);
    const text = moment === undefined ? words.saved.newMark : fill(words.saved.read, { day: showDay(moment, lang) });
    const earlier = line.querySelector('[data-mark]');
    if (moment === undefined && !isNew) earlier?.remove();
    else if (earlier?.textContent !== text) {
      const mark = element('span', text);
      mark.dataset['mark'] = isNew ? 'new' : 'read';
      markAsMemory(mark);
      earlier?.remove();
      line.append(mark);
    }
  }
}
