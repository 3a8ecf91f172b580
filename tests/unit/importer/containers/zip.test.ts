import { gzipSync } from 'node:zlib';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { zip } from '../../../../src/importer/containers/zip.ts';
import { inWords, packZip, source, unpack } from './packing.ts';

const STORIES = [
  { name: 'news/ferry.txt', content: 'Ferry returns\n' },
  { name: 'news/harbour.txt', content: 'Harbour closes\n', method: 0 },
];

async function held(archive: Uint8Array, path?: string): Promise<string[]> {
  const lines: string[] = [];
  for await (const one of zip.open({ ...(await source('old.zip', archive)), path })) lines.push(inWords(one));
  return lines;
}

describe('a ZIP archive', () => {
  it('gives an editor each file in it, named by its path', async () => {
    expect(await unpack('old.zip', packZip(STORIES))).toEqual([
      'entry news/ferry.txt: Ferry returns\n',
      'entry news/harbour.txt: Harbour closes\n',
    ]);
  });

  it('is read from the disk without being loaded', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'zip-'));
    try {
      await writeFile(join(folder, 'old.zip'), packZip(STORIES));
      expect(await held(new Uint8Array(), join(folder, 'old.zip'))).toEqual([
        'source: ferry.txt',
        'source: harbour.txt',
      ]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('has its lists read line by line', async () => {
    const lists = packZip([
      { name: 'a.jsonl', content: '{"a":1}\n{"b":2}' },
      { name: 'b.txt.gz', content: gzipSync('B') },
    ]);
    expect(await unpack('old.zip', lists)).toEqual([
      'entry a.jsonl, line 1: {"a":1}',
      'entry a.jsonl, line 2: {"b":2}',
      'entry b.txt.gz: B',
    ]);
  });

  it('has pictures, styles and hidden files passed over, and says how many', async () => {
    const page = [
      { name: 'p.txt', content: 'Page' },
      { name: 'p_files/a.JPG', content: '' },
      { name: 'p_files/s.css', content: 'p{}' },
      { name: '__MACOSX/p.txt', content: 'x' },
      { name: 'p_files/', content: '', method: 0 },
    ];
    expect(await unpack('old.zip', packZip(page))).toEqual(['entry p.txt: Page', 'note: 3 files of pages passed over']);
  });

  it.each([
    ['../../x.txt', 'its name leads out of the archive (..)'],
    ['a/../b.txt', 'its name leads out of the archive (..)'],
    ['/etc/x.txt', 'its name is an absolute path'],
    ['C:/x.txt', 'its name is an absolute path'],
    ['a\\..\\b.txt', 'its name holds a backslash, which leads elsewhere on Windows'],
    ['a\0.txt', 'its name holds a NUL sign'],
  ])('whose entry is called %j has that one refused and the others read', async (name, reason) => {
    const lines = await unpack('old.zip', packZip([{ name, content: 'evil' }, ...STORIES]));
    expect(lines).toEqual([
      `entry ${name} refused: ${reason}`,
      'entry news/ferry.txt: Ferry returns\n',
      'entry news/harbour.txt: Harbour closes\n',
    ]);
  });

  it.each([
    ['a link', { mode: 0o120777 }, 'it is a link or a device, not a file'],
    ['a device', { mode: 0o020666 }, 'it is a link or a device, not a file'],
    ['an encrypted file', { flags: 1 }, 'it is encrypted; unpack it with its password'],
    [
      'a file compressed by a rare method',
      { method: 12 },
      'it is compressed by method 12, which cannot be read; unpack it',
    ],
    ['a damaged file', { checksum: 7 }, 'it is damaged: its checksum is another'],
  ])('refuses %s by its name', async (_what, odd, reason) => {
    const archive = packZip([{ name: 'odd.txt', content: 'odd', ...odd }, ...STORIES]);
    expect(await unpack('old.zip', archive)).toContain(`entry odd.txt refused: ${reason}`);
    expect(await unpack('old.zip', archive)).toHaveLength(3);
  });

  it('reads plain files and folders that were packed on Unix', async () => {
    const archive = packZip([
      { name: 'news/', content: '', method: 0, mode: 0o040755 },
      { name: 'news/a.txt', content: 'A', mode: 0o100644 },
    ]);
    expect(await unpack('old.zip', archive)).toEqual(['entry news/a.txt: A']);
  });

  it('refuses names that are one file on some disks, once for all of them', async () => {
    const archive = packZip([
      { name: 'A.txt', content: 'one' },
      { name: 'a.txt', content: 'two' },
      { name: 'a.txt', content: 'three' },
      ...STORIES,
    ]);
    const lines = await unpack('old.zip', archive);
    expect(lines[0]).toMatch(/^entry A\.txt refused: 3 entries have this name/u);
    expect(lines.slice(1)).toHaveLength(2);
  });

  it('whose entries share bytes is refused whole', async () => {
    const archive = packZip([...STORIES, { name: 'again.txt', content: 'Ferry returns\n', offset: 0 }]);
    expect(await unpack('old.zip', archive)).toEqual([
      'the file refused: its entries overlap, as only those of ZIP bombs do',
    ]);
  });

  it('that holds a bomb has the bomb refused long before its end', async () => {
    const archive = packZip([{ name: 'bomb.txt', content: Buffer.alloc(40_000_000) }, ...STORIES]);
    const [first, ...others] = await unpack('old.zip', archive, 100_000_000);
    expect(first).toBe('entry bomb.txt refused: it is a bomb: more than 200 times its size, and over 1 MB');
    expect(others).toHaveLength(2);
  });

  it('with more entries than an archive of articles has is refused unread', async () => {
    const archive = packZip([]);
    const many = Buffer.alloc(56 + 20);
    many.write('PK\x06\x06');
    many.writeUInt32LE(1_000_000, 32);
    many.write('PK\x06\x07', 56);
    expect(await held(Buffer.concat([many, archive]))).toEqual([
      'the file refused: it has more than 100000 entries; unpack it',
    ]);
  });

  it('inside a ZIP is not followed', async () => {
    const archive = packZip([{ name: 'inner.zip', content: packZip(STORIES) }]);
    expect(await unpack('old.zip', archive)).toEqual([
      'entry inner.zip refused: an archive or office document inside an archive is not opened; unpack it and name its files',
    ]);
  });

  it('that was cut off is refused with the reason', async () => {
    const archive = packZip(STORIES);
    expect(await unpack('old.zip', archive.subarray(0, -30))).toEqual([
      'the file refused: it is cut off or damaged: the list of its files cannot be read',
    ]);
  });

  it('that a web archive is (WACZ) has only its captures read', async () => {
    const record =
      'WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://ferry.test/\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\n<p>Hi\r\n\r\n';
    const archive = packZip([
      { name: 'datapackage.json', content: '{}' },
      { name: 'pages/pages.jsonl', content: '{"format":"json-pages-1.0"}\n{"url":"https://ferry.test/"}\n' },
      { name: 'archive/data.warc.gz', content: gzipSync(record) },
    ]);
    expect(await unpack('old.wacz', archive)).toEqual([
      'entry archive/data.warc.gz, https://ferry.test/: <p>Hi',
      'note: 2 files of pages passed over',
    ]);
  });

  it('leaves the rest of an archive readable when a file in it is passed by unread', async () => {
    const big = Buffer.from(Array.from({ length: 40_000 }, (_, n) => Math.sin(n)).join('\n'));
    const archive = packZip([{ name: 'big.txt', content: big }, ...STORIES]);
    expect(await held(archive)).toEqual(['source: big.txt', 'source: ferry.txt', 'source: harbour.txt']);
  });
});
