import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Desk } from '../desk.ts';
import { LONG } from '../read.ts';
import { TALKS, UNDATED } from '../talks.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(() => desk.clear());

const CLI = resolve(import.meta.dirname, '../../../../src/importer/cli.ts');
const story = (number: number): string => `${LONG} Of the ships in port number ${number} alone was whole.`;
const line = (number: number): string => JSON.stringify({ title: `Story ${number}`, text: story(number) });
const lines = (count: number): string => Array.from({ length: count }, (_, number) => line(number)).join('\n');

/** Begins an import in the desk's folder. */
function begin(...args: string[]): ChildProcess & { stdout: Readable; stderr: Readable } {
  const child = spawn(process.execPath, [CLI, 'import', '--content', desk.content, ...args], { cwd: desk.folder });
  child.stderr.setEncoding('utf8');
  return child;
}

/** Waits until so many articles are imported, by what the importer says. Goes on reading what it says later. */
async function imported(child: { stdout: Readable }, count: number): Promise<void> {
  let seen = 0;
  const said = createInterface({ input: child.stdout });
  await new Promise<void>((done) =>
    said.on('line', (text) => {
      if (text.includes(': imported as ') && (seen += 1) === count) done();
    }),
  );
}

async function ended(child: ChildProcess): Promise<{ code: unknown; signal: unknown }> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
  return { code: child.exitCode, signal: child.signalCode };
}

/** Runs the importer behind a line of shell, in which "$@" stands for it. */
async function inShell(script: string, ...args: string[]): Promise<{ code: unknown; out: string; err: string }> {
  const command = [process.execPath, CLI, 'import', '--content', desk.content, ...args];
  const child = spawn('bash', ['-c', script, 'bash', ...command], { cwd: desk.folder });
  let out = '';
  let err = '';
  child.stdout.on('data', (data: Buffer) => (out += data.toString()));
  child.stderr.on('data', (data: Buffer) => (err += data.toString()));
  await once(child, 'close');
  return { code: child.exitCode, out, err };
}

/** All is there once, each copy is whole, and nothing is left of the run that was broken off. */
async function expectComplete(count: number, code: number): Promise<void> {
  expect(code).toBe(0);
  expect(desk.articles()).toHaveLength(count);
  expect(desk.files().filter((file) => !/^(?:articles|sources)\/[^.]+\.(?:md|txt|json)$/u.test(file))).toEqual([]);
  const { said, code: proved } = await desk.verify();
  expect(proved).toBe(0);
  expect(said.at(-1)).toBe(
    `${count} ${count === 1 ? 'copy' : 'copies'}: ${count} verbatim, 0 wrong; 0 originals without a copy`,
  );
}

describe('a long import', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)(
    'that is asked to stop by %s ends with %i, whole, and the next run completes it',
    async (signal, code) => {
      const path = await desk.put('list.jsonl', lines(200));
      const child = begin(path);
      await imported(child, 3);
      child.kill(signal);
      expect(await ended(child)).toEqual({ code, signal: null });
      const done = desk.articles().length;
      expect(done).toBeGreaterThan(2);
      expect(done).toBeLessThan(200);
      await expectComplete(done, 0);
      const { said, code: again } = await desk.import(path);
      expect(said.at(-1)).toBe(`${200 - done} imported, 0 updated, ${done} unchanged, 0 refused`);
      await expectComplete(200, again);
    },
  );

  test('that is killed in a batch of 100 files leaves each article whole or absent, and none twice', async () => {
    const paths = await Promise.all(
      Array.from({ length: 100 }, (_, number) => desk.put(`in/${number}.txt`, `Story ${number}\n\n${story(number)}\n`)),
    );
    const child = begin(...paths);
    await imported(child, 20);
    child.kill('SIGKILL');
    expect(await ended(child)).toEqual({ code: null, signal: 'SIGKILL' });
    expect(desk.files()).toContain('.import.lock');
    const { said, code } = await desk.import(paths);
    const [, added = 0, held = 0] = /^(\d+) imported, 0 updated, (\d+) unchanged/u.exec(said.at(-1) ?? '') ?? [];
    expect(Number(held)).toBeGreaterThanOrEqual(20);
    expect(Number(added)).toBeGreaterThan(0);
    expect(Number(added) + Number(held)).toBe(100);
    await expectComplete(100, code);
  });

  test('keeps another out of the same folder, which says so and does nothing', async () => {
    const path = await desk.put('talks.txt', TALKS);
    // It waits for the end of its standard input, and so is at work for as long as the other takes.
    const first = begin(path, '-');
    await imported(first, 1);
    const second = await inShell('"$@"', await desk.put('other.txt', story(1)));
    expect(second).toMatchObject({ code: 1, out: '' });
    expect(second.err).toMatch(
      new RegExp(`^Another import is at work in this folder \\(process ${first.pid}\\).*\n$`, 'u'),
    );
    expect(desk.articles()).toEqual([UNDATED]);
    first.stdin?.end(`Story 2\n\n${story(2)}\n`);
    expect(await ended(first)).toEqual({ code: 0, signal: null });
    await expectComplete(2, 0);
  });
});

describe('an import whose lines', () => {
  test('nobody reads behind the first does all its work, and quietly', async () => {
    await desk.put('list.jsonl', lines(100));
    const run = await inShell('"$@" | head -1; exit ${PIPESTATUS[0]}', 'list.jsonl', '--explain');
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(run.out).toMatch(/^list\.jsonl, line 1: imported as [^\n]+\n$/u);
    await expectComplete(100, 0);
  });

  test.each(['"$@" >&-', '"$@" >&- 2>&-', '"$@" <&-'])('go nowhere ends as ever: %s', async (script) => {
    await desk.put('talks.txt', TALKS);
    expect(await inShell(script, 'talks.txt')).toMatchObject({ code: 0, err: '' });
    await expectComplete(1, 0);
  });

  test('go to a full disk stops with 1 and a reason, and the next run completes it', async () => {
    const path = await desk.put('list.jsonl', lines(30));
    const run = await inShell('"$@" > /dev/full', path);
    expect(run).toEqual({ code: 1, out: '', err: 'What is done can no longer be said: the disk is full.\n' });
    expect(desk.articles().length).toBeLessThan(30);
    await expectComplete(30, (await desk.import(path)).code);
  });
});

test('10,000 files are imported or refused one by one where hardly a file may be open', async () => {
  const names = Array.from({ length: 9_990 }, (_, number) => `in/${number}.txt`);
  await desk.put('in/talks.txt', TALKS);
  for (let at = 0; at < names.length; at += 500)
    await Promise.all(names.slice(at, at + 500).map((name) => desk.put(name, '')));
  for (let number = 0; number < 9; number += 1)
    await desk.put(`in/x${number}.txt`, `Story ${number}\n\n${story(number)}\n`);
  const { code, out } = await inShell('ulimit -n 40; "$@" 2>/dev/null | tail -1; exit ${PIPESTATUS[0]}', 'in');
  expect({ code, out }).toEqual({ code: 2, out: '10 imported, 0 updated, 0 unchanged, 9990 refused\n' });
  await expectComplete(10, 0);
});
