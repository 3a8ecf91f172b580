import { isNewsDate } from '../../news/dates.ts';
import { normalise } from '../../news/text.ts';
import type { Finding, SourceBlock } from '../raw-article.ts';
import { readDateline, readDatelineLine } from '../text/dateline.ts';
import type { FoundDateline } from '../text/text-findings.ts';
import type { Stated } from './stated-fields.ts';
import { toOneLine, toText } from './stated-values.ts';

/** The datelines that an article may have, the first of them counts. */
interface Datelines {
  /** A field of its own. */
  own: Finding<string> | undefined;
  /** Found while the text was read. */
  opening: FoundDateline | undefined;
  /** Where the article was written, by its metadata. */
  located: Finding<string> | undefined;
}

/** An article's dateline: of a field of its own, without its dash, else the one that opens the text, else its place. */
export function findStatedDateline(
  { own, opening, located }: Datelines,
  blocks: readonly SourceBlock[],
  lang: string | undefined,
): FoundDateline | undefined {
  if (own) {
    const parsed = readDatelineLine(own.value, lang);
    const value = parsed?.text ?? withoutDash(own.value);
    if (value !== '') return { finding: { ...own, value }, day: parsed?.day };
  }
  if (opening) return opening;
  const first = blocks.find(({ role }) => role === 'paragraph');
  const found = first && readDateline(first.text, lang);
  const rule = 'the beginning of the first paragraph';
  if (found) return { finding: { value: found.text, how: 'stated', rule }, day: found.day };
  return located && { finding: located, day: undefined };
}

/** The day of a dateline that states its year. */
export function dateFrom(dateline: FoundDateline | undefined): Finding<string> | undefined {
  const value = `${dateline?.day?.year ?? ''}-${dateline?.day?.monthDay ?? ''}`;
  return isNewsDate(value) ? { value, how: 'stated', rule: 'the dateline' } : undefined;
}

/** A dateline of its own stands before the first paragraph, unless that opens with it. */
export function datelineBlock(stated: Stated | undefined, paragraph: string): SourceBlock[] {
  const text = normalise(toText(stated?.value) ?? '');
  const place = withoutDash(text);
  if (text === '' || (place !== '' && normalise(paragraph).startsWith(place))) return [];
  if (place === '') return [{ text, role: 'dateline', rule: 'a dateline of its own', reason: 'a dash and no place' }];
  return [{ text, role: 'dateline', rule: 'a dateline of its own', became: 'dateline' }];
}

/** The place that an item names as the one where it was written. */
export function toLocated(stated: Stated | undefined, where: string): Finding<string> | undefined {
  const value = toOneLine(stated?.value);
  return stated && value !== undefined ? { value, how: 'stated', rule: `${stated.key} ${where}` } : undefined;
}

function withoutDash(dateline: string): string {
  return dateline.replace(/\s{0,9}(?:[—–-]|--)$/u, '');
}
