import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { errorText } from '../error-text.ts';
import { megabytes } from './container.ts';

/** No text is compressed further than this; and up to so many bytes a bomb does no harm. */
const HIGHEST_RATIO = 200;
const HARMLESS = 1_000_000;

/**
 * The decoded bytes of a ZIP's entry. Throws a reason where they are damaged, decode to more than `left` bytes, or to
 * so many times their size as only those of a bomb do. Tells `count` of each chunk's length.
 */
export async function* entryStream(
  file: ZipFile,
  entry: Entry,
  left: number,
  count: (length: number) => void,
): AsyncIterable<Uint8Array> {
  let length = 0;
  let checksum = 0;
  for await (const chunk of chunksOf(file, entry)) {
    length += chunk.length;
    count(chunk.length);
    if (length > left) throw new Error('the archive holds too much: unpack it and name its files');
    if (length > HARMLESS && length > HIGHEST_RATIO * entry.compressedSize)
      throw new Error(`it is a bomb: more than ${HIGHEST_RATIO} times its size, and over ${megabytes(HARMLESS)} MB`);
    checksum = crc32(chunk, checksum);
    yield chunk;
  }
  if (checksum !== entry.crc32) throw new Error('it is damaged: its checksum is another');
}

async function* chunksOf(file: ZipFile, entry: Entry): AsyncIterable<Uint8Array> {
  try {
    const stream: AsyncIterable<unknown> = await file.openReadStreamPromise(entry);
    for await (const chunk of stream) if (chunk instanceof Uint8Array) yield chunk;
  } catch (error) {
    throw new Error(`it is damaged or cut off: ${errorText(error)}`);
  }
}
