import { isXmlElement, type XmlNode } from './xml.ts';

/** The crossheads of the first level in a text, for the contents: the place of each, and its words. */
export function crossheadsIn(nodes: readonly XmlNode[]): { id: string; text: string }[] {
  return nodes.filter(isXmlElement).flatMap((node) => {
    const { name, attributes, children } = node;
    if (name !== 'h2') return crossheadsIn(children);
    const { id } = attributes;
    const text = textOf(node).trim();
    return id === undefined || text === '' || 'data-generated' in attributes ? [] : [{ id, text }];
  });
}

function textOf(node: XmlNode): string {
  return isXmlElement(node) ? node.children.map(textOf).join('') : node;
}
