import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bytesOf, momentsOf } from '../setup/compare.ts';
import { listFiles } from '../setup/dist.ts';
import { NOW } from '../setup/fixture.ts';
import { Desk, makeScratchFolder } from '../setup/scratch.ts';

function replace(path: string, from: string, to: string): void {
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${path} has no "${from}"`);
  writeFileSync(path, text.replace(from, to));
}

function move(desk: Desk, from: string, to: string): void {
  mkdirSync(dirname(desk.article(to)), { recursive: true });
  renameSync(desk.article(from), desk.article(to));
}

/** What an editor does to the files. */
const EDITS: Record<string, (desk: Desk) => unknown> = {
  'the text of an article': (desk) =>
    appendFileSync(desk.article('2025/06/plain.md'), '\nA last paragraph, put in later.\n'),
  'a headline': (desk) => replace(desk.article('2025/06/plain.md'), 'Keep the Old Crane', 'Sell the Old Crane'),
  'a date, and with it the file’s place': (desk) => {
    replace(desk.article('2025/05/corrected.md'), 'published: 2025-05-20', 'published: 2023-02-20');
    move(desk, '2025/05/corrected.md', '2023/02/corrected.md');
  },
  'the tags of an article': (desk) =>
    replace(desk.article('2025/02/short-headline.md'), '[Weather]', '[Sea fog, Harbour]'),
  'the thread of an article': (desk) =>
    replace(desk.article('2025/02/long-headline.md'), 'The year of the council', 'The night ferry'),
  'a new article': (desk) =>
    desk.write('2025/06/new.md', '---\ntitle: New\npublished: 2025-06-20\ntags: [Harbour]\n---\n\nText.\n'),
  'an article taken out': (desk) => rmSync(desk.article('2025/06/no-byline.md')),
  'a new name for a file': (desk) => move(desk, '2024/12/odd-tags.md', '2024/12/subject-cards.md'),
  'a picture': (desk) =>
    sharp({ create: { width: 300, height: 200, channels: 3, background: '#346' } })
      .png()
      .toFile(desk.article('2025/01/chart.png')),
  'a picture under the same headline': (desk) =>
    sharp({ create: { width: 600, height: 900, channels: 3, background: '#643' } })
      .jpeg()
      .toFile(desk.article('2025/06/harbour.jpg')),
  'an old path that is a file': (desk) =>
    replace(desk.article('2024/09/aliases.md'), '/old/weather.html', '/older/weather.html'),
  'the headline behind an old path that is a file': (desk) =>
    replace(desk.article('2024/09/aliases.md'), 'up the Hill', 'down the Hill'),
  'a withdrawal': (desk) =>
    replace(
      desk.article('2025/06/everything.md'),
      'draft: false',
      'draft: false\nwithdrawn: { date: 2025-07-01, reason: It was wrong. }',
    ),
  'the name of the site': (desk) =>
    replace(`${desk.content}/site.yaml`, 'The Fixture Gazette\nstrapline', 'The Other Gazette\nstrapline'),
  'the rights of a source': (desk) => replace(`${desk.content}/site.yaml`, 'publish: headline', 'publish: excerpt'),
};

describe('one edit after another', () => {
  const folder = makeScratchFolder();
  const desk = new Desk('fixture', folder);
  beforeAll(() => desk.build());
  afterAll(() => rmSync(folder, { recursive: true }));

  // A clean build takes longer than many small ones: each is the judge of three.
  const days = Object.entries(EDITS).flatMap((_, index, all) => (index % 3 === 0 ? [all.slice(index, index + 3)] : []));
  test.each(days.map((day) => ({ what: day.map(([name]) => name).join('; '), edits: day.map(([, edit]) => edit) })))(
    'of $what: small builds leave what a whole one would',
    async ({ edits }) => {
      for (const edit of edits) {
        const before = bytesOf(desk.dist);
        await edit(desk);
        expect((await desk.build()).written).toBeGreaterThan(0);
        expect(bytesOf(desk.dist)).not.toEqual(before);
      }
      expect(bytesOf(desk.dist)).toEqual(bytesOf(await desk.buildAnew()));
    },
  );
});

test('an edit of one text writes its page, its feeds and the few pages that lead elsewhere for it', async () => {
  const desk = new Desk('fixture');
  await desk.build();
  const before = momentsOf(desk.dist);
  appendFileSync(desk.article('2025/02/short-headline.md'), '\nIt lifted at noon.\n');
  await desk.build();
  const after = momentsOf(desk.dist);
  const changed = listFiles(desk.dist).filter((file) => before[file] !== after[file]);
  expect(changed).toContain('articles/2025/02/short-headline/index.html');
  expect(changed).toContain('tags/weather/feed.xml');
  expect(changed.filter((file) => file.startsWith('articles/')).length).toBeLessThan(4);
  expect(changed).not.toContain('archive/2025/02/index.html');
});

test('a build with nothing new writes nothing', async () => {
  const desk = new Desk('fixture');
  await desk.build();
  const before = momentsOf(desk.dist);
  const { written, removed } = await desk.build();
  expect([written, removed]).toEqual([0, 0]);
  expect(momentsOf(desk.dist)).toEqual(before);
});

test('an embargoed article comes out by itself once its moment has passed', async () => {
  const desk = new Desk('fixture');
  const file = 'articles/2026/12/embargoed/index.html';
  await desk.build(Date.parse('2026-12-24T05:59:59+01:00'));
  expect(listFiles(desk.dist)).not.toContain(file);
  const later = Date.parse('2026-12-24T06:00:00+01:00');
  await desk.build(later);
  expect(listFiles(desk.dist)).toContain(file);
  expect(bytesOf(desk.dist)).toEqual(bytesOf(await desk.buildAnew(later)));
});

test('what somebody else deleted from or changed in the built folder is put back', async () => {
  const desk = new Desk('fixture');
  await desk.build();
  const before = bytesOf(desk.dist);
  rmSync(`${desk.dist}/index.html`);
  appendFileSync(`${desk.dist}/feed.xml`, 'x');
  await desk.build(NOW);
  expect(bytesOf(desk.dist)).toEqual(before);
});
