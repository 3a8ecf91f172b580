import { z } from 'zod';
import {
  besideFile,
  count,
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

/** Of names, tags, old paths, corrections. No article has so many; thousands would each be a page, or a line of one. */
const MOST = 500;
const tooMany = `has more than ${MOST} of them`;

const author = z.union(
  [
    line('a name').transform((name) => ({ name, url: undefined })),
    z
      .strictObject({ name: line('a name'), url: webAddress.optional() }, expected('a name, or {name, url}'))
      .transform(({ name, url }) => ({ name, url })),
  ],
  expected('a name, or {name, url}'),
);

const image = z
  .strictObject(
    {
      /** The picture's file beside the article. A caption may stand without a picture that was not kept. */
      src: besideFile.optional(),
      /** What the picture shows, for those who do not see it. Required with `src`. */
      alt: z.string(expected('a text that says what the picture shows')).optional(),
      caption: line('a caption').optional(),
      /** The photographer's or agency's line. */
      credit: line('a credit').optional(),
    },
    expected('{src, alt, caption, credit}'),
  )
  .refine(({ src, alt }) => src === undefined || alt !== undefined, {
    path: ['alt'],
    error: 'is missing; a picture needs a text that says what it shows ("" if it only decorates)',
  });

/** Where a copy came from. */
const source = z.strictObject(
  {
    name: line('the name of the paper or site').optional(),
    url: webAddress.optional(),
    author: line('a name').optional(),
    /** The name of the imported file, without its folder. */
    file: line('a file name').optional(),
    /** The guid or number inside a feed or list. */
    item: line('a guid').optional(),
    /** When the copy was taken: the saved page's or archive's own date, else the day of import. */
    captured: newsDate.optional(),
    /** The encoding that a server stated; only where the original's own bytes do not say it. */
    charset: line('the name of an encoding').optional(),
    /** sha256 of the original's bytes, kept under content/sources. */
    sha256: sha256Field.optional(),
  },
  expected('{name, url, author, file, item, captured, charset, sha256}'),
);

const receiptEntry = z.strictObject(
  {
    /** Line of the source, counted from 1, where the block begins. */
    line: count.optional(),
    /** The field that the block went to, or that its meaning became. */
    field: line('a field').optional(),
    reason: line('a reason').optional(),
    /** The source's text of a changed or dropped block. */
    was: z.string(expected('a text')).optional(),
  },
  expected('{line, field or reason, was}'),
);

const receiptEntries = z.array(receiptEntry, expected('a list')).default([]);

/** Written by the importer only: what became of every block of the source. kept + moved + changed + dropped = blocks. */
const receipt = z
  .strictObject(
    {
      blocks: count,
      kept: count,
      moved: receiptEntries,
      changed: receiptEntries,
      dropped: receiptEntries,
      /** Blocks of a saved page that stand outside the article: navigation, furniture. */
      outside: count.default(0),
      /** Pictures of the source that the copy does not have. They are no text, and no block. */
      pictures: z
        .array(
          z.strictObject({ address: line('an address'), reason: line('a reason') }, expected('{address, reason}')),
          expected('a list of {address, reason}'),
        )
        .default([]),
      /** sha256 of the copy's normalised blocks, joined by line feeds. */
      text: sha256Field,
      /** Which of the tags were suggested, by what the text names, and not stated; absent where nobody asked for any. */
      suggested: z.array(line('a tag'), expected('a list of names')).optional(),
    },
    expected('the receipt as the importer wrote it'),
  )
  .refine((it) => it.kept + it.moved.length + it.changed.length + it.dropped.length === it.blocks, {
    error: 'does not add up: kept, moved, changed and dropped must make up all blocks',
  });

/** A version of the source that another has followed. */
const version = z.strictObject(
  {
    captured: newsDate,
    /** sha256 of the original's bytes. */
    sha256: sha256Field,
    /** The copy as it was then: the name of a file in content/versions, without `.md`. Without it only its date is known. */
    copy: sha256Field.optional(),
  },
  expected('{captured, sha256, copy}'),
);

const rights = z.strictObject(
  {
    holder: line('a name').optional(),
    notice: line('a notice').optional(),
    /** The licence's name, such as CC BY 4.0. */
    license: line('a licence').optional(),
    /** Where the licence can be read. */
    url: webAddress.optional(),
    /** How much may be read: all, the first paragraphs, or the headline. Without it, all. */
    publish: z.enum(['full', 'excerpt', 'headline'], expected('full, excerpt or headline')).optional(),
    /**
     * What search engines are asked to list: the original (of a verbatim copy without this key, too), this page, or neither.
     */
    robots: z.enum(['canonical', 'index', 'noindex'], expected('canonical, index or noindex')).optional(),
  },
  expected('{holder, notice, license, url, publish, robots}'),
);

const corrections = z.array(
  z.strictObject({ date: newsDate, text: line('what was wrong and what is right') }, expected('{date, text}')),
  expected('a list of {date, text}'),
);

/** The front matter of an article file. This schema is the manual: a key that is not here is an error. */
export const frontMatterSchema = z.strictObject(
  {
    /** The headline, plain text. The only key that is required. */
    title: line('the headline'),
    /** A short label above the headline; without it the section, else the first tag is shown. */
    kicker: line('a short label').optional(),
    /** The standfirst: one or two sentences; never repeats the first paragraph. */
    description: line('one or two sentences').optional(),
    published: newsDate.optional(),
    updated: newsDate.optional(),
    authors: z.array(author, expected('a list of names')).max(MOST, tooMany).default([]),
    /** Place of filing as printed, without the closing dash: `WASHINGTON, Feb 26`. */
    dateline: line('a place of filing').optional(),
    /** One desk: `World`. It has no page of its own. */
    section: line('one desk such as World').optional(),
    tags: z.array(line('a tag'), expected('a list of names')).max(MOST, tooMany).default([]),
    /** A running story over several articles. */
    thread: line('the name of a running story').optional(),
    /** `true`: this article leads the front. */
    lead: flag.default(false),
    /** Default: the site's language. The direction of writing follows from it. */
    lang: languageTag.optional(),
    /** The path of the article that this one translates. */
    translationOf: sitePathField.optional(),
    image: image.optional(),
    /** The agency line: `With reporting by AP`. */
    credit: line('the agency line').optional(),
    source: source.optional(),
    receipt: receipt.optional(),
    /** Earlier captures of the same source, oldest first; written by the importer only. */
    versions: z.array(version, expected('a list of {captured, sha256, copy}')).default([]),
    rights: rights.optional(),
    /** Never deleted, once published. */
    corrections: corrections.max(MOST, tooMany).default([]),
    /** The page stays and says so; the text is in no output. */
    withdrawn: z.strictObject({ date: newsDate, reason: line('a reason') }, expected('{date, reason}')).optional(),
    /** Not public before this moment. */
    embargo: moment.optional(),
    /** Not public from this moment on. */
    expires: moment.optional(),
    /** Old paths that lead here. */
    aliases: z.array(sitePathField, expected('a list of paths')).max(MOST, tooMany).default([]),
    /** `true`: in no build but `npm run dev`. */
    draft: flag.default(false),
  },
  expected('front matter: keys and values, one a line'),
);

/** Checked front matter. */
export type FrontMatter = z.output<typeof frontMatterSchema>;
export type Author = FrontMatter['authors'][number];
export type Source = NonNullable<FrontMatter['source']>;
export type Receipt = NonNullable<FrontMatter['receipt']>;
export type ReceiptEntry = Receipt['moved'][number];
export type Version = FrontMatter['versions'][number];
export type Rights = NonNullable<FrontMatter['rights']>;
export type Correction = FrontMatter['corrections'][number];

/** The defaults of rights for all articles of one source, under `sources:` in site.yaml. */
export const rightsSchema = rights;
