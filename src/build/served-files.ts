import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { sha256 } from '../news/digest.ts';
import { filesOf } from '../edition/code-hash.ts';
import type { FileOutput } from './plan.ts';

/** The files of public/, which stand beside the pages as they are. */
export async function servedFiles(project: string): Promise<FileOutput[]> {
  const folder = join(project, 'public');
  return Promise.all(
    (await filesOf(folder)).map(async (path) => {
      const file = relative(folder, path).split(sep).join('/');
      return { file, key: sha256(await readFile(path)), served: path };
    }),
  );
}
