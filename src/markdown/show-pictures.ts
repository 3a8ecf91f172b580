import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { ArticleContext } from './context.ts';

/** Each picture that is offered in all its sizes makes a page 1 kB longer, however short the line that names it is. */
const MOST_OFFERED = 100;

/**
 * After sanitizing, for the article's page alone: offers pictures in the sizes and formats that there are of them (the
 * first hundred), from what we know of them and nothing that stands in the text. The first of the page comes at once, all
 * others when they are near. Says whether there is any; only then the tree is changed.
 */
export function showPictures(tree: Root, { pictures, hasHeadPicture = false }: ArticleContext): boolean {
  const byHref = new Map([...pictures.values()].map((picture) => [picture.href, picture]));
  let count = 0;
  visit(tree, 'element', (img, index, parent) => {
    if (img.tagName !== 'img' || !parent || index === undefined) return undefined;
    count += 1;
    const isFirst = count === 1 && !hasHeadPicture;
    Object.assign(img.properties, isFirst ? { fetchPriority: 'high' } : { loading: 'lazy', decoding: 'async' });
    const sources = byHref.get(String(img.properties['src']))?.sources ?? [];
    if (sources.length === 0 || count > MOST_OFFERED) return undefined;
    const elements = sources.map(({ type, srcset, sizes }): Element => {
      return { type: 'element', tagName: 'source', properties: { type, srcSet: srcset, sizes }, children: [] };
    });
    parent.children[index] = { type: 'element', tagName: 'picture', properties: {}, children: [...elements, img] };
    return SKIP;
  });
  return count > 0;
}
