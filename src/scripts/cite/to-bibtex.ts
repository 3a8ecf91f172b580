import { keyOf, type Part } from './entry.ts';
import type { Cited } from './facts.ts';
import { toName } from './names.ts';
import { copyLine, type Words } from './to-text.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * An entry for a bibliography in BibTeX (O. Patashnik, BibTeXing, 1988) that BibLaTeX 3 reads as well: an article of a paper,
 * or for a copy a page of the web, which classic styles print as `@misc`. `year` and `month` are for those, `date` says the
 * day. `today` is the day of access, `YYYY-MM-DD`; `lang` the language of the words.
 */
export function toBibtex(cited: Cited, part: Part, today: string, words: Words, lang: string): string {
  const { work } = cited;
  const copy = part === 'copy' ? cited.copy : undefined;
  const address = copy ? copy.address : work.address;
  const [year, month] = work.day?.split('-') ?? [];
  const fields: [string, string | undefined][] = [
    ['author', braced(work.authors.map(toAuthor).join(' and '))],
    // In braces of its own: styles change no letter of it.
    ['title', braced(`{${toTex(work.headline)}}`)],
    ['journal', copy ? undefined : texOf(work.publication)],
    ['organization', texOf(copy?.site)],
    ['date', braced(work.day)],
    ['year', braced(year)],
    ['month', MONTHS[Number(month) - 1]],
    ['url', braced(address && toUrl(address))],
    ['urldate', address === undefined ? undefined : braced(today)],
    ['note', copy && texOf(copyLine(copy, words, lang))],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = ${value},\n`]));
  return `@${copy ? 'online' : 'article'}{${keyOf(cited, part)},\n${lines.join('')}}\n`;
}

function braced(value: string | undefined): string | undefined {
  return value === undefined || value === '' ? undefined : `{${value}}`;
}

function texOf(text: string | undefined): string | undefined {
  return braced(text && toTex(text));
}

/** A name that cannot be split stands in braces, which keep it whole. */
function toAuthor(author: string): string {
  const name = toName(author);
  return 'family' in name ? `${toTex(name.family)}, ${toTex(name.given)}` : `{${toTex(name.literal)}}`;
}

const SIGNS: Partial<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  // BibTeX counts braces whatever stands before them.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** The first of two signs of which TeX makes one, such as a dash of two hyphens. */
const LIGATURE = /([-`',<>])(?=\1)|[?!](?=`)/gu;

/** Plain text as TeX prints it; letters of other scripts stay, in UTF-8. */
function toTex(text: string): string {
  const printed = text.replace(/[\\{}~^$&#_%]/gu, (sign) => SIGNS[sign] ?? `\\${sign}`);
  return printed.replace(LIGATURE, '$&{}');
}

/** An address is read sign by sign, but for what would end it. */
function toUrl(address: string): string {
  return address.replace(/[\\{}\s"<>^`|]/gu, encodeURIComponent);
}
