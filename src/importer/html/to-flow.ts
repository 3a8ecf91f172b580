import type { Element, ElementContent, Nodes, Text } from 'hast';
import type { BlockContent, Image, ListItem, PhrasingContent, RootContent } from 'mdast';
import { textOf } from '../../markdown/tree-text.ts';
import { toLine } from '../../news/text.ts';
import { attribute } from './elements.ts';
import { type Mark, type Piece, toParagraphs } from './inline-run.ts';
import { isBlockEdge } from './is-block-edge.ts';
import { toTable } from './table-flow.ts';
import { absoluteAddress, WEB } from '../absolute-address.ts';

/** What decides which parts of a tree of HTML become Markdown. */
export interface FlowRules {
  /** Whether a text belongs to the article. */
  keeps: (text: Text) => boolean;
  /** The picture that an img element is shown as; nothing where it is left out. */
  picture: (img: Element) => Image | undefined;
  /** Whether a rule, or a video or other embedded thing, belongs to the article. */
  belongs: (element: Element) => boolean;
  /** What addresses of links are relative to. */
  base: string | undefined;
}

const EMPHASIS = new Set('em i cite dfn var'.split(' '));
const STRONG = new Set(['strong', 'b']);
const CODE = new Set('code kbd samp tt'.split(' '));
const DELETED = new Set('del s strike'.split(' '));

/** HTML as the blocks of Markdown's tree. Its block edges are those of the receipt, so that no block is split or joined. */
export function toFlow(nodes: readonly Nodes[], rules: FlowRules): RootContent[] {
  const blocks = flow(nodes, rules, []);
  // Crossheads begin one step below the headline, wherever the page began them.
  if (blocks.some((block) => block.type === 'heading' && block.depth === 2)) return blocks;
  return blocks.map((block) => (block.type === 'heading' ? { ...block, depth: 2 } : block));
}

function flow(nodes: readonly Nodes[], rules: FlowRules, marks: readonly Mark[]): BlockContent[] {
  const out: BlockContent[] = [];
  let run: Piece[] = [];
  const flush = (): void => {
    for (const children of toParagraphs(run)) out.push({ type: 'paragraph', children });
    run = [];
  };
  const walk = (node: Nodes, around: readonly Mark[]): void => {
    if (node.type === 'text') {
      if (rules.keeps(node)) run.push({ content: node.value, marks: around });
      else if (!/\S/u.test(node.value)) run.push({ content: ' ', marks: [] });
    } else if (node.type === 'root') {
      for (const child of node.children) walk(child, around);
    } else if (node.type === 'element') {
      if (node.tagName === 'br') run.push({ content: '', isBreak: true, marks: [] });
      else if (node.tagName === 'img') {
        const picture = rules.picture(node);
        if (picture) run.push({ content: picture, isApart: true, marks: [] });
      } else if (isEmbed(node)) {
        const link = rules.belongs(node) ? toEmbedLink(node, rules) : undefined;
        if (link) run.push({ content: link, isApart: true, marks: [] });
      } else if (isBlockEdge(node.tagName)) {
        flush();
        out.push(...toBlocks(node, rules, around));
      } else {
        const mark = toMark(node, rules);
        const inner = mark === undefined || around.some((one) => one.type === mark.type) ? around : [...around, mark];
        for (const child of node.children) walk(child, inner);
      }
    }
  };
  for (const node of nodes) walk(node, marks);
  flush();
  return out;
}

/** The blocks of an element whose edges separate blocks. */
function toBlocks(element: Element, rules: FlowRules, marks: readonly Mark[]): BlockContent[] {
  const { tagName, children } = element;
  const inside = (inner: readonly Mark[] = marks): BlockContent[] => flow(children, rules, inner);
  switch (tagName) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return inside().map((block) =>
        block.type === 'paragraph' && !isPicture(block.children)
          ? { ...block, type: 'heading', depth: tagName < 'h3' ? 2 : 3 }
          : block,
      );
    case 'ul':
    case 'ol':
      return toList(element, rules, marks);
    case 'li':
    case 'dd':
      return inside();
    case 'dt':
      return inside([...marks.filter(({ type }) => type !== 'strong'), { type: 'strong' }]);
    case 'blockquote': {
      const quoted = inside();
      return quoted.length === 0 ? [] : [{ type: 'blockquote', children: quoted }];
    }
    case 'pre':
      return toCode(element, rules) ?? inside();
    case 'hr':
      return rules.belongs(element) ? [{ type: 'thematicBreak' }] : [];
    case 'table':
      return toTable(element, (nodes) => flow(nodes, rules, marks));
    default:
      return inside();
  }
}

