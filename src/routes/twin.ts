import type { Article } from '../news/article.ts';
import { showDay } from '../news/dates.ts';
import type { Setting } from '../news/edition.ts';
import type { FrontMatter, Source } from '../news/front-matter.ts';
import { fill } from '../news/interface/phrase.ts';
import { interfaceLanguage, phrasesOf } from '../news/interface/phrases.ts';
import { articleFilePath, type SitePath, toAddress, toIri } from '../news/paths.ts';
import { rightsOf, shownText } from '../news/publication.ts';
import type { Site } from '../news/site.ts';

/** A plain twin of an article's page: a Markdown file that says what the page says. */
export interface TwinProps {
  /** What is public of the article, under the keys of front matter and in their order; addresses are absolute. */
  facts: Record<string, unknown>;
  /** Digest of the Markdown; nothing where none of the text may be shown. */
  body: string | undefined;
  /** Why it is not the whole text. */
  notice: string | undefined;
  /** Where to read on. */
  readAt: string | undefined;
}

/** The address of an article's twin, `/articles/2016/10/slug.md`. */
export function twinPath({ file }: Pick<Article, 'file'>): SitePath {
  return articleFilePath(file);
}

/**
 * Whether an article has a twin: the site has them, and its own rights do not keep it from search engines, which a
 * Markdown file cannot say.
 */
export function hasTwin({ front, body }: Article, site: Site): boolean {
  return site.twins && body.twin !== undefined && rightsOf(front, site).robots !== 'noindex';
}

/** The twin of an article that has one: what its page shows of it under the same rights, and nothing else. */
export function toTwin(setting: Setting, article: Article): TwinProps {
  const { site } = setting;
  const { front, lang, body } = article;
  const shown = shownText(front, site);
  const words = phrasesOf(interfaceLanguage(lang, site.lang)).article;
  const notices = { full: undefined, excerpt: words.excerpt, nothing: words.headlineOnly };
  return {
    facts: toFacts(setting, article),
    body: { full: body.twin?.page, excerpt: body.twin?.excerpt, nothing: undefined }[shown],
    notice: front.withdrawn ? withdrawal(front.withdrawn, interfaceLanguage(lang, site.lang)) : notices[shown],
    readAt: shown === 'full' || front.source?.url === undefined ? undefined : toIri(front.source.url),
  };
}

function withdrawal({ date, reason }: NonNullable<FrontMatter['withdrawn']>, lang: string): string {
  return `${fill(phrasesOf(lang).article.withdrawn, { day: showDay(date, lang) })} ${reason}`;
}

function toFacts({ site }: Setting, article: Article): Record<string, unknown> {
  const { front, lang, path, tags } = article;
  const isText = shownText(front, site) !== 'nothing';
  const { holder, notice, license, url, publish } = rightsOf(front, site);
  return withoutGaps({
    title: front.title,
    kicker: front.kicker,
    description: isText ? front.description : undefined,
    published: front.published,
    updated: front.updated,
    authors: front.authors.map(({ name, url }) => (url === undefined ? name : { name, url: toIri(url) })),
    dateline: front.dateline,
    section: front.section,
    tags: tags.map(({ name }) => name),
    thread: front.thread,
    lang,
    translationOf: front.translationOf && toIri(site.url.replace(/\/$/u, '') + front.translationOf),
    image: isText ? toImage(site, article) : undefined,
    credit: isText ? front.credit : undefined,
    source: toSource(front.source),
    receipt: toCounts(article, site),
    rights: { holder, notice, license, url: url && toIri(url), publish },
    corrections: front.corrections,
    withdrawn: front.withdrawn,
    url: toAddress(site.url, path),
  });
}

function toImage(site: Site, { picture, front: { image } }: Article): Record<string, unknown> | undefined {
  if (!image) return undefined;
  const { alt, caption, credit } = image;
  return { src: picture && toAddress(site.url, picture.path), alt: picture && alt, caption, credit };
}

/** What tells which original it is. The names of files on the publisher's disk are no address, and are left out. */
function toSource(source: Source | undefined): Partial<Source> | undefined {
  if (!source) return undefined;
  const { name, url, author, captured, sha256 } = source;
  return { name, url: url && toIri(url), author, captured, sha256 };
}

/** How many blocks of the source became what, and the digest by which a reader of the whole text can prove it. */
function toCounts({ front, verbatim, text }: Article, site: Site): Record<string, unknown> | undefined {
  const { receipt, withdrawn } = front;
  if (!receipt || withdrawn) return undefined;
  const { blocks, kept, moved, changed, dropped } = receipt;
  return {
    verbatim,
    blocks,
    kept,
    moved: moved.length,
    changed: changed.length,
    dropped: dropped.length,
    text: shownText(front, site) === 'full' ? text : undefined,
  };
}

/** Without what says nothing, at any depth. */
function withoutGaps(facts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([key, value]): [string, unknown][] => {
      if (value === undefined || (Array.isArray(value) && value.length === 0)) return [];
      if (!isRecord(value)) return [[key, value]];
      const inner = withoutGaps(value);
      return Object.keys(inner).length === 0 ? [] : [[key, inner]];
    }),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
