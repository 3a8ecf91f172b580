import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { toBookPicture } from '../../../src/epub/pictures.ts';
import { sha256 } from '../../../src/news/digest.ts';

const blank = (width: number, height: number, alpha = 1) =>
  sharp({ create: { width, height, channels: 4, background: { r: 120, g: 30, b: 20, alpha } } });

describe('a picture in a book', () => {
  test.each(['jpeg', 'png', 'gif'] as const)(
    'is the very file that the site shows where every device can show it: %s',
    async (format) => {
      const bytes = await blank(40, 30).toFormat(format).toBuffer();
      const picture = await toBookPicture(bytes, sha256(bytes));
      expect(picture.bytes.equals(bytes)).toBe(true);
      expect(picture).toMatchObject({ type: `image/${format}`, width: 40, height: 30 });
    },
  );

  test.each([
    ['webp', 1, 'image/jpeg', 'jpg'],
    ['avif', 1, 'image/jpeg', 'jpg'],
    ['webp', 0.5, 'image/png', 'png'],
  ] as const)(
    'is written anew where older devices cannot show it: %s, opacity %d',
    async (format, alpha, type, ending) => {
      const opaque = alpha === 1 ? blank(40, 30).removeAlpha() : blank(40, 30, alpha);
      const bytes = await opaque.toFormat(format).toBuffer();
      const picture = await toBookPicture(bytes, sha256(bytes));
      const { format: written, width, height } = await sharp(picture.bytes).metadata();
      expect([`image/${written}`, picture.file.endsWith(`.${ending}`), width, height]).toEqual([type, true, 40, 30]);
      expect(picture.type).toBe(type);
    },
  );

  test('is no longer than a device can hold, upright, and keeps its shape', async () => {
    const bytes = await blank(4000, 1000).removeAlpha().jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const picture = await toBookPicture(bytes, sha256(bytes));
    expect([picture.width, picture.height]).toEqual([500, 2000]);
    expect(picture.bytes.length).toBeLessThan(bytes.length);
  });
});
