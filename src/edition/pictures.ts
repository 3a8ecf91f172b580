import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import sharp from 'sharp';
import { sha256 } from '../news/digest.ts';
import type { PublishedPicture } from '../news/article.ts';
import { articleFilePath, decoded } from '../news/paths.ts';
import { articlesFolder, isAbsent } from './content-files.ts';

/** What browsers show, by what the file's own bytes say it is. */
const FORMATS = new Set(['jpeg', 'png', 'webp', 'gif', 'avif', 'heif']);

/** A picture beside an article, or why it cannot be shown. */
export type FoundPicture = { ok: true; file: string; picture: PublishedPicture } | { ok: false; reason: string };

/** Reads the picture that an article's file names; `article` and the result's `file` stand below content/articles. */
export async function findPicture(content: string, article: string, address: string): Promise<FoundPicture> {
  const file = posix.join(posix.dirname(article), decoded(address));
  if (file.startsWith('..')) return { ok: false, reason: 'stands outside content/articles; put it beside the article' };
  try {
    const bytes = await readFile(join(articlesFolder(content), file));
    const { format, width, height } = await sharp(bytes).metadata();
    if (!FORMATS.has(format)) return { ok: false, reason: `is ${format}; expected JPEG, PNG, WebP, AVIF or GIF` };
    return { ok: true, file, picture: { path: articleFilePath(file), digest: sha256(bytes), width, height } };
  } catch (error) {
    return {
      ok: false,
      reason: isAbsent(error) ? 'is not there; put the file beside the article' : 'is no picture that can be read',
    };
  }
}
