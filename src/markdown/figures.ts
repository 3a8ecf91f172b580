import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * Before sanitizing: a paragraph that holds nothing but a picture becomes a figure; the picture's Markdown title
 * (`![alt](kerry.jpg "caption")`) is its caption.
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
  if (typeof title === 'string' && title.trim() !== '') {
    children.push({
      type: 'element',
      tagName: 'figcaption',
      properties: {},
      children: [{ type: 'text', value: title }],
    });
  }
  return { type: 'element', tagName: 'figure', properties: {}, children };
}
