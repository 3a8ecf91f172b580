import { cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from '../../src/build/locations.ts';
import { BUILD_ONCE } from './run-build.ts';

const PARTS = ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json', BUILD_ONCE];

/**
 * A copy of the project's code, to be changed, in a folder that somebody must remove; gives the folder. Not below
 * node_modules: no runtime reads TypeScript there.
 */
export function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tearsheet-'));
  for (const part of PARTS) cpSync(join(PROJECT, part), join(folder, part), { recursive: true });
  // Packages are those of this project; what builds remember below node_modules/.cache is the copy's own.
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(join(PROJECT, 'node_modules')).filter((it) => it !== '.cache')) {
    symlinkSync(join(PROJECT, 'node_modules', name), join(folder, 'node_modules', name));
  }
  return folder;
}
