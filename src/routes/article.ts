import type { Article, PublishedPicture } from '../news/article.ts';
import { kickerOf, printedDateline } from '../news/article.ts';
import { type NewsDate, dayOf, yearsBetween } from '../news/dates.ts';
import type { Edition, Setting } from '../news/edition.ts';
import type { Author, Correction, FrontMatter, Receipt, Rights, Source } from '../news/front-matter.ts';
import { interfaceLanguage } from '../news/interface/phrases.ts';
import { nameOfLanguage } from '../news/languages.ts';
import { tagPath, toHref, versionsPath } from '../news/paths.ts';
import { type PictureSource, toSources } from '../news/pictures.ts';
import { rightsOf, shownText } from '../news/publication.ts';
import { readingMinutes } from '../news/reading-time.ts';
import type { ReceiptLine } from '../news/receipt-sentence.ts';
import type { Reason } from '../news/related/reason.ts';
import { toArticleHead } from './article-head.ts';
import type { Neighbours } from './neighbours.ts';
import { type Frame, type Head, type Link, type OtherLanguage, otherLanguage, toFrame } from './frame.ts';
import { type Teaser, toTeaser } from './teaser.ts';
import { type ThreadLine, toThreadLine } from './threads.ts';

export interface ArticleProps {
  frame: Frame;
  head: Head;
  /** Set where the article is not in the language of its page: in one that the interface does not speak. */
  language: OtherLanguage | undefined;
  kicker: string | undefined;
  headline: string;
  standfirst: string | undefined;
  authors: Author[];
  dateline: string | undefined;
  published: NewsDate | undefined;
  updated: NewsDate | undefined;
  minutes: number | undefined;
  /** Set from `oldAfterYears` on. */
  yearsOld: number | undefined;
  source: SourceLine | undefined;
  figure: Figure | undefined;
  /** Digest of the HTML to show; nothing where none of the text may be shown. */
  body: string | undefined;
  /** Set where only the first paragraphs, or none, may be shown: where to read on. */
  readOn: 'excerpt' | 'nothing' | undefined;
  credit: string | undefined;
  receipt: ReceiptLine | undefined;
  rights: Pick<Rights, 'holder' | 'notice' | 'license' | 'url'>;
  corrections: Correction[];
  withdrawn: FrontMatter['withdrawn'];
  topics: Link[];
  thread: ThreadLine | undefined;
  related: (Teaser & { reason: Reason })[];
  /** The list of its versions, where there was an earlier one. */
  earlier: { href: string; count: number } | undefined;
  /** Articles with nearly the same text; where there are many, the nearest in time. */
  versions: { shown: Teaser[]; areAll: boolean };
  translations: { href: string; lang: string; language: string }[];
  newer: Teaser | undefined;
  older: Teaser | undefined;
}

/** Where a copy came from, as the line under the headline says it. */
export interface SourceLine {
  name: string;
  url: string | undefined;
  captured: NewsDate | undefined;
}

export interface Figure {
  picture: { src: string; alt: string; width: number; height: number; sources: PictureSource[] } | undefined;
  caption: string | undefined;
  credit: string | undefined;
}

