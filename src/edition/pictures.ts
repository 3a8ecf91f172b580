import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import sharp, { type Metadata } from 'sharp';
import type { PublishedPicture } from '../news/article.ts';
import { sha256 } from '../news/digest.ts';
import { articleFilePath, decoded } from '../news/paths.ts';
import { MOST_PIXELS, STILL_FORMATS } from '../news/pictures.ts';
import { articlesFolder, isAbsent } from './content-files.ts';

/** A picture beside an article, or why it cannot be shown. */
export type FoundPicture = { ok: true; file: string; picture: PublishedPicture } | { ok: false; reason: string };

/**
 * Reads the picture that an article's file names; `article` and the result's `file` stand below content/articles.
 * `known` is what was read there before: if the bytes are still the same, so is all else.
 */
export async function findPicture(
  content: string,
  article: string,
  address: string,
  known?: PublishedPicture,
): Promise<FoundPicture> {
  const file = posix.join(posix.dirname(article), decoded(address));
  if (file.startsWith('..')) return { ok: false, reason: 'stands outside content/articles; put it beside the article' };
  try {
    const bytes = await readFile(join(articlesFolder(content), file));
    const digest = sha256(bytes);
    if (known?.digest === digest) return { ok: true, file, picture: known };
    const facts = await readFacts(bytes);
    if (typeof facts === 'string') return { ok: false, reason: facts };
    return { ok: true, file, picture: { path: articleFilePath(file), digest, ...facts } };
  } catch (error) {
    return {
      ok: false,
      reason: isAbsent(error) ? 'is not there; put the file beside the article' : 'is no picture that can be read',
    };
  }
}

/** What a picture's bytes say, or why no page shows it. Throws where it cannot be decoded. */
async function readFacts(bytes: Buffer): Promise<Omit<PublishedPicture, 'path' | 'digest'> | string> {
  const facts = await sharp(bytes, { limitInputPixels: false }).metadata();
  const { width, height } = facts.autoOrient;
  const format = facts.compression === 'av1' ? 'avif' : facts.format;
  const known = STILL_FORMATS.find((name) => name === format);
  if (known === undefined && format !== 'gif') return `is ${format}; expected JPEG, PNG, WebP, AVIF or GIF`;
  if (width * height > MOST_PIXELS) return `has ${width} × ${height} pixels, which is more than a browser can show`;
  if (known === undefined || isMoving(facts, bytes)) return { width, height };
  // What cannot be decoded here cannot be encoded anew later, when the page already counts on it.
  await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'none' }).resize(16).raw().toBuffer();
  return { width, height, still: { format: known, bytes: bytes.length } };
}

/**
 * Whether a picture has several frames. The library counts those of WebP only: a moving PNG says so in a chunk `acTL`
 * before its first picture (PNG, third edition, section 11.3.6.1).
 */
function isMoving({ format, pages = 1 }: Metadata, bytes: Buffer): boolean {
  return pages > 1 || (format === 'png' && bytes.subarray(0, bytes.indexOf('IDAT')).includes('acTL'));
}
