import type { ElementContent, Properties } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { HTML_NAMES } from './html-names.ts';
import { baseOf, type XmlElement } from './xml-element.ts';

/** Elements whose text no browser shows; some of them would also end the text around them. */
const LEFT_OUT = new Set('head iframe noembed noframes noscript script style template title'.split(' '));

/** Elements whose tags HTML reads in ways of its own, and what they mean. */
const OTHER_NAMES = new Map([
  ['listing', 'pre'],
  ['plaintext', 'pre'],
  ['textarea', 'div'],
  ['xmp', 'pre'],
]);

const WITHOUT_CONTENT = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** Attributes that mean something in an article, by their names in HTML's tree. */
const ATTRIBUTES = new Map([
  ['alt', 'alt'],
  ['class', 'className'],
  ['colspan', 'colSpan'],
  ['dir', 'dir'],
  ['hidden', 'hidden'],
  ['href', 'href'],
  ['lang', 'lang'],
  ['rowspan', 'rowSpan'],
  ['src', 'src'],
  ['start', 'start'],
  ['style', 'style'],
  ['title', 'title'],
]);

/**
 * The XHTML in an element of a feed as HTML, whatever its prefixes are. Addresses below an `xml:base` of their own
 * become absolute, since HTML has no such thing; `outside` is what the outermost one is relative to.
 */
export function xmlToHtml(element: XmlElement, outside: string | undefined): string {
  const base = baseOf(element, outside);
  const toNode = (child: XmlElement | string): ElementContent[] => {
    if (typeof child === 'string') return [{ type: 'text', value: child }];
    const local = child.name.slice(child.name.indexOf(':') + 1);
    if (LEFT_OUT.has(local)) return [];
    const tagName = OTHER_NAMES.get(local) ?? (HTML_NAMES.has(local) ? local : 'span');
    const inner = child.children.flatMap(toNode);
    const isEmpty = WITHOUT_CONTENT.has(tagName);
    const node: ElementContent = {
      type: 'element',
      tagName,
      properties: toProperties(child, base, outside),
      children: isEmpty ? [] : inner,
    };
    return isEmpty ? [node, ...inner] : [node];
  };
  return toHtml({ type: 'root', children: element.children.flatMap(toNode) });
}

function toProperties(element: XmlElement, base: string | undefined, outside: string | undefined): Properties {
  const own = baseOf(element, outside);
  const entries = [...ATTRIBUTES].flatMap(([name, property]): [string, string][] => {
    const value = element.attributes.get(name);
    if (value === undefined) return [];
    const isMoved = (name === 'href' || name === 'src') && own !== base && URL.canParse(value, own);
    return [[property, isMoved ? new URL(value, own).href : value]];
  });
  return Object.fromEntries(entries);
}
