import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { Phrases } from '../news/interface/english.ts';
import { phrasesOf } from '../news/interface/phrases.ts';
import { decoded } from '../news/paths.ts';
import { numberFootnotes } from './footnotes.ts';
import { markPassages } from './passages.ts';
import { isElement, textOf } from './tree-text.ts';

/**
 * After sanitizing, the only steps that may touch the tree, and they add nothing from outside: marks on outside links,
 * heading levels and ids, footnote ids, a frame for wide tables, signs for task boxes, ids of passages. `lang` is the
 * language of the words that they add.
 */
export function finish(tree: Root, lang = 'en'): void {
  const { article: words } = phrasesOf(lang);
  numberFootnotes(tree, lang);
  const headings = orderHeadings(tree);
  endInnerLinks(tree);
  visit(tree, 'element', (element, index, parent) => {
    if (element.tagName === 'a') {
      markOutsideLink(element);
      linkToHeading(element, headings);
    }
    if (element.tagName === 'td' || element.tagName === 'th') alignByClass(element);
    if (element.tagName === 'pre') letScroll(element, words.lines);
    if (!parent || index === undefined) return undefined;
    if (element.tagName === 'li') signTask(element, words);
    if (element.tagName === 'input') {
      parent.children.splice(index, 1);
      return index;
    }
    if (element.tagName === 'table') {
      parent.children[index] = toFrame(element, words.table);
    }
    return undefined;
  });
  markPassages(tree);
}

/** A link cannot hold another, in a browser the inner one would end it: the inner keeps its words and is none. */
function endInnerLinks(tree: Root): void {
  visit(tree, 'element', (outer) => {
    if (outer.tagName !== 'a') return undefined;
    for (const child of outer.children) {
      visit(child, 'element', (inner) => {
        if (inner.tagName !== 'a') return;
        const { id, dataGenerated } = inner.properties;
        inner.tagName = 'span';
        inner.properties = { id, dataGenerated };
      });
    }
    return SKIP;
  });
}

function markOutsideLink(link: Element): void {
  const { href } = link.properties;
  if (typeof href !== 'string' || !/^https?:/iu.test(href)) return;
  link.properties['rel'] = ['nofollow', 'noopener', 'noreferrer'];
  const host = URL.canParse(href) ? new URL(href).hostname : '';
  // A host in another script can imitate a known one; its plain form tells them apart.
  if (/(?:^|\.)xn--/u.test(host)) link.properties['title'] = host;
}

const LONGEST_ID = 80;

/** Crossheads follow on the headline without a gap in level and have ids that no other part of the page uses. */
function orderHeadings(tree: Root): ReadonlySet<string> {
  const taken = new Set<string>();
  const last = new Map<string, number>();
  /** The authors' levels that are open, outermost first; the page's level follows from how many there are. */
  let open: number[] = [];
  visit(tree, 'element', (heading) => {
    const level = /^h([1-6])$/u.exec(heading.tagName)?.[1];
    if (level === undefined || heading.properties['dataGenerated'] !== undefined) return;
    open = [...open.filter((outer) => outer < Number(level)), Number(level)];
    heading.tagName = `h${Math.min(6, open.length + 1)}`;
    heading.properties['id'] = unique(headingId(textOf(heading)), taken, last);
  });
  return taken;
}

/** The id of a crosshead of these words, the first of them in its article. */
export function headingId(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  // Counted in whole characters: half of one, cut off, is none, and no feed can hold it.
  return `at-${Array.from(words.join('-')).slice(0, LONGEST_ID).join('')}`;
}

/** An author who links to a crosshead of the same article writes its words, `#what-comes-next`. */
function linkToHeading(link: Element, headings: ReadonlySet<string>): void {
  const { href } = link.properties;
  if (typeof href !== 'string' || !href.startsWith('#')) return;
  const id = headingId(decoded(href.slice(1)));
  if (headings.has(id)) link.properties['href'] = `#${id}`;
}

/** `last` holds the number that each id was last given with: thousands of equal crossheads are counted, not tried out. */
function unique(id: string, taken: Set<string>, last: Map<string, number>): string {
  let candidate = id;
  let number = last.get(id) ?? 1;
  while (taken.has(candidate)) {
    number += 1;
    candidate = `${id}-${number}`;
  }
  last.set(id, number);
  taken.add(candidate);
  return candidate;
}

/** A table wider than a phone scrolls by itself, by keyboard too, and the page does not. */
function toFrame(table: Element, ariaLabel: string): Element {
  return {
    type: 'element',
    tagName: 'div',
    properties: { className: ['wide'], role: 'group', tabIndex: 0, ariaLabel },
    children: [table],
  };
}

/** Lines that are not wrapped scroll by themselves too. */
function letScroll(lines: Element, ariaLabel: string): void {
  Object.assign(lines.properties, { role: 'group', tabIndex: 0, ariaLabel });
}

/** The `align` attribute is no longer part of HTML; the style sheet knows the class. */
function alignByClass(cell: Element): void {
  const { align, ...properties } = cell.properties;
  if (align === undefined) return;
  cell.properties = align === 'right' || align === 'center' ? { ...properties, className: [align] } : properties;
}

/** The box at the start of a task, which alone is ours; any other that raw HTML holds goes. */
function signTask(item: Element, words: Phrases['article']): void {
  if (!Array.isArray(item.properties['className']) || item.properties['className'].length === 0) {
    delete item.properties['className'];
    return;
  }
  const first = item.children.find(isElement);
  const holder = first?.tagName === 'p' ? first : item;
  const index = holder.children.findIndex(isElement);
  const box = holder.children[index];
  if (box?.type === 'element' && box.tagName === 'input') holder.children[index] = toTaskSign(box, words);
}

function toTaskSign(box: Element, words: Phrases['article']): ElementContent {
  const done = Boolean(box.properties['checked']);
  return {
    type: 'element',
    tagName: 'span',
    properties: { dataGenerated: '', role: 'img', ariaLabel: done ? words.done : words.notDone },
    children: [{ type: 'text', value: done ? '☑' : '☐' }],
  };
}
