import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bytesOf, momentsOf } from '../setup/compare.ts';
import { listFiles } from '../setup/dist.ts';
import { NOW } from '../setup/fixture.ts';
import { Desk } from '../setup/scratch.ts';

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

test('an edit of an earlier version writes its page, what changed before and after it, and their list', async () => {
  const desk = new Desk('fixture');
  await desk.build();
  const before = momentsOf(desk.dist);
  const folder = join(desk.content, 'versions');
  const third = readdirSync(folder).find((name) =>
    readFileSync(join(folder, name), 'utf8').includes('221 passengers, forty'),
  );
  appendFileSync(join(folder, third ?? ''), '\nThe ramp was wet.\n');
  await desk.build();
  const after = momentsOf(desk.dist);
  const versions = 'articles/2025/06/everything/versions';
  expect(listFiles(desk.dist).filter((file) => before[file] !== after[file])).toEqual([
    `${versions}/2/changes/index.html`,
    `${versions}/3/changes/index.html`,
    `${versions}/3/index.html`,
    `${versions}/index.html`,
  ]);
  expect(bytesOf(desk.dist)).toEqual(bytesOf(await desk.buildAnew()));
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

test('a folder that a killed build has emptied and not removed is gone after the next, also where nothing else is to do', async () => {
  const desk = new Desk('fixture');
  await desk.build();
  const before = bytesOf(desk.dist);
  for (const folder of ['articles/2024/01/gone', 'tags/gone']) mkdirSync(`${desk.dist}/${folder}`, { recursive: true });
  expect(await desk.build()).toMatchObject({ written: 0, removed: 2 });
  expect(bytesOf(desk.dist)).toEqual(before);
  expect(await desk.build()).toMatchObject({ written: 0, removed: 0 });
});
