import { isXmlElement, type XmlElement, type XmlNode } from './xml.ts';

/**
 * A text whose footnotes say what they are (EPUB 3 Structural Semantics Vocabulary 1.1, section 4.9), so that a reading
 * device can show a note beside the line that it belongs to.
 */
export function withNotes(node: XmlNode): XmlNode {
  if (!isXmlElement(node)) return node;
  const { name, attributes, children } = node;
  return { name, attributes: { ...attributes, 'epub:type': typeOf(node) }, children: children.map(withNotes) };
}

function typeOf({ name, attributes: { href = '', id = '', 'data-footnotes': notes } }: XmlElement): string | undefined {
  if (name === 'a' && href.startsWith('#fn-')) return 'noteref';
  if (name === 'a' && href.startsWith('#fnref-')) return 'backlink';
  if (name === 'li' && id.startsWith('fn-')) return 'footnote';
  return name === 'section' && notes !== undefined ? 'footnotes' : undefined;
}
