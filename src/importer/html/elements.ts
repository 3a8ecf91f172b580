import type { Element, Nodes, Root } from 'hast';
import { normalise } from '../../news/text.ts';
import { isBlockEdge } from './is-block-edge.ts';

/** Every element below a node, in the order of the page. */
export function elementsIn(node: Nodes): Element[] {
  const found: Element[] = [];
  const waiting: Nodes[] = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.type === 'element' && next !== node) found.push(next);
    if (next.type === 'element' || next.type === 'root') {
      for (let index = next.children.length - 1; index >= 0; index -= 1) {
        const child = next.children[index];
        if (child && 'children' in child) waiting.push(child);
      }
    }
  }
  return found;
}

/** The first element of a name below a node. */
export function findElement(tree: Root | Element, tagName: string): Element | undefined {
  return elementsIn(tree).find((element) => element.tagName === tagName);
}

/** An attribute as text, by the name that its property has in hast; nothing where it is absent or blank. */
export function attribute({ properties }: Element, name: string): string | undefined {
  const value = properties[name];
  if (value === undefined || value === null || typeof value === 'boolean') return undefined;
  const text = (Array.isArray(value) ? value.join(' ') : String(value)).trim();
  return text === '' ? undefined : text;
}

/** The beginning of an element's text as a line, at most so many signs of it; parts that stand apart are apart. */
export function headOf(element: Element, most: number): string {
  let text = '';
  const walk = (node: Nodes): void => {
    if (text.length > most) return;
    if (node.type === 'text') text += node.value.slice(0, most + 1);
    if (!('children' in node)) return;
    const isApart = node.type === 'element' && (node.tagName === 'br' || isBlockEdge(node.tagName));
    if (isApart) text += '\n';
    node.children.forEach(walk);
    if (isApart) text += '\n';
  };
  walk(element);
  return normalise(text).slice(0, most);
}
