import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import { isErrorWith } from '../is-error-with.ts';
import { messageOf } from '../message-of.ts';

export interface WatchOrder {
  folder: string;
  /** Takes the paths of files and folders that have changed; of all that have changed while it was busy at once. Never fails. */
  onChange: (changed: readonly string[]) => Promise<void>;
  /** Takes a sentence that says what is not watched, or no longer, and what to do. */
  onFault: (sentence: string) => void;
}

/** Milliseconds in which a program that writes a file has written all of it: it is told of more than once. */
const WRITTEN = 20;

/** Systems that watch a folder with all that is below it; elsewhere each folder is watched by itself. */
const IS_DEEP = process.platform === 'darwin' || process.platform === 'win32';

/**
 * Tells of what changes in a folder and below it, until it is closed. Neither Vite's watch nor Node's of all that is below:
 * both look at every file by itself, which takes longer than reading a large edition and more watches than many a system
 * allows, and Node's then says nothing.
 */
export class FolderWatch {
  readonly #order: WatchOrder;
  readonly #folder: string;
  readonly #watchers = new Map<string, FSWatcher>();
  readonly #changed = new Set<string>();
  #work = Promise.resolve();
  #isClosed = false;
  #isFaulty = false;

  constructor(order: WatchOrder) {
    [this.#order, this.#folder] = [order, resolve(order.folder)];
    this.#watch(this.#folder);
  }

  close(): void {
    this.#isClosed = true;
    this.#unwatch(this.#folder);
  }

  #watch(folder: string): void {
    try {
      const watcher = watch(folder, { recursive: IS_DEEP }, (_event, name) => this.#note(folder, name));
      watcher.on('error', (error) => this.#fail(folder, error));
      this.#watchers.set(folder, watcher);
      if (IS_DEEP) return;
      const entries = readdirSync(folder, { withFileTypes: true });
      for (const entry of entries) if (entry.isDirectory()) this.#watch(join(folder, entry.name));
    } catch (error) {
      // What is gone already is told of by the folder that it was in.
      if (!isErrorWith(error, 'ENOENT', 'ENOTDIR')) this.#fail(folder, error);
    }
  }

  #unwatch(folder: string): void {
    for (const [path, watcher] of this.#watchers) {
      if (path !== folder && !path.startsWith(folder + sep)) continue;
      watcher.close();
      this.#watchers.delete(path);
    }
  }

  #note(folder: string, name: string | null): void {
    // A folder that is moved or removed tells of itself by its own name.
    this.#changed.add(name === null || name === basename(folder) ? folder : join(folder, name));
    if (name !== null) this.#changed.add(join(folder, name));
    setTimeout(() => void (this.#work = this.#work.then(() => this.#tell())), WRITTEN);
  }

  async #tell(): Promise<void> {
    const changed = [...this.#changed];
    this.#changed.clear();
    if (this.#isClosed || changed.length === 0) return;
    // Folders that have come, gone or been replaced. First, so that nothing changes unseen after it is read.
    for (const path of IS_DEEP ? [] : changed) {
      this.#unwatch(path);
      if (isFolder(path)) this.#watch(path);
    }
    if (isFolder(this.#folder)) {
      await this.#order.onChange(changed);
      return;
    }
    this.#order.onFault(`${this.#folder} is gone; put it back and start "npm run dev" again.`);
    this.close();
  }

  /** Tells of the first fault: where one folder cannot be watched, many cannot. */
  #fail(folder: string, error: unknown): void {
    if (this.#isFaulty) return;
    this.#isFaulty = true;
    const remedy = isErrorWith(error, 'ENOSPC')
      ? 'Let the system watch more folders (sudo sysctl fs.inotify.max_user_watches=524288)'
      : 'Mend that';
    this.#order.onFault(
      `Changes in ${folder} are not seen: ${messageOf(error)}. ${remedy} and start "npm run dev" again.`,
    );
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
