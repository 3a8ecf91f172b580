import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lockContent } from '../../../../src/importer/archive/lock.ts';
import { Desk } from '../desk.ts';
import { LONG } from '../read.ts';
import { TALKS } from '../talks.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(() => desk.clear());

const LOCK = '.import.lock';

describe('a second importer', () => {
  test('is told who is at work, and does nothing', async () => {
    const unlock = await lockContent(desk.content);
    const path = await desk.put('talks.txt', TALKS);
    await expect(desk.import(path)).rejects.toThrow(`(process ${process.pid}); wait for its end`);
    expect(desk.articles()).toEqual([]);
    await unlock();
    expect((await desk.import(path)).code).toBe(0);
  });

  test('takes over from one that is dead', async () => {
    const gone = spawn(process.execPath, ['-e', '0']);
    await once(gone, 'close');
    await leaveLock({ pid: gone.pid ?? 0, started: '1', host: hostname() });
    expect((await desk.import(await desk.put('talks.txt', TALKS))).code).toBe(0);
  });

  test('takes over where another program has the number of the dead one', async () => {
    await leaveLock({ pid: process.pid, started: 'long ago', host: hostname() });
    expect((await desk.import(await desk.put('talks.txt', TALKS))).code).toBe(0);
  });

  test('takes over from one that died before its lock said anything', async () => {
    await writeFile(join(desk.content, LOCK), '');
    expect((await desk.import(await desk.put('talks.txt', TALKS))).code).toBe(0);
  });

  test('leaves the lock of another machine alone and says how to remove it', async () => {
    await leaveLock({ pid: 1, started: '1', host: 'another.example' });
    await expect(desk.import(await desk.put('talks.txt', TALKS))).rejects.toThrow(
      `process 1 on another.example); wait for its end. If there is none, remove ${join(desk.content, LOCK)}`,
    );
  });
});

const leaveLock = (holder: unknown): Promise<void> => writeFile(join(desk.content, LOCK), JSON.stringify(holder));

test('of many importers that begin at once each works alone, and none leaves a lock', async () => {
  await leaveLock({ pid: process.pid, started: 'long ago', host: hostname() });
  const paths = await Promise.all(
    Array.from({ length: 8 }, (_, number) => desk.put(`${number}.txt`, `Story ${number}\n\n${LONG} ${number}`)),
  );
  const ends = await Promise.allSettled(paths.map((path) => desk.import(path)));
  const done = ends.filter(({ status }) => status === 'fulfilled').length;
  expect(done).toBeGreaterThan(0);
  expect(desk.articles()).toHaveLength(done);
  for (const end of ends) if (end.status === 'rejected') expect(String(end.reason)).toMatch(/another import/iu);
  expect((await readdir(desk.content)).filter((name) => name.startsWith(LOCK))).toEqual([]);
});

test('a lock and half-written files of a killed run are gone after the next', async () => {
  await desk.put('content/articles/2016/10/.talks.md.0123456789ab.tmp', 'half');
  await leaveLock({ pid: process.pid, started: 'long ago', host: hostname() });
  await desk.import(await desk.put('talks.txt', TALKS));
  expect(desk.files().filter((file) => /\.tmp$|lock/u.test(file))).toEqual([]);
});
