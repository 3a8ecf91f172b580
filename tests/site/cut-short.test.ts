import { appendFileSync, existsSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bytesOf } from '../setup/compare.ts';
import { listFiles, readText } from '../setup/dist.ts';
import { type BuildOrder, runBuild } from '../setup/run-build.ts';
import { Desk } from '../setup/scratch.ts';

/** Less than the largest page has, in units of 1,024 bytes. */
const TOO_LITTLE = 20;

const orderOf = ({ content, dist, folder }: Desk): BuildOrder => ({ content, dist, cache: join(folder, 'cache') });

/** A new article on a topic that others have: many pages change. */
function addArticle(desk: Desk): void {
  desk.write('2026/01/new.md', '---\ntitle: The lock opens\npublished: 2026-01-02\ntags: [Harbour]\n---\nIt opened.\n');
}

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

test('what a build has brought in that was then killed goes with its article', async () => {
  const desk = new Desk('fixture');
  await desk.build();
  const manifest = join(desk.folder, 'cache');
  addArticle(desk);
  await desk.build();
  // As if killed after its last file was put in place, and before it remembered them.
  const file = listFiles(manifest).find((name) => name.endsWith('pages.json')) ?? '';
  renameSync(join(manifest, file), join(manifest, `${file}.held`));
  rmSync(desk.article('2026/01/new.md'));
  await desk.build();
  expect(listFiles(desk.dist)).not.toContain('articles/2026/01/new/index.html');
  expect(bytesOf(desk.dist)).toEqual(bytesOf(await desk.buildAnew()));
});

test('a build that is killed while it puts pages in place is made good by the next', async () => {
  const desk = new Desk('fixture');
  await desk.build();
  addArticle(desk);
  const killed = runBuild({
    ...orderOf(desk),
    watch: (child) => {
      const timer = setInterval(() => {
        if (!existsSync(`${desk.dist}.undo`)) return;
        child.kill('SIGKILL');
        clearInterval(timer);
      }, 1);
      child.once('close', () => clearInterval(timer));
    },
  });
  // Fast machines may be done before they are killed; what counts is what the next build makes of it.
  await killed.catch(() => undefined);
  rmSync(desk.article('2026/01/new.md'));
  await desk.build();
  expect(bytesOf(desk.dist)).toEqual(bytesOf(await desk.buildAnew()));
});

test('a site that is written through a link is written where the link leads', async () => {
  const desk = new Desk('nothing');
  const place = join(desk.folder, 'published');
  symlinkSync('published', desk.dist);
  await desk.build();
  writeFileSync(join(place, 'CNAME'), 'paper.example');
  desk.write('2026/01/first.md', '---\ntitle: The lock opens\npublished: 2026-01-02\n---\nIt opened.\n');
  await desk.build();
  expect(listFiles(place)).toEqual(expect.arrayContaining(['CNAME', 'articles/2026/01/first/index.html']));
  expect(readText(desk.dist, 'index.html')).toContain('The lock opens');
});
