import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readArticleFile } from '../../src/markdown/article-file.ts';
import { Desk } from '../unit/importer/desk.ts';
import { seedFiles } from './seeds.ts';

const [seed = ''] = seedFiles();
const lines = readFileSync(seed, 'utf8')
  .split('\n')
  .map((line) => line.trim());
/** The lines, counted from 1, in which the seed article has what is no running text. */
const [CAPTION, CROSSHEAD, CREDIT] = [3, 23, 33];

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(() => desk.clear());

test('the seed article has 17 blocks, of which 15 are kept and 2 moved', async () => {
  const { code, said } = await desk.import(seed);
  expect(code).toBe(0);
  expect(said[0]).toContain(
    '17 blocks: 15 kept, 2 moved. Undated: the text says "October 4"; give --published YYYY-10-04',
  );
  const read = readArticleFile(seed, desk.article());
  expect(read).toMatchObject({
    ok: true,
    value: {
      front: {
        image: { caption: lines[CAPTION - 1] },
        credit: lines[CREDIT - 1],
        receipt: {
          moved: [
            { line: CAPTION, field: 'image.caption' },
            { line: CREDIT, field: 'credit' },
          ],
          changed: [],
          dropped: [],
        },
      },
    },
  });
  expect(desk.article()).toContain(`\n## ${lines[CROSSHEAD - 1]}\n`);
  expect((await desk.verify()).code).toBe(0);
});

test('every line of the seed article is in its copy, to the letter', async () => {
  await desk.import(seed, { published: '2016-10-04' });
  const copy = desk.article().replaceAll('\\[', '[');
  for (const line of lines) expect(copy).toContain(line);
});
