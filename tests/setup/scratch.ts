import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { PROJECT } from '../../src/build/locations.ts';
import { FIXTURE_EDITION } from './fixture.ts';
import { runBuild } from './run-build.ts';

/** Where caches are: what a killed run leaves there is in nobody's way. */
const SCRATCH = join(PROJECT, 'node_modules/.cache/tearsheet-tests');

/** A folder for built editions, which somebody must remove. */
export function makeScratchFolder(): string {
  mkdirSync(SCRATCH, { recursive: true });
  return mkdtempSync(join(SCRATCH, 'edition-'));
}

/** A folder that is gone after the test. */
export function scratchFolder(): string {
  const folder = makeScratchFolder();
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** An edition of its own: a content folder to edit, and where it is built. */
export class Desk {
  readonly folder: string;
  readonly content: string;
  readonly dist: string;
  #others = 0;

  /** With a copy of the fixture edition, or with nothing but its site.yaml; `folder` is gone after the test. */
  constructor(from: 'fixture' | 'nothing', folder = scratchFolder()) {
    this.folder = folder;
    this.content = join(folder, 'content');
    this.dist = join(folder, 'dist');
    if (from === 'fixture') cpSync(FIXTURE_EDITION, this.content, { recursive: true });
    else cpSync(join(FIXTURE_EDITION, 'site.yaml'), join(this.content, 'site.yaml'));
  }

  /** A path below content/articles. */
  article(file: string): string {
    return join(this.content, 'articles', file);
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(this.article(file)), { recursive: true });
    writeFileSync(this.article(file), text);
  }

  /** Builds as an editor does, on top of what the last build left. */
  build(now?: number): ReturnType<typeof runBuild> {
    return runBuild({ content: this.content, dist: this.dist, cache: join(this.folder, 'cache'), now });
  }

  /** Builds the same content anew, with no memory; gives the built folder. */
  async buildAnew(now?: number): Promise<string> {
    this.#others += 1;
    const dist = join(this.folder, `anew-${this.#others}`);
    await runBuild({ content: this.content, dist, cache: `${dist}-cache`, now });
    return dist;
  }
}
