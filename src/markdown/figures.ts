import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * Before sanitizing: a paragraph that holds nothing but a picture becomes a figure; the picture's Markdown title
 * (`![alt](kerry.jpg "caption")`) is its caption, and a second line of it the photographer's credit.
 */
export function toFigures(tree: Root): void {
  visit(tree, 'element', (paragraph, index, parent) => {
    if (paragraph.tagName !== 'p' || !parent || index === undefined) return;
    const visible = paragraph.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
    const [picture] = visible;
    if (visible.length !== 1 || picture?.type !== 'element' || picture.tagName !== 'img') return;
    parent.children[index] = toFigure(picture);
  });
}

function toFigure(picture: Element): Element {
  const { title, ...properties } = picture.properties;
  const children: ElementContent[] = [{ ...picture, properties }];
  const lines = typeof title === 'string' ? title.split('\n').filter((line) => line.trim() !== '') : [];
  const [only, ...others] = lines;
  if (only !== undefined) {
    children.push(toElement('figcaption', others.length === 0 ? [toText(only)] : lines.map(toParagraph)));
  }
  return toElement('figure', children);
}

function toParagraph(line: string): Element {
  return toElement('p', [toText(line)]);
}

function toElement(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}

function toText(value: string): ElementContent {
  return { type: 'text', value };
}
