import { z } from 'zod';
import { isLanguageTag, isMoment, isRealDay, isWebIri } from './feed-rules/values.ts';

/**
 * The terms of schema.org (release 30.0) that our pages use, each with the type that its definition expects, and no other
 * term. Written from the definitions, beside and not from the code that makes the data.
 */

/** schema.org/Text: one that says something. */
const text = z.string().refine((value) => value.trim() !== '', 'a text that is not empty');

/** schema.org/URL: absolute, and with no sign that no IRI may hold. */
const address = z.string().refine(isWebIri, 'an absolute address');

/** schema.org/Date: a day that is one. */
const day = z.string().refine((value) => {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(value) ?? [];
  return date !== undefined && isRealDay(Number(year), Number(month), Number(date));
}, 'a day');

/** schema.org/DateTime with its offset: one without is another moment for every reader. */
const moment = z.string().refine(isMoment, 'a moment with its offset');

/** inLanguage: a language code of BCP 47. */
const language = z.string().refine(isLanguageTag, 'a language tag');

const organization = z.strictObject({ '@type': z.literal('Organization'), name: text, url: address.optional() });

const person = z.strictObject({ '@type': z.literal('Person'), name: text, url: address.optional() });

const imageObject = z.strictObject({
  '@type': z.literal('ImageObject'),
  url: address,
  /** In pixels. */
  width: z.int().positive(),
  height: z.int().positive(),
  caption: text.optional(),
  creditText: text.optional(),
});

const correctionComment = z.strictObject({
  '@type': z.literal('CorrectionComment'),
  text,
  datePublished: moment,
});

/** The original of a copy. */
const original = z.strictObject({
  '@type': z.literal('NewsArticle'),
  headline: text,
  url: address,
  publisher: organization.optional(),
  datePublished: moment.optional(),
});

/** about: a thing that is described elsewhere, too. */
const subject = z.strictObject({
  '@type': z.enum(['Person', 'Place', 'Organization', 'DefinedTerm', 'Event', 'Thing']),
  name: text,
  sameAs: z.array(address).min(1),
});

/** isPartOf: the series that a running story is. */
const series = z.strictObject({ '@type': z.literal('CreativeWorkSeries'), name: text, url: address });

/** license: an address, or a work that has a name; never a plain text. */
const license = z.union([address, z.strictObject({ '@type': z.literal('CreativeWork'), name: text })]);

/** What a page says of its article in schema.org's terms: unknown to checked, keys that are not here refused. */
export const newsArticleSchema = z.strictObject({
  '@context': z.literal('https://schema.org'),
  '@type': z.literal('NewsArticle'),
  headline: text,
  abstract: text.optional(),
  url: address,
  inLanguage: language,
  datePublished: moment.optional(),
  dateModified: moment.optional(),
  author: z.array(person).min(1).optional(),
  publisher: organization.optional(),
  dateline: text.optional(),
  articleSection: text.optional(),
  keywords: z
    .array(text)
    .min(1)
    .refine((words) => new Set(words).size === words.length, 'each word once')
    .optional(),
  about: z.array(subject).min(1).optional(),
  wordCount: z.int().nonnegative().optional(),
  creditText: text.optional(),
  image: imageObject.optional(),
  isPartOf: series.optional(),
  isBasedOn: original.optional(),
  copyrightHolder: organization.optional(),
  copyrightNotice: text.optional(),
  license: license.optional(),
  correction: z.array(correctionComment).min(1).optional(),
  sdPublisher: organization.optional(),
  sdDatePublished: z.union([day, moment]).optional(),
  translationOfWork: z.strictObject({ '@id': address }).optional(),
});

/** What is wrong with a page's structured data, one line each with the path of the term. */
export function structuredDataFindings(data: unknown): string[] {
  const { error } = newsArticleSchema.safeParse(data);
  return error?.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`) ?? [];
}
