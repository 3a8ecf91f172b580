import { mkdir, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { apply } from '../../../src/build/apply.ts';
import { makeFolder } from './folder.ts';

const OLD = {
  'dist/index.html': 'old front',
  'dist/a/index.html': 'old article',
  'dist/b/c/index.html': 'leaves',
};

interface Change {
  changed?: string[];
  gone?: string[];
  whole?: boolean;
}

/** Puts a build in place, below a folder with `dist` and what was written aside. */
async function put(root: string, { changed = [], gone = [], whole = false }: Change): Promise<void> {
  await apply({ whole, changed, gone }, join(root, 'next'), join(root, 'dist'));
}

/** All files below a folder with their texts, and the empty folders. */
async function textsIn(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const read = entries.map(async (entry): Promise<[string, string] | undefined> => {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) return [path.slice(folder.length + 1), await readFile(path, 'utf8')];
    return (await readdir(path)).length > 0
      ? undefined
      : [path.slice(folder.length + 1), 'a folder with nothing in it'];
  });
  return Object.fromEntries((await Promise.all(read)).filter((it) => it !== undefined));
}

describe('putting a build in place', () => {
  it('renames what changed over the old, removes what is gone, and leaves the rest and no empty folder', async () => {
    const root = await makeFolder({
      ...OLD,
      ...{ 'dist/CNAME': 'a file of the publisher', 'next/index.html': 'new', 'next/e/index.html': 'new' },
      'next/unplanned.html': 'not asked for',
    });
    await put(root, { changed: ['index.html', 'e/index.html'], gone: ['b/c/index.html', 'was/never.html'] });
    expect(await textsIn(join(root, 'dist'))).toEqual({
      ...{ 'index.html': 'new', 'e/index.html': 'new', 'a/index.html': 'old article' },
      CNAME: 'a file of the publisher',
    });
    expect(await readdir(root)).not.toContain('dist.undo');
  });

  it.each([{ 'dist/old.html': 'old', 'dist.old/older.html': 'left by a build that was cut short' }, {}])(
    'takes the place of the whole site, be there one or not: %j',
    async (before) => {
      const root = await makeFolder({ ...before, 'next/index.html': 'new' });
      await put(root, { whole: true });
      expect(await textsIn(root)).toEqual({ 'dist/index.html': 'new' });
    },
  );

  it.each([
    { was: 'old.html', comes: 'old.html/index.html' },
    { was: 'old.html/index.html', comes: 'old.html' },
  ])('puts $comes where $was was', async ({ was, comes }) => {
    const root = await makeFolder({ [`dist/${was}`]: 'old', [`next/${comes}`]: 'new' });
    await put(root, { changed: [comes], gone: [was] });
    expect(await textsIn(join(root, 'dist'))).toEqual({ [comes]: 'new' });
  });
});

describe('folders that a killed build has left empty', () => {
  it('are taken away with those around them, also from where a file comes', async () => {
    const root = await makeFolder({ 'dist/a/index.html': 'a', 'next/feed.xml': 'new' });
    for (const folder of ['a/b/c', 'feed.xml/d']) await mkdir(join(root, 'dist', folder), { recursive: true });
    await put(root, { changed: ['feed.xml'], gone: ['a/b/c/', 'feed.xml/d/'] });
    expect(await textsIn(join(root, 'dist'))).toEqual({ 'a/index.html': 'a', 'feed.xml': 'new' });
  });
});

describe('a build that cannot be put in place', () => {
  it.each([
    {
      why: 'a page that was to come is not there',
      change: { changed: ['index.html', 'n/e/w/index.html', 'lost/index.html'], gone: ['b/c/index.html'] },
      files: {},
    },
    {
      why: 'somebody has made a folder where a page must go',
      change: { changed: ['index.html', 'a/feed.xml', 'n/e/w/index.html'], gone: ['b/c/index.html'] },
      files: { 'dist/a/feed.xml/notes.txt': 'of the publisher', 'next/a/feed.xml': 'new' },
    },
    {
      why: 'somebody has put a file where a folder must go',
      change: { changed: ['index.html', 'd/index.html'], gone: ['b/c/index.html'] },
      files: { 'dist/d': 'of the publisher', 'next/d/index.html': 'new' },
    },
    {
      why: 'a file has taken the place of a page, and then a page is missing',
      change: { changed: ['b/c', 'lost/index.html'], gone: ['b/c/index.html'] },
      files: { 'next/b/c': 'new' },
    },
    { why: 'nothing was written', change: { whole: true }, files: {} },
  ])('leaves readers the last good site: $why', async ({ why, change, files }) => {
    const root = await makeFolder({ ...OLD, ...files, 'next/index.html': 'new', 'next/n/e/w/index.html': 'new' });
    if (why === 'nothing was written') await rename(join(root, 'next'), join(root, 'elsewhere'));
    const before = await textsIn(join(root, 'dist'));
    await expect(put(root, change)).rejects.toThrow(/ENOENT|EISDIR|EEXIST|ENOTDIR|directory/u);
    expect(await textsIn(join(root, 'dist'))).toEqual(before);
    expect(await readdir(root)).not.toContain('dist.undo');
  });
});
