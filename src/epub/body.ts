import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html as htmlNames, parseFragment } from 'parse5';
import { fitMarkup } from './content-model.ts';
import { element, type XmlElement, type XmlNode } from './xml.ts';

/** Attributes that mean in a book what they mean on a page, by element; `*` on any. What only helps a page to scroll goes. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  '*': ['title', 'lang', 'dir', 'id', 'class', 'data-generated'],
  a: ['href', 'aria-label'],
  img: ['src', 'alt'],
  ol: ['start', 'reversed'],
  section: ['data-footnotes', 'aria-labelledby'],
  span: ['role', 'aria-label'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope', 'abbr'],
  time: ['datetime'],
};

const WHOLE = /^[1-9]\d{0,3}$/u;

/** What a value must be for a strict reader; a raw tag of an author may hold any. */
const VALUES: Readonly<Record<string, (value: string) => boolean>> = {
  dir: (value) => ['ltr', 'rtl', 'auto'].includes(value),
  lang: isLanguage,
  start: (value) => /^-?\d{1,9}$/u.test(value),
  colspan: (value) => WHOLE.test(value),
  rowspan: (value) => WHOLE.test(value),
  scope: (value) => ['row', 'col', 'rowgroup', 'colgroup'].includes(value),
  datetime: (value) => /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d))?)?$/u.test(value),
};

/** The rendered text of an article, which the sanitizer has made safe, as a tree for a chapter. Nothing in it is lost. */
export function readBody(html: string): XmlNode[] {
  const container = defaultTreeAdapter.createElement('div', htmlNames.NS.HTML, []);
  const { childNodes } = parseFragment(container, html, { treeAdapter: defaultTreeAdapter });
  return fitMarkup(childNodes.flatMap(toNodes));
}

function toNodes(node: DefaultTreeAdapterTypes.ChildNode): XmlNode[] {
  if (defaultTreeAdapter.isTextNode(node)) return [node.value];
  if (!defaultTreeAdapter.isElementNode(node)) return [];
  // A page offers other sizes and formats of a picture; the book has one.
  if (node.tagName === 'picture') return node.childNodes.flatMap(toNodes);
  if (node.tagName === 'source') return [];
  return [element(node.tagName, attributesOf(node), node.childNodes.flatMap(toNodes))];
}

function attributesOf({ tagName, attrs }: DefaultTreeAdapterTypes.Element): XmlElement['attributes'] {
  const known = [...(ATTRIBUTES['*'] ?? []), ...(ATTRIBUTES[tagName] ?? [])];
  const kept = new Map(
    attrs.flatMap(({ name, value }) => {
      const isFit = known.includes(name) && (VALUES[name]?.(value) ?? true);
      return isFit ? [[name, value] as const] : [];
    }),
  );
  const lang = kept.get('lang');
  if (lang !== undefined) kept.set('xml:lang', lang);
  if (tagName === 'img' && !kept.has('alt')) kept.set('alt', '');
  return Object.fromEntries(kept);
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
