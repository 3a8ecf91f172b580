import type { Definition, PhrasingContent, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { placeOf } from './dialects.ts';

const SCHEMES = /^(?:https?|mailto):/iu;
const ANY_SCHEME = /^[\p{Cc}\s]{0,9}[a-z][a-z\d+.-]{0,30}:/iu;
const PICTURE_SCHEMES = /^(?:https?:|data:image\/|cid:)/iu;

/**
 * Gives all links of a tree their own absolute addresses, and pictures theirs as written: references are resolved, and
 * a link that leads nowhere a reader may go becomes the text that it is. Gives the number of those.
 */
export function makeLinksPlain(tree: Root, base: string | undefined): number {
  resolveReferences(tree);
  let lost = 0;
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    if (node.type === 'image' && ANY_SCHEME.test(node.url) && !PICTURE_SCHEMES.test(node.url)) {
      parent.children.splice(index, 1);
      return index;
    }
    if (node.type !== 'link' || node.url.startsWith('#')) return undefined;
    const absolute = URL.canParse(node.url, base) ? new URL(node.url, base).href : '';
    if (SCHEMES.test(absolute)) {
      node.url = absolute;
      return undefined;
    }
    lost += 1;
    parent.children.splice(index, 1, ...node.children);
    return index;
  });
  return lost;
}

/** `[text][name]` with its definition elsewhere becomes a link as any other; the definitions, which show nothing, go. */
function resolveReferences(tree: Root): void {
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (node, index, parent) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
    if (!parent || index === undefined) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  visit(tree, (node, index, parent) => {
    if ((node.type !== 'linkReference' && node.type !== 'imageReference') || !parent || index === undefined) return;
    const { url, title } = definitions.get(node.identifier) ?? { url: '', title: null };
    const place = placeOf(node);
    const resolved: PhrasingContent =
      node.type === 'linkReference'
        ? { type: 'link', url, title: title ?? null, children: node.children, ...place }
        : { type: 'image', url, title: title ?? null, alt: node.alt ?? '', ...place };
    parent.children.splice(index, 1, resolved);
  });
}
