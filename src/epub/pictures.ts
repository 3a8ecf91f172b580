import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Edition } from '../news/edition.ts';
import type { SitePath } from '../news/paths.ts';
import { MOST_PIXELS } from '../news/pictures.ts';

/** A picture as it stands in a book. */
export interface BookPicture {
  /** Its name below the book's folder: `pictures/0f3a….jpg`. */
  file: string;
  type: string;
  bytes: Buffer;
  /** In pixels. */
  width: number;
  height: number;
}

/** Formats that every reader of EPUB shows, those of version 2 too (EPUB 3.3, section 3.2, has WebP besides). */
const SHOWN = new Map([
  ['jpeg', { type: 'image/jpeg', ending: 'jpg' }],
  ['png', { type: 'image/png', ending: 'png' }],
  ['gif', { type: 'image/gif', ending: 'gif' }],
]);

/** No reading device shows more pixels in width or height, and many run out of memory. */
const LONGEST_SIDE = 2000;

/**
 * The pictures that articles show, by their paths on the site: files that every reader shows as they are; others, and those
 * longer than 2,000 pixels, written anew as JPEG, or as PNG where something shines through. `content` is the content folder.
 */
export async function readPictures(
  content: string,
  { pictures }: Pick<Edition, 'pictures'>,
  wanted: ReadonlySet<string>,
): Promise<Map<SitePath, BookPicture>> {
  const read = new Map<SitePath, BookPicture>();
  for (const [file, { path, digest }] of pictures) {
    if (!wanted.has(path)) continue;
    read.set(path, await toBookPicture(await readFile(join(content, 'articles', file)), digest));
  }
  return read;
}

/** A picture's bytes fit for a book; `digest` is theirs, and names the file. Throws where they are no picture. */
export async function toBookPicture(bytes: Buffer, digest: string): Promise<BookPicture> {
  const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'none' });
  const { format, hasAlpha, autoOrient } = await picture.metadata();
  const { width, height } = autoOrient;
  const shown = SHOWN.get(format);
  if (shown && (format === 'gif' || Math.max(width, height) <= LONGEST_SIDE))
    return { file: fileOf(digest, shown.ending), type: shown.type, bytes, width, height };
  const fitted = picture
    .autoOrient()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true });
  const isOpaque = !hasAlpha && format !== 'png';
  const encoded = isOpaque ? fitted.jpeg({ quality: 82 }) : fitted.png();
  const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
  const written = isOpaque ? { type: 'image/jpeg', ending: 'jpg' } : { type: 'image/png', ending: 'png' };
  return {
    file: fileOf(digest, written.ending),
    type: written.type,
    bytes: data,
    width: info.width,
    height: info.height,
  };
}

function fileOf(digest: string, ending: string): string {
  return `pictures/${digest.slice(0, 16)}.${ending}`;
}
