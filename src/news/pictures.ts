import type { PublishedPicture } from './article.ts';
import { sha256 } from './digest.ts';
import { type SitePath, toHref, variantPath } from './paths.ts';

/** The formats of pictures that are encoded anew. A GIF is not among them: it moves, or is a small drawing. */
export const STILL_FORMATS = ['jpeg', 'png', 'webp', 'avif'] as const;
export type StillFormat = (typeof STILL_FORMATS)[number];

/** Pixels. A picture of more is refused: decoding it could take all memory. */
export const MOST_PIXELS = 100_000_000;

/** Best first: a browser takes the first that it knows. */
export const VARIANT_TYPES = ['avif', 'webp'] as const;
export type VariantType = (typeof VARIANT_TYPES)[number];

/**
 * How variants are encoded. The first quality is the one wanted; a lower one is for an original that has already lost so
 * much that its copy would be larger than itself. AVIF keeps the full resolution of colours: the words in a drawing do
 * not blur, and it costs 4 %. More effort than 2 makes it 3 % smaller in twice the time, more than 3 in eight times.
 */
export const ENCODING = {
  avif: { qualities: [55, 40, 25], options: { effort: 2, chromaSubsampling: '4:4:4' } },
  webp: { qualities: [75, 55, 35], options: { effort: 4 } },
} as const;

/** A picture encoded anew for pages. */
export interface Variant {
  path: SitePath;
  type: VariantType;
  /** In pixels. */
  width: number;
}

/** A `<source>` of a picture (HTML Living Standard, section 4.8.2), its values as they stand in the page. */
export interface PictureSource {
  type: string;
  srcset: string;
  sizes: string;
}

/** Pixels: small phones, phones at two and nearly three pixels a point, and the measure at two. */
const LADDER = [480, 720, 960, 1200];

/** Pixels. No wider picture has more to show: it is three times the measure, and then some for readers who zoom. */
const WIDEST = 1920;

/** A rung that is nearly as wide as the widest saves nobody anything. */
const NEARLY = 0.9;

/** Bytes. A file so small comes in three packets, and nothing is gained by another. */
const SMALL = 4_096;

/**
 * The variants of a picture, narrowest first, AVIF before WebP; none of one that moves or is small in bytes. What they
 * are follows from the picture alone, so that a page can name them before there are any. Their addresses stand for what
 * they show: they hold the original's digest and the way of encoding, so two articles with one picture share them.
 */
export function pictureVariants({ digest, width, still }: PublishedPicture): Variant[] {
  if (!still || still.bytes <= SMALL) return [];
  const widest = Math.min(width, WIDEST);
  const widths = [...LADDER.filter((rung) => rung < NEARLY * widest), widest];
  const name = sha256(JSON.stringify([digest, ENCODING])).slice(0, 20);
  return VARIANT_TYPES.flatMap((type) =>
    widths.map((own) => ({ path: variantPath(`${name}-${own}.${type}`), type, width: own })),
  );
}

/** What a page offers a browser to choose from, AVIF first; nothing where the picture has no variants. */
export function toSources(base: string, picture: PublishedPicture): PictureSource[] {
  const sizes = sizesOf(picture.width);
  const byType = Map.groupBy(pictureVariants(picture), ({ type }) => type);
  return [...byType].map(([type, variants]) => {
    const srcset = variants.map(({ path, width }) => `${toHref(base, path)} ${width}w`).join(', ');
    return { type: `image/${type}`, srcset, sizes };
  });
}

/** CSS pixels: 36rem, the measure of `tokens.css`, at the size that rem has in `sizes`. */
const MEASURE = 576;

/** The part of a window that a narrow page's column takes: `--edge` of `tokens.css` leaves 4 % on each side. */
const COLUMN = 0.92;

/** How wide a picture of so many pixels is shown (the `sizes` attribute): as wide as it is, or as the column. */
function sizesOf(width: number): string {
  if (width >= MEASURE) return '(min-width: 39rem) 36rem, 92vw';
  return `(min-width: ${Math.ceil(width / COLUMN)}px) ${width}px, 92vw`;
}
