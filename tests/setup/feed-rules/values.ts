const MOMENT =
  /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/u;

/** Whether a text is a moment of RFC 3339, section 5.6, with upper-case T and Z as RFC 4287, section 3.3, asks, on a real day. */
export function isMoment(text: string): boolean {
  const [, year, month, day] = MOMENT.exec(text) ?? [];
  return day !== undefined && isRealDay(Number(year), Number(month), Number(day));
}

/** Whether there is such a day in the Gregorian calendar; months are counted from 1. */
export function isRealDay(year: number, month: number, day: number): boolean {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days;
}

/** Scheme and rest of an absolute IRI (RFC 3987, section 2.2): only signs that may stand in one, `%` only before two hex digits. */
const IRI = /^[a-z][a-z\d+.-]*:(?:[\w\-.~:/?#[\]@!$&'()*+,;=\u{a0}-\u{10ffff}]|%[\da-f]{2})+$/iu;

/** Whether a text is an absolute IRI; one of http(s) also has a host, and brackets only there, as IPv6 addresses have them. */
export function isAbsoluteIri(text: string): boolean {
  if (!IRI.test(text) || text.split('#').length > 2) return false;
  if (!/^https?:/iu.test(text)) return !/[[\]]/u.test(text);
  const afterHost = /^https?:\/\/[^/?#]+(.*)$/iu.exec(text)?.[1];
  return afterHost !== undefined && !/[[\]]/u.test(afterHost) && URL.canParse(text);
}

/** Whether a text is an absolute address of the web, as feed readers and search engines can follow it. */
export function isWebIri(text: string): boolean {
  return /^https?:/iu.test(text) && isAbsoluteIri(text);
}

/** Whether a text is a well-formed language tag (BCP 47, RFC 5646, section 2.1). */
export function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

/** Whether a text is a media type without parameters (RFC 6838, section 4.2). */
export function isMediaType(text: string): boolean {
  return /^[a-z\d][\w!#$&^.+-]*\/[a-z\d][\w!#$&^.+-]*$/iu.test(text);
}
