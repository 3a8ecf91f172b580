import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

/** Elements beside whose tags white space means nothing, as CommonMark's own test of conformance counts them. */
const BLOCKS = new Set(
  (
    'article aside blockquote body button canvas caption col colgroup dd div dl dt embed fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr iframe li map object ol output p pre progress script section style table ' +
    'tbody td textarea tfoot th thead tr ul video'
  ).split(' '),
);

/** A tag, or a stretch of text. */
interface Piece {
  text: string;
  kind: 'block' | 'inline' | 'text' | 'lines';
}

/**
 * HTML as a browser reads it, written so that what means the same is the same: attributes in order, character references
 * resolved, every run of white space one space, none beside the tags of blocks; lines of `pre` as they are.
 */
export function normalHtml(html: string): string {
  const pieces = childrenOf(parseFragment(html.trim())).flatMap((node) => piecesOf(node, false));
  return pieces
    .map(({ text, kind }, index) => {
      if (kind !== 'text') return text;
      const line = text.replace(/\s+/gu, ' ');
      const start = isEdge(pieces[index - 1]) ? line.trimStart() : line;
      return isEdge(pieces[index + 1]) ? start.trimEnd() : start;
    })
    .join('');
}

/** The words of HTML that a browser shows, in order; those inside elements of some names are left out. */
export function wordsOf(html: string, without: ReadonlySet<string> = new Set()): string[] {
  const texts = (node: Node): string[] => {
    if ('value' in node) return [node.value];
    return 'tagName' in node && without.has(node.tagName) ? [] : childrenOf(node).flatMap(texts);
  };
  return texts(parseFragment(html)).flatMap((text) => text.match(/\S+/gu) ?? []);
}

function childrenOf(node: Node): Node[] {
  return 'childNodes' in node ? node.childNodes : [];
}

function piecesOf(node: Node, inLines: boolean): Piece[] {
  if ('value' in node)
    return [{ text: node.value.replaceAll('&', '&amp;').replaceAll('<', '&lt;'), kind: inLines ? 'lines' : 'text' }];
  if (!('tagName' in node)) return [{ text: `<!--${'data' in node ? node.data : ''}-->`, kind: 'inline' }];
  const { tagName, attrs } = node;
  const kind = BLOCKS.has(tagName) ? 'block' : 'inline';
  const attributes = attrs.map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`).sort();
  const keepsLines = inLines || tagName === 'pre' || tagName === 'textarea';
  return [
    { text: `<${tagName}${attributes.join('')}>`, kind },
    ...childrenOf(node).flatMap((child) => piecesOf(child, keepsLines)),
    { text: `</${tagName}>`, kind },
  ];
}

function isEdge(piece: Piece | undefined): boolean {
  return piece === undefined || piece.kind === 'block';
}
