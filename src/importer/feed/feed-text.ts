import { htmlBlocks } from '../html/html-blocks.ts';
import { parsePage } from '../html/parse-page.ts';
import { visible } from '../html/visible.ts';
import { decodeReferences } from './character-references.ts';
import type { FeedText } from './feed-item.ts';
import { holdsHtml } from './html-names.ts';
import { attribute, baseOf, childrenOf, textIn, wholeText, type XmlElement } from './xml-element.ts';
import { xmlToHtml } from './xml-to-html.ts';

type Kind = Pick<FeedText, 'rule' | 'summary'>;

/**
 * A text that a feed gives without saying what it is: HTML if it holds a tag of HTML, else plain text, whose
 * character references are read once.
 */
function undeclaredText(value: string, kind: Kind & Pick<FeedText, 'line' | 'base'>): FeedText {
  if (holdsHtml(value)) return { ...kind, kind: 'html', value };
  return { ...kind, kind: 'text', value: decodeReferences(value) };
}

/** The text of an element of RSS: escaped HTML, plain text, or HTML that stands in it as elements. */
export function rssText(
  element: XmlElement | undefined,
  outside: string | undefined,
  kind: Kind,
): FeedText | undefined {
  if (!element) return undefined;
  const base = baseOf(element, outside) ?? outside;
  if (hasElements(element)) return { ...kind, kind: 'html', value: xmlToHtml(element, outside), base };
  // The text as it stands: its lines are lines of the source.
  return undeclaredText(wholeText(element), { ...kind, line: element.line, base });
}

/** A text of Atom, read as its type says. Nothing for what stands elsewhere (`src`) or is no text. */
export function atomText(
  element: XmlElement | undefined,
  outside: string | undefined,
  kind: Kind,
): FeedText | undefined {
  if (!element || attribute(element, 'src') !== '') return undefined;
  const base = baseOf(element, outside) ?? outside;
  const type = attribute(element, 'type').toLowerCase().split(';', 1)[0]?.trim() ?? '';
  if (hasElements(element) && type !== 'text' && type !== 'text/plain') {
    return { ...kind, kind: 'html', value: xmlToHtml(element, outside), base };
  }
  const isText = /^(?:|text|html|xhtml|text\/.{1,100}|.{1,100}[/+]xml)$/u.test(type);
  if (!isText || attribute(element, 'mode').toLowerCase() === 'base64') return undefined;
  const isHtml = /^(?:html|text\/html|application\/xhtml\+xml)$/u.test(type);
  return { ...kind, kind: isHtml ? 'html' : 'text', value: wholeText(element), line: element.line, base };
}

/** A text as one line: of HTML what is visible, tags removed; as it stands where it is nested too deep to be read. */
export function toLineOfText({ kind, value }: Pick<FeedText, 'kind' | 'value'>): string {
  const parsed = kind === 'html' ? parsePage(value, { fragment: true }) : undefined;
  if (!parsed?.ok) return value;
  return htmlBlocks(visible(parsed.tree))
    .map(({ text }) => text)
    .join(' ');
}

function hasElements(element: XmlElement): boolean {
  return element.children.some((child) => typeof child !== 'string');
}

/** The text of the first element of a name below, as `media:title` may be of a type of its own. */
export function mediaText(element: XmlElement, name: string): string {
  const [found] = childrenOf(element, name);
  if (!found) return '';
  return toLineOfText({ kind: attribute(found, 'type') === 'html' ? 'html' : 'text', value: textIn(found) });
}
