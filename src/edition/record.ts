import { readArticleFile, type FileProblem, type Read } from '../markdown/article-file.ts';
import type { Picture } from '../markdown/context.ts';
import { picturesIn, renderBody, type RenderedBody } from '../markdown/pipeline.ts';
import { toPlainMarkdown } from '../markdown/twin/to-plain-markdown.ts';
import type { Article, Body, PublishedPicture } from '../news/article.ts';
import { copyBlocks, copyDigest } from '../news/copy.ts';
import { sha256 } from '../news/digest.ts';
import type { FrontMatter } from '../news/front-matter.ts';
import { interfaceLanguage } from '../news/interface/phrases.ts';
import { isBeside, toHref } from '../news/paths.ts';
import { toSources } from '../news/pictures.ts';
import { countWords } from '../news/reading-time.ts';
import { type Evidence, toEvidence } from '../news/related/evidence.ts';
import { basePath, type Site } from '../news/site.ts';
import { findPicture } from './pictures.ts';

/** All that the edition keeps of one article file; made anew only when the file or a picture beside it changes. */
export interface ArticleRecord extends Pick<Article, 'front' | 'body' | 'text' | 'verbatim'> {
  /** sha256 of the file's text. */
  digest: string;
  pictures: ShownPicture[];
  /** The paragraphs of its excerpt, plain. */
  excerpt: string[];
  /** Of the whole text, whether it may be shown or not. */
  evidence: Evidence;
}

/** A picture that an article shows. */
export interface ShownPicture {
  /** As written in the article. */
  address: string;
  /** Below content/articles. */
  file: string;
  picture: PublishedPicture;
}

/** What of a site a record depends on. */
export type RecordSite = Pick<Site, 'url' | 'lang'> & Partial<Pick<Site, 'twins'>>;

/** Keeps a text that a record names, and gives its digest. */
export type Keep = (text: string) => string;

/** The digests of all texts that a record names, in a fixed order. */
export function textsOf({ body }: Pick<ArticleRecord, 'body'>): string[] {
  const { page, feed, excerpt, twin } = body;
  return [page, feed, excerpt, ...(twin ? [twin.page, twin.excerpt] : [])];
}

/** Reads, checks and renders one article file. Gives its record, or every problem with its place in the file. */
export async function makeRecord(
  content: string,
  file: string,
  text: string,
  site: RecordSite,
  keep: Keep,
): Promise<Read<ArticleRecord>> {
  const shownName = `${content}/articles/${file}`;
  const read = readArticleFile(shownName, text);
  if (!read.ok) return read;
  const { front, body } = read.value;
  const failed = ({ message }: Error): Read<never> => ({
    ok: false,
    problems: [{ file: shownName, line: 1, column: 1, message: `the text cannot be rendered: ${message}` }],
  });
  const named = attempt(() => picturesIn(body));
  if (named instanceof Error) return failed(named);
  const addresses = front.image?.src === undefined ? named : [front.image.src, ...named];
  const { pictures, problems } = await findPictures(content, file, text, addresses);
  if (problems.length > 0) return { ok: false, problems };
  const hasHeadPicture = pictures.some(({ address }) => address === front.image?.src);
  const lang = interfaceLanguage(front.lang ?? site.lang, site.lang);
  const context = { file, siteUrl: site.url, pictures: toContext(pictures, site), hasHeadPicture, lang };
  const rendered = attempt(() => renderBody(body, context));
  if (rendered instanceof Error) return failed(rendered);
  return { ok: true, value: toRecord(text, front, rendered, pictures, site, keep) };
}

function toRecord(
  fileText: string,
  front: FrontMatter,
  rendered: RenderedBody,
  pictures: ShownPicture[],
  site: RecordSite,
  keep: Keep,
): ArticleRecord {
  const text = copyDigest(copyBlocks(front, rendered.blocks));
  const lang = front.lang ?? site.lang;
  return {
    digest: sha256(fileText),
    front,
    body: {
      page: keep(rendered.html),
      feed: keep(rendered.feedHtml),
      excerpt: keep(rendered.excerptHtml),
      twin: site.twins ? keepTwin(rendered, keep) : undefined,
      opening: rendered.opening,
      words: countWords(rendered.blocks.join('\n'), lang),
    },
    text,
    verbatim: front.receipt && front.receipt.text === text,
    pictures,
    excerpt: rendered.excerpt,
    evidence: toEvidence(front.title, rendered.blocks, lang),
  };
}

function keepTwin({ trees }: RenderedBody, keep: Keep): Body['twin'] {
  return { page: keep(toPlainMarkdown(trees.whole)), excerpt: keep(toPlainMarkdown(trees.excerpt)) };
}

async function findPictures(
  content: string,
  file: string,
  text: string,
  addresses: readonly string[],
): Promise<{ pictures: ShownPicture[]; problems: FileProblem[] }> {
  const pictures: ShownPicture[] = [];
  const problems: FileProblem[] = [];
  for (const address of new Set(addresses.filter(isBeside))) {
    const found = await findPicture(content, file, address);
    if (found.ok) pictures.push({ address, file: found.file, picture: found.picture });
    else {
      const before = text.slice(0, Math.max(0, text.indexOf(address))).split('\n');
      const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
      problems.push({ file: `${content}/articles/${file}`, ...place, message: `picture "${address}" ${found.reason}` });
    }
  }
  return { pictures, problems };
}

function toContext(pictures: readonly ShownPicture[], site: Pick<Site, 'url'>): Map<string, Picture> {
  const base = basePath(site);
  return new Map(
    pictures.map(({ address, picture }) => {
      const { path, width, height } = picture;
      return [address, { href: toHref(base, path), width, height, sources: toSources(base, picture) }];
    }),
  );
}

function attempt<Result>(call: () => Result): Result | Error {
  try {
    return call();
  } catch (error) {
    // Whatever a text does to the parser is that article's fault and must not hide the others.
    return error instanceof Error ? error : new Error(String(error));
  }
}
