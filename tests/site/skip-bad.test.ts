import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { PROJECT } from '../../src/build/locations.ts';
import { Desk } from '../setup/scratch.ts';

const CLI = join(PROJECT, 'src/build/cli.ts');
const article = (title: string, more = ''): string => `---\ntitle: ${title}\n${more}---\n\nText.\n`;

/** Runs the command that publishers run. */
async function run(desk: Desk, ...flags: string[]): Promise<{ code: number; said: string }> {
  const words = [CLI, 'build', '--content', desk.content, '--out', desk.dist, ...flags];
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, words);
    return { code: 0, said: stdout + stderr };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'stderr' in error && 'stdout' in error)) throw error;
    return { code: Number(error.code), said: `${String(error.stdout)}${String(error.stderr)}` };
  }
}

test('one bad article fails the build, and with --skip-bad only its own page is missing', async () => {
  const desk = new Desk('nothing');
  desk.write('2025/06/good.md', article('Good'));
  desk.write('2025/06/bad.md', article('Bad', 'tags: Harbour\n'));
  const failed = await run(desk);
  expect(failed.code).toBe(1);
  expect(failed.said).toContain('bad.md:3:1  tags: expected a list of names');
  expect(existsSync(desk.dist)).toBe(false);
  const skipped = await run(desk, '--skip-bad');
  expect(skipped.code).toBe(2);
  expect(skipped.said).toContain('bad.md:3:1  tags: expected a list of names');
  expect(skipped.said).toContain('1 article was left out; mend what is named and build again.');
  expect(existsSync(join(desk.dist, 'articles/2025/06/good/index.html'))).toBe(true);
  expect(existsSync(join(desk.dist, 'articles/2025/06/bad'))).toBe(false);
});

test('the page of an article that has become bad does not stay', async () => {
  const desk = new Desk('nothing');
  desk.write('2025/06/good.md', article('Good'));
  desk.write('2025/06/soon-bad.md', article('Soon bad'));
  expect((await run(desk)).code).toBe(0);
  desk.write('2025/06/soon-bad.md', article('Soon bad', 'tags: Harbour\n'));
  expect((await run(desk, '--skip-bad')).code).toBe(2);
  expect(existsSync(join(desk.dist, 'articles/2025/06/soon-bad'))).toBe(false);
});

test('an article of which two versions are missing is one that is left out, and both are named', async () => {
  const desk = new Desk('nothing');
  const [one, other] = ['1'.repeat(64), '2'.repeat(64)];
  const versions = [one, other].map((copy) => `  - {captured: 2025-06-01, sha256: '${copy}', copy: '${copy}'}\n`);
  desk.write('2025/06/bad.md', article('Bad', `versions:\n${versions.join('')}`));
  const { code, said } = await run(desk, '--skip-bad');
  expect(code).toBe(2);
  for (const copy of [one, other]) expect(said).toContain(`versions/${copy}.md:1:1  is missing; put it back`);
  expect(said).toContain('1 article was left out; mend what is named and build again.');
});
