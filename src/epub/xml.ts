import render from 'dom-serializer';
import { DomHandler } from 'htmlparser2';

/** An element of an XML document; names and attributes are written as given. */
export interface XmlElement {
  name: string;
  /** Those without a value are left out. */
  attributes: Readonly<Record<string, string | undefined>>;
  children: readonly XmlNode[];
}

export type XmlNode = XmlElement | string;

/** What one may write for children: nothing where a part is absent. */
export type XmlPart = XmlNode | undefined | readonly XmlPart[];

/** An element with its attributes and what stands in it. */
export function element(name: string, attributes: XmlElement['attributes'] = {}, ...parts: XmlPart[]): XmlElement {
  return { name, attributes, children: parts.flatMap(flat) };
}

export function isXmlElement(node: XmlNode): node is XmlElement {
  return typeof node !== 'string';
}

function flat(part: XmlPart): XmlNode[] {
  if (part === undefined) return [];
  return typeof part === 'string' || 'name' in part ? [part] : part.flatMap(flat);
}

/** HTML's elements without content. All others get an end tag, so that readers which take XHTML for HTML read the same. */
const VOID = new Set(['br', 'col', 'hr', 'img', 'link', 'meta', 'wbr']);

export interface XmlOptions {
  /** Write the document type by which browsers and readers know XHTML. */
  isPage?: boolean;
}

/** A tree as an XML 1.0 document in UTF-8, well formed whatever its texts hold: signs that no XML may hold are left out. */
export function toXml(root: XmlElement, { isPage = false }: XmlOptions = {}): string {
  const handler = new DomHandler();
  handler.onprocessinginstruction('?xml', '?xml version="1.0" encoding="UTF-8"?');
  handler.ontext('\n');
  if (isPage) handler.onprocessinginstruction('!DOCTYPE', '!DOCTYPE html');
  build(root, handler, isPage);
  handler.ontext('\n');
  handler.onend();
  return readable(render(handler.root, { xmlMode: true }));
}

function build(node: XmlNode, handler: DomHandler, isPage: boolean): void {
  if (!isXmlElement(node)) {
    handler.ontext(fitForXml(node));
    return;
  }
  const attributes = Object.entries(node.attributes).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, fitForXml(value)] as const],
  );
  handler.onopentag(node.name, Object.fromEntries(attributes));
  for (const child of node.children) build(child, handler, isPage);
  if (isPage && node.children.length === 0 && !VOID.has(node.name)) handler.ontext('');
  handler.onclosetag();
}

/** XML 1.0, section 2.2: no controls, halves of surrogate pairs or non-characters. */
function fitForXml(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/gu, '');
}

/**
 * The serializer writes every sign beyond ASCII as a number, which makes an Arabic text six times as long. It writes each
 * `&` of a text as `&amp;`, so that what still looks like such a number is one.
 */
function readable(xml: string): string {
  return xml.replace(/&#x([\da-f]+);/giu, (reference, digits: string) => {
    const code = Number.parseInt(digits, 16);
    return code > 0x9f ? String.fromCodePoint(code) : reference;
  });
}
