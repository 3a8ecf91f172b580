import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { Parser } from 'htmlparser2';

/** Prints what the pages in dist/ weigh: bytes plain, brotli 11 and gzip 9, elements and how deep they are nested. */
export async function benchPages(): Promise<void> {
  const files = await readdir('dist', { recursive: true }).catch(() => {
    throw new Error('There is no dist/ yet: run "npm run build" first.');
  });
  const rows = files.filter((file) => file.endsWith('.html')).sort();
  const table = rows.map(async (file) => [file, weigh(await readFile(join('dist', file)))] as const);
  console.table(Object.fromEntries(await Promise.all(table)));
}

function weigh(bytes: Buffer): Record<string, number> {
  let elements = 0;
  let depth = 0;
  let deepest = 0;
  const parser = new Parser({
    onopentag() {
      elements += 1;
      depth += 1;
      deepest = Math.max(deepest, depth);
    },
    onclosetag() {
      depth -= 1;
    },
  });
  parser.end(bytes.toString('utf8'));
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  return { bytes: bytes.length, brotli, gzip: gzipSync(bytes, { level: 9 }).length, elements, deepest };
}
