import { join, resolve } from 'node:path';
import { sha256 } from '../news/digest.ts';
import { codeHash } from './code-hash.ts';
import type { EditionRequest } from './read-edition.ts';

const PROJECT = join(import.meta.dirname, '../..');

/**
 * Where the commands that only read a content folder remember what they know of it: a build's own memory is not touched while
 * it may be at work. It may be deleted at any time.
 */
export async function readerCache(content: string): Promise<EditionRequest['cache']> {
  const folder = join(PROJECT, 'node_modules/.cache/tearsheet/read', sha256(resolve(content)).slice(0, 16));
  return { folder, codeHash: await codeHash(PROJECT) };
}