export function toArticle(
  setting: Setting & Pick<Edition, 'today'>,
  article: Article,
  neighbours: Neighbours,
): ArticleProps {
  const { site, base } = setting;
  const { front, lang, body } = article;
  const shown = shownText(front, site);
  const { holder, notice, license, url } = rightsOf(front, site);
  const pageLang = interfaceLanguage(lang, site.lang);
  const teaser = (other: Article): Teaser => toTeaser(setting, other, pageLang);
  return {
    frame: toFrame(setting, pageLang),
    head: toArticleHead(setting, article, neighbours.translations, neighbours.thread),
    language: otherLanguage(lang, pageLang),
    kicker: kickerOf(article),
    headline: front.title,
    standfirst: shown === 'nothing' ? undefined : front.description,
    authors: front.authors,
    dateline: printedDateline(front, body.opening),
    published: front.published,
    updated: front.updated,
    minutes: shown === 'full' ? readingMinutes(body.words, lang) : undefined,
    yearsOld: yearsOld(setting, article),
    source: sourceLine(front),
    figure: shown === 'nothing' ? undefined : toFigure(setting, article.picture, front.image),
    body: { full: body.page, excerpt: body.excerpt, nothing: undefined }[shown],
    readOn: shown === 'full' || front.withdrawn ? undefined : shown,
    credit: shown === 'nothing' ? undefined : front.credit,
    receipt: front.withdrawn ? undefined : receiptLine(article, shown === 'full'),
    rights: { holder, notice, license, url },
    corrections: front.corrections,
    withdrawn: front.withdrawn,
    topics: article.tags.map(({ name, slug }) => ({ href: toHref(base, tagPath(slug)), label: name })),
    thread: neighbours.thread && toThreadLine(setting, neighbours.thread, pageLang),
    related: neighbours.related.map(({ article: other, reason }) => ({ ...teaser(other), reason })),
    earlier: article.earlier && { href: toHref(base, versionsPath(article.path)), count: article.earlier.length },
    versions: neighbours.versions
      ? { ...neighbours.versions, shown: neighbours.versions.shown.map(teaser) }
      : NO_VERSIONS,
    translations: neighbours.translations.map((other) => ({
      href: toHref(base, other.path),
      lang: other.lang,
      language: nameOfLanguage(other.lang),
    })),
    newer: neighbours.newer && teaser(neighbours.newer),
    older: neighbours.older && teaser(neighbours.older),
  };
}

const NO_VERSIONS: ArticleProps['versions'] = { shown: [], areAll: true };

/** The full years since an article was published, from `oldAfterYears` on. */
export function yearsOld(
  { site: { oldAfterYears }, today }: Pick<Edition, 'site' | 'today'>,
  { front: { published } }: Article,
): number | undefined {
  if (oldAfterYears === 0 || published === undefined) return undefined;
  const years = yearsBetween(dayOf(published), today);
  return years >= oldAfterYears ? years : undefined;
}

/** Where a copy came from; nothing where it names neither source nor address. */
export function sourceLine({ source }: FrontMatter): SourceLine | undefined {
  const name = source?.name ?? (source?.url === undefined ? undefined : new URL(source.url).hostname);
  return name === undefined ? undefined : { name, url: source?.url, captured: source?.captured };
}

/** The picture at the head of an article, or of one of its versions. */
export function toFigure(
  { base }: Setting,
  picture: PublishedPicture | undefined,
  image: FrontMatter['image'],
): Figure | undefined {
  if (!image) return undefined;
  const { alt = '', caption, credit } = image;
  if (!picture) return { picture, caption, credit };
  const { path, width, height } = picture;
  const shown = { src: toHref(base, path), alt, width, height, sources: toSources(base, picture) };
  return { picture: shown, caption, credit };
}

function receiptLine({ front, verbatim }: Article, withWords: boolean): ReceiptLine | undefined {
  const { receipt, source } = front;
  if (!receipt || verbatim === undefined) return undefined;
  const shown = (entries: Receipt['changed']): Receipt['changed'] =>
    withWords ? entries : entries.map((entry) => ({ ...entry, was: undefined }));
  return {
    of: nameOfSource(source),
    captured: source?.captured,
    verbatim,
    blocks: receipt.blocks,
    kept: receipt.kept,
    moved: receipt.moved,
    changed: shown(receipt.changed),
    dropped: shown(receipt.dropped),
    picturesMissing: receipt.pictures.length,
  };
}

/** A text file is known by its name; a page of the web by its paper, whatever its file was called. */
function nameOfSource({ name, url, file }: Partial<Source> = {}): string | undefined {
  const isText = url === undefined || /\.txt$/iu.test(file ?? '');
  return (isText ? (file ?? name) : name) ?? file ?? url;
}
