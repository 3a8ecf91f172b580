import { type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';

/** Milliseconds in which a program that writes a file has written all of it: it is told of more than once. */
const WRITTEN = 20;

/**
 * Tells of files and folders that have changed in a folder and below it, by their paths; of all that have changed while
 * it was busy at once.
 */
export function watchFolder(folder: string, tell: (changed: readonly string[]) => Promise<void>): FSWatcher {
  const changed = new Set<string>();
  let work = Promise.resolve();
  const tellAll = async (): Promise<void> => {
    const now = [...changed];
    changed.clear();
    if (now.length > 0) await tell(now);
  };
  // Not that of Vite: it looks at every file by itself, which takes longer than reading a large edition.
  return watch(folder, { recursive: true }, (_event, name) => {
    changed.add(name === null ? folder : join(folder, name));
    setTimeout(() => {
      work = work.then(tellAll);
    }, WRITTEN);
  });
}
