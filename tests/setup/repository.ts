import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from '../unit/build/folder.ts';
import { SITE } from '../unit/edition/content.ts';

/** A git repository of its own, its content folder one of its folders, as that of a site that somebody keeps. */
export class Repository {
  readonly folder: string;
  readonly content: string;

  private constructor(folder: string) {
    this.folder = folder;
    this.content = join(folder, 'papers/content');
  }

  static async make(files: Record<string, string> = {}): Promise<Repository> {
    const repository = new Repository(await makeFolder());
    repository.git('init', '--quiet');
    repository.write({ ...SITE, ...files });
    return repository;
  }

  /** Nothing of the settings of whoever runs the tests plays a part. */
  git(...args: string[]): void {
    const env = { PATH: process.env['PATH'], GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
    const author = ['-c', 'user.name=An editor', '-c', 'user.email=editor@paper.example'];
    execFileSync('git', ['-C', this.folder, ...author, ...args], { env, stdio: 'pipe' });
  }

  commit(): void {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--message', 'An edit');
  }

  /** Writes files below the content folder. */
  write(files: Record<string, string>): void {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.content, name)), { recursive: true });
      writeFileSync(join(this.content, name), text);
    }
  }

  /** Renames an article, as any program does that knows nothing of git. */
  move(from: string, to: string): void {
    mkdirSync(dirname(join(this.content, 'articles', to)), { recursive: true });
    renameSync(join(this.content, 'articles', from), join(this.content, 'articles', to));
  }

  remove(file: string): void {
    rmSync(join(this.content, 'articles', file));
  }
}
