import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Desk } from './desk.ts';
import { failWith, faultyDisk } from './faulty-disk.ts';
import { DATED, TALKS, UNDATED } from './talks.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(() => desk.clear());

describe('a run that was broken off', () => {
  test('between writing the new place and giving up the old one is completed by the next', async () => {
    const path = await desk.put('talks.txt', TALKS);
    await desk.import(path);
    const old = desk.article();
    await desk.import(path, { published: '2016-10-04' });
    await writeFile(join(desk.content, UNDATED), old);
    const { said } = await desk.import(path, { published: '2016-10-04' });
    expect(desk.articles()).toEqual([DATED]);
    expect(said[0]).toContain('broken-off run');
  });

  test('by a disk that is full says how many inputs it did not reach', async () => {
    const paths = [
      await desk.put('a.txt', TALKS),
      await desk.put('b.txt', other('b')),
      await desk.put('c.txt', other('c')),
    ];
    await expect(desk.import(paths, {}, { disk: faultyDisk('sync', 3, failWith('ENOSPC')).disk })).rejects.toThrow(
      'full',
    );
    expect(desk.said.at(-1)).toBe('1 imported, 0 updated, 0 unchanged, 0 refused, 2 not reached');
    expect(desk.articles()).toEqual([UNDATED]);
    const again = await desk.import(paths);
    expect(again.said.at(-1)).toBe('2 imported, 0 updated, 1 unchanged, 0 refused');
  });

  const other = (word: string): string => TALKS.replace('Harbor', word);

  test('does not touch the earlier copy', async () => {
    const path = await desk.put('talks.txt', TALKS);
    await desk.import(path);
    const before = desk.article();
    await expect(
      desk.import(path, { published: '2016-10-04' }, { disk: faultyDisk('write', 1, failWith('ENOSPC')).disk }),
    ).rejects.toThrow('full');
    expect(desk.article()).toBe(before);
    expect(desk.files()).toHaveLength(2);
  });
});
