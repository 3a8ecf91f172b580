import type { Element } from 'hast';
import type { PhrasingContent } from 'mdast';
import { isElement, textOf } from '../tree-text.ts';
import { type Content, sayingOf, tagsOf } from './markup.ts';

/** Where a text stands: a paragraph may have line breaks; a heading and a table's cell are one line, and so is a link. */
type Line = 'paragraph' | 'single' | 'link';

/** The text of a paragraph, heading or cell; empty where it shows nothing. The nodes hold no block. */
export function toPhrasing(nodes: readonly Content[], line: Line = 'paragraph'): PhrasingContent[] {
  const shown = trimmed(joined(nodes.flatMap(plain)));
  return shown.some(showsSomething) ? readable(inner(shown, line)) : [];
}

/** Signs that would mean something else beside what follows on them are written in another way. */
function readable(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node, index): PhrasingContent[] => {
    const [before, after] = [nodes[index - 1], nodes[index + 1]];
    // A line that begins with a tag could be taken for a block of HTML, and one that is empty ends the paragraph.
    if (node.type === 'break' && (!before || after?.type !== 'text')) return [{ type: 'html', value: '<br>' }];
    // The mark of a note and a colon begin the note itself.
    if (node.type === 'text' && before?.type === 'footnoteReference' && node.value.startsWith(':')) {
      return [
        { type: 'html', value: '&#58;' },
        { type: 'text', value: node.value.slice(1) },
      ];
    }
    return [node];
  });
}

/** Without what the template added, but for marks of notes and pictures of other hosts, and without bare spans. */
function plain(node: Content): Content[] {
  if (!isElement(node)) return node.type === 'text' ? [{ ...node, value: collapsed(node.value) }] : [];
  const { tagName, properties } = node;
  if (noteOf(node) !== undefined) return [node];
  if (properties['dataGenerated'] !== undefined) return isPictureElsewhere(node) ? [node] : [];
  const children = node.children.flatMap(plain);
  const isBare = (tagName === 'span' || tagName === 'a') && Object.keys(sayingOf(node)).length === 0;
  if (isBare) return children;
  return [{ ...node, children: children.filter((child) => isElement(child) || child.type === 'text') }];
}

function showsSomething(node: Content): boolean {
  if (node.type === 'text') return node.value.trim() !== '';
  return (
    isElement(node) &&
    (['img', 'a'].includes(node.tagName) || noteOf(node) !== undefined || node.children.some(showsSomething))
  );
}

/** Texts that stood on both sides of what is left out are one. */
function joined(nodes: readonly Content[]): Content[] {
  const found: Content[] = [];
  for (const node of nodes) {
    const last = found.at(-1);
    if (node.type === 'text' && last?.type === 'text') {
      found.splice(-1, 1, { type: 'text', value: collapsed(last.value + node.value) });
    } else found.push(node);
  }
  return found;
}

/** Space within a line is one space, as a page shows it; what is no white space to HTML stays. */
export function collapsed(text: string): string {
  return text.replace(/[ \t\n\f\r]+/gu, ' ');
}

/** The number of the note that a mark leads to. */
function noteOf({ properties, children }: Element): string | undefined {
  if (properties['dataGenerated'] === undefined) return undefined;
  const [only] = children;
  const ids = [properties['id'], only && isElement(only) ? only.properties['id'] : undefined];
  return ids.map((id) => /^fnref-(\d+)/u.exec(String(id))?.[1]).find((number) => number !== undefined);
}

/** A picture that is not beside the article: on the page a link, of which the template says nothing else. */
function isPictureElsewhere({ tagName, properties }: Element): boolean {
  return tagName === 'a' && properties['ariaLabel'] === undefined;
}

/** Without the spaces at both ends and around line breaks. */
function trimmed(nodes: readonly Content[]): Content[] {
  const isEdge = (node: Content | undefined): boolean => !node || (isElement(node) && node.tagName === 'br');
  return nodes.flatMap((node, index): Content[] => {
    if (node.type !== 'text') return [node];
    let { value } = node;
    if (isEdge(nodes[index - 1])) value = value.replace(/^ /u, '');
    if (isEdge(nodes[index + 1])) value = value.replace(/ $/u, '');
    return value === '' ? [] : [{ ...node, value }];
  });
}

function inner(nodes: readonly Content[], line: Line): PhrasingContent[] {
  return nodes.flatMap((node, index): PhrasingContent[] => {
    if (node.type === 'text') return toText(node.value, line);
    if (!isElement(node)) return [];
    return toInline(node, nodes[index - 1], nodes[index + 1], line);
  });
}

