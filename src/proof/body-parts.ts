import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import { bodyOf } from '../markdown/article-file.ts';
import { toRawTree } from '../markdown/pipeline.ts';
import { textOf } from '../markdown/tree-text.ts';

/** A link of an article's text, as written. */
export interface BodyLink {
  href: string;
  text: string;
  /** Line of the article's file. */
  line: number;
}

/** A picture of an article's text, as written. */
export interface BodyPicture {
  src: string;
  /** Nothing where it was left out. */
  alt: string | undefined;
  line: number;
}

/** What an article's text leads to and shows, raw HTML and references included. Marks of footnotes are not among the links. */
export function bodyParts(text: string, siteHost: string): { links: BodyLink[]; pictures: BodyPicture[] } {
  const links: BodyLink[] = [];
  const pictures: BodyPicture[] = [];
  const found = bodyOf(text);
  if (!found || !mayHoldParts(found.body, siteHost)) return { links, pictures };
  visit(toRawTree(found.body).tree, 'element', (element) => {
    const { href, src, alt } = element.properties;
    const line = found.line + (element.position?.start.line ?? 1) - 1;
    if (element.tagName === 'a' && typeof href === 'string' && !isNoteMark(element))
      links.push({ href, text: textOf(element), line });
    if (element.tagName === 'img' && typeof src === 'string')
      pictures.push({ src, alt: altOf(alt, found.body, element), line });
  });
  return { links, pictures };
}

/** Most texts hold neither, and to read one costs a hundred times as much as to see that. */
function mayHoldParts(body: string, siteHost: string): boolean {
  return /\]\s*[([:]|<(?:a|img)\b/iu.test(body) || body.toLowerCase().includes(siteHost);
}

function isNoteMark({ properties }: Element): boolean {
  return properties['dataFootnoteRef'] !== undefined || properties['dataFootnoteBackref'] !== undefined;
}

/** Markdown has no way to leave an `alt` out, or to say that a picture only decorates: an empty one there is one left out. */
function altOf(alt: unknown, body: string, { position }: Element): string | undefined {
  if (typeof alt !== 'string') return undefined;
  const isHtml = body.charAt(position?.start.offset ?? 0) === '<';
  return alt.trim() === '' && !isHtml ? undefined : alt;
}
