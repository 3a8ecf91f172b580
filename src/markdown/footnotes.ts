import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { fill } from '../news/interface/phrase.ts';
import { phrasesOf } from '../news/interface/phrases.ts';
import { decoded } from '../news/paths.ts';
import { isElement, textOf } from './tree-text.ts';
import { numberFormat } from '../news/interface/formats.ts';

/** The prefixes that remark gives the ids of notes and of their marks; all other ids are gone by now. */
const DEFINITION = 'user-content-fn-';
const MARK = 'user-content-fnref-';

/**
 * Gives footnotes ids of our own making, `fn-1` and `fnref-1`, and marks what the template adds to them as generated.
 * Whatever else claims to be a footnote (raw HTML can) loses its claim and keeps its text.
 */
export function numberFootnotes(tree: Root, lang = 'en'): void {
  const last = tree.children.findLast(isElement);
  const section = last?.tagName === 'section' && last.properties['dataFootnotes'] !== undefined ? last : undefined;
  const numbers = new Map<string, number>();
  const items: Element[] = [];
  visit(tree, 'element', (element) => {
    if (element !== section) delete element.properties['dataFootnotes'];
    const { id } = element.properties;
    if (typeof id === 'string' && section && isItemOf(section, element)) {
      numbers.set(decoded(`#${id}`), items.push(element));
    }
    delete element.properties['id'];
  });
  for (const [target, number] of numbers) {
    const item = items[number - 1];
    if (!item) continue;
    item.properties['id'] = `fn-${number}`;
    linkBack(item, number, lang, `#${MARK}${target.slice(1 + DEFINITION.length)}`);
  }
  if (section && items.length > 0) labelSection(section, phrasesOf(lang).article.footnotes);
  else if (section) delete section.properties['dataFootnotes'];
  linkMarks(tree, numbers, lang);
}

function isItemOf(section: Element, item: Element): boolean {
  return section.children.some((list) => isElement(list) && list.tagName === 'ol' && list.children.includes(item));
}

function labelSection(section: Element, title: string): void {
  section.properties['dataFootnotes'] = '';
  const label = section.children.find(isElement);
  if (label?.tagName !== 'h2' || textOf(label) !== 'Footnotes') return;
  label.properties = { id: 'notes', dataGenerated: '' };
  label.children = [{ type: 'text', value: title }];
  section.properties['ariaLabelledBy'] = 'notes';
}

function linkMarks(tree: Root, numbers: ReadonlyMap<string, number>, lang: string): void {
  const uses = new Map<number, number>();
  visit(tree, 'element', (mark, _index, parent) => {
    if (mark.tagName !== 'a') return;
    const { dataFootnoteRef, href } = mark.properties;
    delete mark.properties['dataFootnoteRef'];
    delete mark.properties['dataFootnoteBackref'];
    const target = decoded(String(href));
    const number = numbers.get(target);
    if (dataFootnoteRef !== undefined && number !== undefined && textOf(mark) === String(number)) {
      const use = (uses.get(number) ?? 0) + 1;
      uses.set(number, use);
      mark.properties = { href: `#fn-${number}`, id: markId(number, use), ariaLabel: sayNote(number, lang) };
      // Only the number itself is ours: words beside it are the author's.
      const isAlone = parent?.type === 'element' && parent.tagName === 'sup' && parent.children.length === 1;
      const superscript = isAlone ? parent : mark;
      superscript.properties['dataGenerated'] = '';
    }
  });
}

/** The links at the end of a note, one to each of its marks in the text: `target` to the first, `target-2` to the second. */
function linkBack(item: Element, number: number, lang: string, target: string): void {
  visit(item, 'element', (mark) => {
    const { dataFootnoteBackref, href } = mark.properties;
    if (dataFootnoteBackref === undefined || !/^↩\d*$/u.test(textOf(mark))) return;
    const address = decoded(String(href));
    const [, use = '1'] = address.startsWith(target) ? (/^(?:-(\d+))?$/u.exec(address.slice(target.length)) ?? []) : [];
    const place = Number(use);
    const label = sayBack(number, place, lang);
    mark.properties = { href: `#${markId(number, place)}`, ariaLabel: label, dataGenerated: '' };
  });
}

function sayNote(number: number, lang: string): string {
  return fill(phrasesOf(lang).article.note, { note: numberFormat(lang).format(number) });
}

function sayBack(number: number, place: number, lang: string): string {
  const { backToText, backToMark } = phrasesOf(lang).article;
  const format = numberFormat(lang);
  return fill(place === 1 ? backToText : backToMark, { note: format.format(number), mark: format.format(place) });
}

function markId(number: number, use: number): string {
  return use === 1 ? `fnref-${number}` : `fnref-${number}-${use}`;
}
