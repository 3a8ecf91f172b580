import type { PhrasingContent } from 'mdast';
import { normalise } from '../../news/text.ts';

/** What an inline element says of the text inside it, as far as Markdown can say it too. */
export type Mark =
  { type: 'emphasis' | 'strong' | 'delete' | 'inlineCode' | 'sub' | 'sup' } | { type: 'link'; url: string };

/** A piece of a run of inline content, with what stands around it, the outermost first. */
export interface Piece {
  /** A text, or a node that stands as it is. */
  content: string | PhrasingContent;
  /** Whether it is the end of a line. */
  isBreak?: boolean;
  /** Whether it is no part of a line, such as a picture: it gets a paragraph of its own beside the text it stands in. */
  isApart?: boolean;
  marks: readonly Mark[];
}

/**
 * The paragraphs of a run of inline content: white space as a browser shows it, `<br><br>` an edge, no space at the
 * inner edge of emphasis or a link, and neighbours that are emphasised alike as one.
 */
export function toParagraphs(run: readonly Piece[]): PhrasingContent[][] {
  return splitAtEdges(run).flatMap((pieces) => {
    const text = pieces.filter(({ isApart }) => isApart !== true);
    const start = pieces.findIndex(isVisible);
    const line = start === -1 ? [] : [nest(collapse(text))].filter((nodes) => nodes.length > 0);
    const before = pieces.slice(0, Math.max(0, start));
    const after = pieces.slice(Math.max(0, start));
    return [...apart(before), ...line, ...apart(after)];
  });
}

function apart(pieces: readonly Piece[]): PhrasingContent[][] {
  return pieces.flatMap(({ content, isApart }) => (isApart === true && typeof content !== 'string' ? [[content]] : []));
}

/** Whether a piece shows anything in a line of text. */
function isVisible({ content, isBreak, isApart }: Piece): boolean {
  if (isBreak === true || isApart === true) return false;
  return typeof content !== 'string' || normalise(content) !== '';
}

function splitAtEdges(run: readonly Piece[]): Piece[][] {
  const paragraphs: Piece[][] = [[]];
  let breaks = 0;
  for (const piece of run) {
    if (piece.isBreak === true) breaks += 1;
    else if (typeof piece.content !== 'string' || /\S/u.test(piece.content)) breaks = 0;
    if (piece.isBreak === true && breaks > 1) paragraphs.push([]);
    else paragraphs.at(-1)?.push(piece);
  }
  return paragraphs;
}

/** Joins white space over the borders of pieces and takes it from the ends of lines. */
function collapse(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  let isOpen = false;
  for (const piece of pieces) {
    if (piece.isBreak === true || typeof piece.content !== 'string') {
      if (piece.isBreak === true) trimEnd(out);
      out.push(piece);
      isOpen = piece.isBreak !== true;
      continue;
    }
    let text = piece.content.replace(/[ \t\n\r\f]+/gu, ' ');
    if (!isOpen) text = text.trimStart();
    if (text === '') continue;
    // A space at the inner edge of a mark belongs outside of it.
    const lead = /^\s/u.test(text) ? ' ' : '';
    const tail = text.length > 1 && /\s$/u.test(text) ? ' ' : '';
    const core = text.trim();
    if (lead !== '') out.push({ content: ' ', marks: [] });
    if (core !== '') out.push({ content: core, marks: piece.marks });
    if (tail !== '' && core !== '') out.push({ content: ' ', marks: [] });
    isOpen = !/\s$/u.test(text);
  }
  trimEnd(out);
  return spread(dropBreaks(out));
}

function trimEnd(pieces: Piece[]): void {
  while (pieces.at(-1)?.content === ' ') pieces.pop();
}

function dropBreaks(pieces: Piece[]): Piece[] {
  const first = pieces.findIndex(({ isBreak }) => isBreak !== true);
  const last = pieces.findLastIndex(({ isBreak }) => isBreak !== true);
  return first === -1 ? [] : pieces.slice(first, last + 1);
}

/** A space between two pieces has the marks that both have. */
function spread(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, index) => {
    if (piece.content !== ' ') return piece;
    const before = pieces[index - 1]?.marks ?? [];
    const after = pieces[index + 1]?.marks ?? [];
    const shared = before.findIndex((mark, place) => !isSame(mark, after[place]));
    return { ...piece, marks: before.slice(0, shared === -1 ? before.length : shared) };
  });
}

function isSame(one: Mark, other: Mark | undefined): boolean {
  if (one.type !== other?.type) return false;
  return one.type !== 'link' || other.type !== 'link' || one.url === other.url;
}

/** Pieces as a tree: neighbours with the same outermost mark stand in one node. */
function nest(pieces: readonly Piece[], depth = 0): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let index = 0;
  while (index < pieces.length) {
    const piece = pieces[index];
    if (!piece) break;
    const mark = piece.marks[depth];
    let end = index + 1;
    if (mark === undefined) {
      nodes.push(...toLeaf(piece, nodes));
    } else {
      while (end < pieces.length && isSame(mark, pieces[end]?.marks[depth])) end += 1;
      nodes.push(...wrap(mark, pieces.slice(index, end), depth + 1));
    }
    index = end;
  }
  return nodes;
}

function toLeaf({ content, isBreak }: Piece, before: PhrasingContent[]): PhrasingContent[] {
  if (isBreak === true) return [{ type: 'break' }];
  if (typeof content !== 'string') return [content];
  const last = before.at(-1);
  if (last?.type !== 'text') return [{ type: 'text', value: content }];
  last.value += content;
  return [];
}

function wrap(mark: Mark, pieces: readonly Piece[], depth: number): PhrasingContent[] {
  const children = nest(pieces, depth);
  switch (mark.type) {
    case 'link':
      return [{ type: 'link', url: mark.url, children }];
    case 'inlineCode':
      return children.map((child) => (child.type === 'text' ? { type: 'inlineCode', value: child.value } : child));
    case 'sub':
    case 'sup':
      // Markdown has no signs for these two: they are kept as HTML.
      return [{ type: 'html', value: `<${mark.type}>` }, ...children, { type: 'html', value: `</${mark.type}>` }];
    default:
      return [{ type: mark.type, children }];
  }
}
