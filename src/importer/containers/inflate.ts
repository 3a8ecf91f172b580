import {
  type BrotliDecompress,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
  type Gunzip,
  type Inflate,
  type InflateRaw,
  type ZstdDecompress,
} from 'node:zlib';
import { megabytes } from './container.ts';

type Decoder = BrotliDecompress | Gunzip | Inflate | InflateRaw | ZstdDecompress;

/** Bytes given to a decoder at a time: what gzip makes of so few fits into memory. */
const PIECE = 16_384;

const DECODERS: ReadonlyMap<string, () => Decoder> = new Map<string, () => Decoder>([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['br', createBrotliDecompress],
  ['deflate', createInflate],
  ['deflate-raw', createInflateRaw],
  ['zstd', createZstdDecompress],
]);

/**
 * Decodes a stream in a content coding of HTTP (RFC 9110, lower case): gzip (all members), br, deflate, zstd. What can
 * be decoded of a damaged stream is given before it throws a reason. `limit`: bytes of decoded content.
 */
export async function* inflate(
  stream: AsyncIterable<Uint8Array>,
  coding: string,
  limit: number,
): AsyncIterable<Uint8Array> {
  const decoder = DECODERS.get(coding)?.();
  if (!decoder) throw new Error(`it is compressed as "${coding}", which cannot be read`);
  const output = collect(decoder, limit);
  try {
    for await (const piece of piecesOf(stream)) {
      await Promise.race([new Promise<void>((resolve) => decoder.write(piece, () => resolve())), output.over]);
      yield* output.take();
      // Bytes behind the last member are none of the file's content.
      if (output.isOver()) break;
    }
    if (!output.isOver()) decoder.end();
    await output.over;
    yield* output.take();
  } finally {
    decoder.destroy();
  }
  const reason = output.reason();
  if (reason !== undefined) throw new Error(reason);
}

interface Output {
  /** What was decoded since it was last asked for. */
  take: () => Uint8Array[];
  isOver: () => boolean;
  over: Promise<void>;
  reason: () => string | undefined;
}

/** An iterator over the decoder would lose what it decoded before an error: its output is taken as it comes. */
function collect(decoder: Decoder, limit: number): Output {
  const ready: Uint8Array[] = [];
  let length = 0;
  let isOver = false;
  let reason: string | undefined;
  decoder.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length <= limit) ready.push(chunk);
    else if (reason === undefined) {
      reason = `too large: more than ${megabytes(limit)} MB when decompressed`;
      decoder.destroy();
    }
  });
  decoder.on('error', (error) => (reason ??= `damaged or cut off: ${error.message}`));
  const over = new Promise<void>((resolve) => {
    const end = (): void => {
      isOver = true;
      resolve();
    };
    decoder.once('end', end).once('close', end);
  });
  return { take: () => ready.splice(0), isOver: () => isOver, over, reason: () => reason };
}

async function* piecesOf(stream: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  for await (const chunk of stream)
    for (let at = 0; at < chunk.length; at += PIECE) yield chunk.subarray(at, at + PIECE);
}
