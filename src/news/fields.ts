import { z } from 'zod';
import { isNewsDate } from './dates.ts';
import { expected } from './parse.ts';
import { normalise, toLine } from './text.ts';

/** The kinds of value that front matter and site.yaml are made of, each with the words that say what it should be. */

/** One line of plain text, at least one visible sign, at most 2,000 characters. */
export function line(what: string): z.ZodType<string, string> {
  return z
    .string(expected(what))
    .max(2000, `is longer than 2,000 characters; expected ${what}`)
    .transform(toLine)
    .refine((text) => normalise(text) !== '', { error: `is empty; expected ${what}` });
}

export const newsDate = z
  .string(expected('a date such as 2016-10-04'))
  .refine(isNewsDate, expected('a date such as 2016-10-04, or with time and offset 2016-10-04T14:30:00+02:00'));

/** A moment after or before which something holds: a day counts from its first minute in the site's zone. */
export const moment = newsDate;

/** An http(s) address without user name and password. */
export const webAddress = z
  .string(expected('an address that starts with https:// or http://'))
  .refine(isWebAddress, expected('an address that starts with https:// or http://, without user name and password'));

/** Bytes. No file system takes a longer name of a file or folder. */
const LONGEST_STEP = 255;

/** The path of a page of the site, in letters and not percent-encoded: `/articles/2016/10/truce-talks/`. */
export const sitePathField = z
  .string(expected('a path of the site such as /articles/2016/10/slug/'))
  .refine(
    isSitePath,
    expected('a path of the site such as /articles/2016/10/slug/, without "..", "//", "?" and "%20"'),
  );

/** A file beside the article or below its folder. */
export const besideFile = z
  .string(expected('the name of a picture beside the article'))
  .refine(isBesideFile, expected('the name of a picture beside the article, such as kerry.jpg'))
  .transform((path) => path.replace(/^\.\//u, ''));

export const languageTag = z
  .string(expected('a language tag such as en or pt-BR'))
  .refine(isLanguage, expected('a language tag such as en or pt-BR'));

export const sha256Field = z.string(expected('a sha256')).regex(/^[0-9a-f]{64}$/u, expected('64 hex digits'));

export const count = z.int(expected('a whole number')).nonnegative(expected('a whole number, not below 0'));

/** Only written as `true` or `false`: a text such as "false" is refused rather than guessed at. */
export const flag = z.boolean(expected('true or false'));

function isSitePath(path: string): boolean {
  const steps = path.split('/');
  return (
    /^\/[^\\?#\s\p{Cc}]*$/u.test(path) &&
    path.isWellFormed() &&
    !/\/\/|%[0-9a-f]{2}/iu.test(path) &&
    steps.every((step) => step !== '.' && step !== '..' && Buffer.byteLength(step) <= LONGEST_STEP)
  );
}

function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s\p{Cc}]+$/iu.test(text) || !URL.canParse(text)) return false;
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

function isBesideFile(path: string): boolean {
  return /^(?!\/)[^\\:?#]+$/u.test(path) && !path.split('/').includes('..');
}
