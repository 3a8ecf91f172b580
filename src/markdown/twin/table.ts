import type { Element } from 'hast';
import type { AlignType, Table } from 'mdast';
import { isElement } from '../tree-text.ts';
import { isBlock, sayingOf } from './markup.ts';
import { toPhrasing } from './phrasing.ts';

/** A table that Markdown can write: a row of headers, then rows of as many plain cells. Undefined for all others. */
export function toTable(table: Element): [Table] | undefined {
  const [head, body, ...others] = elementsIn(table);
  if (head?.tagName !== 'thead' || (body && body.tagName !== 'tbody') || others.length > 0) return undefined;
  const [headers, ...more] = elementsIn(head);
  const rows = [...(headers ? [headers] : []), ...(body ? elementsIn(body) : [])];
  const width = headers ? elementsIn(headers).length : 0;
  if (width === 0 || more.length > 0 || !rows.every((row) => isPlainRow(row, row === headers ? 'th' : 'td', width)))
    return undefined;
  return [
    {
      type: 'table',
      align: headers ? elementsIn(headers).map(alignOf) : [],
      children: rows.map((row) => ({
        type: 'tableRow',
        children: elementsIn(row).map((cell) => ({
          type: 'tableCell',
          children: toPhrasing(cell.children, 'single'),
        })),
      })),
    },
  ];
}

function isPlainRow(row: Element, cellName: string, width: number): boolean {
  const cells = elementsIn(row);
  const isPlainCell = (cell: Element): boolean =>
    cell.tagName === cellName && Object.keys(sayingOf(cell)).length === 0 && !cell.children.some(isBlock);
  return row.tagName === 'tr' && cells.length === width && cells.every(isPlainCell);
}

function alignOf({ properties: { className } }: Element): AlignType {
  const [name] = Array.isArray(className) ? className : [];
  return name === 'right' || name === 'center' ? name : null;
}

function elementsIn({ children }: Element): Element[] {
  return children.filter(isElement);
}
