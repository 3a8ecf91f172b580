import { Readability } from '@mozilla/readability';
import type { Element, Nodes, Text } from 'hast';
import { parseHTML } from 'linkedom';
import { attribute } from './elements.ts';

const MARK = 'data-text';

/** The attributes by which Readability judges an element: the names of their properties, and their own. */
const TELLING: readonly (readonly [property: string, attribute: string])[] = [
  ['className', 'class'],
  ['id', 'id'],
  ['role', 'role'],
  ['rel', 'rel'],
  ['itemProp', 'itemprop'],
  ['href', 'href'],
  ['src', 'src'],
  ['colSpan', 'colspan'],
  ['rowSpan', 'rowspan'],
  ['summary', 'summary'],
];

/** What Readability counts beside texts. */
const COUNTED = new Set('embed iframe img input object textarea video'.split(' '));

/** Addresses decide nothing but whether there is one; those of pictures can hold megabytes. */
const LONGEST_VALUE = 300;

/**
 * The texts of a page that Mozilla's Readability takes for its article. It works on a tree of its own, in which each
 * text is wrapped and numbered, so that what it keeps is found again in ours.
 */
export function markReadable(body: Element, title: string): Set<Text> {
  const { document } = parseHTML('<!doctype html><html><head></head><body></body></html>');
  document.title = title;
  Object.defineProperty(document, 'baseURI', { value: 'https://example.org/' });
  Object.defineProperty(document, 'documentURI', { value: 'https://example.org/' });
  const texts = fill(document, body);
  const kept = new Set<Text>();
  const serializer = (content: unknown): string => {
    for (const number of marksIn(content)) {
      const text = texts[number];
      if (text) kept.add(text);
    }
    return '';
  };
  new Readability(document, { disableJSONLD: true, keepClasses: true, serializer }).parse();
  return kept;
}

/** Builds the body of Readability's tree, without what neither shows a text nor counts. Gives the texts by number. */
function fill(document: Document, body: Element): Text[] {
  const texts: Text[] = [];
  const holds = holdsContent(body);
  const build = (node: Nodes, parent: ParentNode): void => {
    if (node.type === 'text' && /\S/u.test(node.value)) {
      const wrapper = document.createElement('span');
      wrapper.setAttribute(MARK, String(texts.length));
      wrapper.append(node.value);
      texts.push(node);
      parent.append(wrapper);
    } else if (node.type === 'text') {
      parent.append(' ');
    } else if (node.type === 'element' && holds.has(node)) {
      const element = document.createElement(node.tagName);
      for (const [property, name] of TELLING) {
        const value = attribute(node, property);
        if (value !== undefined) element.setAttribute(name, value.slice(0, LONGEST_VALUE));
      }
      for (const child of node.children) build(child, element);
      parent.append(element);
    }
  };
  for (const child of body.children) build(child, document.body);
  return texts;
}

function holdsContent(body: Element): Set<Element> {
  const found = new Set<Element>();
  const look = (node: Nodes): boolean => {
    if (node.type === 'text') return /\S/u.test(node.value);
    if (node.type !== 'element') return false;
    const holds = node.children.map(look).includes(true) || COUNTED.has(node.tagName) || node.tagName === 'br';
    if (holds) found.add(node);
    return holds;
  };
  look(body);
  return found;
}

/** The numbers of the texts in the element that Readability gives back. */
function marksIn(content: unknown): number[] {
  if (!isParent(content)) return [];
  return [...content.querySelectorAll(`[${MARK}]`)].map((wrapper) => Number(wrapper.getAttribute(MARK)));
}

function isParent(value: unknown): value is ParentNode {
  return typeof value === 'object' && value !== null && 'querySelectorAll' in value;
}
