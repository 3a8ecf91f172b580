import sharp, { type Metadata, type Sharp } from 'sharp';
import { errorText } from '../error-text.ts';

/** A picture as it will stand beside its article: free of metadata, in a format that browsers show. */
export type CheckedPicture =
  { ok: true; bytes: Uint8Array; extension: 'jpg' | 'png' | 'webp' } | { ok: false; reason: string };

/** Bytes. */
const LARGEST = 20_000_000;

/** Pixels: of a side, and of the whole. What is said to be larger is not even decoded. */
const LONGEST_SIDE = 20_000;
const MOST_PIXELS = 60_000_000;

/** Pixels. A smaller one shows nothing; it counts readers. */
const SHORTEST_SIDE = 3;

/** Pixels. No page shows a wider one. */
const WIDEST_KEPT = 2_400;

const TAKEN = new Set(['jpeg', 'png', 'webp', 'gif', 'avif', 'heif', 'tiff']);

/**
 * Checks a picture by its bytes, whatever its name says, and encodes it anew, upright and without metadata.
 * A drawing that can hold scripts (SVG) is refused. Never throws.
 */
export async function checkPicture(bytes: Uint8Array): Promise<CheckedPicture> {
  const refuse = (reason: string): CheckedPicture => ({ ok: false, reason });
  if (bytes.length > LARGEST) return refuse(`too large: ${(bytes.length / 1e6).toFixed(1)} MB`);
  try {
    const facts = await sharp(bytes, { limitInputPixels: false }).metadata();
    const { width, height, format } = facts;
    if (!TAKEN.has(format)) return refuse(`a picture of the kind ${format} is not taken`);
    if (Math.min(width, height) < SHORTEST_SIDE) return refuse('it shows nothing: it only counts readers');
    if (Math.max(width, height) > LONGEST_SIDE || width * height > MOST_PIXELS)
      return refuse(`too large: ${width} × ${height} pixels`);
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, animated: false });
    const upright = picture.rotate().resize({ width: WIDEST_KEPT, withoutEnlargement: true });
    const extension = extensionFor(facts);
    return { ok: true, bytes: await encode(upright, extension), extension };
  } catch (error) {
    return refuse(`no picture that can be read: ${errorText(error)}`);
  }
}

/** Photographs stay photographs, drawings keep their sharp edges, and whatever has clear parts keeps them. */
function extensionFor({ format, hasAlpha }: Metadata): 'jpg' | 'png' | 'webp' {
  if (format === 'png' || format === 'gif') return 'png';
  return format === 'webp' || hasAlpha ? 'webp' : 'jpg';
}

function encode(picture: Sharp, extension: 'jpg' | 'png' | 'webp'): Promise<Buffer> {
  if (extension === 'png') return picture.png({ compressionLevel: 9 }).toBuffer();
  return extension === 'webp'
    ? picture.webp({ quality: 82 }).toBuffer()
    : picture.jpeg({ quality: 82, mozjpeg: true }).toBuffer();
}
