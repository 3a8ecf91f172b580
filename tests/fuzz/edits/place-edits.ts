import { appendFileSync, cpSync, existsSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { listFiles } from '../../setup/dist.ts';
import { type Edits, oneOf } from './edits.ts';

/** The code, a place in it and what might stand there. */
const CODE: [file: string, from: string, to: string][] = [
  ['src/components/Footer.astro', '{frame.name}</p>', '{frame.name}, again</p>'],
  ['src/styles/prose.css', 'margin-block-start: 0.9em', 'margin-block-start: 1em'],
  ['src/markdown/sanitize-schema.ts', "new Set(['picture'", "new Set(['table', 'picture'"],
  ['src/news/interface/english.ts', "saved: 'Saved'", "saved: 'Kept'"],
  ['public/favicon.svg', '</svg>', '<!-- --></svg>'],
  ['package.json', '"version": "0.1.0"', '"version": "0.1.1"'],
];

/** What happens to the files that no editor writes: pictures, the code, the memory of builds, and what they built. */
export const PLACE_EDITS: Edits = {
  'another picture': async (shop, pick, value) => {
    const file = oneOf(shop.files('.png', '.jpg'), pick);
    if (file !== undefined) shop.write(shop.article(file), await makePicture(value % 4));
  },
  'a picture taken out': (shop, pick) => {
    const file = oneOf(shop.files('.png', '.jpg'), pick);
    if (file !== undefined) rmSync(shop.article(file));
  },
  'the code': (shop, pick, value) => {
    const [file = '', from, to] = oneOf(CODE, pick) ?? [];
    if (value % 2 === 0) shop.setCode(file, from, to);
    else shop.setCode(file);
  },
  'a file that is served as it is': (shop, _, value) => {
    const file = join(shop.project, 'public/notes.txt');
    if (value % 3 === 0) rmSync(file, { force: true });
    else shop.write(file, `Note ${value}\n`);
  },
  'a memory lost': (shop, pick) => {
    const file = oneOf(filesIn(shop.cache), pick);
    if (file !== undefined) rmSync(join(shop.cache, file));
  },
  'all memory lost': (shop) => rmSync(shop.cache, { recursive: true, force: true }),
  'a memory cut short': (shop, pick, value) => {
    const file = oneOf(filesIn(shop.cache), pick);
    if (file === undefined) return;
    const path = join(shop.cache, file);
    truncateSync(path, Math.floor((readFileSync(path).length * value) / 100));
  },
  'a memory damaged': (shop, pick, value) => {
    const file = oneOf(filesIn(shop.cache), pick);
    if (file === undefined) return;
    const bytes = readFileSync(join(shop.cache, file));
    const place = Math.floor((bytes.length * value) / 100);
    // Another letter or digit where one was: what stands there can still be read, and says something else.
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    shop.write(join(shop.cache, file), bytes);
  },
  'the memory kept aside, or that one put back': (shop, _, value) => {
    const kept = join(shop.project, 'kept');
    const [from, to] = value % 2 === 0 ? [shop.cache, kept] : [kept, shop.cache];
    if (!existsSync(from)) return;
    rmSync(to, { recursive: true, force: true });
    cpSync(from, to, { recursive: true });
  },
  'a built file lost': (shop, pick, value) => {
    const file = oneOf(filesIn(shop.dist), pick * 100 + value);
    if (file !== undefined) rmSync(join(shop.dist, file));
  },
  'a built file changed': (shop, pick, value) => {
    const file = oneOf(filesIn(shop.dist), pick * 100 + value);
    if (file !== undefined) appendFileSync(join(shop.dist, file), 'x');
  },
  'the built site lost': (shop) => rmSync(shop.dist, { recursive: true, force: true }),
};

function filesIn(folder: string): string[] {
  return existsSync(folder) ? listFiles(folder) : [];
}

/** A picture of coloured noise, so that it is large enough to be offered in smaller ones. */
function makePicture(number: number): Promise<Buffer> {
  const [width, height] = [120 + number * 40, 80];
  const pixels = Uint8Array.from({ length: width * height * 3 }, (_, place) => (place * place * (number + 7)) % 251);
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}
