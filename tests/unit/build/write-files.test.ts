import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Folder } from '../../../src/build/folder.ts';
import type { FileOutput } from '../../../src/build/plan.ts';
import { writeFiles } from '../../../src/build/write-files.ts';
import { makeFolder } from './folder.ts';

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true });
  return entries.toSorted();
}

describe('what is no page', () => {
  it('is copied from beside the articles where it is a picture that changed', async () => {
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
