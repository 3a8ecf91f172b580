import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { codeHash } from '../../../src/edition/code-hash.ts';
import { makeFolder } from '../build/folder.ts';

const PROJECT = {
  'src/news/a.ts': 'a',
  'public/favicon.svg': '<svg/>',
  'astro.config.mjs': 'export default {}',
  'package.json': '{}',
  'package-lock.json': '{}',
};

it('a change of code, style, lock or what is served as is makes every page new, and a change of content does not', async () => {
  const project = await makeFolder({ ...PROJECT, 'content/site.yaml': 'name: A' });
  const hashes = [await codeHash(project)];
  for (const file of Object.keys(PROJECT)) {
    await writeFile(join(project, file), 'changed');
    hashes.push(await codeHash(project));
  }
  await rename(join(project, 'src/news/a.ts'), join(project, 'src/news/b.ts'));
  hashes.push(await codeHash(project));
  expect(new Set(hashes).size).toBe(hashes.length);
  await writeFile(join(project, 'content/site.yaml'), 'name: B');
  expect(await codeHash(project)).toBe(hashes.at(-1));
});

it('the same code has the same hash wherever it stands', async () => {
  expect(await codeHash(await makeFolder(PROJECT))).toBe(await codeHash(await makeFolder(PROJECT)));
});
