import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { isAsWritten, type Manifest } from './manifest.ts';
import type { Output } from './plan.ts';

/** Endings of texts; pictures and the parts of the search index are compressed already. */
const TEXTS = new Set(['css', 'html', 'js', 'json', 'md', 'svg', 'txt', 'xml']);

/** The ways to compress (RFC 7932, RFC 1952), each by the ending that servers look for, as small as they can make it. */
const WAYS: Record<string, (bytes: Buffer) => Promise<Buffer>> = {
  br: (bytes) => toBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }),
  gz: (bytes) => toGzip(bytes, { level: constants.Z_BEST_COMPRESSION }),
};

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** What compressed bytes depend on besides the text. */
const COMPRESSOR = `${process.versions['brotli'] ?? ''}/${process.versions.zlib}`;

/** A compressed copy of another file. */
export interface Compressed extends Output {
  compressionOf: string;
}

/** Where texts and their compressed copies stand: those written in this build, and those that the last one left. */
export interface CompressionPlaces {
  aside: string;
  /** Files that stand there. */
  changed: readonly string[];
  dist: string;
  /** What the last build left in `dist`, by whatever code. */
  manifest: Manifest | undefined;
}

/**
 * The compressed copies that stand beside the texts of a site, `index.html.br` and `index.html.gz`. Every text has both:
 * which file there is depends on no file's bytes.
 */
export function compressedOutputs(outputs: readonly Output[]): Compressed[] {
  const taken = new Set(outputs.map(({ file }) => file));
  return outputs
    .filter(({ file }) => TEXTS.has(file.slice(file.lastIndexOf('.') + 1)))
    .flatMap(({ file, key }) => {
      return Object.keys(WAYS).map((way) => ({
        file: `${file}.${way}`,
        key: `${COMPRESSOR} ${key}`,
        compressionOf: file,
      }));
    })
    .filter(({ file }) => !taken.has(file));
}

/**
 * Writes compressed copies to where the pages were written. Where a text has the bytes of the last build, its
 * copies of that build are taken. As many are compressed at one time as there are processors.
 */
export async function writeCompressed(copies: readonly Compressed[], places: CompressionPlaces): Promise<void> {
  const files = new Set(places.changed);
  const queue = copies.values();
  const work = async (): Promise<void> => {
    for (const output of queue) {
      const text = join(files.has(output.compressionOf) ? places.aside : places.dist, output.compressionOf);
      await writeOne(output, await readFile(text), places);
    }
  };
  // All have ended before the first fault is told: nobody writes any more when what stands aside is removed.
  const ends = await Promise.allSettled(Array.from({ length: availableParallelism() }, work));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

async function writeOne(output: Compressed, bytes: Buffer, places: CompressionPlaces): Promise<void> {
  const { file } = output;
  // The text itself may stand where it stood, with nothing aside.
  await mkdir(dirname(join(places.aside, file)), { recursive: true });
  if (await isKept(output, bytes, places)) return copyFile(join(places.dist, file), join(places.aside, file));
  const compress = WAYS[file.slice(file.lastIndexOf('.') + 1)];
  if (compress) await writeFile(join(places.aside, file), await compress(bytes));
}

/** Whether the copy in `dist` was made of these bytes by this compressor. */
async function isKept(
  { file, compressionOf }: Compressed,
  bytes: Buffer,
  { dist, manifest }: CompressionPlaces,
): Promise<boolean> {
  const [text, copy] = [manifest?.outputs[compressionOf], manifest?.outputs[file]];
  if (!text || !copy?.key.startsWith(`${COMPRESSOR} `)) return false;
  if (!isAsWritten(dist, compressionOf, text) || !isAsWritten(dist, file, copy)) return false;
  return bytes.equals(await readFile(join(dist, compressionOf)));
}
