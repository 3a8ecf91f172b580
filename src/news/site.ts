import { z } from 'zod';
import { AI_CHOICES } from './ai-crawlers.ts';
import { count, flag, languageTag, line, webAddress } from './fields.ts';
import { rightsSchema } from './front-matter.ts';
import { expected } from './parse.ts';

const aTimeZone = expected('a time zone such as Europe/Prague');

const timeZone = z
  .string(aTimeZone)
  .regex(/^(?:[A-Za-z][\w+/-]*|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)$/u, { ...aTimeZone, abort: true })
  .refine(isTimeZone, aTimeZone)
  .meta({ examples: ['UTC', 'Europe/Prague', 'America/New_York', 'Asia/Kolkata'] });

const sourceFacts = z.strictObject({
  rights: rightsSchema.optional().describe('What holds for articles of this source that do not say otherwise.'),
});

/** content/site.yaml: the site facts an editor touches. This schema is the manual. */
export const siteSchema = z
  .strictObject(
    {
      name: line('the name of the site').describe('The nameplate.'),
      strapline: line('one line').optional().describe('The line under the nameplate.'),
      url: webAddress
        .regex(/^[^?#]*$/u, expected('an address without "?" and "#"'))
        .describe('Where the site will stand, with its base path if it has one: `https://example.org/news/`.'),
      lang: languageTag
        .default('en')
        .describe('The language of the pages around the articles, and of articles that name none.'),
      timeZone: timeZone.default('UTC').describe('Days without a time are days of this zone.'),
      oldAfterYears: count.default(2).describe('Articles this many years old say so at the top; 0: never.'),
      about: z
        .array(line('a paragraph'), expected('a list of paragraphs'))
        .default([])
        .describe('Paragraphs of the about page that are the publisher’s own.'),
      twins: flag
        .default(true)
        .describe(
          'Whether a plain twin stands beside each article, `/articles/2016/10/slug.md`: its text and its facts as a Markdown file. ' +
            'It doubles the number of articles’ files; `false` for hosts that take only so many.',
        ),
      offline: flag
        .default(true)
        .describe(
          'Whether browsers keep what was read or saved, so that it can be read without a network. ' +
            '`false` takes away what they have kept, at each reader’s next visit.',
        ),
      precompressed: flag
        .default(false)
        .describe(
          'Whether compressed copies stand beside all texts, `index.html.br` and `index.html.gz`, for servers that send them as they are (nginx, Caddy). ' +
            'They triple the number of files and cost 31 CPU milliseconds a page; other hosts compress by themselves.',
        ),
      aiCrawlers: z
        .enum(AI_CHOICES, expected('all, no-training or none'))
        .default('all')
        .describe(
          'Which crawlers of AI may read the site, as robots.txt asks them: `all`; `no-training` refuses those that gather texts to train models; ' +
            '`none` refuses those that answer questions with them, too. A request and no lock.',
        ),
      sources: z
        .record(line('the name of a source'), sourceFacts, expected('sources by name'))
        .default({})
        .describe(
          'Defaults of rights for the articles of a source, by its name; by its host, where articles give it none.',
        ),
    },
    expected('the facts of the site: name, url, lang, timeZone, …'),
  )
  .meta({ title: 'The facts of the site' });

/** Checked site facts. */
export type Site = z.output<typeof siteSchema>;

/** The base path that every link carries: `/`, or `/news/`. */
export function basePath(site: Pick<Site, 'url'>): string {
  const { pathname } = new URL(site.url);
  return pathname.endsWith('/') ? pathname : `${pathname}/`;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
