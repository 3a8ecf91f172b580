import * as disk from 'node:fs/promises';
import type { Disk, OpenFile } from '../../../src/importer/archive/write-files.ts';

/** The steps in which a disk can fail while files are written. */
export const STEPS = ['mkdir', 'open', 'write', 'sync', 'close', 'rename', 'rm'] as const;
export type Step = (typeof STEPS)[number];

/** A disk that meets something at one of its steps, and counts them. */
export interface FaultyDisk {
  disk: Disk;
  /** How many of the steps it has taken. */
  taken: () => number;
}

/** A disk on which `meet` comes before the nth step of a kind is done; what it throws is that step's failure. */
export function faultyDisk(step: Step | 'any', nth: number, meet: () => void): FaultyDisk {
  let taken = 0;
  // A failure is a promise that fails, as on a real disk.
  const reach = (name: Step): Promise<void> =>
    Promise.resolve().then(() => {
      if (step !== 'any' && step !== name) return;
      taken += 1;
      if (taken === nth) meet();
    });
  const faulty: Disk = {
    mkdir: (path, options) => reach('mkdir').then(() => disk.mkdir(path, options)),
    rename: (from, to) => reach('rename').then(() => disk.rename(from, to)),
    rm: (path, options) => reach('rm').then(() => disk.rm(path, options)),
    open: async (path, flags) => {
      await reach('open');
      return watched(await disk.open(path, flags), reach);
    },
  };
  return { disk: faulty, taken: () => taken };
}

function watched(file: disk.FileHandle, reach: (name: Step) => Promise<void>): OpenFile {
  return {
    writeFile: async (data) => {
      // Half of the bytes are on the disk when it fails.
      const bytes = Buffer.from(data);
      await file.write(bytes.subarray(0, bytes.length / 2));
      await reach('write');
      await file.write(bytes.subarray(bytes.length / 2));
    },
    sync: () => reach('sync').then(() => file.sync()),
    close: async () => {
      await file.close();
      await reach('close');
    },
  };
}

/** The failure of a disk with a code such as ENOSPC. */
export function failWith(code: string): () => void {
  return () => {
    throw Object.assign(new Error(`${code}: the disk fails`), { code });
  };
}
