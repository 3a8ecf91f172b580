import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { siteFolder } from '../../../src/build/site-folder.ts';
import { makeFolder } from './folder.ts';

it('the folder of a site is the one that a link leads to, whether or not it is there', async () => {
  const root = await makeFolder({ 'srv/site/index.html': 'x' });
  await symlink('srv/site', join(root, 'dist'));
  await symlink('srv/other', join(root, 'next'));
  expect(await siteFolder(join(root, 'dist'))).toBe(join(root, 'srv/site'));
  expect(await siteFolder(join(root, 'next'))).toBe(join(root, 'srv/other'));
  expect(await siteFolder(join(root, 'none'))).toBe(join(root, 'none'));
});
