import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { isElement, textOf } from './tree-text.ts';

/** The id and target prefix that remark gives footnotes; all other ids are gone by now. */
const DEFINITION = 'user-content-fn-';

/**
 * Gives footnotes ids of our own making, `fn-1` and `fnref-1`, and marks what the template adds to them as generated.
 * Whatever else claims to be a footnote (raw HTML can) loses its claim and keeps its text.
 */
export function numberFootnotes(tree: Root): void {
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
  items.forEach((item, index) => (item.properties['id'] = `fn-${index + 1}`));
  if (section) labelSection(section);
  linkMarks(tree, numbers);
}

function isItemOf(section: Element, item: Element): boolean {
  return section.children.some((list) => isElement(list) && list.tagName === 'ol' && list.children.includes(item));
}

function labelSection(section: Element): void {
  const label = section.children.find(isElement);
  if (label?.tagName !== 'h2' || textOf(label) !== 'Footnotes') return;
  label.properties = { id: 'notes', dataGenerated: '' };
  section.properties['ariaLabelledBy'] = 'notes';
}

function linkMarks(tree: Root, numbers: ReadonlyMap<string, number>): void {
  const uses = new Map<number, number>();
  visit(tree, 'element', (mark, _index, parent) => {
    if (mark.tagName !== 'a') return;
    const { dataFootnoteRef, dataFootnoteBackref, href } = mark.properties;
    delete mark.properties['dataFootnoteRef'];
    delete mark.properties['dataFootnoteBackref'];
    const target = decoded(String(href));
    const number = numbers.get(target);
    if (dataFootnoteRef !== undefined && number !== undefined && textOf(mark) === String(number)) {
      const use = (uses.get(number) ?? 0) + 1;
      uses.set(number, use);
      mark.properties = { href: `#fn-${number}`, id: markId(number, use), ariaLabel: `Note ${number}` };
      const superscript = parent && 'tagName' in parent && parent.tagName === 'sup' ? parent : mark;
      superscript.properties['dataGenerated'] = '';
    }
    if (dataFootnoteBackref !== undefined) linkBack(mark, target, numbers);
  });
}

function linkBack(mark: Element, target: string, numbers: ReadonlyMap<string, number>): void {
  const [, name = '', use = '1'] = /^#user-content-fnref-(.+?)(?:-(\d+))?$/u.exec(target) ?? [];
  const exact = numbers.get(`#${DEFINITION}${target.slice('#user-content-fnref-'.length)}`);
  const number = exact ?? numbers.get(`#${DEFINITION}${name}`);
  if (number === undefined || !/^↩\d*$/u.test(textOf(mark))) return;
  const place = exact ? 1 : Number(use);
  const label = `Back to the text at note ${number}${place === 1 ? '' : `, mark ${place}`}`;
  mark.properties = { href: `#${markId(number, place)}`, ariaLabel: label, dataGenerated: '' };
}

function markId(number: number, use: number): string {
  return use === 1 ? `fnref-${number}` : `fnref-${number}-${use}`;
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
