import { element, isXmlElement, type XmlElement, type XmlNode } from './xml.ts';

/** Elements whose edges part blocks of text (as for `BlockCollector`), of those that the sanitizer lets pass. */
const BLOCKS = new Set(
  (
    'aside blockquote caption dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section summary ' +
    'table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Blocks that hold a line of text and no other block, wherever they stand; headers of tables and terms do in books. */
const LINES = new Set('caption dt h1 h2 h3 h4 h5 h6 p pre th'.split(' '));

/** Blocks that stand in a certain other one only. No book unfolds what stands in `details`. */
const PARTS = new Set('caption dd details dt figcaption li summary tbody td tfoot th thead tr'.split(' '));

/** Elements that may hold whatever may stand in their place. */
const TRANSPARENT = new Set(['a', 'del', 'ins']);

/** Attributes that mean the same on any element. */
const COMMON = new Set(['title', 'lang', 'xml:lang', 'dir', 'id', 'class', 'data-generated']);

/**
 * A text as browsers read it, in the stricter order that EPUB asks of XHTML (HTML, section 4: the content model of each
 * element). What stands where it may not becomes a plain `div` or `span`, or gets the list item that it lacks; the words
 * and the edges of their blocks stay as they are.
 */
export function fitMarkup(nodes: readonly XmlNode[]): XmlNode[] {
  return nodes.flatMap((node) => fit(node, true));
}

/** The same where no block may stand. */
function fitLine(nodes: readonly XmlNode[]): XmlNode[] {
  return nodes.flatMap((node) => fit(node, false));
}

function fit(node: XmlNode, mayBeBlock: boolean): XmlNode[] {
  if (!isXmlElement(node)) return [node];
  if (node.name === 'col' || node.name === 'colgroup') return [];
  if (!BLOCKS.has(node.name)) return [fitInline(node, mayBeBlock)];
  return mayBeBlock ? [fitBlock(node)] : insideLine(node);
}

/** Two line breaks part what two blocks would. */
function insideLine({ attributes, children }: XmlElement): XmlNode[] {
  const edge = [element('br'), element('br')];
  return [...edge, plain('span', attributes, fitLine(children)), ...edge];
}

function fitInline(node: XmlElement, mayHoldBlocks: boolean): XmlElement {
  const { name, attributes, children } = node;
  if (name === 'ruby' && isRuby(node)) return { ...node, children: children.map((child) => within(child, fitLine)) };
  const lacks = { bdo: 'dir', time: 'datetime' }[name];
  const isPlain = ['rp', 'rt', 'ruby'].includes(name) || (lacks !== undefined && attributes[lacks] === undefined);
  const held = mayHoldBlocks && TRANSPARENT.has(name) ? fitMarkup(children) : fitLine(children);
  if (isPlain) return plain('span', attributes, held);
  return { ...node, children: name === 'dfn' ? held.map(withoutTerms) : held };
}

/** A defined term holds no other one. */
function withoutTerms(node: XmlNode): XmlNode {
  if (!isXmlElement(node)) return node;
  const children = node.children.map(withoutTerms);
  return node.name === 'dfn' ? plain('span', node.attributes, children) : { ...node, children };
}

function fitBlock(node: XmlElement): XmlElement {
  const { name, attributes, children } = node;
  if (name === 'ul' || name === 'ol') return { ...node, children: toItems(children) };
  if (name === 'dl' && areTerms(node)) return { ...node, children: children.map((child) => within(child, fitPart)) };
  if (name === 'table' && isTable(node)) return fitTable(node);
  if (name === 'figure') return fitFigure(node);
  const isPlain = PARTS.has(name) || name === 'dl' || name === 'table';
  if (isPlain) return plain('div', attributes, fitMarkup(children));
  return { ...node, children: LINES.has(name) ? fitLine(children) : fitMarkup(children) };
}

/** What stands in a part of a list or table that is in its place. */
function fitPart(nodes: readonly XmlNode[], { name }: XmlElement): XmlNode[] {
  return LINES.has(name) ? fitLine(nodes) : fitMarkup(nodes);
}

/** A list holds items only: what stands between them becomes one. */
function toItems(children: readonly XmlNode[]): XmlNode[] {
  const items: XmlNode[] = [];
  let loose: XmlNode[] = [];
  const end = (): void => {
    const isBlank = loose.every((node) => !isXmlElement(node) && node.trim() === '');
    items.push(...(isBlank ? loose : [element('li', {}, fitMarkup(loose))]));
    loose = [];
  };
  for (const child of children) {
    if (!isXmlElement(child) || child.name !== 'li') loose.push(child);
    else {
      end();
      items.push(within(child, fitMarkup));
    }
  }
  end();
  return items;
}

function fitFigure(figure: XmlElement): XmlElement {
  const elements = figure.children.filter((node) => isXmlElement(node) || node.trim() !== '');
  const captions = [elements[0], elements.at(-1)].filter((node) => isNamed(node, 'figcaption'));
  const [caption] = captions;
  const children = figure.children.flatMap((child) =>
    child === caption ? [within(child, fitMarkup)] : fit(child, true),
  );
  return { ...figure, children };
}

function fitTable(table: XmlElement): XmlElement {
  const fitRows = (node: XmlNode): XmlNode => {
    if (!isXmlElement(node) || node.name === 'colgroup') return node;
    const isCell = ['caption', 'td', 'th'].includes(node.name);
    return isCell ? within(node, fitPart) : { ...node, children: node.children.map(fitRows) };
  };
  return { ...table, children: table.children.map(fitRows) };
}

function isTable({ children }: XmlElement): boolean {
  return /^(?:caption )?(?:colgroup )*(?:thead )?(?:tfoot )?(?:tbody )*(?:tfoot )?$/u.test(namesOf(children));
}

function areTerms({ children }: XmlElement): boolean {
  return /^(?:(?:dt )+(?:dd )+)+$/u.test(namesOf(children));
}

function isRuby({ children }: XmlElement): boolean {
  return /^(?:(?:(?!rt |rp )\S+ )+(?:rt |rp rt rp ))+$/u.test(namesOf(children));
}

/** The names of what stands in an element, each followed by a space; that of a text is `#`. */
function namesOf(nodes: readonly XmlNode[]): string {
  const names = nodes.map((node) => (isXmlElement(node) ? `${node.name} ` : node.trim() === '' ? '' : '# '));
  return names.join('');
}

function isNamed(node: XmlNode | undefined, name: string): boolean {
  return node !== undefined && isXmlElement(node) && node.name === name;
}

type Fit = (nodes: readonly XmlNode[], of: XmlElement) => XmlNode[];

function within(node: XmlNode, fitChildren: Fit): XmlNode {
  return isXmlElement(node) ? { ...node, children: fitChildren(node.children, node) } : node;
}

function plain(name: 'div' | 'span', attributes: XmlElement['attributes'], children: readonly XmlNode[]): XmlElement {
  const common = Object.entries(attributes).filter(([key]) => COMMON.has(key));
  return { name, attributes: Object.fromEntries(common), children };
}
