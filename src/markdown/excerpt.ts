import type { Element, ElementContent, Root } from 'hast';
import { cutBetweenWords } from '../news/text.ts';
import { isElement, textOf } from './tree-text.ts';

/** An excerpt has no more characters than this, and no more than half of its text: a short one is not given away whole. */
const MOST_CHARACTERS = 500;
const MOST_OF_TEXT = 1 / 2;

/**
 * The excerpt of a rendered text, where no more of it may be published: its first paragraphs, as many as are whole within the
 * limit; where not even the first is, its beginning, cut between words. Pictures and marks of notes are no part of it.
 * `blocks` are the blocks of the text.
 */
export function excerptOf(tree: Root, blocks: readonly string[]): Root {
  const all = blocks.reduce((sum, { length }) => sum + length, 0);
  const most = Math.min(MOST_CHARACTERS, Math.floor(all * MOST_OF_TEXT));
  const paragraphs = tree.children
    .filter((child) => isElement(child))
    .filter(({ tagName }) => tagName === 'p')
    .map(withoutRest)
    .filter((paragraph) => textOf(paragraph).trim() !== '');
  let length = 0;
  const end = paragraphs.findIndex((paragraph) => (length += textOf(paragraph).length) > most);
  const [first] = paragraphs;
  if (end === 0 && first) return { ...tree, children: [cut(first, most)] };
  return { ...tree, children: end === -1 ? paragraphs : paragraphs.slice(0, end) };
}

/** Footnotes stand outside an excerpt, and so do the links to them; a picture is a work of its own. */
function withoutRest(node: Element): Element {
  const isRest = ({ tagName, properties }: Element): boolean =>
    tagName === 'img' || (tagName === 'sup' && properties['dataGenerated'] !== undefined);
  const children = node.children
    .filter((child) => !isElement(child) || !isRest(child))
    .map((child) => (isElement(child) ? withoutRest(child) : child));
  return { ...node, children };
}

function cut(paragraph: Element, most: number): Element {
  const { length } = cutBetweenWords(textOf(paragraph), most);
  const children: ElementContent[] = [...firstCharacters(paragraph.children, length), { type: 'text', value: ' …' }];
  // Its id stands for all of its words.
  return { ...paragraph, properties: {}, children };
}

function firstCharacters(nodes: readonly ElementContent[], count: number): ElementContent[] {
  const kept: ElementContent[] = [];
  let left = count;
  for (const node of nodes) {
    if (left <= 0) break;
    const { length } = textOf(node);
    if (length <= left) kept.push(node);
    else if (node.type === 'text') kept.push({ ...node, value: node.value.slice(0, left) });
    else if (node.type === 'element') kept.push({ ...node, children: firstCharacters(node.children, left) });
    left -= length;
  }
  return kept;
}
