import { appendFileSync, existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bytesOf } from '../setup/compare.ts';
import { listFiles, readText } from '../setup/dist.ts';
import { type BuildOrder, runBuild } from '../setup/run-build.ts';
import { Desk } from '../setup/scratch.ts';

/** Less than the largest page has, in units of 512 bytes. */
const TOO_LITTLE = 40;

const orderOf = ({ content, dist, folder }: Desk): BuildOrder => ({ content, dist, cache: join(folder, 'cache') });

test('a publisher whose disk is full keeps the last good site, and gets the new one once there is room', async () => {
  const desk = new Desk('fixture');
  await desk.build();
  const before = bytesOf(desk.dist);
  const edited = desk.article('2025/06/everything.md');
  appendFileSync(edited, '\nOne more paragraph.\n');
  await expect(runBuild({ ...orderOf(desk), room: TOO_LITTLE })).rejects.toThrow('EFBIG');
  expect(bytesOf(desk.dist)).toEqual(before);
  expect(existsSync(`${desk.dist}.next`)).toBe(false);
  await desk.build();
  expect(bytesOf(desk.dist)).toEqual(bytesOf(await desk.buildAnew()));
});

test('a publisher whose disk is full from the start gets no half of a site', async () => {
  const desk = new Desk('fixture');
  await expect(runBuild({ ...orderOf(desk), room: TOO_LITTLE })).rejects.toThrow('EFBIG');
  expect(existsSync(desk.dist)).toBe(false);
});

test('a site that is written through a link is written where the link leads', async () => {
  const desk = new Desk('nothing');
  const place = join(desk.folder, 'published');
  symlinkSync('published', desk.dist);
  await desk.build();
  desk.write('2026/01/first.md', '---\ntitle: The lock opens\npublished: 2026-01-02\n---\nIt opened.\n');
  await desk.build();
  expect(listFiles(place)).toEqual(expect.arrayContaining(['index.html', 'articles/2026/01/first/index.html']));
  expect(readText(desk.dist, 'index.html')).toContain('The lock opens');
});
