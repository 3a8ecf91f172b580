import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder: where src/ is. */
export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** Where builds remember what they know. It may be deleted at any time: the next build is whole. */
export const CACHE = join(PROJECT, 'node_modules/.cache/tearsheet');