function isPicture([only, ...more]: readonly PhrasingContent[]): boolean {
  return more.length === 0 && only?.type === 'image';
}

function toList({ tagName, children, properties }: Element, rules: FlowRules, marks: readonly Mark[]): BlockContent[] {
  const items: ListItem[] = [];
  let loose: ElementContent[] = [];
  const flush = (): void => {
    const blocks = flow(loose, rules, marks);
    loose = [];
    if (blocks.length === 0) return;
    // A list inside a list, not in an item of it, belongs to the item before.
    const last = items.at(-1);
    if (last) last.children.push(...blocks);
    else items.push({ type: 'listItem', spread: false, children: blocks });
  };
  for (const child of children) {
    if (child.type !== 'element' || child.tagName !== 'li') {
      loose.push(child);
      continue;
    }
    flush();
    const blocks = flow(child.children, rules, marks);
    if (blocks.length > 0) items.push({ type: 'listItem', spread: blocks.length > 1, children: blocks });
  }
  flush();
  if (items.length === 0) return [];
  const start = Number(properties['start'] ?? 1);
  const ordered = tagName === 'ol';
  return [
    {
      type: 'list',
      ordered,
      start: ordered && Number.isSafeInteger(start) && start >= 0 && start < 1e9 ? start : null,
      spread: items.some(({ spread }) => spread === true),
      children: items,
    },
  ];
}

/** Preformatted text as code, where all of it is kept and has lines of its own. */
function toCode(pre: Element, rules: FlowRules): BlockContent[] | undefined {
  const text = textOf(pre)
    .replace(/^\r?\n/u, '')
    .trimEnd();
  const isWhole = everyText(pre, rules.keeps);
  const isCode = pre.children.some((child) => child.type === 'element' && CODE.has(child.tagName)) || /\n/u.test(text);
  return isWhole && isCode && text !== '' ? [{ type: 'code', value: text }] : undefined;
}

function everyText(node: Nodes, keeps: (text: Text) => boolean): boolean {
  if (node.type === 'text') return keeps(node) || !/\S/u.test(node.value);
  return !('children' in node) || node.children.every((child) => everyText(child, keeps));
}

function toMark(element: Element, rules: FlowRules): Mark | undefined {
  const { tagName } = element;
  if (EMPHASIS.has(tagName)) return { type: 'emphasis' };
  if (STRONG.has(tagName)) return { type: 'strong' };
  if (CODE.has(tagName)) return { type: 'inlineCode' };
  if (DELETED.has(tagName)) return { type: 'delete' };
  if (tagName === 'sub' || tagName === 'sup') return { type: tagName };
  const url = tagName === 'a' ? toLinkAddress(attribute(element, 'href'), rules.base) : undefined;
  return url === undefined ? undefined : { type: 'link', url };
}

/** An address that a reader may go to, absolute; nothing for any other. */
function toLinkAddress(address: string | undefined, base: string | undefined): string | undefined {
  if (address === undefined || address.startsWith('#')) return undefined;
  return absoluteAddress(address, base, [...WEB, 'mailto:']);
}

function isEmbed({ tagName }: Element): boolean {
  return tagName === 'iframe' || tagName === 'video' || tagName === 'audio' || tagName === 'embed';
}

function toEmbedLink(element: Element, { base }: FlowRules): PhrasingContent | undefined {
  const address = attribute(element, 'src') ?? attribute(element, 'dataSrc');
  const url = toLinkAddress(address, base);
  if (url === undefined) return undefined;
  const title = toLine(attribute(element, 'title') ?? '');
  return { type: 'link', url, children: [{ type: 'text', value: title === '' ? url : title }] };
}
