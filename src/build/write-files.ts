import { join } from 'node:path';
import { articlesFolder } from '../edition/content-files.ts';
import type { Folder } from './folder.ts';
import { writeVariants } from './pictures/write-variants.ts';
import type { FileOutput } from './plan.ts';
import { readPacked } from './search/part-cache.ts';

/** Where what is no page comes from. */
export interface FileSources {
  content: string;
  /** The folder of pictures that were encoded before. */
  pictures: string;
}

/** Writes files that are no pages: pictures, scripts, what is served as it is, and the search index. */
export async function writeFiles(
  files: readonly FileOutput[],
  { content, pictures }: FileSources,
  aside: Folder,
): Promise<void> {
  for (const output of files) {
    if ('copyOf' in output) aside.copy(join(articlesFolder(content), output.copyOf), output.file);
    if ('served' in output) aside.copy(output.served, output.file);
    if ('text' in output) aside.write(output.file, output.text);
  }
  const packed = files.filter((output) => 'packed' in output);
  for await (const { item, bytes } of readPacked(packed)) aside.write(item.file, bytes);
  await writeVariants(files, { content, cache: pictures, aside });
}
