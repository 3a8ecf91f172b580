import { z } from 'zod';
import {
  besideFile,
  flag,
  languageTag,
  line,
  moment,
  newsDate,
  sha256Field,
  sitePathField,
  webAddress,
} from './fields.ts';
import { expected } from './parse.ts';
import { receiptSchema, versionSchema } from './receipt-schema.ts';

/** Of names, tags, old paths, corrections, versions. No article has so many; thousands would each be a page, or a line of one. */
const MOST = 500;
const tooMany = `has more than ${MOST} of them`;

const author = z.union(
  [
    line('a name').transform((name) => ({ name, url: undefined })),
    z
      .strictObject(
        {
          name: line('a name').describe('The name as printed.'),
          url: webAddress.optional().describe('A page of or about the author.'),
        },
        expected('a name, or {name, url}'),
      )
      .meta({ title: 'name, url' })
      .transform(({ name, url }) => ({ name, url })),
  ],
  expected('a name, or {name, url}'),
);

const image = z
  .strictObject(
    {
      src: besideFile
        .optional()
        .describe('The picture’s file beside the article. A caption may stand without a picture that was not kept.'),
      alt: z
        .string(expected('a text that says what the picture shows'))
        .optional()
        .describe('What the picture shows, for those who do not see it. Required with `src`; "" if it only decorates.'),
      caption: line('a caption').optional().describe('The line under the picture, as printed.'),
      credit: line('a credit').optional().describe('The photographer’s or agency’s line.'),
    },
    expected('{src, alt, caption, credit}'),
  )
  .refine(({ src, alt }) => src === undefined || alt !== undefined, {
    path: ['alt'],
    error: 'is missing; a picture needs a text that says what it shows ("" if it only decorates)',
  })
  .meta({ dependencies: { src: ['alt'] } });

const source = z.strictObject(
  {
    name: line('the name of the paper or site').optional().describe('The paper or site that published it.'),
    url: webAddress.optional().describe('The address of the original. The page links to it.'),
    author: line('a name').optional().describe('The author as the source names one.'),
    file: line('a file name').optional().describe('The name of the imported file, without its folder.'),
    item: line('a guid').optional().describe('The guid or number inside a feed or list.'),
    captured: newsDate
      .optional()
      .describe('When the copy was taken: the saved page’s or archive’s own date, else the day of import.'),
    charset: line('the name of an encoding')
      .optional()
      .describe('The encoding that a server stated; only where the original’s own bytes do not say it.'),
    sha256: sha256Field.optional().describe('sha256 of the original’s bytes, kept under content/sources.'),
  },
  expected('{name, url, author, file, item, captured, charset, sha256}'),
);

/** Of an article; and the defaults for all articles of one source, under `sources:` in site.yaml. */
export const rightsSchema = z.strictObject(
  {
    holder: line('a name').optional().describe('Who holds the rights.'),
    notice: line('a notice').optional().describe('The notice as it must be printed: `© 2016 The Example`.'),
    license: line('a licence').optional().describe('The licence’s name, such as CC BY 4.0.'),
    url: webAddress.optional().describe('Where the licence can be read.'),
    publish: z
      .enum(['full', 'excerpt', 'headline'], expected('full, excerpt or headline'))
      .optional()
      .describe('How much may be read: all (default), the first paragraphs, or the headline.'),
    robots: z
      .enum(['canonical', 'index', 'noindex'], expected('canonical, index or noindex'))
      .optional()
      .describe(
        'What search engines are asked to list: the original (`canonical`; of a verbatim copy without this key, too), this page, or neither.',
      ),
  },
  expected('{holder, notice, license, url, publish, robots}'),
);

const corrections = z.array(
  z.strictObject(
    {
      date: newsDate.describe('The day of the correction.'),
      text: line('what was wrong and what is right').describe('What was wrong and what is right.'),
    },
    expected('{date, text}'),
  ),
  expected('a list of {date, text}'),
);

const withdrawn = z.strictObject(
  {
    date: newsDate.describe('The day from which the article is withdrawn.'),
    reason: line('a reason').describe('Why, as readers are told.'),
  },
  expected('{date, reason}'),
);

/** The front matter of an article file. This schema is the manual: a key that is not here is an error. */
export const frontMatterSchema = z
  .strictObject(
    {
      title: line('the headline').describe('The headline, plain text. The only key that is required.'),
      kicker: line('a short label')
        .optional()
        .describe('A short label above the headline; without it the section, else the first tag is shown.'),
      description: line('one or two sentences')
        .optional()
        .describe('The standfirst: one or two sentences; never repeats the first paragraph.'),
      published: newsDate
        .optional()
        .describe(
          'When it was published: a day, or a moment with its offset. Without it the article is undated and listed last.',
        ),
      updated: newsDate.optional().describe('When it was last changed: a day, or a moment with its offset.'),
      authors: z
        .array(author, expected('a list of names'))
        .max(MOST, tooMany)
        .default([])
        .describe('A list of names, or of {name, url}.'),
      dateline: line('a place of filing')
        .optional()
        .describe('Place of filing as printed, without the closing dash: `WASHINGTON, Feb 26`.'),
      section: line('one desk such as World').optional().describe('One desk: `World`. It has no page of its own.'),
      tags: z
        .array(line('a tag'), expected('a list of names'))
        .max(MOST, tooMany)
        .default([])
        .describe('Topics, people and places, as people write them: `[Syria, John Kerry]`.'),
      thread: line('the name of a running story').optional().describe('A running story over several articles.'),
      lead: flag.default(false).describe('`true`: this article leads the front.'),
      lang: languageTag
        .optional()
        .describe('Its language. Default: the site’s. The direction of writing follows from it.'),
      translationOf: sitePathField.optional().describe('The path of the article that this one translates.'),
      image: image.optional().describe('The picture at the head of the article.'),
      credit: line('the agency line').optional().describe('The agency line: `With reporting by AP`.'),
      source: source.optional().describe('Where the copy came from.'),
      receipt: receiptSchema
        .optional()
        .describe('What became of every block of the source; written by the importer only.'),
      versions: z
        .array(versionSchema, expected('a list of {captured, sha256, copy}'))
        .max(MOST, tooMany)
        .default([])
        .describe('Earlier captures of the same source, oldest first; written by the importer only.'),
      rights: rightsSchema.optional().describe('Who holds the rights, and what may be shown.'),
      corrections: corrections
        .max(MOST, tooMany)
        .default([])
        .describe('What was wrong and is right now. Never deleted, once published.'),
      withdrawn: withdrawn.optional().describe('The page stays and says so; the text is in no output.'),
      embargo: moment.optional().describe('Not public before this moment.'),
      expires: moment.optional().describe('Not public from this moment on.'),
      aliases: z
        .array(sitePathField, expected('a list of paths'))
        .max(MOST, tooMany)
        .default([])
        .describe('Old paths that lead here.'),
      draft: flag.default(false).describe('`true`: in no build but `npm run dev`.'),
    },
    expected('front matter: keys and values, one a line'),
  )
  .meta({ title: 'The front matter of an article' });

/** Checked front matter. */
export type FrontMatter = z.output<typeof frontMatterSchema>;
export type Author = FrontMatter['authors'][number];
export type Source = NonNullable<FrontMatter['source']>;
export type Receipt = NonNullable<FrontMatter['receipt']>;
export type ReceiptEntry = Receipt['moved'][number];
export type Version = FrontMatter['versions'][number];
export type Rights = NonNullable<FrontMatter['rights']>;
export type Correction = FrontMatter['corrections'][number];
