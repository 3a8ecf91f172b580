import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { encodeVariant } from '../../../../src/build/pictures/encode-variant.ts';
import type { PublishedPicture } from '../../../../src/news/article.ts';
import { type StillFormat, VARIANT_TYPES } from '../../../../src/news/pictures.ts';
import { grain } from '../../../setup/grain.ts';

const stillOf = (format: StillFormat, bytes = 1_000_000): Pick<PublishedPicture, 'still'> => ({
  still: { format, bytes },
});

/** A picture of one colour, in the colours of a wide screen. */
function inWideColours(background: string): Promise<Buffer> {
  return sharp({ create: { width: 64, height: 32, channels: 3, background } })
    .withIccProfile('p3')
    .png()
    .toBuffer();
}

async function colourOf(bytes: Buffer): Promise<number[]> {
  const { channels } = await sharp(bytes).stats();
  return channels.map(({ mean }) => Math.round(mean));
}

describe.each(VARIANT_TYPES)('a picture encoded anew as %s', (type) => {
  it('stands upright, whatever way the camera was held, and says nothing of where', async () => {
    const taken = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#346' } })
      .jpeg()
      .withExif({ IFD0: { Copyright: 'a secret place' }, IFD3: { GPSLatitude: '48/1 51/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const facts = await sharp(await encodeVariant(taken, stillOf('jpeg'), { type, width: 40 })).metadata();
    expect([facts.width, facts.height]).toEqual([40, 60]);
    expect([facts.orientation ?? 1, facts.exif, facts.xmp, facts.icc]).toEqual([1, undefined, undefined, undefined]);
  });

  it('shows the same colours without a profile', async () => {
    const original = await inWideColours('rgb(200, 40, 60)');
    expect(await colourOf(original)).not.toEqual([200, 40, 60]);
    const found = await colourOf(await encodeVariant(original, stillOf('png'), { type, width: 64 }));
    found.forEach((value, index) => expect(Math.abs(value - ([200, 40, 60][index] ?? 0))).toBeLessThanOrEqual(4));
  });

  it('is as wide as wanted, and never larger than the original', async () => {
    const original = await grain(90, 60);
    const widthOf = async (width: number): Promise<number> =>
      (await sharp(await encodeVariant(original, stillOf('png'), { type, width })).metadata()).width;
    expect([await widthOf(45), await widthOf(90), await widthOf(500)]).toEqual([45, 90, 90]);
  });

  it('is shown with less detail where it would weigh more than the original', async () => {
    const original = await grain(300, 200);
    const wanted = await encodeVariant(original, stillOf('jpeg'), { type, width: 300 });
    const bound = wanted.length - 1;
    const bounded = await encodeVariant(original, stillOf('jpeg', bound), { type, width: 300 });
    expect(bounded.length).toBeLessThanOrEqual(bound);
  });

  it('keeps what shines through', async () => {
    const clear = { r: 200, g: 0, b: 0, alpha: 0.5 };
    const original = await sharp({ create: { width: 64, height: 32, channels: 4, background: clear } })
      .png()
      .toBuffer();
    expect((await sharp(await encodeVariant(original, stillOf('png'), { type, width: 64 })).metadata()).hasAlpha).toBe(
      true,
    );
  });

  it('comes out the same each time, be other work at hand or not', async () => {
    const original = await grain(300, 200);
    const encode = (): Promise<Buffer> => encodeVariant(original, stillOf('png'), { type, width: 240 });
    const alone = await encode();
    for (const bytes of await Promise.all([encode(), encode(), encode()])) expect(bytes.equals(alone)).toBe(true);
    // With as many threads as a machine has, each machine would have its own.
    expect(sharp.concurrency()).toBe(1);
  });
});

it('the copy for those who cannot read AVIF keeps its detail beside an AVIF that is smaller', async () => {
  const original = await grain(300, 200);
  const variant = { type: 'webp', width: 300 } as const;
  const full = await encodeVariant(original, stillOf('png'), variant);
  expect((await encodeVariant(original, stillOf('avif', 100), variant)).equals(full)).toBe(true);
  expect((await encodeVariant(original, stillOf('webp', 100), variant)).equals(full)).toBe(false);
});

it('a file that ends too early is shown as far as it goes', async () => {
  const whole = await sharp(await grain(300, 200))
    .jpeg()
    .toBuffer();
  const cut = whole.subarray(0, whole.length / 2);
  const { width } = await sharp(await encodeVariant(cut, stillOf('jpeg'), { type: 'avif', width: 240 })).metadata();
  expect(width).toBe(240);
});
