import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT } from '../../../src/build/locations.ts';
import { makeFolder } from './folder.ts';

/** Runs a command of the publisher's; gives how it ended and what it said. None of those tried here goes on by itself. */
function run(...words: string[]): [code: number | null, said: string] {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...words], { timeout: 60_000 });
  return [status, String(stdout) + String(stderr)];
}

const CLI = join(PROJECT, 'src/build/cli.ts');
const SITE = { 'content/site.yaml': 'name: A Paper\nurl: https://paper.example/\n' };

it('a preview of what was never built says so, and speaks of no build that failed', async () => {
  const root = await makeFolder(SITE);
  const [content, out] = [join(root, 'content'), join(root, 'site')];
  expect(run('preview', '--content', content, '--out', out)).toEqual([
    1,
    `There is no whole site in ${out}; build it with "npm run build".\n`,
  ]);
});

it.each(['abc', '0', '80x', '65536', '-1'])('the port "%s" is refused before anything is built', async (port) => {
  const root = await makeFolder(SITE);
  const out = join(root, 'site');
  const [code, said] = run('start', '--content', join(root, 'content'), '--out', out, `--port=${port}`);
  expect([code, said]).toEqual([64, `--port: expected a number from 1 to 65535, got "${port}".\n`]);
});

it('a build that fails names the folder that it leaves as it was; where nothing is built, none is named', async () => {
  const root = await makeFolder({ 'content/site.yaml': 'nam: A Paper\nurl: https://paper.example/\n' });
  const content = join(root, 'content');
  const [code, said] = run('build', '--content', content, '--out', `${root}/www/`);
  expect(code).toBe(1);
  expect(said.split('\n').at(-2)).toBe(`2 to mend; ${root}/www/ is as it was.`);
  for (const command of ['preview', 'dev']) {
    const [, other] = run(command, '--content', content);
    expect(other).toContain('did you mean "name"?');
    expect(other).not.toContain('as it was');
  }
});
