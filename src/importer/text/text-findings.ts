import { isNewsDate } from '../../news/dates.ts';
import { lineParts, readByline } from './byline.ts';
import { type Dateline, readDateline, readDatelineLine } from './dateline.ts';
import type { DateHint, Finding, Role } from '../raw-article.ts';
import { findPrintedDay, readDateLine } from './stated-date.ts';
import type { DecidedBlock } from './text-roles.ts';
import { firstSentence } from './text-shapes.ts';

/** Days are looked for in so many characters of a block. */
const MOST_MATCHED = 10_000;

/** A dateline found, with the day that it names. */
export interface FoundDateline {
  finding: Finding<string>;
  day: Dateline['day'];
}

/** The text of the block that has a role. */
export function findText(blocks: readonly DecidedBlock[], role: Role): Finding<string> | undefined {
  const block = blocks.find((candidate) => candidate.role === role);
  return block && { value: block.text, how: 'stated', rule: `line ${block.line}` };
}

/** The title of a text that begins without a headline. */
export function inferTitle([first]: readonly DecidedBlock[]): Finding<string> {
  return { value: firstSentence(first?.text ?? ''), how: 'inferred', rule: 'the first sentence of the text' };
}

/** The names of the byline. */
export function findAuthors(blocks: readonly DecidedBlock[]): Finding<string[]> | undefined {
  const byline = blocks.find(({ role }) => role === 'byline');
  const names = byline && readByline(lineParts(byline.text)[0] ?? '');
  return names && { value: names, how: 'stated', rule: `the byline, line ${byline.line}` };
}

/** The dateline on a line of its own, else the one that opens the first paragraph. */
export function findDateline(blocks: readonly DecidedBlock[], lang: string | undefined): FoundDateline | undefined {
  const own = blocks.find(({ role }) => role === 'dateline');
  const block = own ?? blocks.find(({ role }) => role === 'paragraph');
  const dateline = block && (own ? readDatelineLine(own.text, lang) : readDateline(block.text, lang));
  return (
    dateline && { day: dateline.day, finding: { value: dateline.text, how: 'stated', rule: `line ${block.line}` } }
  );
}

/** The date that the head states with its year, on a line of its own or in the dateline. */
export function findDate(
  blocks: readonly DecidedBlock[],
  dateline: FoundDateline | undefined,
  lang: string | undefined,
): { finding: Finding<string>; clockLost: boolean } | undefined {
  const block = blocks.find(({ role }) => role === 'date') ?? blocks.find(({ role }) => role === 'byline');
  const parts = block?.role === 'byline' ? lineParts(block.text).slice(1) : [block?.text ?? ''];
  const stated = parts.map((part) => readDateLine(part, lang)).find((date) => date !== undefined);
  if (block && stated) {
    const finding: Finding<string> = { value: stated.date, how: 'stated', rule: `the date, line ${block.line}` };
    return { finding, clockLost: stated.clockLost };
  }
  const { year = '', monthDay = '' } = dateline?.day ?? {};
  const value = `${year}-${monthDay}`;
  if (!dateline || !isNewsDate(value)) return undefined;
  return { finding: { value, how: 'stated', rule: `the dateline, ${dateline.finding.rule}` }, clockLost: false };
}

/** The first day that the text mentions: what an editor may give as the date, never taken by itself. */
export function findDateHint(blocks: readonly DecidedBlock[], lang: string | undefined): DateHint | undefined {
  for (const { text } of blocks) {
    const day = findPrintedDay(text.slice(0, MOST_MATCHED), lang);
    if (day) return { printed: day.printed, flag: `${day.year ?? 'YYYY'}-${day.monthDay}` };
  }
  return undefined;
}
