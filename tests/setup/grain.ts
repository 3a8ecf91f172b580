import sharp from 'sharp';

/**
 * A photograph of nothing, full of detail, as JPEG: the same for the same size and seed. One of a single colour would
 * weigh so little that no smaller copy is made of it.
 */
export async function grain(width: number, height: number, seed = 7): Promise<Buffer> {
  let state = seed;
  const next = (): number => (state = (state * 48_271) % 2_147_483_647);
  const bytes = Uint8Array.from({ length: width * height * 3 }, () => next() & 255);
  return sharp(bytes, { raw: { width, height, channels: 3 } })
    .blur(2)
    .linear(4, -384)
    .jpeg()
    .toBuffer();
}
