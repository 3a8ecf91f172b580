import { z } from 'zod';
import { NEWS_DATE } from './dates.ts';
import { expected } from './parse.ts';
import { normalise, toLine } from './text.ts';

/**
 * The kinds of value that front matter, site.yaml and tags.yaml are made of, each with the words that say what it should
 * be. What a pattern can say of one is a check of its own: so it stands in the schemas that editors read, too, and what
 * they refuse is refused here. Such patterns keep to what all of them understand: no named classes, no signs beyond U+FFFF.
 */

/** A sign that shows: no white space, control, zero-width sign or bidi control. */
export const SEEN =
  /[^\s\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffe\uffff]/u;

/** One line of plain text, at least one visible sign, at most 2,000 characters. */
export function line(what: string): z.ZodType<string, string> {
  const isEmpty = { error: `is empty; expected ${what}` };
  return z
    .string(expected(what))
    .max(2000, `is longer than 2,000 characters; expected ${what}`)
    .regex(SEEN, isEmpty)
    .transform(toLine)
    .refine((text) => normalise(text) !== '', isEmpty);
}

export const newsDate = z
  .string(expected('a date such as 2016-10-04'))
  .regex(NEWS_DATE, expected('a date such as 2016-10-04, or with time and offset 2016-10-04T14:30:00+02:00'))
  .meta({ examples: ['2016-10-04', '2016-10-04T14:30:00+02:00'] });

/** A moment after or before which something holds: a day counts from its first minute in the site's zone. */
export const moment = newsDate;

/** As the URL Standard reads it: with an empty user name at most, a host, a port of digits. */
export const WEB_ADDRESS =
  /^[Hh][Tt][Tt][Pp][Ss]?:\/\/[\\/]*(?::?@)?(?:\[[\d.:A-Fa-f]+\]|[^\s\u0000-\u001f\u007f-\u009f/\\?#@:<>^|\[\]]+)(?::\d*)?(?:[/\\?#][^\s\u0000-\u001f\u007f-\u009f]*)?$/u;

export const aWebAddress = 'an address that starts with https:// or http://, without user name and password';

/** An http(s) address without user name and password. */
export const webAddress = z
  .string(expected('an address that starts with https:// or http://'))
  .regex(WEB_ADDRESS, { ...expected(aWebAddress), abort: true })
  .refine(isWebAddress, expected(aWebAddress));

/** Bytes. No file system takes a longer name of a file or folder. */
const LONGEST_STEP = 255;

const SITE_PATH = /^(?!.*(?:\/\/|%[\dA-Fa-f]{2}|\/\.{1,2}(?:\/|$)))\/[^\\?#\s\u0000-\u001f\u007f-\u009f]*$/u;

const aSitePath = 'a path of the site such as /articles/2016/10/slug/, without "..", "//", "?" and "%20"';

/** The path of a page of the site, in letters and not percent-encoded: `/articles/2016/10/truce-talks/`. */
export const sitePathField = z
  .string(expected('a path of the site such as /articles/2016/10/slug/'))
  .regex(SITE_PATH, { ...expected(aSitePath), abort: true })
  .refine(isWritable, expected(aSitePath));

/** A file beside the article or below its folder. */
export const besideFile = z
  .string(expected('the name of a picture beside the article'))
  .regex(
    /^(?!\/)(?!(?:[\s\S]*\/)?\.\.(?:\/|$))[^\\:?#]+$/u,
    expected('the name of a picture beside the article, such as kerry.jpg'),
  )
  .transform((path) => path.replace(/^\.\//u, ''));

/** The form of a language tag (UTS 35, unicode_locale_id), as `Intl` takes it. */
const LANGUAGE_TAG =
  /^(?:[A-Za-z]{2,3}|[A-Za-z]{5,8})(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?(?:-(?:[\dA-Za-z]{5,8}|\d[\dA-Za-z]{3}))*(?:-[\dA-WY-Za-wy-z](?:-[\dA-Za-z]{2,8})+)*(?:-[Xx](?:-[\dA-Za-z]{1,8})+)?$/u;

const aLanguageTag = expected('a language tag such as en or pt-BR');

export const languageTag = z
  .string(aLanguageTag)
  .regex(LANGUAGE_TAG, { ...aLanguageTag, abort: true })
  .refine(isLanguage, aLanguageTag);

export const sha256Field = z.string(expected('a sha256')).regex(/^[0-9a-f]{64}$/u, expected('64 hex digits'));

export const count = z.int(expected('a whole number')).nonnegative(expected('a whole number, not below 0'));

/** Only written as `true` or `false`: a text such as "false" is refused rather than guessed at. */
export const flag = z.boolean(expected('true or false'));

function isWritable(path: string): boolean {
  return path.isWellFormed() && path.split('/').every((step) => Buffer.byteLength(step) <= LONGEST_STEP);
}

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === '' && password === '';
}

function isLanguage(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}
