import type { Place } from './articles.ts';
import { element } from '../element.ts';
import { markAsMemory } from './here.ts';

/** The id of a paragraph that has none of its own. */
const ID = 'go-on';

/**
 * Offers to go on where reading stopped: a link in the line above the headline, where it moves nothing. The page stays where
 * it is until the reader follows it.
 */
export function offerPlace(body: HTMLElement, place: Place, label: string): void {
  const target = findPlace(body, place);
  const header = document.querySelector('.article > header');
  if (!target || !header) return;
  target.id ||= ID;
  const link = element('a', label);
  link.href = `#${target.id}`;
  link.className = 'plain';
  link.dataset['generated'] = '';
  markAsMemory(link);
  let line = header.querySelector<HTMLElement>('.kicker');
  if (!line) {
    line = element('p');
    line.className = 'kicker';
    header.prepend(line);
  }
  line.append(' ', link);
}

/** The paragraph of a place; where the text no longer has it, what now stands as far down. */
function findPlace(body: HTMLElement, { id, share }: Place): Element | undefined {
  const known = id === undefined ? null : body.querySelector(`#${CSS.escape(id)}`);
  if (known) return known;
  const { top, height } = body.getBoundingClientRect();
  const parts = [...body.querySelectorAll('[id^="p-"], :scope > *')];
  return parts.findLast((part) => part.getBoundingClientRect().top - top <= share * height);
}
