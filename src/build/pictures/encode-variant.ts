import sharp from 'sharp';
import type { PublishedPicture } from '../../news/article.ts';
import { ENCODING, MOST_PIXELS, type Variant, type VariantType } from '../../news/pictures.ts';

/** What a variant's bytes depend on besides the original and the way of encoding: the library and all that it is made of. */
export const ENCODER = JSON.stringify(sharp.versions);

// How many threads share the work changes what AVIF comes out, and an edition is to be the same on every machine.
sharp.concurrency(1);

/**
 * Encodes a picture anew as a variant: upright, in sRGB, without metadata, from the bytes of its file. It takes a lower
 * quality where the copy would be larger than the original. Throws where the original cannot be decoded.
 */
export async function encodeVariant(
  original: Uint8Array,
  { still }: Pick<PublishedPicture, 'still'>,
  { type, width }: Pick<Variant, 'type' | 'width'>,
): Promise<Buffer> {
  // Who cannot read AVIF gets WebP whatever it weighs: to him the original is no choice.
  const limit = still && (type === 'avif' || still.format !== 'avif') ? still.bytes : Infinity;
  let smallest: Buffer | undefined;
  for (const quality of ENCODING[type].qualities) {
    const bytes = await encode(original, width, type, quality);
    if (!smallest || bytes.length < smallest.length) smallest = bytes;
    if (smallest.length <= limit) break;
  }
  if (!smallest) throw new Error(`There is no quality to encode ${type} with.`);
  return smallest;
}

function encode(original: Uint8Array, width: number, type: VariantType, quality: number): Promise<Buffer> {
  // A file that ends too early is shown as far as it goes, as browsers do.
  const upright = sharp(original, { limitInputPixels: MOST_PIXELS, failOn: 'none' }).autoOrient();
  // In sRGB and without metadata, as the library does unless it is told otherwise.
  return upright
    .resize({ width, withoutEnlargement: true })
    .toFormat(type, { ...ENCODING[type].options, quality })
    .toBuffer();
}
