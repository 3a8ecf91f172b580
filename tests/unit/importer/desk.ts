import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import * as disk from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { Readable } from 'node:stream';
import type { Facts } from '../../../src/importer/copy/facts.ts';
import { importInputs } from '../../../src/importer/import-inputs.ts';
import type { ImportRequest } from '../../../src/importer/import-request.ts';
import type { Shell } from '../../../src/importer/shell.ts';
import { verifyCopies } from '../../../src/importer/verify-copies.ts';
import type { Disk } from '../../../src/importer/archive/write-files.ts';

export const NO_FACTS: Facts = {
  published: undefined,
  sourceName: undefined,
  sourceUrl: undefined,
  authors: undefined,
  tags: undefined,
  lang: undefined,
  section: undefined,
  lead: undefined,
};

export interface Run {
  code: number;
  /** All lines, in their order. */
  said: string[];
}

/** An editor's desk: a folder with inputs and a content folder, gone at the end of the test. */
export class Desk {
  readonly folder: string;
  readonly content: string;
  /** All lines of the last import, also of one that was broken off. */
  said: string[] = [];

  private constructor(folder: string) {
    this.folder = folder;
    this.content = join(folder, 'content');
  }

  static async open(): Promise<Desk> {
    const desk = new Desk(await mkdtemp(join(tmpdir(), 'desk-')));
    await mkdir(desk.content);
    return desk;
  }

  /** The desk to which a content folder belongs. */
  static at(content: string): Desk {
    return new Desk(dirname(content));
  }

  /** Takes everything out of the content folder. */
  async empty(): Promise<void> {
    await rm(this.content, { recursive: true, force: true });
    await mkdir(this.content);
  }

  clear(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }

  /** Puts a file on the desk and gives its path. */
  async put(name: string, text: string | Uint8Array): Promise<string> {
    const path = join(this.folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
    return path;
  }

  async import(
    paths: string | readonly string[],
    facts: Partial<Facts> = {},
    options: Partial<ImportRequest & { disk: Disk; day: string; shell: Partial<Shell> }> = {},
  ): Promise<Run> {
    const { disk: on = disk, day = '2020-01-02', shell: other, ...rest } = options;
    const said: string[] = [];
    this.said = said;
    const what = typeof paths === 'string' ? [paths] : paths;
    const request = { ...plainRequest(what, this.content), facts: { ...NO_FACTS, ...facts }, ...rest };
    const code = await importInputs(request, { ...shell(said, on, day), ...other });
    return { code, said };
  }

  async verify(): Promise<Run> {
    const said: string[] = [];
    return { code: await verifyCopies(this.content, shell(said, disk, '2020-01-02')), said };
  }

  /** All files below the content folder, with `/` between folders. */
  files(): string[] {
    return readdirSync(this.content, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(this.content, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .sort();
  }

  articles(): string[] {
    return this.files().filter((file) => file.startsWith('articles/'));
  }

  text(file: string): string {
    return readFileSync(join(this.content, file), 'utf8');
  }

  /** The text of the only article. */
  article(): string {
    const [file, ...others] = this.articles();
    if (file === undefined || others.length > 0)
      throw new Error(`expected one article, found ${this.articles().join(', ')}`);
    return this.text(file);
  }

  async edit(file: string, change: (text: string) => string): Promise<void> {
    await writeFile(join(this.content, file), change(this.text(file)));
  }
}

/** An import with nothing but its inputs and its content folder said. */
export function plainRequest(what: readonly string[], content: string): ImportRequest {
  return {
    what,
    facts: NO_FACTS,
    content,
    isNamed: true,
    explain: false,
    dryRun: false,
    skipDuplicates: false,
    fetchPictures: false,
    writeTags: false,
    reportFile: undefined,
  };
}

function shell(said: string[], on: Disk, day: string): Shell {
  return plainShell((line) => void said.push(line), on, day);
}

/** A shell without network and standard input, that says all in one place. */
export function plainShell(say: (line: string) => void, on: Disk, day: string): Shell {
  const offline = (): Promise<{ ok: false; reason: string }> => Promise.resolve({ ok: false, reason: 'no network' });
  return {
    print: say,
    warn: say,
    now: () => Date.parse(`${day}T23:30:00Z`),
    isStopped: () => false,
    disk: on,
    stdin: () => Readable.from([]),
    fetch: offline,
    fetchPicture: offline,
  };
}
