import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** The files that a broken-off write leaves: see `writeWhole`. Whoever holds the lock may remove them. */
const PART = /^\..{1,250}\.[0-9a-f]{12}\.tmp$/u;

/** Removes what killed runs left half-written below a content folder. */
export async function removeParts(content: string): Promise<void> {
  for (const folder of ['articles', 'sources', 'versions']) {
    const entries = await readdir(join(content, folder), { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (entry.isFile() && PART.test(entry.name)) await rm(join(entry.parentPath, entry.name), { force: true });
    }
  }
}
