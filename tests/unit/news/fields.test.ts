import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { isInstant, isNewsDate } from '../../../src/news/dates.ts';
import { besideFile, languageTag, line, sitePathField, webAddress } from '../../../src/news/fields.ts';
import { siteSchema } from '../../../src/news/site.ts';
import { normalise, toLine } from '../../../src/news/text.ts';

const SEED = 7;

const takes = (schema: z.ZodType, value: unknown): boolean => schema.safeParse(value).success;

const isRead = (read: () => unknown): boolean => {
  try {
    read();
    return true;
  } catch {
    return false;
  }
};

/** Texts of some parts in any order. */
const madeOf = (parts: readonly string[], maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...parts), { maxLength }).map((found) => found.join(''));

/** Checks a schema against another judge, on texts of which both take some and refuse some. */
function agree(schema: z.ZodType, texts: fc.Arbitrary<string>, judge: (text: string) => boolean): void {
  const seen = new Set<boolean>();
  const property = fc.property(texts, (text) => {
    seen.add(judge(text));
    expect(takes(schema, text), JSON.stringify(text)).toBe(judge(text));
  });
  fc.assert(property, { seed: SEED, numRuns: 5000 });
  expect(seen.size).toBe(2);
}

const two = (number: number): string => String(number).padStart(2, '0');
const upTo = (last: number): number[] => Array.from({ length: last + 1 }, (_, number) => number);

describe('the patterns of fields', () => {
  it('know the days of every month as the calendar does, in years of every kind', () => {
    for (const year of [1, 4, 100, 400, 1582, 1900, 2000, 2015, 2016, 2096, 2100, 9996, 9999]) {
      for (const month of upTo(13)) {
        for (const day of upTo(32)) {
          const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
          const isDay = isRead(() => Temporal.PlainDate.from(text));
          expect([isNewsDate(text), isInstant(text), isInstant(`${text}T10:00Z`)], text).toEqual([isDay, false, isDay]);
        }
      }
    }
  });

  it('know times and offsets as the calendar does', () => {
    const at = (first: number, second: number, third: number): string =>
      `2016-10-04T${two(first)}:${two(second)}:${two(third)}`;
    for (const number of upTo(99)) {
      for (const text of [
        `${at(number, 0, 0)}Z`,
        `${at(0, number, 0)}Z`,
        `${at(0, 0, number)}Z`,
        `${at(0, 0, 0)}+${two(number)}:00`,
        `${at(0, 0, 0)}-00:${two(number)}`,
      ]) {
        expect(isNewsDate(text), text).toBe(isRead(() => Temporal.Instant.from(text)));
      }
    }
  });

  it('take every language tag that the browser takes, and no other', () => {
    const parts = [
      '-',
      '-',
      '-',
      'en',
      'EN',
      'deu',
      'abcd',
      'Hant',
      'valencia',
      'GB',
      '419',
      '1996',
      'u',
      'nu',
      'latn',
      'x',
      'a',
      '0',
      '_',
      ' ',
      'é',
    ];
    agree(languageTag, madeOf(parts, 10), (text) => isRead(() => Intl.getCanonicalLocales(text)));
    agree(
      languageTag,
      fc
        .array(
          fc.constantFrom('en', 'zh', 'hant', 'HK', '419', 'u', 'ca', 'buddhist', 'x', 'private', 'rozaj', '1994', 't'),
        )
        .map((tags) => tags.join('-')),
      (text) => isRead(() => Intl.getCanonicalLocales(text)),
    );
  });

  it('take every address that the URL Standard takes and that names no user', () => {
    const parts = [
      'https://',
      'HTTP://',
      'http:',
      '/',
      '\\',
      '@',
      ':',
      'user',
      'example.org',
      'ö.example',
      '[::1]',
      '[',
      '8080',
      '99999',
      '?q',
      '#',
      '%41',
      '%',
      '<',
      '|',
      ' ',
      '\u0085',
      '\u00ad',
      '\ud800',
    ];
    agree(
      webAddress,
      fc.tuple(fc.constantFrom('https://', 'hTTp://', ''), madeOf(parts, 6)).map((pair) => pair.join('')),
      (text) => {
        if (!/^https?:\/\/[^\s\p{Cc}]+$/iu.test(text) || !URL.canParse(text)) return false;
        const { username, password } = new URL(text);
        return username + password === '';
      },
    );
  });

  it('take every path that stays on the site, and every name of a file that stays below the article', () => {
    const parts = ['/', '/', '.', '..', 'a', 'é', '%20', '%', '\\', '?', '#', ':', ' ', '\n', '\u0000', '\ud800'];
    const steps = (path: string): string[] => path.split('/');
    agree(
      sitePathField,
      madeOf(parts, 8).map((path) => `/${path}`),
      (path) =>
        !/[\\?#\s\p{Cc}\p{Cs}]|%[0-9a-f]{2}/iu.test(path) &&
        !path.includes('//') &&
        !steps(path).some((step) => step === '.' || step === '..'),
    );
    agree(
      besideFile,
      madeOf(parts, 8),
      (path) => path !== '' && !path.startsWith('/') && !/[\\:?#]/u.test(path) && !steps(path).includes('..'),
    );
  });

  it('take every line in which a sign shows', () => {
    const unseen = [
      '\u200b',
      '\u200d',
      '\u202e',
      '\u00ad',
      '\ufeff',
      '\u{e0041}',
      '\u0007',
      '\u0085',
      ' ',
      '\n',
      '\u3000',
      '\u2028',
      '\uffff',
    ];
    const signs = fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...unseen) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 1 }) },
    );
    agree(
      line('a line'),
      fc.array(signs, { maxLength: 5 }).map((found) => found.join('')),
      (text) => normalise(toLine(text)) !== '',
    );
  });

  it('take every time zone that the machine knows', () => {
    const zones = [
      ...Intl.supportedValuesOf('timeZone'),
      'UTC',
      'Etc/GMT-14',
      'GMT+0',
      'EST5EDT',
      'W-SU',
      'NZ-CHAT',
      'asia/calcutta',
      'America/Argentina/ComodRivadavia',
      '+01:00',
      '-0330',
    ];
    for (const timeZone of zones)
      expect(takes(siteSchema, { name: 'A', url: 'https://a.example/', timeZone }), timeZone).toBe(
        isRead(() => new Intl.DateTimeFormat('en', { timeZone })),
      );
  });
});
