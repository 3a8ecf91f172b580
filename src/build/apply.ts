import { existsSync } from 'node:fs';
import { copyFile, link, mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { foldersBeside } from './clear-up.ts';
import { isErrorWith } from './is-error-with.ts';
import { type Changes, foldersOf } from './plan.ts';

/**
 * Puts what was written aside into place. A whole build takes the place of `dist` in one step; otherwise each changed
 * file is renamed over the old one, so that a reader gets the old page or the new one, and what is gone is removed.
 * Where that fails, all that was done is undone, and `dist` is as it was.
 */
export async function apply(changes: Changes, aside: string, dist: string): Promise<void> {
  await (changes.whole ? swap(aside, dist) : replace(changes, aside, dist));
}

async function swap(aside: string, dist: string): Promise<void> {
  const { old } = foldersBeside(dist);
  await rm(old, { recursive: true, force: true });
  try {
    await rename(dist, old).catch(ignoreAbsent);
    await rename(aside, dist);
  } catch (error) {
    if (!existsSync(dist)) await rename(old, dist).catch(ignoreAbsent);
    if (!isErrorWith(error, 'EBUSY', 'EXDEV')) throw error;
    const message = `${dist} is a mounted disk and cannot be replaced in one step; write into a folder on it: --out ${dist}/site`;
    throw new Error(message, { cause: error });
  }
  await rm(old, { recursive: true, force: true });
}

async function replace({ changed, gone }: Changes, aside: string, dist: string): Promise<void> {
  const { undo: backup } = foldersBeside(dist);
  await rm(backup, { recursive: true, force: true });
  await mkdir(backup);
  const steps = new Steps(dist, backup);
  try {
    const inTheWay = filesInTheWay(gone, changed);
    for (const file of inTheWay) await steps.remove(file);
    // All that needs space on the disk comes before the first page that a reader sees.
    for (const file of changed) await steps.prepare(file);
    for (const file of changed) await steps.put(join(aside, file), file);
    for (const file of gone) if (!inTheWay.has(file)) await steps.remove(file);
  } catch (error) {
    await steps.undo(error);
    throw error;
  } finally {
    await rm(backup, { recursive: true, force: true });
  }
}

/** Files that go where a folder comes, or out of a folder where a file comes. */
function filesInTheWay(gone: readonly string[], coming: readonly string[]): Set<string> {
  const [files, folders] = [new Set(coming), new Set(coming.flatMap((file) => [...foldersOf(file)]))];
  return new Set(gone.filter((file) => folders.has(file) || foldersOf(file).some((folder) => files.has(folder))));
}

/** Steps in `dist`, each of which can be undone. */
class Steps {
  readonly #dist: string;
  readonly #backup: string;
  readonly #numbers = new Map<string, number>();
  readonly #undo: (() => Promise<void>)[] = [];

  constructor(dist: string, backup: string) {
    [this.#dist, this.#backup] = [dist, backup];
  }

  /** Makes the folder of a file that comes, and keeps what it replaces. */
  async prepare(file: string): Promise<void> {
    this.#undo.push(() => removeEmptyFolders(dirname(file), this.#dist));
    await mkdir(dirname(join(this.#dist, file)), { recursive: true });
    const [path, kept] = this.#place(file);
    // Not every disk knows two names for one file.
    await link(path, kept)
      .catch(() => copyFile(path, kept))
      .catch(ignoreAbsent);
  }

  /** Puts a new file into place. */
  async put(from: string, file: string): Promise<void> {
    const [path, kept] = this.#place(file);
    await rename(from, path);
    this.#undo.push(() => rename(kept, path).catch(() => rm(path)));
  }

  /** Takes a file or an empty folder away, and the folders around it where they are empty then: a whole build leaves none. */
  async remove(file: string): Promise<void> {
    const [path, kept] = this.#place(file);
    this.#undo.push(async () => {
      await mkdir(dirname(path), { recursive: true });
      await rename(kept, path).catch(ignoreAbsent);
    });
    await rename(path, kept).catch(ignoreAbsent);
    await removeEmptyFolders(dirname(file), this.#dist);
  }

  /** Undoes all steps, the last first. Throws an AggregateError where one cannot be undone. */
  async undo(reason: unknown): Promise<void> {
    const faults: unknown[] = [];
    for (const step of this.#undo.toReversed()) await step().catch((fault: unknown) => faults.push(fault));
    if (faults.length > 0) throw new AggregateError([reason, ...faults], `${this.#dist} is damaged: build again.`);
  }

  /** Where a file stands, and where it waits: under a number, since a file and a folder may have had one name. */
  #place(file: string): [string, string] {
    const number = this.#numbers.get(file) ?? this.#numbers.size;
    this.#numbers.set(file, number);
    return [join(this.#dist, file), join(this.#backup, String(number))];
  }
}

async function removeEmptyFolders(folder: string, dist: string): Promise<void> {
  for (let path = folder; path !== '.'; path = dirname(path)) {
    const entries = await readdir(join(dist, path)).catch(() => ['']);
    if (entries.length > 0) return;
    await rmdir(join(dist, path));
  }
}

function ignoreAbsent(error: unknown): void {
  if (!isErrorWith(error, 'ENOENT')) throw error;
}
