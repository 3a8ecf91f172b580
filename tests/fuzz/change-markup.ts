import { type Change, MOST_PIECES } from './change.ts';

/** A piece of HTML or XML: a text as it is written in the file, or an element with its attributes and what it holds. */
type Piece = string | Element;

interface Element {
  name: string;
  /** Names, and values as they are written in the file. */
  attributes: [string, string][];
  /** Absent in an element that has no end. */
  inner: Piece[] | undefined;
}

const TOKEN = /<!\[CDATA\[[\s\S]*?\]\]>|<[!?][^>]*>|<\/([\w:-]+)>|<([\w:-]+)([^>]*?)(\/?)>|[^<]+/gu;
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/gu;
const ENDLESS = new Set(['meta', 'link', 'img', 'br', 'hr', 'base', 'input']);
const WRAPPERS = [
  'div',
  'p',
  'blockquote',
  'ul',
  'li',
  'b',
  'a',
  'table',
  'td',
  'pre',
  'span',
  'figure',
  'title',
  'aside',
];

/** Changes a well-formed sample of HTML or XML: its elements, its attributes, its texts. */
export function changeMarkup(markup: string, changes: readonly Change[], isHtml: boolean): string {
  const root: Element = { name: '', attributes: [], inner: parse(markup, isHtml) };
  for (const change of changes) changeOnce(root, change);
  return (root.inner ?? []).map(write).join('');
}

function parse(markup: string, isHtml: boolean): Piece[] {
  const top: Piece[] = [];
  const open: Piece[][] = [top];
  for (const [token, end, name, rest = '', slash] of markup.matchAll(TOKEN)) {
    const into = open.at(-1) ?? top;
    if (end !== undefined) open.pop();
    else if (name === undefined) into.push(token);
    else {
      const attributes = [...rest.matchAll(ATTRIBUTE)].map(([, key = '', value = '']): [string, string] => [
        key,
        value,
      ]);
      const isEndless = slash === '/' || (isHtml && ENDLESS.has(name));
      const inner: Piece[] | undefined = isEndless ? undefined : [];
      into.push({ name, attributes, inner });
      if (inner) open.push(inner);
    }
  }
  return top;
}

function write(piece: Piece): string {
  if (typeof piece === 'string') return piece;
  const attributes = piece.attributes.map(([name, value]) => ` ${name}="${value}"`).join('');
  if (!piece.inner) return `<${piece.name}${attributes}/>`;
  return `<${piece.name}${attributes}>${piece.inner.map(write).join('')}</${piece.name}>`;
}

interface Slot {
  holder: Piece[];
  index: number;
  piece: Piece;
}

function changeOnce(root: Element, { kind, at, other, value }: Change): void {
  const slots = slotsOf(root.inner ?? []);
  const slot = slots[at % slots.length];
  const partner = slots[other % slots.length];
  if (!slot || !partner) return;
  const { holder, index, piece } = slot;
  const mayGrow = slots.length < MOST_PIECES;
  switch (kind) {
    case 'delete':
      holder.splice(index, 1);
      break;
    case 'repeat':
      if (mayGrow) holder.splice(index, 0, ...Array.from({ length: 1 + (other % 3) }, () => structuredClone(piece)));
      break;
    case 'swap': {
      const there = structuredClone(partner.piece);
      partner.holder[partner.index] = structuredClone(piece);
      holder[index] = there;
      break;
    }
    case 'nest':
      if (!mayGrow) break;
      if (typeof piece !== 'string' && piece.inner && other % 2 === 0) piece.inner.push(structuredClone(partner.piece));
      else holder[index] = { name: WRAPPERS[other % WRAPPERS.length] ?? 'div', attributes: [], inner: [piece] };
      break;
    case 'value':
      replaceValue(slot, escaped(value), other);
      break;
    case 'raw':
      holder.splice(index + (other % 2), 0, value);
      break;
  }
}

/** The text of a piece, or one of its attributes. */
function replaceValue({ holder, index, piece }: Slot, value: string, other: number): void {
  if (typeof piece === 'string') holder[index] = value;
  else if (piece.attributes.length > 0) {
    const attribute = piece.attributes[other % piece.attributes.length];
    if (attribute) attribute[1] = value;
  } else if (piece.inner) piece.inner = [value];
}

function escaped(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/"/gu, '&quot;');
}

function slotsOf(holder: Piece[]): Slot[] {
  return holder.flatMap((piece, index) => {
    const inner = typeof piece === 'string' ? [] : slotsOf(piece.inner ?? []);
    return [{ holder, index, piece }, ...inner];
  });
}
