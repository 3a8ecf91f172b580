import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Desk } from './desk.ts';
import { LONG } from './read.ts';

const CLI = resolve(import.meta.dirname, '../../../src/importer/cli.ts');
const TALKS = ['Harbor Talks End', LONG, LONG].join('\n\n');

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(() => desk.clear());

/** Runs the command in the desk's folder. */
function run(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [CLI, ...args], { cwd: desk.folder });
  let out = '';
  let err = '';
  child.stdout.on('data', (data: Buffer) => (out += data.toString()));
  child.stderr.on('data', (data: Buffer) => (err += data.toString()));
  return new Promise((done) =>
    child.on('close', (code) => {
      done({ code, out, err });
    }),
  );
}

describe('the command line', () => {
  test('imports into content/ of the present folder and ends with 0', async () => {
    await desk.put('talks.txt', TALKS);
    const { code, out, err } = await run('import', 'talks.txt', '--published', '2016-10-04', '--tags', 'Syria, Russia');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(
      'talks.txt: imported as content/articles/2016/10/harbor-talks-end.md; 3 blocks: 3 kept.\n1 imported, 0 updated, 0 unchanged, 0 refused\n',
    );
    expect(desk.article()).toContain('tags: [Syria, Russia]');
    expect((await run('verify')).code).toBe(0);
  });

  test('ends with 2 when an input was refused, and names it on the error stream', async () => {
    await desk.put('talks.txt', TALKS);
    const { code, out, err } = await run('import', 'talks.txt', 'missing.txt');
    expect(code).toBe(2);
    expect(err).toBe('missing.txt: refused: there is no such file.\n');
    expect(out).toContain('1 imported, 0 updated, 0 unchanged, 1 refused');
  });

  test('ends with 1 when nothing can be written, and says why', async () => {
    await desk.put('talks.txt', TALKS);
    await desk.put('file', '');
    for (const [content, reason] of [
      ['missing/content', 'There is no folder missing'],
      ['file', 'file is not a folder'],
    ] as const) {
      const { code, err } = await run('import', 'talks.txt', '--content', content);
      expect(code).toBe(1);
      expect(err).toContain(reason);
      expect(err).not.toContain('    at ');
    }
  });

  test.each([
    [['import'], 'nothing is named to import'],
    [['import', 'a.txt', '--bogus'], '--bogus'],
    [['import', 'a.txt', '--published', '2016-13-45'], '--published: expected a date'],
    [['import', 'a.txt', '--published', '2016-10-04T14:30'], '--published: expected a date'],
    [['import', 'a.txt', '--published', 'YYYY-10-04'], '--published: expected a date'],
    [['import', 'a.txt', '--source-url', 'javascript:alert(1)'], '--source-url: expected an address'],
    [['import', 'a.txt', '--lang', 'e_'], '--lang: expected a language tag'],
    [['import', 'a.txt', '--section', ' '], '--section: is empty'],
    [['import', 'a.txt', 'b.txt', '--source-url', 'https://example.org/'], 'one article'],
    [['verify', 'a.txt'], 'verify takes no files'],
    [['verify', '--lead'], 'verify knows no flag --lead'],
    [['export'], 'expected "import" or "verify"'],
    [[], 'expected "import" or "verify"'],
  ])('ends with 64 on %j and says what is wrong', async (args, message) => {
    const { code, out, err } = await run(...args);
    expect(code).toBe(64);
    expect(err).toContain(message);
    expect(err).toContain('--help');
    expect(out).toBe('');
  });

  test('shows its flags and an example with --help', async () => {
    const { code, out } = await run('import', '--help');
    expect(code).toBe(0);
    expect(out).toContain('npm run import -- kerry.txt --published 2016-10-04');
  });

  test('shows a file name with control signs without letting them reach the terminal', async () => {
    const { err } = await run('import', 'evil\u001b[2J\nname.txt');
    expect(err).toBe('evil\\u001b[2J\\u000aname.txt: refused: no file that could be imported is there.\n');
  });

  test('takes a file whose name begins with a dash after "--"', async () => {
    await desk.put('-talks.txt', TALKS);
    expect((await run('import', '--', '-talks.txt')).code).toBe(0);
  });

  test('is not kept waiting by a folder that stands where a file should', async () => {
    await mkdir(join(desk.folder, 'folder'));
    expect((await run('import', 'folder')).err).toContain('no file that could be imported is there');
  });

  test('ends quietly, with all its work done, when nobody reads what it says', async () => {
    const paths = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        desk.put(`talks-${index}.txt`, TALKS.replace('Harbor', `Harbor ${index}`)),
      ),
    );
    const child = spawn(process.execPath, [CLI, 'import', '--explain', ...paths], { cwd: desk.folder });
    child.stdout.destroy();
    let err = '';
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    const code = await new Promise((done) => child.on('close', done));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(desk.articles()).toHaveLength(30);
  });
});
