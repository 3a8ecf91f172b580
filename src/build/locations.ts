import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256 } from '../news/digest.ts';

/** The project's own folder: where src/ is. */
export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** Where builds remember what they know. It may be deleted at any time: the next build is whole. */
export const CACHE = join(PROJECT, 'node_modules/.cache/tearsheet');

/** Where the editor's desk remembers what it knows of a content folder. */
export function deskCache(content: string): string {
  return join(CACHE, 'desk', sha256(resolve(content)).slice(0, 16));
}
