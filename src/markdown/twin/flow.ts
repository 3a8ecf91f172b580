import type { Element } from 'hast';
import type { BlockContent, DefinitionContent, Heading, ListItem, Paragraph } from 'mdast';
import { isElement, textOf } from '../tree-text.ts';
import { asHtml, type Content, isBlock, tagsOf } from './markup.ts';
import { toPhrasing, toPicture } from './phrasing.ts';
import { toTable } from './table.ts';

type Flow = (BlockContent | DefinitionContent)[];

/** A sanitized and finished body, or a part of it, as blocks of Markdown that show the same text. */
export function toFlow(nodes: readonly Content[]): Flow {
  const flow: Flow = [];
  let line: Content[] = [];
  const endLine = (): void => {
    flow.push(...toParagraph(line));
    line = [];
  };
  for (const node of nodes) {
    if (!isElement(node) || !isBlock(node)) {
      line.push(node);
      continue;
    }
    endLine();
    if (node.properties['dataGenerated'] !== undefined) continue;
    const blocks = toBlocks(node);
    flow.push(...(blocks ? described(node, blocks) : withTags(node, toFlow(node.children))));
  }
  endLine();
  return flow;
}

/** A block as Markdown has it; undefined where only HTML does. */
function toBlocks(element: Element): Flow | undefined {
  const { tagName, children } = element;
  const level = headingLevel(tagName);
  if (level !== undefined && !children.some(isBlock)) {
    const phrasing = toPhrasing(children, 'single');
    return phrasing.length === 0 ? [] : [{ type: 'heading', depth: level, children: phrasing }];
  }
  switch (tagName) {
    case 'p':
      return toParagraph(children);
    case 'div':
      return toFlow(children);
    case 'section':
      return element.properties['dataFootnotes'] === undefined ? toFlow(children) : toNotes(element);
    case 'blockquote':
      return [{ type: 'blockquote', children: toFlow(children) }];
    case 'hr':
      return [{ type: 'thematicBreak' }];
    case 'pre':
      return isPlainText(element) ? [{ type: 'code', value: textOf(element).replace(/\n$/u, '') }] : [asHtml(element)];
    case 'ul':
    case 'ol':
      return toList(element);
    case 'table':
      return toTable(element);
    case 'figure':
      return toFigure(element);
    default:
      return undefined;
  }
}

function toParagraph(line: readonly Content[]): Paragraph[] {
  const children = toPhrasing(line);
  const [only, ...others] = children;
  // A picture that stands alone would have its title for a caption, and on the page it is none.
  if (only?.type === 'image' && others.length === 0)
    return [{ type: 'paragraph', children: [{ ...only, title: null }] }];
  return children.length === 0 ? [] : [{ type: 'paragraph', children }];
}

const LEVELS: Partial<Record<string, Heading['depth']>> = { h1: 1, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 };

function headingLevel(tagName: string): Heading['depth'] | undefined {
  return LEVELS[tagName];
}

/** Blocks of which something is said, such as their language, stand between tags that say it. */
function described(element: Element, blocks: Flow): Flow {
  const { title, lang, dir } = element.properties;
  if ([title, lang, dir].every((value) => value === undefined)) return blocks;
  return withTags({ ...element, tagName: 'div', properties: { title, lang, dir } }, blocks);
}

function withTags(element: Element, blocks: Flow): Flow {
  const { start, end } = tagsOf(element);
  return end ? [start, ...blocks, end] : [start];
}

function isPlainText({ children }: Element): boolean {
  return children.every((child) =>
    isElement(child) ? ['code', 'span'].includes(child.tagName) && isPlainText(child) : true,
  );
}

/** Markdown counts no further (CommonMark 0.31.2, section 5.2). */
const HIGHEST_NUMBER = 999_999_999;

function toList(list: Element): Flow | undefined {
  const items = list.children.filter(isElement);
  const isOnlyItems = list.children.every((node) =>
    isElement(node) ? node.tagName === 'li' : node.type !== 'text' || node.value.trim() === '',
  );
  const start = Number(list.properties['start'] ?? 1);
  const isCountable = start >= 0 && start + items.length <= HIGHEST_NUMBER;
  if (!isOnlyItems || !isCountable || list.properties['reversed'] !== undefined) return undefined;
  const children = items.map(toItem);
  const spread = children.some((item) => item.spread);
  const ordered = list.tagName === 'ol';
  return children.length === 0 ? [] : [{ type: 'list', ordered, start: ordered ? start : null, spread, children }];
}

function toItem(item: Element): ListItem {
  const children = toFlow(item.children);
  const [, second, ...others] = children;
  const isTight = (second === undefined || second.type === 'list') && others.length === 0;
  const spread = !isTight || item.children.some((child) => isElement(child) && child.tagName === 'p');
  const isTask = children[0]?.type === 'paragraph' && item.properties['className'] !== undefined;
  return { type: 'listItem', spread, checked: isTask ? /^\s*☑/u.test(textOf(item)) : null, children };
}

/** The notes of a text; what raw HTML has put among them has no number and follows on the one before it. */
function toNotes(section: Element): Flow {
  const notes: Flow = [];
  const items = section.children.flatMap((node) => (isElement(node) && node.tagName === 'ol' ? node.children : [node]));
  for (const item of items) {
    const isItem = isElement(item) && item.tagName === 'li';
    const children = toFlow(isItem ? item.children : [item]);
    const number = isItem ? /^fn-(\d+)$/u.exec(String(item.properties['id']))?.[1] : undefined;
    const last = notes.at(-1);
    if (number !== undefined) notes.push({ type: 'footnoteDefinition', identifier: number, label: number, children });
    else if (last?.type === 'footnoteDefinition') last.children.push(...children);
    else notes.push(...children);
  }
  return notes;
}

/** A picture with its caption, as our Markdown writes it (see figures.ts); others keep their tags. */
function toFigure({ children }: Element): Flow | undefined {
  const [picture, caption, ...others] = children.filter((child) => isElement(child) || textOf(child).trim() !== '');
  if (!picture || !isElement(picture) || picture.tagName !== 'img' || others.length > 0) return undefined;
  if (!caption) return [{ type: 'paragraph', children: [toPicture(picture)] }];
  const lines = isElement(caption) && caption.tagName === 'figcaption' ? captionLines(caption) : [];
  if (lines.length === 0) return undefined;
  return [{ type: 'paragraph', children: [toPicture(picture, lines.join('\n'))] }];
}

/** The lines of a caption that is plain text; empty of one that is more. */
function captionLines({ children }: Element): string[] {
  const isText = (nodes: readonly Content[]): boolean => nodes.every(({ type }) => type === 'text');
  const lines = isText(children)
    ? [children]
    : children.map((child) => (isElement(child) && child.tagName === 'p' ? child.children : [child]));
  if (!lines.every(isText)) return [];
  return lines.map((line) => line.map(textOf).join('').replace(/\s+/gu, ' ').trim()).filter((line) => line !== '');
}
