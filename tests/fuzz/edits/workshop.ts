import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseDocument } from 'yaml';
import { PROJECT } from '../../../src/build/locations.ts';
import { copyProject } from '../../setup/copy-project.ts';
import { bytesOf } from '../../setup/compare.ts';
import { listFiles } from '../../setup/dist.ts';
import { FIXTURE_EDITION } from '../../setup/fixture.ts';
import { KilledBuild, runBuild } from '../../setup/run-build.ts';

export interface BuildWish {
  /** The moment of the build, milliseconds since 1970 UTC. */
  moment: number;
  skipBad: boolean;
  /** The change of the disk within which the build is killed. */
  diesAt?: number | undefined;
}

/** How a build ended: what it wrote and removed together, what it said is wrong, or nothing where it was killed. */
export type Ending = { end: 'built'; did: number } | { end: 'failed'; said: string } | { end: 'killed' };

/** The fixture edition and the code that builds it, both to be changed at will. */
export class Workshop {
  readonly project = copyProject();
  readonly desk = join(this.project, 'desk');
  readonly content = join(this.desk, 'content');
  readonly dist = join(this.desk, 'dist');
  /** Where the code keeps what it remembers, some of it for all editions. */
  readonly cache = join(this.project, 'node_modules/.cache/tearsheet');

  constructor() {
    cpSync(FIXTURE_EDITION, this.content, { recursive: true });
  }

  close(): void {
    rmSync(this.project, { recursive: true });
  }

  /** A path below content/articles. */
  article(file: string): string {
    return join(this.content, 'articles', file);
  }

  /** Files below content/articles whose names end in one of these ways. */
  files(...endings: string[]): string[] {
    return listFiles(join(this.content, 'articles')).filter((file) => endings.some((ending) => file.endsWith(ending)));
  }

  write(path: string, text: string | Uint8Array): void {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  move(from: string, to: string): void {
    mkdirSync(dirname(this.article(to)), { recursive: true });
    renameSync(this.article(from), this.article(to));
  }

  /** Sets a key of an article's front matter, or takes it out. */
  setFront(file: string, key: string, value: unknown): void {
    const [, head = '', body = ''] = readFileSync(this.article(file), 'utf8').split(/^---\n/mu);
    this.write(this.article(file), `---\n${withKey(head, key, value)}---\n${body}`);
  }

  /** Sets a key of site.yaml, or takes it out. */
  setSite(key: string, value: unknown): void {
    const file = join(this.content, 'site.yaml');
    this.write(file, withKey(readFileSync(file, 'utf8'), key, value));
  }

  /** Puts a file of the code back as it is, or with other words in one place. */
  setCode(file: string, from = '', to = ''): void {
    const text = readFileSync(join(PROJECT, file), 'utf8');
    if (!text.includes(from)) throw new Error(`${file} has no "${from}"`);
    this.write(join(this.project, file), text.replace(from, to));
  }

  /** Builds on top of what the last build left. */
  build(wish: BuildWish): Promise<Ending> {
    return this.#build(wish, this.dist);
  }

  /** Builds the same content with the same code and no memory, and lets the built folder be read until it is gone again. */
  async buildAnew(wish: BuildWish, read: (dist: string) => void): Promise<Ending> {
    const [dist, memory] = [join(this.project, 'anew'), join(this.project, 'memory')];
    if (existsSync(this.cache)) renameSync(this.cache, memory);
    try {
      const ending = await this.#build(wish, dist);
      if (ending.end === 'built') read(dist);
      return ending;
    } finally {
      for (const folder of [dist, this.cache]) rmSync(folder, { recursive: true, force: true });
      if (existsSync(memory)) renameSync(memory, this.cache);
    }
  }

  /** What stands in the built site, with the hashes of its bytes; nothing where none was built. */
  built(): Record<string, string> {
    return existsSync(this.dist) ? bytesOf(this.dist) : {};
  }

  /** What stands on the desk. */
  get things(): string[] {
    return readdirSync(this.desk).sort();
  }

  async #build({ moment, skipBad, diesAt }: BuildWish, dist: string): Promise<Ending> {
    const flags = diesAt === undefined ? [] : ['--import', join(import.meta.dirname, 'die-at.ts')];
    const env = { DIE_AT: String(diesAt), NODE_COMPILE_CACHE: join(this.project, 'compiled') };
    const { content, project, cache } = this;
    try {
      const result = await runBuild({ content, dist, cache, now: moment, skipBad, project, flags, env });
      return { end: 'built', did: result.written + result.removed };
    } catch (error) {
      if (error instanceof KilledBuild) return { end: 'killed' };
      return { end: 'failed', said: error instanceof Error ? error.message : String(error) };
    }
  }
}

function withKey(yaml: string, key: string, value: unknown): string {
  const document = parseDocument(yaml);
  if (value === undefined) document.delete(key);
  else document.set(key, value);
  return document.toString();
}
