import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Html } from 'mdast';

/**
 * A caption whose picture is not kept, as a figure of its own: it is no part of the running text. The lines of a
 * caption are blocks: the caption, and the photographer's credit.
 */
export function figureWithoutPicture(caption: string): Html {
  const lines = caption.split('\n').filter((line) => line.trim() !== '');
  const children = lines.map((value): ElementContent => ({
    type: 'element',
    tagName: 'p',
    properties: {},
    children: [{ type: 'text', value }],
  }));
  const figcaption: ElementContent = { type: 'element', tagName: 'figcaption', properties: {}, children };
  return {
    type: 'html',
    value: toHtml({ type: 'element', tagName: 'figure', properties: {}, children: [figcaption] }),
  };
}
