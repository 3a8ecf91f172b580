import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import { describe, expect, it } from 'vitest';
import { english } from '../../../src/news/interface/english.ts';
import { keyOf } from '../../../src/scripts/cite/entry.ts';
import { toName } from '../../../src/scripts/cite/names.ts';
import { toBibtex } from '../../../src/scripts/cite/to-bibtex.ts';
import { toCsl, toCslJson } from '../../../src/scripts/cite/to-csl.ts';
import { toText } from '../../../src/scripts/cite/to-text.ts';
import { CASES, TODAY } from './cited.ts';

/** The one item that the reference library reads in a citation. */
function readBack(citation: string): Record<string, unknown> {
  const { data } = new Cite(citation);
  expect(data).toHaveLength(1);
  return { ...data[0] };
}

/** How many braces are open after each sign. */
function depthsOf(text: string): number[] {
  let depth = 0;
  return text.split('').map((sign) => (depth += sign === '{' ? 1 : sign === '}' ? -1 : 0));
}

/** A text without the tags by which the library says that its letters stay as they are. */
const plain = (text: unknown): string => String(text).replace(/<span class="nocase">([\s\S]*)<\/span>/gu, '$1');

const dateOf = (day: string): unknown => ({ 'date-parts': [day.split('-').map(Number)] });

describe.each(CASES)('of %j, the citation of the %s', (_, part, cited) => {
  const { work, copy } = cited;
  const container = part === 'copy' ? copy?.site : work.publication;
  const address = part === 'copy' ? copy?.address : work.address;

  it('in BibTeX is read by others with the same headline, authors, day, address and paper', () => {
    const bibtex = toBibtex(cited, part, TODAY, english.cite, 'en');
    const item = readBack(bibtex);
    expect(plain(item['title'])).toBe(work.headline);
    expect(item['type']).toBe(part === 'copy' ? 'webpage' : 'article-journal');
    expect(item[part === 'copy' ? 'publisher' : 'container-title']).toBe(container);
    expect(item['URL']).toBe(address);
    expect(item['issued']).toEqual(work.day && dateOf(work.day));
    expect(item['accessed']).toEqual(address && dateOf(TODAY));
    const names = work.authors.map(toName).map((name) => ('literal' in name ? { family: name.literal } : name));
    expect(item['author']).toEqual(names.length === 0 ? undefined : names);
    expect(item['citation-key']).toBe(keyOf(cited, part));
  });

  it('in BibTeX has each brace closed where BibTeX looks for it, and no sign that means something to TeX', () => {
    const bibtex = toBibtex(cited, part, TODAY, english.cite, 'en').trimEnd();
    const depths = depthsOf(bibtex);
    // The entry is one group from its first brace to its last.
    expect(depths.slice(bibtex.indexOf('{'), -1).filter((depth) => depth < 1)).toEqual([]);
    expect(depths.at(-1)).toBe(0);
    const withoutAddress = bibtex.replace(/^ {2}url = .*$/mu, '');
    expect(withoutAddress).not.toMatch(/(?<!\\)[$&#_%]|[~^]|\\(?![$&#_%]|text[a-z]+\{\})/u);
  });

  it('in CSL-JSON is read by others as it was written', () => {
    const item = readBack(toCslJson(cited, part, TODAY));
    expect(item).toMatchObject(toCsl(cited, part, TODAY));
    expect(item).toMatchObject({ title: work.headline, type: part === 'copy' ? 'webpage' : 'article-newspaper' });
    expect(item['container-title']).toBe(container);
    expect(item['URL']).toBe(address);
    expect(item['issued']).toEqual(work.day && dateOf(work.day));
    expect(item['author']).toEqual(work.authors.length === 0 ? undefined : work.authors.map(toName));
  });

  it('as text is one line that names headline, paper and address', () => {
    const text = toText(cited, part, TODAY, english.cite, 'en');
    expect(text).not.toMatch(/\n| {2}|undefined/u);
    for (const piece of [work.headline, container, address, ...work.authors]) expect(text).toContain(piece ?? '');
  });
});
