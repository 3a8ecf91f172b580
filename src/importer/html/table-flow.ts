import type { Element, Nodes } from 'hast';
import type { BlockContent, PhrasingContent, TableCell, TableRow } from 'mdast';
import { textOf } from '../../markdown/tree-text.ts';
import { attribute, elementsIn } from './elements.ts';

/** Characters. A longer cell with paragraphs of its own is a part of a page's layout. */
const LONGEST_CELL = 600;
const MOST_COLUMNS = 60;

/** A table of data as Markdown's table; one that only lays out a page as what stands in it. */
export function toTable(table: Element, flow: (nodes: readonly Nodes[]) => BlockContent[]): BlockContent[] {
  const rows = elementsIn(table).filter(({ tagName }) => tagName === 'tr');
  const cells = rows.map(({ children }) => children.filter((child) => child.type === 'element').filter(isCell));
  if (isLayout(table, cells)) return flow(unwrap(table));
  const captions = table.children.filter((child) => child.type === 'element' && child.tagName === 'caption');
  const lines: TableRow[] = [];
  for (const row of cells) {
    const line = row.flatMap((cell) => [
      toCell(flow(cell.children)),
      ...Array.from({ length: span(cell) - 1 }, emptyCell),
    ]);
    if (line.some(({ children }) => children.length > 0)) lines.push({ type: 'tableRow', children: line });
  }
  const width = Math.max(0, ...lines.map(({ children }) => children.length));
  for (const line of lines) while (line.children.length < width) line.children.push(emptyCell());
  const before = flow(captions);
  return lines.length === 0 ? before : [...before, { type: 'table', align: [], children: lines }];
}

function isCell(element: Element): boolean {
  return element.tagName === 'td' || element.tagName === 'th';
}

function isLayout(table: Element, rows: readonly (readonly Element[])[]): boolean {
  if (attribute(table, 'role') === 'presentation' || attribute(table, 'role') === 'none') return true;
  if (rows.filter((row) => row.length > 1).length < 2 || rows.some((row) => row.length > MOST_COLUMNS)) return true;
  return elementsIn(table).some(
    (element) =>
      /^(?:table|ul|ol|pre|blockquote|figure|iframe|h[1-6])$/u.test(element.tagName) ||
      (isCell(element) && textOf(element).length > LONGEST_CELL),
  );
}

/** The cells of a table one after the other, each a part of the page for itself. */
function unwrap(table: Element): Nodes[] {
  return table.children.map((child): Nodes => (child.type === 'element' ? toDivision(child) : child));
}

function toDivision(element: Element): Element {
  const children = element.children.map((child) =>
    child.type === 'element' && /^(?:tbody|thead|tfoot|tr|td|th)$/u.test(child.tagName) ? toDivision(child) : child,
  );
  return { ...element, tagName: 'div', children };
}

function emptyCell(): TableCell {
  return { type: 'tableCell', children: [] };
}

function span(cell: Element): number {
  const columns = Number(cell.properties['colSpan'] ?? 1);
  return Number.isInteger(columns) && columns > 1 ? Math.min(columns, MOST_COLUMNS) : 1;
}

/** A cell holds one line: the ends of its lines and paragraphs are kept as HTML, for Markdown has no sign for them there. */
function toCell(blocks: readonly BlockContent[]): TableCell {
  const children: PhrasingContent[] = [];
  for (const block of blocks) {
    if (!('children' in block)) continue;
    if (children.length > 0) children.push({ type: 'html', value: '<br><br>' });
    for (const child of block.children) {
      if (child.type === 'break') children.push({ type: 'html', value: '<br>' });
      else if (isPhrasing(child)) children.push(child);
    }
  }
  return { type: 'tableCell', children };
}

function isPhrasing(node: { type: string }): node is PhrasingContent {
  return /^(?:text|emphasis|strong|delete|inlineCode|link|html|image)$/u.test(node.type);
}
