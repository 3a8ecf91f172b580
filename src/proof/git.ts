import { spawn } from 'node:child_process';
import { buffer } from 'node:stream/consumers';
import { isAbsent } from '../edition/content-files.ts';

/** What git says, or in a few words why it says nothing. */
export type GitAnswer = { ok: true; out: Buffer } | { ok: false; reason: string };

/** What a hook of git hands on: paths that hold only where the hook runs. */
const OF_ANOTHER_PLACE = /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|PREFIX)$/u;

/** Asks git in a folder, and gives it something to read. Git changes nothing and takes no locks. */
export async function askGit(folder: string, args: readonly string[], input = ''): Promise<GitAnswer> {
  const known = Object.entries(process.env).filter(([name]) => !OF_ANOTHER_PLACE.test(name));
  const env = { ...Object.fromEntries(known), GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' };
  const git = spawn('git', ['-C', folder, '--no-pager', ...args], { env, stdio: 'pipe' });
  const ended = new Promise<number | Error>((resolve) =>
    git.once('error', resolve).once('close', (code) => resolve(code ?? 1)),
  );
  // A git that ends early reads nothing more; its exit code tells why.
  git.stdin.on('error', () => undefined).end(input);
  const [out, said, code] = await Promise.all([buffer(git.stdout), buffer(git.stderr), ended]);
  if (code === 0) return { ok: true, out };
  if (code instanceof Error) return { ok: false, reason: isAbsent(code) ? 'there is no git here' : code.message };
  const [line = ''] = said.toString().split('\n');
  if (line.includes('not a git repository')) return { ok: false, reason: 'the folder is in no git repository' };
  return { ok: false, reason: `git says "${line.replace(/^fatal: /u, '')}"` };
}
