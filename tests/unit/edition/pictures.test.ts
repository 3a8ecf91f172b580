import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { findPicture, type FoundPicture } from '../../../src/edition/pictures.ts';
import { grain } from '../../setup/grain.ts';
import { makeFolder } from '../build/folder.ts';

const drawing = (width = 60, height = 40): Sharp =>
  sharp({ create: { width, height, channels: 3, background: '#346' } });

/** What an article beside a file of these bytes finds. */
async function find(bytes: Uint8Array): Promise<FoundPicture> {
  const content = await makeFolder({ 'articles/k.jpg': bytes });
  return findPicture(content, 'a.md', 'k.jpg');
}

async function stillOf(bytes: Uint8Array): Promise<unknown> {
  const found = await find(bytes);
  return found.ok ? found.picture.still : found.reason;
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** Bytes before which a PNG says its size. */
const PNG_HEAD = 33;

describe('a picture beside an article', () => {
  it.each(['jpeg', 'png', 'webp', 'avif'] as const)(
    'is known by its bytes, whatever its name says: %s',
    async (format) => {
      const bytes = await drawing().toFormat(format).toBuffer();
      expect(await stillOf(bytes)).toEqual({ format, bytes: bytes.length });
    },
  );

  it('has the size that it is shown in, whatever way the camera was held', async () => {
    const bytes = await drawing(60, 40).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    expect(await find(bytes)).toMatchObject({ ok: true, picture: { width: 40, height: 60 } });
  });

  it('is left as it is where it moves', async () => {
    const frames = { raw: { width: 8, height: 16, channels: 3, pageHeight: 8 } } as const;
    const two = Buffer.concat([Buffer.alloc(8 * 8 * 3, 200), Buffer.alloc(8 * 8 * 3, 20)]);
    const gif = await sharp(two, frames).gif({ loop: 0 }).toBuffer();
    const webp = await sharp(two, frames).webp({ loop: 0 }).toBuffer();
    const still = await drawing().png().toBuffer();
    const control = chunk('acTL', Buffer.from([0, 0, 0, 1, 0, 0, 0, 0]));
    const png = Buffer.concat([still.subarray(0, PNG_HEAD), control, still.subarray(PNG_HEAD)]);
    expect(await Promise.all([gif, webp, png].map(stillOf))).toEqual([undefined, undefined, undefined]);
    expect(await stillOf(still)).toEqual({ format: 'png', bytes: still.length });
  });

  it('is refused where it is more than a browser can show, and is not even decoded', async () => {
    const png = await drawing().png().toBuffer();
    const size = Buffer.alloc(8);
    size.writeUInt32BE(30_000, 0);
    size.writeUInt32BE(30_000, 4);
    const header = chunk('IHDR', Buffer.concat([size, png.subarray(24, 29)]));
    const bomb = Buffer.concat([png.subarray(0, 8), header, png.subarray(PNG_HEAD)]);
    expect(await stillOf(bomb)).toBe('has 30000 × 30000 pixels, which is more than a browser can show');
  });

  it.each(['webp', 'avif'] as const)(
    'is refused where nothing can be made of it, before a page counts on it: half a file of %s',
    async (format) => {
      const whole = await sharp(await grain(300, 200))
        .toFormat(format)
        .toBuffer();
      expect(await stillOf(whole.subarray(0, whole.length / 2))).toBe('is no picture that can be read');
    },
  );

  it('is not read again where it is known, and is where it has changed', async () => {
    const content = await makeFolder({ 'articles/k.jpg': await drawing(60, 40).jpeg().toBuffer() });
    const found = await findPicture(content, 'a.md', 'k.jpg');
    if (!found.ok) throw new Error(found.reason);
    const known = { ...found.picture, width: 7 };
    expect(await findPicture(content, 'a.md', 'k.jpg', known)).toMatchObject({ picture: { width: 7 } });
    await writeFile(join(content, 'articles/k.jpg'), await drawing(80, 40).jpeg().toBuffer());
    expect(await findPicture(content, 'a.md', 'k.jpg', known)).toMatchObject({ picture: { width: 80 } });
  });
});
