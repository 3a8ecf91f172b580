import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../src/news/digest.ts';
import { listFiles } from './dist.ts';

/** Every file of a folder with the hash of its bytes: two folders with equal ones are the same byte for byte. */
export function bytesOf(dist: string): Record<string, string> {
  return Object.fromEntries(listFiles(dist).map((file) => [file, sha256(readFileSync(join(dist, file)))]));
}

/** Every file of a folder with the moment of its last change. */
export function momentsOf(dist: string): Record<string, number> {
  return Object.fromEntries(listFiles(dist).map((file) => [file, statSync(join(dist, file)).mtimeMs]));
}
