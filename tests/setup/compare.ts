import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { sha256 } from '../../src/news/digest.ts';
import { listFiles } from './dist.ts';

/**
 * Every file of a folder with the hash of its bytes, and every folder in it that is empty: two folders with equal ones are the
 * same byte for byte.
 */
export function bytesOf(dist: string): Record<string, string> {
  const files = listFiles(dist).map((file): [string, string] => [file, sha256(readFileSync(join(dist, file)))]);
  return Object.fromEntries([...files, ...emptyFolders(dist).map((folder): [string, string] => [folder, 'empty'])]);
}

function emptyFolders(dist: string): string[] {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readdirSync(path).length === 0)
    .map((path) => `${relative(dist, path)}/`);
}

/** Every file of a folder with the moment of its last change. */
export function momentsOf(dist: string): Record<string, number> {
  return Object.fromEntries(listFiles(dist).map((file) => [file, statSync(join(dist, file)).mtimeMs]));
}
