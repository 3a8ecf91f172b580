import type { Image, Nodes, Paragraph, PhrasingContent, Root, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { toLine } from '../../news/text.ts';

/** `![[kerry.jpg|300]]` and `[[Page#Part|words]]` of Obsidian and wikis. */
const WIKI = /(!?)\[\[([^[\]|^]{1,300})(?:\|([^[\]]{0,300}))?\]\]/gu;

const PICTURE_NAME = /\.(?:avif|bmp|gif|jpe?g|png|svg|tiff?|webp)$/iu;

/** Code of Hugo, Jekyll, Eleventy and their like that only they can run. */
const TEMPLATE_CODE = /\{\{[<%]?|\{%/u;

const FIGURE = /^\{\{[<%]\s{0,9}figure\s([^{}]{1,4000}?)\/?\s{0,9}[>%]\}\}$/u;
const ATTRIBUTE = /([a-z]{1,20})\s{0,3}=\s{0,3}(?:"([^"]{0,2000})"|'([^']{0,2000})'|([^\s"']{1,2000}))/giu;

/** The place of a node for one that takes it over. */
export function placeOf({ position }: Nodes): Pick<Nodes, 'position'> {
  return position ? { position } : {};
}

/** Wikilinks become their words, and embedded pictures become pictures. */
export function readWikiMarks(tree: Root): void {
  visit(tree, 'text', (node, index, parent) => {
    if (!parent || index === undefined || !node.value.includes('[[')) return undefined;
    const parts: PhrasingContent[] = [];
    let end = 0;
    for (const match of node.value.matchAll(WIKI)) {
      const [all, bang = '', page = '', words = ''] = match;
      parts.push({ ...node, value: node.value.slice(end, match.index) });
      parts.push(wikiNode(bang === '!', page.trim(), words.trim(), { ...node, value: all }));
      end = match.index + all.length;
    }
    if (end === 0) return undefined;
    const rest: PhrasingContent = { ...node, value: node.value.slice(end) };
    const shown = [...parts, rest].filter((part) => part.type !== 'text' || part.value !== '');
    parent.children.splice(index, 1, ...shown);
    return [SKIP, index + shown.length];
  });
}

function wikiNode(embedded: boolean, page: string, words: string, text: PhrasingContent): PhrasingContent {
  const place = placeOf(text);
  // A number beside an embedded picture is its width.
  const alt = /^\d{1,5}(?:x\d{1,5})?$/u.test(words) ? '' : words;
  if (embedded && PICTURE_NAME.test(page)) return { type: 'image', url: page, alt, ...place };
  return embedded ? text : { type: 'text', value: words === '' ? page : words, ...place };
}

/** A paragraph that is nothing but Hugo's `figure` shortcode becomes its picture with its caption. */
export function readFigures(tree: Root, source: string): void {
  visit(tree, 'paragraph', (paragraph: Paragraph) => {
    const { start, end } = paragraph.position ?? {};
    const text = source.slice(start?.offset ?? 0, Math.min(end?.offset ?? 0, (start?.offset ?? 0) + 5000));
    const inner = FIGURE.exec(text.trim())?.[1];
    if (inner === undefined) return;
    const attributes = new Map(
      [...inner.matchAll(ATTRIBUTE)].map(([, name = '', ...values]) => [name, values.find(Boolean) ?? '']),
    );
    const url = attributes.get('src');
    if (url === undefined || url === '') return;
    const caption = toLine([attributes.get('title'), attributes.get('caption')].filter(Boolean).join(' '));
    const image: Image = {
      ...placeOf(paragraph),
      type: 'image',
      url,
      alt: attributes.get('alt') ?? '',
      title: caption === '' ? null : caption,
    };
    paragraph.children = [image];
  });
}

/**
 * The title of a picture that is a paragraph by itself is its caption, and becomes a paragraph below it: where the picture
 * is not kept, its caption still is.
 */
export function takeOutCaptions(tree: Root): void {
  visit(tree, 'paragraph', (paragraph, index, parent) => {
    const visible = paragraph.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
    const [picture] = visible;
    if (!parent || index === undefined || visible.length !== 1 || picture?.type !== 'image') return undefined;
    const caption = picture.title ?? '';
    if (caption.trim() === '') return undefined;
    picture.title = null;
    const text: Text = { ...placeOf(paragraph), type: 'text', value: caption };
    parent.children.splice(index + 1, 0, { type: 'paragraph', children: [text] });
    return [SKIP, index + 2];
  });
}

/** MDX: what is a component and no HTML stays as the text that it is. */
export function readComponentsAsText(tree: Root): void {
  visit(tree, 'html', (node, index, parent) => {
    if (!parent || index === undefined || !/<\/?[A-Z]|[{}]/u.test(node.value)) return;
    const text: Text = { ...placeOf(node), type: 'text', value: node.value };
    const isBlock = !['paragraph', 'heading', 'emphasis', 'strong', 'delete', 'link', 'tableCell'].includes(
      parent.type,
    );
    if (isBlock) Object.assign(node, { type: 'paragraph', children: [text], value: undefined });
    else Object.assign(node, text);
  });
}

/** The first place where code of a site generator stands in the text: its line and beginning. */
export function findTemplateCode(tree: Root): { line: number | undefined; code: string } | undefined {
  let found: { line: number | undefined; code: string } | undefined;
  visit(tree, 'text', ({ value, position }) => {
    const at = value.search(TEMPLATE_CODE);
    if (at === -1 || found) return;
    const line = position && position.start.line + value.slice(0, at).split('\n').length - 1;
    found = { line, code: toLine(value.slice(at, at + 40)) };
  });
  return found;
}
