import { isNewsDate } from '../news/dates.ts';
import { readDateLine } from './text/stated-date.ts';

/** A date as a feed, a page's metadata or an export states it, in front matter's form. */
export interface StatedMoment {
  value: string;
  /** A time of day without an offset was left out: nobody can tell which moment it is. */
  clockLost: boolean;
}

const ISO =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T\s]\s{0,3}(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?\s{0,3}(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$/iu;

/** RFC 822 and its later forms: `Tue, 04 Oct 2016 14:30:00 +0200`, `4 Oct 16 14:30 EST`. */
const RFC_822 =
  /^(?:[a-z]{3,9}\.?,?\s{1,3})?(\d{1,2})[\s-]{1,3}([a-z]{3,9})\.?[\s-]{1,3}(\d{4}|\d{2})(?:,?\s{1,3}(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s{0,3}([a-z]{1,5}|[+-]\d{2}:?\d{2}))?)?(?:\s{1,3}\([^)]{0,40}\))?$/iu;

/** The zones that RFC 822 names; all others are unknown, as RFC 5322 has it. */
const ZONES: Readonly<Record<string, string>> = {
  Z: '+00:00',
  UT: '+00:00',
  UTC: '+00:00',
  GMT: '+00:00',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Reads a date as other software writes it: ISO 8601 (also without its hyphens), RFC 822, seconds or milliseconds
 * since 1970, or a day printed in words. A time with an offset is an instant; of one without, only the day is taken.
 * Nothing for what is no date, or none of the years 1400 to 9998.
 */
export function readMoment(stated: string | number, lang?: string): StatedMoment | undefined {
  const found = typeof stated === 'number' ? fromEpoch(stated) : fromText(stated.slice(0, 200).trim(), lang);
  if (!found || !isNewsDate(found.value)) return undefined;
  const year = Number(found.value.slice(0, 4));
  return year >= 1400 && year <= 9998 ? found : undefined;
}

function fromText(text: string, lang: string | undefined): StatedMoment | undefined {
  if (/^\d{9,13}$/u.test(text)) return fromEpoch(Number(text));
  const iso = ISO.exec(text);
  if (iso) {
    const [, year = '', month = '', day = '', hour, minute = '', second, zone] = iso;
    return assemble(`${year}-${month}-${day}`, hour, minute, second, zone && toOffset(zone));
  }
  const mail = RFC_822.exec(text);
  if (mail) {
    const [, day = '', name = '', year = '', hour, minute = '', second, zone] = mail;
    const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
    return assemble(`${fourDigits(year)}-${two(month)}-${two(day)}`, hour, minute, second, zone && toOffset(zone));
  }
  const line = readDateLine(text, lang);
  return line && { value: line.date, clockLost: line.clockLost };
}

function assemble(
  day: string,
  hour: string | undefined,
  minute: string,
  second: string | undefined,
  offset: string | undefined,
): StatedMoment {
  if (hour === undefined) return { value: day, clockLost: false };
  // A leap second is the last one of its minute to all who keep no leap seconds.
  const seconds = second === undefined ? '' : `:${second === '60' ? '59' : second}`;
  const value = `${day}T${two(hour)}:${minute}${seconds}${offset ?? ''}`;
  return offset === undefined ? { value: day, clockLost: true } : { value, clockLost: false };
}

function toOffset(zone: string): string | undefined {
  const [, sign, hours = '', minutes = '00'] = /^([+-])(\d{2}):?(\d{2})?$/u.exec(zone) ?? [];
  if (sign === undefined) return ZONES[zone.toUpperCase()];
  if (Number(hours) > 18 || Number(minutes) > 59) return undefined;
  // RFC 5322: -0000 is UTC too, of a place that is not told.
  return Number(hours) + Number(minutes) === 0 ? '+00:00' : `${sign}${hours}:${minutes}`;
}

function fromEpoch(number: number): StatedMoment | undefined {
  // Whoever counts milliseconds had passed this number by March 1973.
  const milliseconds = Math.abs(number) < 1e11 ? number * 1000 : number;
  if (!Number.isFinite(milliseconds) || Math.abs(milliseconds) > 8e15) return undefined;
  return { value: new Date(milliseconds).toISOString().replace(/\.\d{3}Z$/u, 'Z'), clockLost: false };
}

function fourDigits(year: string): string {
  if (year.length === 4) return year;
  return Number(year) < 70 ? `20${year}` : `19${year}`;
}

function two(number: number | string): string {
  return String(number).padStart(2, '0');
}
