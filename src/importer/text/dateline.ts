import { findPrintedDay, type PrintedDay } from './stated-date.ts';

export interface Dateline {
  /** As printed, without the closing dash: `WASHINGTON, Feb 26 (Reuters)`. */
  text: string;
  day: PrintedDay | undefined;
}

/** The dash that ends a dateline is looked for in so many characters. */
const LONGEST = 100;

const DASH = /[—–]|--|\.?-(?=\s|$)/u;

/** Chinese agencies open with their name, the place and the day, and no dash: 新华社北京3月5日电. */
const CHINESE = /^\p{Script=Han}{2,14}(?<printed>(?<month>\d{1,2})月(?<day>\d{1,2})日)[电電讯訊]/u;
const AGENCY = /\s?\((\p{Lu}[^()]{1,40})\)$/u;

/** Words in capitals that open a paragraph and are no place. */
const NO_PLACES = new Set(
  'BREAKING CORRECTION EDITORIAL EU EXCLUSIVE FACTBOX FILE NATO NOTE OPINION UN UPDATE URGENT U.N. U.S. US'.split(' '),
);

/**
 * The dateline in the head of a paragraph: a place in capitals, a region, a day and an agency in brackets, each but the
 * place left out at will, then a dash. A place in small letters counts only with a day or an agency.
 */
export function readDateline(paragraph: string, lang: string | undefined): Dateline | undefined {
  const head = paragraph.slice(0, LONGEST);
  const chinese = readChinese(head);
  if (chinese) return chinese;
  const dash = DASH.exec(head);
  return dash ? parseDateline(head.slice(0, dash.index).trimEnd(), lang) : undefined;
}

function readChinese(head: string): Dateline | undefined {
  const found = CHINESE.exec(head);
  const { printed = '', month = '', day = '' } = found?.groups ?? {};
  if (!found) return undefined;
  const monthDay = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return { text: found[0], day: { printed, index: found[0].indexOf(printed), monthDay, year: undefined } };
}

/**
 * The dateline that is a whole line of its own, with or without its dash. Without the text behind it, only a place in
 * capitals with a day or agency, or a place, comma and day, tell it from other short lines (`Record March 13`).
 */
export function readDatelineLine(line: string, lang: string | undefined): Dateline | undefined {
  if (line.length > LONGEST) return undefined;
  const text = line.replace(/\s?(?:[—–-]|--)$/u, '');
  const found = parseDateline(text, lang);
  const [place = ''] = text.split(/,|\s\(/u, 1);
  if (found?.day && text.slice(0, found.day.index).includes(',')) return found;
  return found && isInCapitals(place) && (found.day !== undefined || text.endsWith(')')) ? found : undefined;
}

function parseDateline(text: string, lang: string | undefined): Dateline | undefined {
  const withoutAgency = text.replace(AGENCY, '');
  const day = findPrintedDay(withoutAgency, lang);
  if (day && day.index + day.printed.length !== withoutAgency.replace(/\.$/u, '').length) return undefined;
  const names = withoutAgency.slice(0, day?.index).replace(/,?\s?$/u, '');
  const [place = '', ...regions] = names.split(/,\s?/u);
  const hasMore = day !== undefined || withoutAgency !== text;
  if (regions.length > 2 || !regions.every(isName)) return undefined;
  return isInCapitals(place) || (hasMore && isName(place)) ? { text, day } : undefined;
}

function isInCapitals(place: string): boolean {
  return /^[\p{Lu}\p{M}\s.'’/-]{3,50}$/u.test(place) && /\p{Lu}{2}/u.test(place) && !NO_PLACES.has(place);
}

/** One to four words, each with a capital or one of the small words of place names. */
function isName(text: string): boolean {
  const words = text.split(' ');
  if (words.length > 4 || !/^\p{Lu}/u.test(text)) return false;
  return words.every((word) =>
    /^(?:\p{Lu}[\p{L}\p{M}.'’-]{0,30}|al-\p{L}{1,30}|am|an|de|del|der|do|la|of|the|upon)$/u.test(word),
  );
}
