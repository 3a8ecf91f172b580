import { latestOf, momentOf, type NewsDate } from './dates.ts';
import type { EarlierVersion } from './earlier.ts';
import type { FrontMatter } from './front-matter.ts';
import type { SitePath } from './paths.ts';
import type { StillFormat } from './pictures.ts';
import type { Evidence } from './related/evidence.ts';
import { tagSlug } from './slug.ts';
import { toLine } from './text.ts';

/** A tag as the site shows it. */
export interface Tag {
  name: string;
  /** Its part of the address. Names that differ only in case or spaces share it. */
  slug: string;
}

/** A picture's file beside an article. */
export interface PublishedPicture {
  path: SitePath;
  /** sha256 of the file's bytes. */
  digest: string;
  /** In pixels, upright. */
  width: number;
  height: number;
  /** How a picture that does not move is encoded. Without it, it is shown as it is and in no other way. */
  still?: { format: StillFormat; bytes: number };
}

/** What the site knows of an article's rendered text; the HTML itself is fetched by its digest when a page is written. */
export interface Body {
  /** Digest of the full text's HTML, for the article's page. */
  page: string;
  /** Digest of the full text's HTML with absolute addresses, for feeds. */
  feed: string;
  /** Digest of the first paragraphs' HTML with absolute addresses, where only an excerpt may be published. */
  excerpt: string;
  /** Digests of the full text and of the first paragraphs as Markdown, for the plain twin; absent where the site has no twins. */
  twin?: { page: string; excerpt: string } | undefined;
  /** The first paragraphs, plain. */
  opening: string[];
  /** Words, or characters where a language has no spaces. */
  words: number;
}

/** A checked article of the edition. */
export interface Article {
  /** Below content/articles: `2016/10/truce.md`. */
  file: string;
  path: SitePath;
  front: FrontMatter;
  lang: string;
  tags: Tag[];
  /** The picture above the text, if its file is there. */
  picture: PublishedPicture | undefined;
  body: Body;
  /** Digest of all blocks that its page shows (the receipt's `text`, for a verbatim copy). */
  text: string;
  /** Of a copy: whether its text is still the one that its receipt proves. Undefined where there is no receipt. */
  verbatim: boolean | undefined;
  /** The versions of its source that it has followed, oldest first; absent where there is none. */
  earlier?: readonly EarlierVersion[];
  /** What tells which articles are like it, of the words that may be shown; without it only its headline does. */
  evidence?: Evidence;
}

/**
 * The tags of names, each once: as `find` has them, of others the first way of writing a name. `find` gives the tag that
 * a name stands for, if one is listed.
 */
export function toTags(names: readonly string[], find?: (name: string) => Tag | undefined): Tag[] {
  const tags = new Map<string, Tag>();
  for (const name of names) {
    const listed = find?.(name);
    const tag = { name: listed?.name ?? toLine(name), slug: listed?.slug ?? tagSlug(name) };
    if (!tags.has(tag.slug)) tags.set(tag.slug, tag);
  }
  return [...tags.values()];
}

/** The label above the headline: the kicker, else the section, else the first tag. */
export function kickerOf({ front }: Article): string | undefined {
  return front.kicker ?? front.section ?? front.tags[0];
}

/** When readers last found something new in it: the text, a correction, or a later version of its source. */
export function lastChanged(front: FrontMatter, timeZone: string): NewsDate | undefined {
  const { published, updated, corrections, versions, source } = front;
  const captured = versions.length > 0 ? source?.captured : undefined;
  return latestOf([published, updated, captured, ...corrections.map(({ date }) => date)], timeZone);
}

/** A dateline that the first paragraph carries is not printed twice. */
export function printedDateline({ dateline }: FrontMatter, [first]: readonly string[]): string | undefined {
  return dateline !== undefined && first?.startsWith(dateline) ? undefined : dateline;
}

/** In characters. Most headlines have 40 to 80; agencies send some of 200. */
const LONG_HEADLINE = 110;

/** Whether a headline is so long that it must be set smaller. */
export function isLong(headline: string): boolean {
  return headline.length > LONG_HEADLINE;
}

/** Orders articles newest first, by day in a zone; undated ones come last, then the address decides. */
export function newestFirst(timeZone: string): (a: Article, b: Article) => number {
  const moments = new Map<Article, number>();
  const momentFor = (article: Article): number => {
    let moment = moments.get(article);
    if (moment === undefined) {
      moment = article.front.published === undefined ? -Infinity : momentOf(article.front.published, timeZone);
      moments.set(article, moment);
    }
    return moment;
  };
  return (a, b) => {
    const [first, second] = [momentFor(a), momentFor(b)];
    if (first !== second) return second > first ? 1 : -1;
    return a.path < b.path ? -1 : 1;
  };
}
