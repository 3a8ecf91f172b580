import type { Dirent, Stats } from 'node:fs';
import * as files from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isPagePart, pagesOfFolder } from './containers/page-parts.ts';
import { errorText } from './error-text.ts';

/** What a word of the command line, or a part of what it stands for, turned out to name. */
export type Input =
  | { kind: 'file'; path: string }
  | { kind: 'stdin' }
  /** http or https. */
  | { kind: 'address'; url: string }
  | { kind: 'wrong'; what: string; reason: string };

/** The parts of node:fs/promises that finding inputs needs. */
export interface InputDisk {
  glob: (pattern: string) => AsyncIterable<string>;
  readdir: (folder: string, options: { withFileTypes: true }) => Promise<Dirent[]>;
  realpath: (path: string) => Promise<string>;
  stat: (path: string) => Promise<Pick<Stats, 'isDirectory'>>;
}

export interface FindOptions {
  disk: InputDisk;
  /** Told of each picture, font, style or script that was found in a folder or by a pattern and is no input. */
  passOver: (path: string) => void;
}

/**
 * The inputs that words of the command line name: files, folders with all in them, patterns (`*`, `**`, `?`, `{a,b}`)
 * where no file has that very name, addresses, and `-` for the standard input. They come in the order of the words, in a
 * folder by name; each file once, however often and by whatever links it is reached. Hidden files, and folders with the
 * parts of a saved page that stands beside them, are none. Never throws: what is wrong is an input of that kind.
 */
export async function* findInputs(
  what: readonly string[],
  { disk = files, passOver = () => undefined }: Partial<FindOptions> = {},
): AsyncIterable<Input> {
  const search = new Search(disk, passOver);
  for (const word of what) {
    if (/^[a-z][a-z\d+.-]{1,20}:\/\//iu.test(word)) yield toAddress(word);
    else if (word !== '-') yield* search.named(word);
    else if (search.isNew('-')) yield { kind: 'stdin' };
  }
}

function toAddress(word: string): Input {
  if (!/^https?:/iu.test(word))
    return {
      kind: 'wrong',
      what: word,
      reason: 'only addresses with http: or https: are read; name a file by its path',
    };
  const url = URL.parse(word);
  return url ? { kind: 'address', url: url.href } : { kind: 'wrong', what: word, reason: 'it is no complete address' };
}

class Search {
  readonly #disk: InputDisk;
  readonly #passOver: (path: string) => void;
  /** Real paths, so that no link leads to a file twice or in a circle. */
  readonly #seen = new Set<string>();
  /** Files and folders that were reached, also those not for the first time. */
  #reached = 0;

  constructor(disk: InputDisk, passOver: (path: string) => void) {
    this.#disk = disk;
    this.#passOver = passOver;
  }

  isNew(key: string): boolean {
    this.#reached += 1;
    const isNew = !this.#seen.has(key);
    this.#seen.add(key);
    return isNew;
  }

  async *named(word: string): AsyncIterable<Input> {
    const before = this.#reached;
    let isEmpty = true;
    for await (const input of this.#standingFor(word)) {
      isEmpty = false;
      yield input;
    }
    // A name that stands for nothing at all is a mistake, and said to be one.
    if (isEmpty && this.#reached === before) yield wrong(word, 'no file that could be imported is there');
  }

  async *#standingFor(word: string): AsyncIterable<Input> {
    try {
      if ((await this.#disk.stat(word)).isDirectory()) yield* this.#inFolder(word);
      else yield* this.#file(word, await this.#disk.realpath(word));
    } catch (error) {
      const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      if (isMissing && /[*?{[]/u.test(word)) yield* this.#matching(word);
      else yield wrong(word, errorText(error));
    }
  }

  async *#matching(pattern: string): AsyncIterable<Input> {
    try {
      const paths: string[] = [];
      // Hidden ones are left out by the pattern itself, unless it names them.
      for await (const path of this.#disk.glob(pattern)) paths.push(path);
      const partFolders = new Map<string, Promise<boolean>>();
      for (const path of paths.sort(byName)) {
        if (!(await this.#isInPartFolder(path, partFolders))) yield* this.#at(path);
      }
    } catch (error) {
      yield wrong(pattern, errorText(error));
    }
  }

  async *#inFolder(folder: string): AsyncIterable<Input> {
    try {
      const real = await this.#disk.realpath(folder);
      if (!this.isNew(`${real}/`)) return;
      const before = this.#reached;
      const entries = await this.#disk.readdir(folder, { withFileTypes: true });
      const names = new Set(entries.map(({ name }) => name));
      for (const entry of entries.sort((a, b) => byName(a.name, b.name))) {
        const path = join(folder, entry.name);
        if (entry.name.startsWith('.') || pagesOfFolder(entry.name).some((page) => names.has(page))) continue;
        if (entry.isDirectory()) yield* this.#inFolder(path);
        else if (entry.isSymbolicLink()) yield* this.#at(path);
        else if (isPagePart(entry.name)) this.#passOver(path);
        else yield* this.#file(path, join(real, entry.name));
      }
      // An empty folder is nothing that was reached.
      if (this.#reached === before) this.#reached -= 1;
    } catch (error) {
      yield wrong(folder, errorText(error));
    }
  }

  /** What is at a path that may be a link or a folder. */
  async *#at(path: string): AsyncIterable<Input> {
    try {
      if ((await this.#disk.stat(path)).isDirectory()) yield* this.#inFolder(path);
      else if (isPagePart(path)) this.#passOver(path);
      else yield* this.#file(path, await this.#disk.realpath(path));
    } catch (error) {
      yield wrong(path, errorText(error));
    }
  }

  *#file(path: string, real: string): Iterable<Input> {
    if (this.isNew(real)) yield { kind: 'file', path };
  }

  async #isInPartFolder(path: string, known: Map<string, Promise<boolean>>): Promise<boolean> {
    const folder = dirname(path);
    if (folder === path || folder === '.') return this.#isPartFolder(path);
    const above = known.get(folder) ?? this.#isInPartFolder(folder, known);
    known.set(folder, above);
    return (await above) || this.#isPartFolder(path);
  }

  async #isPartFolder(path: string): Promise<boolean> {
    for (const page of pagesOfFolder(basename(path))) {
      const beside = await this.#disk.stat(join(dirname(path), page)).catch(() => undefined);
      if (beside) return true;
    }
    return false;
  }
}

function wrong(what: string, reason: string): Input {
  return { kind: 'wrong', what, reason };
}

/** By code units: the same on every machine. */
function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
