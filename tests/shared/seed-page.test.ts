import { cpSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pageBlocks } from '../../src/build/page-text.ts';
import { normalise } from '../../src/news/text.ts';
import { listFiles, partText, readPage } from '../setup/dist.ts';
import { Desk as Edition } from '../setup/scratch.ts';
import { Desk } from '../unit/importer/desk.ts';
import { seedFiles } from './seeds.ts';

const [seed = ''] = seedFiles();

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(() => desk.clear());

test('the seed article is imported into an empty edition, and its page shows each of its 17 blocks in their order', async () => {
  const edition = new Edition('nothing');
  await desk.import(seed, { published: '2016-10-04' });
  cpSync(desk.content, edition.content, { recursive: true });
  await edition.build();
  const [file = ''] = listFiles(edition.dist).filter((name) => /^articles\/2016\/10\/.*\/index\.html$/u.test(name));
  const page = readPage(edition.dist, file);
  const blocks = readFileSync(seed, 'utf8')
    .split(/\n\s*\n/u)
    .map(normalise);
  expect(blocks).toHaveLength(17);
  expect(pageBlocks(page.html)).toEqual(blocks);
  expect(partText(page, 'receipt')).toMatch(
    /^Word for word the text of .*; 2 lines moved, none changed, none dropped\./u,
  );
});