function toInline(
  element: Element,
  before: Content | undefined,
  after: Content | undefined,
  line: Line,
): PhrasingContent[] {
  const note = noteOf(element);
  if (note !== undefined) return [{ type: 'footnoteReference', identifier: note, label: note }];
  if (element.properties['dataGenerated'] !== undefined) return [toPictureElsewhere(element)];
  const { tagName } = element;
  if (tagName === 'img') return [toPicture(element)];
  if (tagName === 'br') {
    const isBetween = [before, after].every((node) => node && (!isElement(node) || node.tagName !== 'br'));
    return [isBetween && line === 'paragraph' ? { type: 'break' } : tagsOf(element).start];
  }
  if (tagName === 'code' && isPlainCode(element, before, after)) {
    return [{ type: 'inlineCode', value: textOf(element) }];
  }
  const children = inner(element.children, tagName === 'a' || line === 'link' ? 'link' : 'single');
  if (children.length === 0 && textOf(element) === '' && tagName !== 'wbr') return [];
  if (tagName === 'a' && element.properties['href'] !== undefined) {
    return [toLink(element, children)];
  }
  const type = EMPHASIS[tagName];
  if (type && Object.keys(sayingOf(element)).length === 0 && standsFree(element, before, after)) {
    return [{ type, children }];
  }
  const { start, end } = tagsOf(element);
  return end ? [start, ...children, end] : [start];
}

/** An address that is its own label stands between angle brackets (CommonMark 0.31.2, section 6.5). */
function toLink(link: Element, children: PhrasingContent[]): PhrasingContent {
  const { href, title } = link.properties;
  const url = String(href);
  const isOwnLabel = title === undefined && textOf(link) === url && /^https?:[\w/.~%:?=&#+-]+$/iu.test(url);
  if (isOwnLabel) return { type: 'html', value: `<${url}>` };
  return { type: 'link', url, title: typeof title === 'string' ? title : null, children };
}

/**
 * Text; what could be taken for an address and is none on the page has its signs as references: an escape within it
 * would be read as a part of it (GitHub Flavored Markdown 0.29, section 6.9).
 */
function toText(text: string, line: Line): PhrasingContent[] {
  if (line === 'link' || !ADDRESS.test(text)) return [{ type: 'text', value: text }];
  return text.split(/( )/u).map((part) => {
    return ADDRESS.test(part) ? { type: 'html', value: withReferences(part) } : { type: 'text', value: part };
  });
}

const ADDRESS = /https?:|www\.|[-+.\w]@[-.\w]/iu;

function withReferences(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}

const EMPHASIS: Partial<Record<string, 'emphasis' | 'strong' | 'delete'>> = {
  em: 'emphasis',
  i: 'emphasis',
  strong: 'strong',
  b: 'strong',
  del: 'delete',
  s: 'delete',
};

/**
 * Whether the signs of emphasis would be read as such: they stand between space and a letter (CommonMark 0.31.2,
 * section 6.2), and no sign of the same kind is near. Elsewhere the tags themselves are written.
 */
function standsFree(element: Element, before: Content | undefined, after: Content | undefined): boolean {
  const { children, tagName } = element;
  const [first, last] = [children[0], children.at(-1)];
  const startsWithLetter = first?.type === 'text' && /^[\p{L}\p{N}]/u.test(first.value);
  const endsWithLetter = last?.type === 'text' && /[\p{L}\p{N}.,!?]$/u.test(last.value);
  const isFreeBefore = !before || (before.type === 'text' && /[\s(“„«‘]$/u.test(before.value));
  const isFreeAfter = !after || (after.type === 'text' && /^(?:[\s)”»’;:]|[.,!?](?:\s|$))/u.test(after.value));
  const endsWithSign = last?.type === 'text' && /[.,!?]$/u.test(last.value);
  const holdsOwnKind = (node: Content): boolean =>
    isElement(node) && (EMPHASIS[node.tagName] === EMPHASIS[tagName] || node.children.some(holdsOwnKind));
  if (children.some(holdsOwnKind)) return false;
  const isSpaceAfter = !after || (after.type === 'text' && /^\s/u.test(after.value));
  return startsWithLetter && endsWithLetter && isFreeBefore && (endsWithSign ? isSpaceAfter : isFreeAfter);
}

function isPlainCode({ children }: Element, before: Content | undefined, after: Content | undefined): boolean {
  const isOnlyText = children.every((child) => child.type === 'text') && children.length > 0;
  const isApart = [before, after].every((node) => !node || !isElement(node));
  return isOnlyText && isApart;
}

/** Its words on the page are the template's, and so they are here; an address that no browser can read is left out. */
function toPictureElsewhere(link: Element): PhrasingContent {
  const { href = '' } = link.properties;
  const label = textOf(link);
  return { type: 'image', url: String(href), alt: label === href ? '' : label, title: null };
}

/** A picture beside the article; `title` is its caption where it stands alone. */
export function toPicture({ properties }: Element, title = properties['title']): PhrasingContent {
  const { src, alt } = properties;
  return {
    type: 'image',
    url: String(src ?? ''),
    alt: String(alt ?? ''),
    title: typeof title === 'string' ? title : null,
  };
}
