import { Temporal } from 'temporal-polyfill';
import { dateFormat } from './interface/formats.ts';
import { primaryLanguage } from './languages.ts';

/**
 * A date of front matter, as written: a day (`2016-10-04`) or an instant with offset
 * (`2016-10-04T14:30:00+02:00`). Checked by `isNewsDate`; a day never moves in any time zone.
 */
export type NewsDate = string;

const DAY = /^\d{4}-\d{2}-\d{2}$/u;

/** The days that every year has, but for the year 0. */
const DAYS = String.raw`\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)`;

/** Of years that four divides; of centuries only where 400 does. */
const LEAP_DAYS = String.raw`(?:\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29`;

const TIME = String.raw`T(?:[01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60)(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)`;

/** A date of front matter, in one pattern: the schemas that editors read can say it in no other way. */
export const NEWS_DATE = new RegExp(`^(?!0000)(?:${DAYS}|${LEAP_DAYS})(?:${TIME})?$`, 'u');

/** Whether a text is an instant with its offset, on a real day. */
export function isInstant(text: string): boolean {
  return isNewsDate(text) && !DAY.test(text);
}

/** Whether a text is a real day of the years 0001 to 9999, or an instant with its offset on such a day. */
export function isNewsDate(text: string): boolean {
  return NEWS_DATE.test(text);
}

/** The day a date names, `YYYY-MM-DD`: for an instant the day at its own offset, as the paper printed it. */
export function dayOf(date: NewsDate): string {
  return date.slice(0, 10);
}

/** The moment a date stands for, in milliseconds since 1970 UTC: a day alone is 12:00 in the given time zone. */
export function momentOf(date: NewsDate, timeZone: string): number {
  if (DAY.test(date)) return noonOf(date, timeZone).moment;
  // Of an instant, which names its offset, it says the same as Temporal and is many times faster, but for leap seconds.
  const moment = Date.parse(date);
  return Number.isNaN(moment) ? Temporal.Instant.from(date).epochMilliseconds : moment;
}

/** The moment of a date as RFC 3339 with the zone's offset, for feeds and structured data. */
export function toRfc3339(date: NewsDate, timeZone: string): string {
  return DAY.test(date) ? noonOf(date, timeZone).text : date.replace(/T(\d{2}:\d{2})(?=[Z+-])/u, 'T$1:00');
}

interface Noon {
  moment: number;
  text: string;
}

/** Many articles share a day, and each feed asks for it again. */
const noons = new Map<string, Noon>();

function noonOf(day: string, timeZone: string): Noon {
  const key = `${day} ${timeZone}`;
  const known = noons.get(key);
  if (known) return known;
  const noon = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: '12:00' });
  const made = { moment: noon.epochMilliseconds, text: noon.toString({ timeZoneName: 'never' }) };
  noons.set(key, made);
  return made;
}

/** The day of a moment in a time zone, `YYYY-MM-DD`. */
export function dayAt(milliseconds: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** Full years from one day (`YYYY-MM-DD`) to another, never negative. */
export function yearsBetween(earlier: string, later: string): number {
  const isBeforeItsDay = later.slice(4) < earlier.slice(4);
  return Math.max(0, Number(later.slice(0, 4)) - Number(earlier.slice(0, 4)) - (isBeforeItsDay ? 1 : 0));
}

/** Days from one day to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days;
}

/** `4 October 2016` as the language writes it. */
export function showDay(date: NewsDate, lang: string, style: 'long' | 'medium' = 'long'): string {
  return format(dayOf(date), lang, { dateStyle: style });
}

/** The latest of some dates, a day alone being noon of a zone; nothing where there is none. */
export function latestOf(dates: readonly (NewsDate | undefined)[], timeZone: string): NewsDate | undefined {
  const moments = dates.filter((date) => date !== undefined).map((date) => ({ date, at: momentOf(date, timeZone) }));
  return moments.reduce<(typeof moments)[number] | undefined>((a, b) => (a && a.at > b.at ? a : b), undefined)?.date;
}

/** `Tuesday 4 October 2016` as the language writes it. */
export function showWeekday(date: NewsDate, lang: string): string {
  return format(dayOf(date), lang, { dateStyle: 'full' });
}

/** `4 Oct` as the language writes it, for lists under a heading that names the month or year. */
export function showShortDay(date: NewsDate, lang: string): string {
  return format(dayOf(date), lang, { day: 'numeric', month: 'short' });
}

/** `4 October 2016 at 14:30` as printed at the instant's own offset; of a day alone the day. */
export function showMoment(date: NewsDate, lang: string): string {
  if (!isInstant(date)) return showDay(date, lang);
  const clock = new Date(`${date.slice(0, 16)}:00Z`);
  return ordinal(formatter(lang, { dateStyle: 'long', timeStyle: 'short' }).format(clock), lang);
}

/** `October 2016` for a month (`2016-10`), or `2016` for a year, as the language writes it at the head of a line. */
export function showPeriod(period: string, lang: string): string {
  if (period.length === 4) return format(`${period}-01-01`, lang, { year: 'numeric' });
  const [first = '', ...others] = format(`${period}-01`, lang, { month: 'long', year: 'numeric' });
  return first.toLocaleUpperCase(lang) + others.join('');
}

function format(day: string, lang: string, options: Intl.DateTimeFormatOptions): string {
  return ordinal(formatter(lang, options).format(new Date(`${day}T00:00:00Z`)), lang);
}

/** French counts the first of a month and no other day; CLDR's patterns do not. */
function ordinal(shown: string, lang: string): string {
  return primaryLanguage(lang) === 'fr' ? shown.replace(/(?<!\d)1 (?=\p{L})/u, '1er ') : shown;
}

/** All run in UTC, on days set in UTC. */
function formatter(lang: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return dateFormat(lang, { ...options, timeZone: 'UTC', calendar: 'gregory' });
}
