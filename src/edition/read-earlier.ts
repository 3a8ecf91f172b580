import { stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { type ArticleFile, type FileProblem, type Read, readArticleFile } from '../markdown/article-file.ts';
import { printedDateline } from '../news/article.ts';
import { type ComparedBlock, countChanged, toDifferences } from '../news/differences.ts';
import { comparedBlocks, type EarlierCopy, type EarlierVersion } from '../news/earlier.ts';
import type { RenderedBody } from '../markdown/pipeline.ts';
import type { FrontMatter, Version } from '../news/front-matter.ts';
import { decoded, isBeside } from '../news/paths.ts';
import type { Site } from '../news/site.ts';
import { fileDigest, readTextIfThere, versionFile } from './content-files.ts';
import { findPicture } from './pictures.ts';
import {
  type Keep,
  pageLang,
  pictureAddresses,
  renderArticle,
  type ShownPicture,
  unreadable,
} from './render-article.ts';

export interface EarlierOrder {
  content: string;
  /** The article's file, below content/articles. */
  file: string;
  front: FrontMatter;
  site: Pick<Site, 'url' | 'lang'>;
  keep: Keep;
}

/** What an article's record holds of its earlier versions. */
export interface EarlierVersions {
  /** Oldest first. */
  earlier: EarlierVersion[];
  pictures: ShownPicture[];
  /** Files below the content folder and the sha256 of each: the copies, and pictures that are missing, whose digest is empty. */
  besides: [string, string][];
}

/** A version whose copy was kept, rendered. */
interface Kept {
  copy: EarlierCopy;
  blocks: ComparedBlock[];
}

/**
 * Reads, checks and renders the earlier versions of an article, and compares each with the next; `latest` is the article
 * itself. Gives every problem with its place. A picture that is no longer there is not shown, and no problem.
 */
export async function readEarlier(
  order: EarlierOrder,
  latest: readonly ComparedBlock[],
): Promise<Read<EarlierVersions>> {
  const { front, site, keep } = order;
  const lang = front.lang ?? site.lang;
  const found: (Kept | undefined)[] = [];
  const pictures: ShownPicture[] = [];
  const besides: [string, string][] = [];
  const problems: FileProblem[] = [];
  for (const version of front.versions) {
    const read = version.copy === undefined ? undefined : await readVersion(order, version.copy, pictures, besides);
    if (read?.ok === false) problems.push(...read.problems);
    found.push(read?.ok === true ? read.value : undefined);
  }
  const article = `${order.content}/articles/${order.file}`;
  if (problems.length > 0) return { ok: false, problems: problems.map((problem) => ({ ...problem, article })) };
  const earlier = front.versions.map((version, index): EarlierVersion => {
    const kept = found[index];
    const { captured }: Version = version;
    if (!kept) return { captured };
    const next = index + 1 < found.length ? found[index + 1]?.blocks : latest;
    if (!next) return { captured, copy: kept.copy };
    const passages = toDifferences(kept.blocks, next, lang);
    const changes = { passages: keep(JSON.stringify(passages)), ...countChanged(passages, lang) };
    return { captured, copy: { ...kept.copy, changes } };
  });
  return { ok: true, value: { earlier, pictures, besides } };
}

async function readVersion(
  { content, file, front, site, keep }: EarlierOrder,
  digest: string,
  pictures: ShownPicture[],
  besides: [string, string][],
): Promise<Read<Kept>> {
  const name = versionFile(digest);
  const shownName = `${content}/${name}`;
  // A pipe or a folder is not read: it would keep the build waiting, or break it off.
  const isFile = (await stat(join(content, name)).catch(() => undefined))?.isFile() === true;
  const text = isFile ? await readTextIfThere(join(content, name)) : undefined;
  if (text === undefined) {
    const message = `is missing; put it back, or take "copy" out of the versions of articles/${file}`;
    return { ok: false, problems: [{ file: shownName, line: 1, column: 1, message }] };
  }
  const present = fileDigest(join(content, name));
  besides.push([name, present]);
  const read = readArticleFile(shownName, text);
  if (!read.ok) return read;
  // What holds for the article holds for all its versions.
  const version: ArticleFile = { ...read.value, front: { ...read.value.front, lang: front.lang } };
  const addresses = pictureAddresses(version);
  if (addresses instanceof Error) return unreadable(shownName, addresses);
  const shown: ShownPicture[] = [];
  for (const address of new Set(addresses.filter(isBeside))) {
    const picture = await findPicture(content, file, address);
    const name = posix.join('articles', posix.dirname(file), decoded(address));
    if (picture.ok) shown.push({ address, file: picture.file, picture: picture.picture });
    // Where it comes back, it is shown again; what stands outside is never read.
    else if (name.startsWith('articles/')) besides.push([name, fileDigest(join(content, name))]);
  }
  const rendered = renderArticle(file, version, shown, site);
  if (rendered instanceof Error) return unreadable(shownName, rendered);
  pictures.push(...shown);
  const blocks = comparedBlocks(version.front, rendered.blocks, pageLang(front, site));
  return {
    ok: true,
    value: { copy: { ...toCopy(version.front, rendered, shown, keep), isEdited: present !== digest }, blocks },
  };
}

function toCopy(
  front: FrontMatter,
  { opening, html }: RenderedBody,
  pictures: readonly ShownPicture[],
  keep: Keep,
): Omit<EarlierCopy, 'isEdited'> {
  const { title, description, authors, published, updated, credit, image } = front;
  const dateline = printedDateline(front, opening);
  const picture = pictures.find(({ address }) => address === image?.src)?.picture;
  return { title, description, authors, dateline, published, updated, image, picture, credit, page: keep(html) };
}
