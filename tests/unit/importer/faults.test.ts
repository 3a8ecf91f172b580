import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Desk } from './desk.ts';
import { failWith, faultyDisk, type Step, STEPS } from './faulty-disk.ts';
import { LONG } from './read.ts';
import { TALKS } from './talks.ts';

let desk: Desk;
let inputs: string[];
/** What stands in the content folder before the run, and after it where nothing fails. */
let before: Map<string, string>;
let after: Map<string, string>;

const LINES = ['Grain', 'Cocoa'].map((word) => JSON.stringify({ title: `${word} Prices Rise`, text: LONG + word }));

beforeEach(async () => {
  desk = await Desk.open();
  inputs = [
    await desk.put('talks.txt', TALKS),
    await desk.put('memo.txt', TALKS.replaceAll('Harbor', 'Airport')),
    await desk.put('prices.jsonl', LINES.join('\n')),
  ];
});
afterEach(() => desk.clear());

/** A new version of an article, a date that moves another, and two new ones: every kind of write there is. */
async function prepare(): Promise<void> {
  const [talks = '', memo = ''] = inputs;
  await desk.import(talks, FACTS);
  await desk.import(memo);
  await desk.put('talks.txt', `${TALKS}\n\n${LONG}\n`);
  before = contents();
  await run();
  after = contents();
  await restore();
}

const FACTS = { published: '2016-10-04' };

function run(options: Parameters<Desk['import']>[2] = {}): ReturnType<Desk['import']> {
  return desk.import(inputs, FACTS, options);
}

function contents(): Map<string, string> {
  return new Map(desk.files().map((file) => [file, desk.text(file)]));
}

async function restore(): Promise<void> {
  await desk.empty();
  for (const [file, text] of before) await desk.put(join('content', file), text);
}

/** Every file is as it was before, or as it is after a whole run; none is gone before its successor is whole. */
function expectOldOrNew(): void {
  const present = contents();
  for (const [file, text] of present) {
    if (file === '.import.lock' || file.endsWith('.tmp')) continue;
    expect([before.get(file), after.get(file)], file).toContain(text);
  }
  const moved = [...after.keys()].find((file) => !before.has(file) && file.includes('airport')) ?? '';
  for (const file of before.keys())
    expect(present.has(file) || (!after.has(file) && present.has(moved)), file).toBe(true);
}

async function expectCompletedBy(code = 0): Promise<void> {
  expect((await run()).code).toBe(code);
  expect([...contents().keys()]).toEqual([...after.keys()]);
  for (const [file, text] of contents()) expect(text, file).toBe(after.get(file));
  expect((await desk.verify()).code).toBe(0);
}

describe.each(STEPS)('a disk that fails at any %s', (step: Step) => {
  test('leaves each file old or new, none half, and the next run completes the work', async () => {
    await prepare();
    for (let nth = 1, isClean = false; !isClean; nth += 1) {
      const code = ['ENOSPC', 'EIO', 'EACCES', 'EMFILE'][nth % 4] ?? '';
      const faulty = faultyDisk(step, nth, failWith(code));
      const failed = await run({ disk: faulty.disk }).then(
        () => undefined,
        (error: unknown) => String(error),
      );
      isClean = faulty.taken() < nth;
      if (isClean) expect(failed).toBeUndefined();
      // A file of a broken-off run that cannot be removed either is named like no article, and goes with the next run.
      else if (step !== 'rm') expect(failed).toMatch(/cannot be written: .+\.$/u);
      if (step !== 'rm') expect(desk.files().filter((file) => file.endsWith('.tmp'))).toEqual([]);
      expectOldOrNew();
      await expectCompletedBy();
      await restore();
    }
    expect.hasAssertions();
  });
});

test('a process that is killed at any step leaves each file old or new, and the next run completes the work', async () => {
  // A process for each step takes its time: the new version and the move have all kinds of steps.
  inputs = inputs.slice(0, 2);
  await prepare();
  let killed = 0;
  for (let nth = 1; ; nth += 1) {
    const signal = await runAndKill(nth);
    if (signal !== 'SIGKILL') break;
    killed += 1;
    expectOldOrNew();
    await expectCompletedBy();
    await restore();
  }
  expect(killed).toBeGreaterThan(15);
});

/** An import in a process of its own that kills itself before the nth step. Gives the signal that ended it. */
function runAndKill(nth: number): Promise<NodeJS.Signals | null> {
  const script = join(import.meta.dirname, 'import-and-die.ts');
  const child = spawn(process.execPath, [script, String(nth), desk.content, ...inputs], { stdio: 'ignore' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (_, signal) => {
      resolve(signal);
    });
  });
}
