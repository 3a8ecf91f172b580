import { isInstant, isNewsDate } from '../../news/dates.ts';

/** The words for months and weekdays in English and one more language, as they are printed. */
interface DateWords {
  months: ReadonlyMap<string, number>;
  /** October 4, October 4th, 2016 */
  monthFirst: RegExp;
  /** 4 October, 4. Oktober 2016, 4 de octubre de 2016 */
  dayFirst: RegExp;
  /** Tuesday, */
  weekday: RegExp;
}

/** A day of the year as printed somewhere in a text; the year only where it is printed with it. */
export interface PrintedDay {
  printed: string;
  index: number;
  /** `10-04` */
  monthDay: string;
  year: string | undefined;
}

/** A line longer than this is no date line. */
const LONGEST_DATE_LINE = 80;

const LABEL =
  /^(?:first published|published|posted|dated?|publiée?|veröffentlicht|publicado|pubblicato|опубликовано)(?:\son|\sat|\sel|\sam|\sil)?\s?:?\s/iu;
const YEAR_FIRST = /^(\d{4})[-/.](\d{2})[-/.](\d{2})(?![\d-])/u;
/** With points the day comes first everywhere; with slashes nobody can tell, so those are not read. */
const POINTS = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/u;
const EAST_ASIAN = /^(\d{4})年(\d{1,2})月(\d{1,2})日/u;
/** What Russian and Ukrainian print behind the year. */
const YEAR_WORD = /^\s(?:года|г\.|року|р\.)/u;
const CLOCK =
  /^(?:T|,?\s?(?:[–—|-]\s?|at\s|um\s|à\s)?)\d{1,2}[:.h]\d{2}(?::\d{2})?\s?(?:[ap]\.?m\.?|Uhr)?\s?\(?(?:Z|[A-Z]{2,5})?(?:[+-]\d{1,2}:?\d{0,2})?\)?$/iu;

/**
 * The date of a line that holds nothing else, weekday and time of day apart: a day, or an instant where the offset is
 * printed as ISO 8601 has it. `clockLost` says that a time of day without such an offset was not taken over.
 */
export function readDateLine(line: string, lang: string | undefined): { date: string; clockLost: boolean } | undefined {
  if (line.length > LONGEST_DATE_LINE) return undefined;
  if (isInstant(line)) return { date: line, clockLost: false };
  const { weekday } = dateWords(lang);
  const text = line
    .replace(LABEL, '')
    .replace(/^(?:le|on|am|el)\s/iu, '')
    .replace(weekday, '');
  const found = readNumbers(text) ?? readWords(text, lang);
  if (!found || !isNewsDate(found.date)) return undefined;
  const rest = text.slice(found.length).replace(YEAR_WORD, '').replace(/\.$/u, '');
  if (rest === '') return { date: found.date, clockLost: false };
  return CLOCK.test(rest) ? { date: found.date, clockLost: true } : undefined;
}

/** The first mention of a day of the year in a text, with or without its year. */
export function findPrintedDay(text: string, lang: string | undefined): PrintedDay | undefined {
  const { months, monthFirst, dayFirst } = dateWords(lang);
  const found = [monthFirst, dayFirst].flatMap((pattern) => {
    const match = pattern.exec(text);
    const { month = '', day = '', year } = match?.groups ?? {};
    const monthDay = `${two(months.get(month) ?? 0)}-${two(Number(day))}`;
    if (!match || !isNewsDate(`2000-${monthDay}`)) return [];
    return [{ printed: match[0], index: match.index, monthDay, year }];
  });
  return found.sort((a, b) => a.index - b.index)[0];
}

function readNumbers(text: string): { date: string; length: number } | undefined {
  const first = YEAR_FIRST.exec(text) ?? EAST_ASIAN.exec(text);
  if (first) return { date: `${first[1]}-${two(Number(first[2]))}-${two(Number(first[3]))}`, length: first[0].length };
  const points = POINTS.exec(text);
  return points
    ? { date: `${points[3]}-${two(Number(points[2]))}-${two(Number(points[1]))}`, length: points[0].length }
    : undefined;
}

function readWords(text: string, lang: string | undefined): { date: string; length: number } | undefined {
  const day = findPrintedDay(text, lang);
  if (day?.index !== 0 || day.year === undefined) return undefined;
  return { date: `${day.year}-${day.monthDay}`, length: day.printed.length };
}

const known = new Map<string, DateWords>();

function dateWords(lang = 'en'): DateWords {
  let words = known.get(lang);
  if (!words) {
    words = makeDateWords(lang);
    known.set(lang, words);
  }
  return words;
}

function makeDateWords(lang: string): DateWords {
  const months = new Map<string, number>([['Sept', 9]]);
  const weekdays = new Set<string>();
  for (const [locale, style] of [
    ['en', 'long'],
    ['en', 'short'],
    [lang, 'long'],
    [lang, 'short'],
  ] as const) {
    for (let number = 1; number <= 12; number += 1) {
      const date = new Date(Date.UTC(2017, number - 1, number));
      // A month has another form beside a day in some languages, so both are asked for.
      for (const form of [{ month: style }, { month: style, day: 'numeric' }] as const) {
        for (const name of spellings(partOf(locale, form, 'month', date))) months.set(name, number);
      }
      for (const name of spellings(partOf(locale, { weekday: style }, 'weekday', date))) weekdays.add(name);
    }
  }
  const month = `(?<month>${alternatives(months.keys())})\\.?`;
  const before = '(?<![\\p{L}\\p{N}])';
  const ordinal = '(?:\\.|st|nd|rd|th|er|º)?';
  return {
    months,
    monthFirst: new RegExp(
      `${before}${month}\\s(?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\p{L}\\p{N}])(?![.,]\\d)(?:,?\\s(?<year>\\d{4})(?!\\d))?`,
      'u',
    ),
    dayFirst: new RegExp(
      `${before}(?<day>\\d{1,2})${ordinal}\\s(?:de\\s|of\\s)?${month}(?!\\p{L})(?:,?\\s(?:de\\s|del\\s)?(?<year>\\d{4})(?!\\d))?`,
      'u',
    ),
    weekday: new RegExp(`^(?:${alternatives(weekdays)})\\.?,?\\s`, 'u'),
  };
}

function partOf(lang: string, options: Intl.DateTimeFormatOptions, type: 'month' | 'weekday', date: Date): string {
  const parts = new Intl.DateTimeFormat(lang, { ...options, timeZone: 'UTC', calendar: 'gregory' }).formatToParts(date);
  return parts.find((part) => part.type === type)?.value.replace(/\.$/u, '') ?? '';
}

/** A name as it stands, capitalised and in capitals; nothing where a language writes months as numbers. */
function spellings(name: string): string[] {
  if (!/^\p{L}/u.test(name)) return [];
  return [name, name.charAt(0).toUpperCase() + name.slice(1), name.toUpperCase()];
}

function alternatives(names: Iterable<string>): string {
  return [...names]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');
}

function escaped(name: string): string {
  return name.replace(/[^\p{L}\p{M}\p{N}]/gu, (sign) => `\\u{${sign.codePointAt(0)?.toString(16) ?? ''}}`);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
