import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkPicture } from '../../../../src/importer/pictures/check-picture.ts';
import { Desk } from '../desk.ts';
import { LONG } from '../read.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(() => desk.clear());

const photo = (width = 400, height = 300): Promise<Buffer> =>
  sharp({
    create: { width, height, channels: 3, background: '#7b1a10', noise: { type: 'gaussian', sigma: 30, mean: 90 } },
  })
    .jpeg()
    .withExif({ IFD0: { Copyright: 'a secret place' } })
    .toBuffer();

const page = (inside: string): string =>
  `<!doctype html><html lang="en"><head><title>Harbor Talks End</title></head><body><article><h1>Harbor Talks End</h1>
<p>${LONG}</p>${inside}<p>${LONG} Again.</p><p>${LONG} And again.</p></article></body></html>`;

const figure = (address: string): string =>
  `<figure><img src="${address}" alt="The harbor"><figcaption>The harbor at dawn</figcaption></figure>`;

const pictures = (): string[] => desk.articles().filter((file) => !file.endsWith('.md'));
const article = (): string => desk.text(desk.articles().find((file) => file.endsWith('.md')) ?? '');

describe('the pictures of a saved page', () => {
  test('stand beside the article from now on, without what the camera knew', async () => {
    await desk.put('page_files/harbor.jpg', await photo());
    const { code } = await desk.import(await desk.put('page.html', page(figure('page_files/harbor.jpg'))));
    expect(code).toBe(0);
    const [name = ''] = pictures();
    expect(name).toMatch(/^articles\/undated\/harbor-talks-end-[0-9a-f]{8}\.jpg$/u);
    const { format, width, exif } = await sharp(join(desk.content, name)).metadata();
    expect({ format, width, exif }).toEqual({ format: 'jpeg', width: 400, exif: undefined });
    expect(article()).toContain(`![The harbor](${name.split('/').at(-1)} "The harbor at dawn")`);
    expect((await desk.verify()).code).toBe(0);
  });

  test('that the page holds in itself are taken too', async () => {
    const data = `data:image/jpeg;base64,${(await photo()).toString('base64')}`;
    await desk.import(await desk.put('page.html', page(figure(data))));
    expect(pictures()).toHaveLength(1);
    expect(article()).not.toContain('data:');
  });

  test('of other hosts are not fetched unasked: the receipt lists them, and their captions stay', async () => {
    const { said } = await desk.import(await desk.put('page.html', page(figure('https://other.example/h.jpg'))));
    expect(pictures()).toEqual([]);
    expect(article()).toContain('address: https://other.example/h.jpg');
    expect(article()).toContain('<figure><figcaption><p>The harbor at dawn</p></figcaption></figure>');
    expect(article().split('---').at(-1)).not.toContain('other.example');
    expect(said[0]).toContain('--fetch-images');
    expect((await desk.verify()).code).toBe(0);
  });

  test('of other hosts are fetched where the editor asks for it', async () => {
    const asked: string[] = [];
    const bytes = await photo();
    const fetchPicture = (url: string): Promise<{ ok: true; bytes: Uint8Array }> => {
      asked.push(url);
      return Promise.resolve({ ok: true, bytes });
    };
    const path = await desk.put('page.html', page(figure('https://other.example/h.jpg')));
    await desk.import(path, {}, { fetchPictures: true, shell: { fetchPicture } });
    expect(asked).toEqual(['https://other.example/h.jpg']);
    expect(pictures()).toHaveLength(1);
  });

  test.each(['../secret.jpg', '%2e%2e/secret.jpg', 'link/secret.jpg', 'page_files/../../secret.jpg'])(
    'are never looked for outside its folder (%s)',
    async (address) => {
      await desk.put('secret.jpg', await photo());
      const path = await desk.put('pages/page.html', page(figure(address)));
      await symlink(desk.folder, join(desk.folder, 'pages/link'));
      await desk.import(path);
      expect(pictures()).toEqual([]);
    },
  );

  test('are kept once, however often the page is imported', async () => {
    await desk.put('page_files/harbor.jpg', await photo());
    const path = await desk.put('page.html', page(figure('page_files/harbor.jpg')));
    await desk.import(path);
    expect((await desk.import(path)).said[0]).toContain('unchanged');
    expect(pictures()).toHaveLength(1);
  });

  test('are no reason to take a copy for edited when the page comes with a new text', async () => {
    await desk.put('page_files/harbor.jpg', await photo());
    const path = await desk.put('page.html', page(figure('page_files/harbor.jpg')));
    await desk.import(path);
    await desk.put('page.html', page(`${figure('page_files/harbor.jpg')}<p>${LONG} Later.</p>`));
    expect((await desk.import(path)).said[0]).toContain('a new version of the source');
  });
});

describe('bytes that are said to be a picture', () => {
  const reasonFor = async (bytes: Uint8Array): Promise<string> => {
    const checked = await checkPicture(bytes);
    return checked.ok ? 'taken' : checked.reason;
  };

  test('are refused when they are a page', async () => {
    expect(await reasonFor(Buffer.from('<html><script>alert(1)</script></html>'))).toContain('no picture');
  });

  test('are refused when they are a drawing that can hold scripts', async () => {
    expect(await reasonFor(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'))).toContain(
      'svg',
    );
  });

  test('are refused by what the header says of their size, before anything is decoded', async () => {
    expect(await reasonFor(hugePng(30_000))).toContain('30000 × 30000 pixels');
  });

  test('are refused when they only count readers', async () => {
    expect(await reasonFor(await photo(1, 1))).toContain('counts readers');
  });

  test('lose what stands behind the picture', async () => {
    const bytes = Buffer.concat([await photo(), Buffer.from('<script>alert(1)</script>')]);
    const checked = await checkPicture(bytes);
    expect(checked.ok && Buffer.from(checked.bytes).includes('script')).toBe(false);
  });

  test('of a width that no page shows become narrower', async () => {
    const checked = await checkPicture(await photo(3000, 300));
    expect(checked.ok && (await sharp(checked.bytes).metadata()).width).toBe(2400);
  });
});

/** A PNG whose header says that it has so many pixels on each side, with hardly any data behind it. */
function hugePng(side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const chunk = (type: string, data: Buffer): Buffer => {
    const typed = Buffer.concat([Buffer.from(type), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(typed));
    return Buffer.concat([length, typed, sum]);
  };
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
