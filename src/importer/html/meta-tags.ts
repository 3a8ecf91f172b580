import type { Element } from 'hast';
import { attribute } from './elements.ts';
import { toPlainLine } from './page-texts.ts';

/** What the meta elements of a page state, by name in small letters, in the page's order. */
export type MetaTags = ReadonlyMap<string, readonly string[]>;

/** Reads the meta elements of a page; `name`, `property` and `itemprop` are one space of names. */
export function readMetaTags(elements: readonly Element[]): MetaTags {
  const tags = new Map<string, string[]>();
  for (const element of elements) {
    if (element.tagName !== 'meta') continue;
    const content = toPlainLine(attribute(element, 'content') ?? '');
    if (content === undefined) continue;
    const names = new Set(['name', 'property', 'itemProp'].map((key) => attribute(element, key)?.toLowerCase()));
    for (const name of names) {
      if (name === undefined) continue;
      const values = tags.get(name);
      if (values) values.push(content);
      else tags.set(name, [content]);
    }
  }
  return tags;
}
