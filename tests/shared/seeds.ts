import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PROJECT } from '../../src/build/locations.ts';

const SEEDS = resolve(PROJECT, '../shared/seeds');

/** The plain-text articles that must become pages. Third-party files: they stand beside the repository and not in it. */
export function seedFiles(): string[] {
  const files = existsSync(SEEDS) ? readdirSync(SEEDS).filter((name) => name.endsWith('.txt')) : [];
  if (files.length === 0) throw new Error(`These tests read third-party files: put the seed articles into ${SEEDS}.`);
  return files.map((name) => join(SEEDS, name));
}
