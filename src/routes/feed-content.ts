import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { FeedEntry } from './feed-entry.ts';

/** Fetches the HTML of a digest. */
export type HtmlOf = (digest: string) => string;

/** What an entry has to read: HTML, or plain text where none of the article's may be shown. Corrections come first. */
export function toFeedContent(
  { html, text = '', corrections, readOn }: FeedEntry,
  htmlOf: HtmlOf,
): { html: string } | { text: string } {
  if (html === undefined) return { text: [...corrections.map((it) => `${it.label} ${it.text}`), text].join('\n\n') };
  const notices = corrections.map((it) => paragraph(element('strong', it.label), ' ', element('bdi', it.text)));
  const parts = [...notices.map((notice) => toHtml(notice)), htmlOf(html)];
  if (readOn) {
    const { text: said, link } = readOn;
    parts.push(toHtml(link ? paragraph(said, ' ', element('a', link.label, { href: link.href })) : paragraph(said)));
  }
  return { html: parts.join('\n') };
}

function paragraph(...parts: (string | ElementContent)[]): ElementContent {
  const children = parts.map((part): ElementContent => (typeof part === 'string' ? toText(part) : part));
  return { type: 'element', tagName: 'p', properties: {}, children };
}

function element(tagName: string, text: string, properties: Record<string, string> = {}): ElementContent {
  return { type: 'element', tagName, properties, children: [toText(text)] };
}

/** HTML, unlike XML, takes no code point for a sign that never will be one. */
function toText(text: string): ElementContent {
  return { type: 'text', value: text.replace(/\p{Noncharacter_Code_Point}/gu, '') };
}
