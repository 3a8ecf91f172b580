import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyPictures } from '../../../src/build/apply.ts';
import type { BuildPlan, Output } from '../../../src/build/plan.ts';
import { makeFolder } from './folder.ts';

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true });
  return entries.toSorted();
}

function planOf(plan: Partial<BuildPlan>): BuildPlan {
  return { whole: false, outputs: [], changed: [], gone: [], ...plan };
}

describe('writing a build aside', () => {
  it('copies the pictures that changed from beside their articles', async () => {
    const root = await makeFolder({
      'content/articles/2016/10/k.jpg': 'picture',
      'content/articles/2016/10/l.jpg': 'unchanged',
    });
    const changed: Output[] = [{ file: 'articles/2016/10/k.jpg', key: 'k', copyOf: '2016/10/k.jpg' }];
    await copyPictures(planOf({ changed }), join(root, 'content'), join(root, 'next'));
    expect(await readFile(join(root, 'next/articles/2016/10/k.jpg'), 'utf8')).toBe('picture');
    expect(await filesIn(join(root, 'next'))).not.toContain('articles/2016/10/l.jpg');
  });
});
