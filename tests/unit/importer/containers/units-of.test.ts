import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readWhole, type Source, sourceOf } from '../../../../src/importer/containers/container.ts';
import { unitsOf } from '../../../../src/importer/containers/units-of.ts';
import { CONTAINERS, inPieces, inWords, packZip, source, unpack } from './packing.ts';

async function words(from: Source, largest = 1000): Promise<string[]> {
  const lines = [];
  for await (const held of unitsOf(from, CONTAINERS, () => largest)) lines.push(inWords(held));
  return lines;
}

describe('a file of whatever kind', () => {
  it('that holds nothing else is one unit, with all that is known of it', async () => {
    const from = await sourceOf('ferry.txt', inPieces(Buffer.from('Ferry')), { url: 'https://news.test/ferry' });
    const units = [];
    for await (const held of unitsOf(from, CONTAINERS, () => 1000)) units.push(held);
    expect(units).toEqual([
      {
        kind: 'unit',
        unit: {
          name: 'ferry.txt',
          bytes: Buffer.from('Ferry'),
          known: { url: 'https://news.test/ferry' },
          where: undefined,
        },
      },
    ]);
  });

  it('that is known to be too large is refused without being read', async () => {
    let isRead = false;
    const stream = (async function* (): AsyncIterable<Uint8Array> {
      isRead = true;
      yield await Promise.resolve(Buffer.from('Ferry'));
    })();
    const from: Source = { name: 'a.txt', start: Buffer.from('Ferry'), stream, known: {}, size: 100_000_000, depth: 0 };
    expect(await words(from, 5_000_000)).toEqual(['the file refused: too large: 100 MB; at most 5 MB are read']);
    expect(isRead).toBe(false);
  });

  it('that turns out too large is left at the limit, and its stream let go of', async () => {
    let given = 0;
    let isLetGo = false;
    const endless = (async function* (): AsyncIterable<Uint8Array> {
      try {
        for (;;) yield await Promise.resolve(Buffer.alloc((given += 1) && 65_536, 'a'));
      } finally {
        isLetGo = true;
      }
    })();
    expect(await words(await sourceOf('a.txt', endless, {}), 200_000)).toEqual([
      'the file refused: too large: more than 0.2 MB',
    ]);
    expect(given).toBeLessThan(6);
    expect(isLetGo).toBe(true);
  });

  it('keeps every byte of its start, however they arrive', async () => {
    const bytes = Buffer.from(Array.from({ length: 30_000 }, (_, n) => String(n)).join(' '));
    for (const size of [1000, 65_536, 1_000_000]) {
      const from = await sourceOf('a.txt', inPieces(bytes, size), {});
      expect(Buffer.from(from.start).equals(bytes.subarray(0, 65_536))).toBe(true);
      expect(await readWhole(from.stream, 1e6)).toEqual({ ok: true, bytes });
    }
  });

  it('whose disk fails at once is refused with the reason', async () => {
    const from = await sourceOf('a.txt', inPieces(new Uint8Array(), 1, new Error('the disk failed')), {});
    expect(await words(from)).toEqual(['the file refused: the disk failed']);
  });

  it('is named by every step of the way to it', async () => {
    const list = packZip([{ name: '2016/list.jsonl.gz', content: gzipSync('{"a":1}\n{"b":2}\n') }]);
    expect(await unpack('all.zip', list)).toEqual([
      'entry 2016/list.jsonl.gz, line 1: {"a":1}',
      'entry 2016/list.jsonl.gz, line 2: {"b":2}',
    ]);
  });

  it('that says ZIP or gzip in its first bytes alone is refused, not taken for a text', async () => {
    expect(await words(await source('a.txt', 'PK\x03\x04 and then nothing'))).toEqual([
      'the file refused: it is cut off or damaged: the list of its files cannot be read',
    ]);
    expect(await words(await source('a.txt', new Uint8Array([0x1f, 0x8b, 8, 0])))).toEqual([
      'the file refused: damaged or cut off: unexpected end of file',
    ]);
  });
});
