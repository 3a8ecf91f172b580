import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { clearUp } from '../../../src/build/clear-up.ts';
import { strayFiles } from '../../../src/build/stray-files.ts';
import { makeFolder } from './folder.ts';

it.each([
  { what: 'while it wrote pages', left: { 'dist/a.html': 'a', 'dist.next/b.html': 'b' } },
  { what: 'while it removed the old site', left: { 'dist/a.html': 'a', 'dist.old/b.html': 'b' } },
  { what: 'between the old site and the new', left: { 'dist.old/a.html': 'a', 'dist.next/b.html': 'b' } },
])('after a build was killed $what, there is one site again and nothing beside it', async ({ left }) => {
  const root = await makeFolder(left);
  await clearUp(join(root, 'dist'));
  expect((await readdir(root, { recursive: true })).toSorted()).toEqual(['dist', 'dist/a.html']);
});

it('where nothing was built yet, nothing is made', async () => {
  const root = await makeFolder();
  await clearUp(join(root, 'dist'));
  expect(await readdir(root)).toEqual([]);
});

it('files of the built site that no edition has are found in every folder', async () => {
  const dist = await makeFolder({ 'index.html': '', 'a/b/c.html': '', 'a/b/d.html': '', 'a/e.md': '', 'f/g.txt': '' });
  const edition = new Set(['index.html', 'a/b/c.html', 'a/h.html']);
  expect(strayFiles(dist, edition).toSorted()).toEqual(['a/b/d.html', 'a/e.md', 'f/g.txt']);
});

it('folders that nothing stands in are found, but for those that the edition has files for', async () => {
  const dist = await makeFolder({ 'index.html': '', 'a/b.html': '' });
  for (const folder of ['a/c/d', 'e', 'f']) await mkdir(join(dist, folder), { recursive: true });
  const edition = new Set(['index.html', 'a/b.html', 'f/']);
  expect(strayFiles(dist, edition).toSorted()).toEqual(['a/c/d/', 'e/']);
});

it('a built site of nothing at all has nothing to be removed', async () => {
  expect(strayFiles(await makeFolder(), new Set())).toEqual([]);
});
