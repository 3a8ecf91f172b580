import { DomUtils, parseDocument } from 'htmlparser2';

export type AtomElement = ReturnType<typeof DomUtils.getElementsByTagName>[number];

/** The root of a text that is known to be well-formed XML. */
export function rootOf(xml: string): AtomElement {
  const root = parseDocument(xml, { xmlMode: true }).children.find((node) => 'attribs' in node);
  if (!root) throw new Error('The document has no root.');
  return root;
}

/** The elements right below another, of one name or all. */
export function childrenOf(parent: AtomElement, name?: string): AtomElement[] {
  return parent.children.filter((node) => 'attribs' in node).filter((node) => name === undefined || node.name === name);
}

/** All elements below another. */
export function allBelow(parent: AtomElement): AtomElement[] {
  return childrenOf(parent).flatMap((child) => [child, ...allBelow(child)]);
}

/** A feed and its entries. */
export function partsOf(feed: AtomElement): AtomElement[] {
  return [feed, ...childrenOf(feed, 'entry')];
}

/** The text of an element, white space as it is. */
export function textOf(element: AtomElement): string {
  return DomUtils.textContent(element);
}

/** The text of an element's first child of a name; empty where there is none. */
export function childText(parent: AtomElement, name: string): string {
  const [child] = childrenOf(parent, name);
  return child ? textOf(child).trim() : '';
}

/** How a finding names a feed or an entry. */
export function labelOf(part: AtomElement): string {
  return `${part.name} ${childText(part, 'id')}`;
}

/** The elements of some names in a feed and its entries, each with where it stands. */
export function named(feed: AtomElement, ...names: string[]): { element: AtomElement; label: string }[] {
  return partsOf(feed).flatMap((part) =>
    childrenOf(part)
      .filter(({ name }) => names.includes(name))
      .map((element) => ({ element, label: `${element.name} of ${labelOf(part)}` })),
  );
}
