import type { Element, Root, RootContent } from 'hast';
import { sha256 } from '../news/digest.ts';
import { normalise } from '../news/text.ts';
import { isElement } from './tree-text.ts';

/** Base 36. Of a million articles with fifty passages each, one has two that differ and share an id. */
const ID_LENGTH = 6;
const IDS = 36 ** ID_LENGTH;

/**
 * Gives every paragraph and every point of a list an id made from its own words, `p-1x9k0z`, so that a link to it holds
 * whatever is done to the rest of the text. Those of equal words are numbered in order, `p-1x9k0z-2`. Footnotes have ids of
 * their own, and what the template added has none. No other id of a page begins in this way.
 */
export function markPassages(tree: Root): void {
  const uses = new Map<string, number>();
  mark(tree.children, uses);
}

function mark(children: readonly RootContent[], uses: Map<string, number>): void {
  for (const element of children) {
    if (!isElement(element) || isGenerated(element) || element.properties['dataFootnotes'] !== undefined) continue;
    const words = isPassage(element) ? normalise(ownWords(element)) : '';
    if (words !== '') element.properties['id'] = toId(words, uses);
    if (element.tagName !== 'p') mark(element.children, uses);
  }
}

/** A point whose words stand in paragraphs is cited by them. */
function isPassage({ tagName, children }: Element): boolean {
  if (tagName === 'p') return true;
  return tagName === 'li' && !children.some((child) => isElement(child) && child.tagName === 'p');
}

/** Without those of lists inside, whose points stand for themselves, and of marks that change with other notes. */
function ownWords(element: Element): string {
  const texts = element.children.map((child) => {
    if (child.type === 'text') return child.value;
    if (!isElement(child) || isGenerated(child) || LISTS.has(child.tagName)) return '';
    return child.tagName === 'br' ? ' ' : ownWords(child);
  });
  return texts.join('');
}

const LISTS = new Set(['ul', 'ol']);

function isGenerated({ properties }: Element): boolean {
  return properties['dataGenerated'] !== undefined;
}

function toId(words: string, uses: Map<string, number>): string {
  const hash = Number.parseInt(sha256(words).slice(0, 12), 16) % IDS;
  const id = `p-${hash.toString(36).padStart(ID_LENGTH, '0')}`;
  const use = (uses.get(id) ?? 0) + 1;
  uses.set(id, use);
  return use === 1 ? id : `${id}-${use}`;
}
