import type { Element, ElementContent, Properties, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Html } from 'mdast';
import { isElement } from '../tree-text.ts';

/** What stands at a place of a sanitized tree. */
export type Content = RootContent | ElementContent;

/** Elements that cannot stand within a line of text. */
const BLOCKS = new Set(
  (
    'aside blockquote caption col colgroup dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre ' +
    'section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Whether a node is a block, or an element of a line that holds one, as raw HTML can have it. */
export function isBlock(node: Content): boolean {
  return isElement(node) && (BLOCKS.has(node.tagName) || node.children.some(isBlock));
}

/** Attributes that say something of the text; all others are the page's own affair. */
const SAYING = [
  ...['title', 'lang', 'dir', 'href', 'dateTime', 'start', 'reversed'],
  ...['colSpan', 'rowSpan', 'scope', 'abbr'],
];

/** Of an element, what its tag in a Markdown file says. */
export function sayingOf({ properties }: Element): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => SAYING.includes(name)));
}

/** The start and end tag of an element, each fit to stand in a line, a table's cell and a block of its own. */
export function tagsOf(element: Element, tagName = element.tagName): { start: Html; end: Html | undefined } {
  const empty = toHtml({ type: 'element', tagName, properties: sayingOf(element), children: [] });
  const end = `</${tagName}>`;
  const isVoid = !empty.endsWith(end);
  const start = isVoid ? empty : empty.slice(0, -end.length);
  return { start: toNode(oneLine(start).replaceAll('|', '&#124;')), end: isVoid ? undefined : toNode(end) };
}

/** An element as HTML in one line, with nothing of the page's own. */
export function asHtml(element: Element): Html {
  const plain = (node: ElementContent): ElementContent[] => {
    if (!isElement(node)) return [node];
    if (node.properties['dataGenerated'] !== undefined) return [];
    return [{ ...node, properties: sayingOf(node), children: node.children.flatMap(plain) }];
  };
  const [shown] = plain(element);
  return toNode(oneLine(shown ? toHtml(shown) : ''));
}

/** A blank line would end HTML in Markdown (CommonMark 0.31.2, section 4.6); as a reference it is none. */
function oneLine(html: string): string {
  return html.replaceAll('\r', '&#13;').replaceAll('\n', '&#10;');
}

function toNode(value: string): Html {
  return { type: 'html', value };
}
