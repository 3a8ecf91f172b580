import type { Element, ElementContent, Root, RootContent } from 'hast';

/** Elements whose text no browser shows, or whose meaning is not text. */
const NEVER_SHOWN = new Set(
  'annotation annotation-xml base head link meta noembed noframes noscript object param script source style svg template title track'.split(
    ' ',
  ),
);

const EMBEDS = new Set('audio canvas embed iframe video'.split(' '));

/** Whether a reader sees an element at all, as far as its own markup says so. */
function isShown({ tagName, properties }: Element): boolean {
  if (NEVER_SHOWN.has(tagName) || properties['hidden'] !== undefined) return false;
  if (tagName === 'dialog' && properties['open'] === undefined) return false;
  const style = properties['style'];
  return (
    typeof style !== 'string' ||
    !/(?:^|;)\s{0,9}(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)/iu.test(style)
  );
}

/**
 * Controls but tab, line feed, form feed and carriage return, and the two signs that are no characters: XML refuses them
 * all. And the byte order mark inside a text, which shows nothing and which some take for a space.
 */
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/gu;

/** A tree without what no reader sees: scripts, styles, templates, comments, hidden elements. */
export function visible(tree: Root): Root {
  return { ...tree, children: tree.children.flatMap(shown) };
}

function shown<Content extends RootContent | ElementContent>(node: Content): Content[] {
  if (node.type === 'text') return [{ ...node, value: node.value.replace(CONTROL, '') }];
  if (node.type !== 'element' || !isShown(node)) return [];
  // What stands inside these is for browsers that cannot show them.
  if (EMBEDS.has(node.tagName)) return [{ ...node, children: [] }];
  return [{ ...node, children: node.children.flatMap(shown) }];
}
