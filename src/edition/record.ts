import { readArticleFile, type FileProblem, type Read } from '../markdown/article-file.ts';
import type { RenderedBody } from '../markdown/pipeline.ts';
import { toPlainMarkdown } from '../markdown/twin/to-plain-markdown.ts';
import type { Article, Body } from '../news/article.ts';
import { copyBlocks, copyDigest } from '../news/copy.ts';
import { sha256 } from '../news/digest.ts';
import { comparedBlocks } from '../news/earlier.ts';
import type { FrontMatter } from '../news/front-matter.ts';
import { isBeside } from '../news/paths.ts';
import { countWords } from '../news/reading-time.ts';
import { type Evidence, toEvidence } from '../news/related/evidence.ts';
import type { Site } from '../news/site.ts';
import { findPicture } from './pictures.ts';
import { readEarlier } from './read-earlier.ts';
import {
  type Keep,
  pageLang,
  pictureAddresses,
  renderArticle,
  type ShownPicture,
  unreadable,
} from './render-article.ts';

/** All that the edition keeps of one article file; made anew only when the file or a picture beside it changes. */
export interface ArticleRecord extends Pick<Article, 'front' | 'body' | 'text' | 'verbatim' | 'earlier'> {
  /** sha256 of the file's text. */
  digest: string;
  pictures: ShownPicture[];
  /** The files that its earlier versions are made from, as `EarlierVersions` has them; absent where there is none. */
  besides?: [string, string][];
  /** The digest of the paragraphs of its excerpt, plain, as JSON. */
  excerpt: string;
  /** Of the whole text, whether it may be shown or not. */
  evidence: Evidence;
}

/** What of a site a record depends on. */
export type RecordSite = Pick<Site, 'url' | 'lang'> & Partial<Pick<Site, 'twins'>>;

/** The digests of all texts that a record names, in a fixed order. */
export function textsOf({
  body,
  excerpt,
  earlier = [],
}: Pick<ArticleRecord, 'body' | 'excerpt' | 'earlier'>): string[] {
  const { page, feed, twin } = body;
  const versions = earlier.flatMap(({ copy }) =>
    copy ? [copy.page, ...(copy.changes ? [copy.changes.passages] : [])] : [],
  );
  return [page, feed, body.excerpt, excerpt, ...(twin ? [twin.page, twin.excerpt] : []), ...versions];
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
  const { front } = read.value;
  const addresses = pictureAddresses(read.value);
  if (addresses instanceof Error) return unreadable(shownName, addresses);
  const { pictures, problems } = await findPictures(content, file, text, addresses);
  if (problems.length > 0) return { ok: false, problems };
  const rendered = renderArticle(file, read.value, pictures, site);
  if (rendered instanceof Error) return unreadable(shownName, rendered);
  const record = toRecord(text, front, rendered, pictures, site, keep);
  if (front.versions.length === 0) return { ok: true, value: record };
  const latest = comparedBlocks(front, rendered.blocks, pageLang(front, site));
  const earlier = await readEarlier({ content, file, front, site, keep }, latest);
  if (!earlier.ok) return earlier;
  return { ok: true, value: { ...record, ...earlier.value, pictures: joined(pictures, earlier.value.pictures) } };
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
    excerpt: keep(JSON.stringify(rendered.excerpt)),
    evidence: toEvidence(front.title, rendered.blocks, lang),
  };
}

function keepTwin({ trees }: RenderedBody, keep: Keep): Body['twin'] {
  return { page: keep(toPlainMarkdown(trees.whole)), excerpt: keep(toPlainMarkdown(trees.excerpt)) };
}

function joined(pictures: readonly ShownPicture[], others: readonly ShownPicture[]): ShownPicture[] {
  return [...new Map([...others, ...pictures].map((picture) => [picture.address, picture])).values()];
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
