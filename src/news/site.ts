import { z } from 'zod';
import { AI_CHOICES } from './ai-crawlers.ts';
import { count, flag, languageTag, line, webAddress } from './fields.ts';
import { rightsSchema } from './front-matter.ts';
import { expected } from './parse.ts';

const timeZone = z
  .string(expected('a time zone such as Europe/Prague'))
  .refine(isTimeZone, expected('a time zone such as Europe/Prague'));

/** content/site.yaml: the site facts an editor touches. This schema is the manual. */
export const siteSchema = z.strictObject(
  {
    /** The nameplate. */
    name: line('the name of the site'),
    /** The line under the nameplate. */
    strapline: line('one line').optional(),
    /** Where the site will stand, with its base path if it has one: `https://example.org/news/`. */
    url: webAddress.refine(isBareAddress, expected('an address without "?" and "#"')),
    /** The language of the pages around the articles, and of articles that name none. */
    lang: languageTag.default('en'),
    /** Days without a time are days of this zone. */
    timeZone: timeZone.default('UTC'),
    /** Articles this many years old say so at the top; 0: never. */
    oldAfterYears: count.default(2),
    /** Paragraphs of the about page that are the publisher's own. */
    about: z.array(line('a paragraph'), expected('a list of paragraphs')).default([]),
    /**
     * Whether a plain twin stands beside each article, `/articles/2016/10/slug.md`: its text and its facts as a Markdown file.
     * It doubles the number of articles' files; `false` for hosts that take only so many.
     */
    twins: flag.default(true),
    /**
     * Whether browsers keep what was read or saved, so that it can be read without a network. `false` takes away what
     * they have kept, at each reader's next visit.
     */
    offline: flag.default(true),
    /**
     * Whether compressed copies stand beside all texts, `index.html.br` and `index.html.gz`, for servers that send them as
     * they are (nginx, Caddy). They triple the number of files and cost 31 CPU milliseconds a page; other hosts compress by themselves.
     */
    precompressed: flag.default(false),
    /**
     * Which crawlers of AI may read the site, as robots.txt asks them: `all`; `no-training` refuses those that gather texts to
     * train models; `none` refuses those that answer questions with them, too. A request and no lock.
     */
    aiCrawlers: z.enum(AI_CHOICES, expected('all, no-training or none')).default('all'),
    /** Defaults of rights for the articles of a source, by its name; by its host, where articles give it none. */
    sources: z
      .record(
        line('the name of a source'),
        z.strictObject({ rights: rightsSchema.optional() }),
        expected('sources by name'),
      )
      .default({}),
  },
  expected('the facts of the site: name, url, lang, timeZone, …'),
);

/** Checked site facts. */
export type Site = z.output<typeof siteSchema>;

/** The base path that every link carries: `/`, or `/news/`. */
export function basePath(site: Pick<Site, 'url'>): string {
  const { pathname } = new URL(site.url);
  return pathname.endsWith('/') ? pathname : `${pathname}/`;
}

function isBareAddress(address: string): boolean {
  return !address.includes('?') && !address.includes('#');
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
