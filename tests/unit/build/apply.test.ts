import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { apply } from '../../../src/build/apply.ts';
import { Folder } from '../../../src/build/folder.ts';
import type { Changes, FileOutput } from '../../../src/build/plan.ts';
import { writeFiles } from '../../../src/build/write-files.ts';
import { makeFolder } from './folder.ts';

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true });
  return entries.toSorted();
}

function planOf(plan: Partial<Changes>): Changes {
  return { whole: false, changed: [], gone: [], ...plan };
}

describe('putting a build in place', () => {
  it('renames what changed over the old, removes what is gone, and leaves the rest and no empty folder', async () => {
    const root = await makeFolder({
      ...{
        'dist/index.html': 'old',
        'dist/a/b/index.html': 'gone',
        'dist/a/index.html': 'kept',
        'dist/c/d/index.html': 'gone',
      },
      ...{ 'next/index.html': 'new', 'next/e/index.html': 'new', 'next/unplanned.html': 'not asked for' },
    });
    const plan = planOf({
      changed: ['index.html', 'e/index.html'],
      gone: ['a/b/index.html', 'c/d/index.html', 'was/never.html'],
    });
    await apply(plan, join(root, 'next'), join(root, 'dist'));
    expect(await filesIn(join(root, 'dist'))).toEqual(['a', 'a/index.html', 'e', 'e/index.html', 'index.html']);
    expect(await readFile(join(root, 'dist/index.html'), 'utf8')).toBe('new');
  });

  it('puts a folder where a file was, and a file where a folder was', async () => {
    const root = await makeFolder({
      ...{ 'dist/old.html': 'gone', 'dist/a/index.html': 'gone' },
      ...{ 'next/old.html/index.html': 'new', 'next/a': 'new' },
    });
    const changed = ['old.html/index.html', 'a'];
    await apply({ whole: false, changed, gone: ['old.html', 'a/index.html'] }, join(root, 'next'), join(root, 'dist'));
    expect(await filesIn(join(root, 'dist'))).toEqual(['a', 'old.html', 'old.html/index.html']);
  });

  it.each([{ 'dist/old.html': 'old', 'dist.old/older.html': 'left by a build that was cut short' }, {}])(
    'takes the place of the whole site, be there one or not: %j',
    async (before) => {
      const root = await makeFolder({ ...before, 'next/index.html': 'new' });
      await apply(planOf({ whole: true }), join(root, 'next'), join(root, 'dist'));
      expect(await filesIn(root)).toEqual(['dist', 'dist/index.html']);
    },
  );

  it('copies the pictures that changed from beside their articles', async () => {
    const root = await makeFolder({
      'content/articles/2016/10/k.jpg': 'picture',
      'content/articles/2016/10/l.jpg': 'unchanged',
    });
    const changed: FileOutput[] = [{ file: 'articles/2016/10/k.jpg', key: 'k', copyOf: '2016/10/k.jpg' }];
    const sources = { content: join(root, 'content'), pictures: join(root, 'pictures') };
    await writeFiles(changed, sources, new Folder(join(root, 'next')));
    expect(await readFile(join(root, 'next/articles/2016/10/k.jpg'), 'utf8')).toBe('picture');
    expect(await filesIn(join(root, 'next'))).not.toContain('articles/2016/10/l.jpg');
  });
});
