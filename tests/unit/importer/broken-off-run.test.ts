import * as disk from 'node:fs/promises';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Disk } from '../../../src/importer/write-files.ts';
import { Desk } from './desk.ts';
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

  test.each(['writeFile', 'sync', 'close'] as const)(
    'by a disk that fails at %s leaves no part of a file',
    async (step) => {
      const path = await desk.put('talks.txt', TALKS);
      for (const failing of [1, 2]) {
        await expect(desk.import(path, {}, { disk: failAt(failing, step) })).rejects.toThrow(
          /cannot be written: the disk is full/u,
        );
        expect(desk.files()).toEqual([]);
      }
      expect((await desk.import(path)).code).toBe(0);
    },
  );

  test('by a disk that is full says how many inputs it did not reach', async () => {
    const paths = [
      await desk.put('a.txt', TALKS),
      await desk.put('b.txt', other('b')),
      await desk.put('c.txt', other('c')),
    ];
    await expect(desk.import(paths, {}, { disk: failAt(3, 'sync') })).rejects.toThrow('full');
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
    await expect(desk.import(path, { published: '2016-10-04' }, { disk: failAt(1, 'writeFile') })).rejects.toThrow(
      'full',
    );
    expect(desk.article()).toBe(before);
    expect(desk.files()).toHaveLength(2);
  });
});

/** A disk whose nth file cannot be written, in one of the steps of writing it. */
function failAt(nth: number, step: 'writeFile' | 'sync' | 'close'): Disk {
  let opened = 0;
  return {
    ...disk,
    open: async (...args: Parameters<typeof disk.open>) => {
      const file = await disk.open(...args);
      opened += 1;
      if (opened !== nth) return file;
      const close = file.close.bind(file);
      file[step] = async () => {
        if (step === 'close') await close();
        throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
      };
      return file;
    },
  };
}
