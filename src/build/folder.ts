import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A folder that a build writes files into, each with the folders that it needs. One after the other, and waited for: a
 * promise for each of tens of thousands of small files costs several times what the disk does.
 */
export class Folder {
  readonly path: string;
  readonly #made = new Set<string>();

  constructor(path: string) {
    this.path = path;
  }

  /** Writes a file, by its name below the folder. */
  write(file: string, data: string | Uint8Array): void {
    writeFileSync(this.#placeOf(file), data);
  }

  /** Copies a file from elsewhere. */
  copy(from: string, file: string): void {
    copyFileSync(from, this.#placeOf(file));
  }

  #placeOf(file: string): string {
    const path = join(this.path, file);
    const folder = dirname(path);
    if (!this.#made.has(folder)) {
      mkdirSync(folder, { recursive: true });
      this.#made.add(folder);
    }
    return path;
  }
}
