import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { Parser } from 'htmlparser2';

/** Of each kind of page so many are compressed, the largest ones: of 20,000 pages all would take ten minutes. */
const COMPRESSED = 20;

interface Markup {
  file: string;
  bytes: number;
  elements: number;
  depth: number;
}

/**
 * Prints for each kind of page in dist/ what its heaviest page takes: bytes plain, brotli 11 and gzip 9, elements and
 * how deep they are nested; each may be of another page, and the one that weighs most by brotli is named.
 */
export async function benchPages(): Promise<void> {
  const files = await readdir('dist', { recursive: true }).catch(() => {
    throw new Error('There is no dist/ yet: run "npm run build" first.');
  });
  const kinds = new Map<string, Markup[]>();
  for (const file of files.filter((name) => name.endsWith('.html')).sort()) {
    const kind = file.includes('/') ? `${file.slice(0, file.indexOf('/'))}/` : file;
    const pages = kinds.get(kind) ?? [];
    pages.push({ file, ...read(await readFile(join('dist', file))) });
    kinds.set(kind, pages);
  }
  const rows: Record<string, unknown> = {};
  for (const [kind, pages] of kinds) {
    const largest = pages.toSorted((a, b) => b.bytes - a.bytes).slice(0, COMPRESSED);
    const packed = await Promise.all(largest.map(async ({ file }) => ({ file, ...(await compress(file)) })));
    const heaviest = packed.toSorted((a, b) => b.brotli - a.brotli)[0];
    rows[kind] = {
      pages: pages.length,
      bytes: most(pages, ({ bytes }) => bytes),
      brotli: heaviest?.brotli,
      gzip: most(packed, ({ gzip }) => gzip),
      elements: most(pages, ({ elements }) => elements),
      depth: most(pages, ({ depth }) => depth),
      heaviest: heaviest?.file,
    };
  }
  console.table(rows);
}

function most<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((greatest, item) => Math.max(greatest, of(item)), 0);
}

async function compress(file: string): Promise<{ brotli: number; gzip: number }> {
  const bytes = await readFile(join('dist', file));
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  return { brotli, gzip: gzipSync(bytes, { level: 9 }).length };
}

function read(bytes: Buffer): Omit<Markup, 'file'> {
  let elements = 0;
  let level = 0;
  let depth = 0;
  const parser = new Parser({
    onopentag() {
      elements += 1;
      level += 1;
      depth = Math.max(depth, level);
    },
    onclosetag() {
      level -= 1;
    },
  });
  parser.end(bytes.toString('utf8'));
  return { bytes: bytes.length, elements, depth };
}
