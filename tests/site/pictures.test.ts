import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, inject, test } from 'vitest';
import { momentsOf } from '../setup/compare.ts';
import { byTag, listFiles, metaOf, type Page, readPage } from '../setup/dist.ts';
import { FIXTURE_BASE, FIXTURE_URL } from '../setup/fixture.ts';
import { grain } from '../setup/grain.ts';
import { Desk } from '../setup/scratch.ts';

interface Offer {
  type: string;
  /** Below the built folder. */
  file: string;
  width: number;
}

/** What a page offers a browser in place of its pictures. */
function offersOf(page: Page): Offer[] {
  return byTag(page, 'source').flatMap(({ attribs: { type = '', srcset = '' } }) =>
    srcset.split(', ').map((candidate) => {
      const [address = '', width = ''] = candidate.split(' ');
      return { type, file: address.slice(FIXTURE_BASE.length), width: Number(width.slice(0, -1)) };
    }),
  );
}

const variantsIn = (dist: string): string[] => listFiles(dist).filter((file) => file.startsWith('pictures/'));

describe('the picture of an article', () => {
  const dist = inject('fixtureDist');
  const page = readPage(dist, 'articles/2025/06/everything/');

  test('is offered in files that are what the page says of them, and say nothing of where it was taken', async () => {
    const offers = offersOf(page);
    const found = await Promise.all(
      offers.map(async ({ file }) => {
        const { width, mediaType, exif, icc, xmp } = await sharp(join(dist, file)).metadata();
        return { width, type: mediaType, metadata: exif ?? icc ?? xmp };
      }),
    );
    expect(found).toEqual(offers.map(({ width, type }) => ({ width, type, metadata: undefined })));
    expect(offers.filter(({ type }) => type === 'image/avif').map(({ width }) => width)).toEqual([480, 720, 960, 1200]);
    expect(variantsIn(dist).toSorted()).toEqual(offers.map(({ file }) => file).toSorted());
  });

  test('weighs less in every size than the original, which feeds and previews still name', () => {
    const original = 'articles/2025/06/harbour.jpg';
    const { size } = statSync(join(dist, original));
    expect(offersOf(page).filter(({ file }) => statSync(join(dist, file)).size >= size)).toEqual([]);
    expect(byTag(page, 'img').map(({ attribs }) => attribs['src'])).toEqual([FIXTURE_BASE + original]);
    expect(metaOf(page, 'og:image')).toEqual([FIXTURE_URL + original]);
  });

  test('that is small stays as it is, and still comes at once', () => {
    const small = readPage(dist, 'articles/2025/01/footnotes-and-tables/');
    expect(offersOf(small)).toEqual([]);
    expect(byTag(small, 'img').map(({ attribs }) => attribs['fetchpriority'])).toEqual(['high']);
  });
});

/** Where a desk keeps the pictures that it has encoded. */
function keptAt({ folder }: Desk): string {
  const [id = ''] = readdirSync(join(folder, 'cache'));
  return join(folder, 'cache', id, 'pictures');
}

function article(title: string, front = '', picture = 'ferry.jpg'): string {
  return `---\ntitle: ${title}\npublished: 2025-06-01\n${front}---\n\nShe lay at the quay.\n\n![A ferry](${picture})\n`;
}

test('pictures are encoded once, follow every edit, and go when nothing shows them', async () => {
  const desk = new Desk('nothing');
  desk.write('2025/06/one.md', article('One'));
  desk.write('2025/06/two.md', article('Two', '', 'same.jpg'));
  for (const name of ['ferry.jpg', 'same.jpg']) writeFileSync(desk.article(`2025/06/${name}`), await grain(600, 360));
  await desk.build();
  const first = variantsIn(desk.dist);
  expect(first).toHaveLength(4);
  const kept = momentsOf(keptAt(desk));
  expect(Object.keys(kept)).toHaveLength(4);

  desk.write('2025/06/one.md', article('One, Edited'));
  writeFileSync(desk.article('2025/06/same.jpg'), await grain(300, 200, 8));
  await desk.build();
  expect(momentsOf(keptAt(desk))).toMatchObject(kept);
  expect(variantsIn(desk.dist)).toEqual(expect.arrayContaining(first));
  expect(variantsIn(desk.dist)).toHaveLength(6);

  desk.write('2025/06/one.md', article('One', 'rights: { publish: headline }\n'));
  desk.write('2025/06/two.md', article('Two', 'withdrawn: { date: 2025-07-01, reason: It was wrong. }\n', 'same.jpg'));
  await desk.build();
  expect(listFiles(desk.dist).filter((file) => /\.(?:jpg|avif|webp)$/u.test(file))).toEqual([]);
  expect(readdirSync(keptAt(desk))).toEqual([]);
});
