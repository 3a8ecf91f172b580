import { toWebAddress } from './web-address.ts';

/** An element of a feed. */
export interface XmlElement {
  /** `vocabulary:name` in lower case, as `toKnownName` has it: `core:title`, `dc:creator`. */
  name: string;
  /** In lower case; only those of XML and RDF have a vocabulary: `href`, `xml:base`. */
  attributes: ReadonlyMap<string, string>;
  /** Texts and elements; comments and processing instructions are left out. */
  children: readonly (XmlElement | string)[];
  parent: XmlElement | undefined;
  /** Line of the source, counted from 1, where its content begins. */
  line: number;
}

/** The elements directly below an element that have one of the names, in the order of the document. */
export function childrenOf(element: XmlElement | undefined, ...names: readonly string[]): XmlElement[] {
  return (element?.children ?? [])
    .filter((child) => typeof child !== 'string')
    .filter(({ name }) => names.includes(name));
}

/** The first element directly below one that has text, by the first of the names that any has. */
export function childWithText(element: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  return names
    .flatMap((name) => childrenOf(element, name))
    .find((child) => child.children.some((part) => typeof part !== 'string' || part.trim() !== ''));
}

/** All text below an element, ends trimmed. */
export function textIn(element: XmlElement | undefined): string {
  return element ? wholeText(element).trim() : '';
}

/** All text below an element as it stands, white space included. */
export function wholeText(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : wholeText(child))).join('');
}

/** The value of an attribute, ends trimmed; empty where there is none. */
export function attribute(element: XmlElement, name: string): string {
  return (element.attributes.get(name) ?? '').trim();
}

/** The language that `xml:lang` gives an element: its own, else the next one's that it stands in. */
export function langOf(element: XmlElement): string | undefined {
  for (let at: XmlElement | undefined = element; at; at = at.parent) {
    const lang = attribute(at, 'xml:lang');
    if (lang !== '') return lang;
  }
  return undefined;
}

/**
 * The address that `xml:base` gives an element, through all elements that it stands in; the outermost is relative
 * to `outside`. Nothing where no `xml:base` stands or it leads to no web address.
 */
export function baseOf(element: XmlElement, outside: string | undefined): string | undefined {
  const bases: string[] = [];
  for (let at: XmlElement | undefined = element; at; at = at.parent) {
    const base = attribute(at, 'xml:base');
    if (base !== '') bases.unshift(base);
  }
  if (bases.length === 0) return undefined;
  return bases.reduce<string | undefined>((base, stated) => toWebAddress(stated, base) ?? base, outside);
}
