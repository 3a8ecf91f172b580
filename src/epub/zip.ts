import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import { ZipFile } from 'yazl';

/** A file of a book. */
export interface BookFile {
  /** In the archive, with `/` between folders. */
  path: string;
  content: string | Buffer;
}

const MEDIA_TYPE = 'application/epub+zip';

/** Says at an archive's end whose work it is, and of what. */
const MARK = 'Made by Tearsheet of ';

/** An archive has a time for each file, without a time zone: always the same one, so that bytes depend on content alone. */
const TIME = new Date(1980, 0, 1, 12);

/** So many files are compressed at a time. */
const AT_ONCE = 64;

const compress = promisify(deflateRaw);

/** Pictures are compressed already. */
const PACKED = /\.(?:jpg|png|gif)$/u;

/**
 * Files as an EPUB (EPUB 3.3, section 4.2, Open Container Format): `mimetype` comes first, as it is and without extra
 * fields. `address` is the book's, and is written at its end too. The same files give the same bytes.
 */
export async function toEpub(files: readonly BookFile[], address: string): Promise<Buffer> {
  const zip = new ZipFile();
  const whole = buffer(zip.outputStream);
  const options = { mtime: TIME, mode: 0o100644, forceDosTimestamp: true };
  zip.addBuffer(Buffer.from(MEDIA_TYPE), 'mimetype', { ...options, compress: false });
  for (const [index, { path, content }] of files.entries()) {
    zip.addBuffer(Buffer.from(content), path, { ...options, compress: !PACKED.test(path) });
    // The library begins to compress each file at once and needs much memory for each: what is compressed after them is
    // done when they are, or nearly so.
    if (index % AT_ONCE === AT_ONCE - 1) await compress(Buffer.alloc(0));
  }
  zip.end({ forceZip64Format: false, comment: MARK + address });
  return whole;
}

/** So many bytes at a file's beginning and end tell whose it is. */
export const LONGEST_END = 8192;

/** The address of the book that a file holds, from its first and its last bytes; nothing where it is none of ours. */
export function addressIn(start: Buffer, end: Buffer): string | undefined {
  // The first entry of an archive has a head of 30 bytes, then its name, then its content.
  const isEpub = start.subarray(30, 38 + MEDIA_TYPE.length).toString('latin1') === `mimetype${MEDIA_TYPE}`;
  const at = end.lastIndexOf(MARK);
  return isEpub && at !== -1 ? end.subarray(at + MARK.length).toString('latin1') : undefined;
}
