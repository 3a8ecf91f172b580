import type { BookPicture } from './pictures.ts';
import { webHref } from './said.ts';
import { element, isXmlElement, type XmlElement, type XmlNode } from './xml.ts';

/** Where things stand that a text may point to. Files are named as a chapter names them. */
export interface Places {
  /** The chapters of the book by the full addresses of their articles on the site. */
  chapters: ReadonlyMap<string, string>;
  /** The pictures of the book by their full addresses on the site. */
  pictures: ReadonlyMap<string, BookPicture>;
}

/** The full addresses of all pictures in a text; `address` is the article's own. */
export function pictureAddresses(nodes: readonly XmlNode[], address: string): string[] {
  return nodes.filter(isXmlElement).flatMap(({ name, attributes, children }) => {
    const { src } = attributes;
    const own = name === 'img' && src !== undefined && URL.canParse(src, address) ? [new URL(src, address).href] : [];
    return [...own, ...pictureAddresses(children, address)];
  });
}

/**
 * A text whose every address holds in the book: those of its own notes and crossheads stay, articles of the book are
 * chapters, pictures are the book's own, and all others are full addresses of the web. A link to nothing keeps its words
 * and is none; a picture that the book does not have shows the words that stand for it.
 */
export function settleLinks(nodes: readonly XmlNode[], address: string, places: Places): XmlNode[] {
  const ids = new Set(idsOf(nodes));
  const settle = (node: XmlNode): XmlNode => {
    if (!isXmlElement(node)) return node;
    const { name, attributes } = node;
    if (name === 'img') return toPicture(attributes, address, places);
    const children = node.children.map(settle);
    if (name !== 'a') return { ...node, children };
    return {
      name,
      attributes: { ...attributes, href: settleHref(attributes['href'], address, ids, places) },
      children,
    };
  };
  return nodes.map(settle);
}

function idsOf(nodes: readonly XmlNode[]): string[] {
  return nodes
    .filter(isXmlElement)
    .flatMap(({ attributes: { id }, children }) => [...(id === undefined ? [] : [id]), ...idsOf(children)]);
}

function settleHref(
  href: string | undefined,
  address: string,
  ids: ReadonlySet<string>,
  { chapters }: Places,
): string | undefined {
  if (href === undefined || !URL.canParse(href, address)) return undefined;
  const target = new URL(href, address);
  const [page = '', fragment] = target.href.split('#', 2);
  if (page === address && fragment !== undefined)
    return href.startsWith('#') && ids.has(href.slice(1)) ? href : undefined;
  return chapters.get(page) ?? webHref(target.href);
}

function toPicture(attributes: XmlElement['attributes'], address: string, { pictures }: Places): XmlNode {
  const { src, alt = '', ...others } = attributes;
  const picture =
    src !== undefined && URL.canParse(src, address) ? pictures.get(new URL(src, address).href) : undefined;
  if (!picture) return element('span', {}, alt);
  return element('img', { ...others, ...pictureAttributes(picture, alt) });
}

/** A picture of the book as a chapter shows it. */
export function pictureAttributes({ file, width, height }: BookPicture, alt: string): XmlElement['attributes'] {
  return { src: `../${file}`, alt, width: String(width), height: String(height) };
}
