import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { DomUtils, parseDocument } from 'htmlparser2';

type Document = ReturnType<typeof parseDocument>;
export type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

/** A built page, parsed. */
export interface Page {
  /** Below the built folder, with `/` between folders. */
  file: string;
  html: string;
  document: Document;
}

/** All files of a built edition, below its folder, in a fixed order. */
export function listFiles(dist: string): string[] {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** A built file's text. */
export function readText(dist: string, file: string): string {
  return readFileSync(join(dist, file), 'utf8');
}

/** One page of a built edition; `file` may be a path that ends in `/`. */
export function readPage(dist: string, file: string): Page {
  const name = file === '' || file.endsWith('/') ? `${file}index.html` : file;
  const html = readText(dist, name);
  return { file: name, html, document: parseDocument(html) };
}

/** Every HTML page of a built edition. Pages that only lead elsewhere are not among them. */
export function readPages(dist: string): Page[] {
  return listFiles(dist)
    .filter((file) => file.endsWith('.html'))
    .map((file) => readPage(dist, file))
    .filter(({ html }) => !html.includes('http-equiv="refresh"'));
}

/** The pages of single articles among those of an edition, without those of their earlier versions. */
export function articlePages(dist: string): Page[] {
  return readPages(dist).filter(({ file }) => file.startsWith('articles/') && !file.includes('/versions/'));
}

/** All elements of a page, or below an element. */
export function elements(root: Page | Element): Element[] {
  return byTag(root, '*');
}

/** The elements of a page, or below an element, with a tag name. */
export function byTag(root: Page | Element, name: string): Element[] {
  return DomUtils.getElementsByTagName(name, 'document' in root ? root.document : root.children, true);
}

/** The elements of a page, or below an element, with an attribute, or with one of this value. */
export function byAttribute(root: Page | Element, name: string, value?: string): Element[] {
  return elements(root).filter(({ attribs }) => name in attribs && (value === undefined || attribs[name] === value));
}

/** The only element of a page with an attribute of this value; fails where there is none, or are more. */
export function theOne(page: Page, name: string, value: string): Element {
  const [found, ...others] = byAttribute(page, name, value);
  if (!found || others.length > 0) throw new Error(`${page.file}: not exactly one element with ${name}="${value}"`);
  return found;
}

/** An element's text, every run of white space one space. */
export function textOf(element: Element | Document): string {
  return DomUtils.textContent(element).replace(/\s+/gu, ' ').trim();
}

/** The text of a page's part, such as `headline`; nothing where it has no such part. */
export function partText(page: Page, part: string): string | undefined {
  const [found] = byAttribute(page, 'data-part', part);
  return found && textOf(found);
}

/** The content of a page's `<meta>` with a name or property. */
export function metaOf(page: Page, name: string): string[] {
  return byTag(page, 'meta')
    .filter(({ attribs }) => attribs['name'] === name || attribs['property'] === name)
    .map(({ attribs }) => attribs['content'] ?? '');
}

/** The address of a page's canonical link. */
export function canonicalOf(page: Page): string | undefined {
  return byTag(page, 'link').find(({ attribs }) => attribs['rel'] === 'canonical')?.attribs['href'];
}

/** What a page says of its article in schema.org's terms. */
export function structuredData(page: Page): unknown {
  const [data, ...others] = byAttribute(page, 'type', 'application/ld+json');
  if (!data || others.length > 0) throw new Error(`${page.file}: not exactly one block of structured data`);
  return JSON.parse(DomUtils.textContent(data));
}
