import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inflate } from '../../../../src/importer/containers/inflate.ts';
import { readWhole } from '../../../../src/importer/containers/container.ts';
import { inPieces, unpack } from './packing.ts';

/** Lines that hardly compress. */
const LINES = Array.from({ length: 4000 }, (_, n) => `{"n":${n},"x":"${Math.sin(n).toString(36)}"}`);
const LIST = `${LINES.join('\n')}\n`;

describe('a gzip file', () => {
  it('is read as the file that it holds, under the name without .gz', async () => {
    expect(await unpack('story.txt.gz', gzipSync('Ferry returns\n'))).toEqual(['story.txt: Ferry returns\n']);
  });

  it('is read to the end of its last member', async () => {
    const members = Buffer.concat([gzipSync('{"a":1}\n'), gzipSync('{"b":2}\n'), gzipSync('{"c":3}\n')]);
    expect(await unpack('list.jsonl.gz', members)).toEqual(['line 1: {"a":1}', 'line 2: {"b":2}', 'line 3: {"c":3}']);
  });

  it('that was cut off gives what came before, and then the reason', async () => {
    const whole = gzipSync(LIST);
    const units = await unpack('list.jsonl.gz', whole.subarray(0, whole.length / 2));
    const last = units.pop();
    expect(units.length).toBeGreaterThan(1500);
    expect(units).toEqual(LINES.slice(0, units.length).map((line, n) => `line ${n + 1}: ${line}`));
    expect(last).toMatch(/^after line \d+ refused: damaged or cut off: /u);
  });

  it('that was cut off and holds one article is refused whole', async () => {
    const whole = gzipSync(`Numbers\n${LIST}`);
    expect(await unpack('story.txt.gz', whole.subarray(0, -6), 1e9)).toEqual([
      'the file refused: damaged or cut off: unexpected end of file',
    ]);
  });

  it('with a wrong checksum is refused, not half believed', async () => {
    const damaged = gzipSync('Ferry returns\n');
    damaged.writeUInt32LE(7, damaged.length - 8);
    expect(await unpack('story.txt.gz', damaged)).toEqual([
      'the file refused: damaged or cut off: incorrect data check',
    ]);
  });

  it('ends where its last member ends, whatever stands behind', async () => {
    const followed = Buffer.concat([gzipSync('Ferry returns\n'), Buffer.alloc(50_000)]);
    expect(await unpack('story.txt.gz', followed)).toEqual(['story.txt: Ferry returns\n']);
  });

  it('that is a bomb is refused at the most that one article may have', async () => {
    const bomb = gzipSync(Buffer.alloc(60_000_000, 'a'));
    expect(await unpack('story.txt.gz', bomb)).toEqual(['the file refused: too large: more than 1 MB']);
  });

  it('of one endless line in a list is refused by that line', async () => {
    const bomb = gzipSync(`{"a":1}\n{"b":"${'a'.repeat(30_000_000)}`);
    expect(await unpack('list.jsonl.gz', bomb)).toEqual([
      'line 1: {"a":1}',
      'line 2 refused: too large: a line of more than 5 MB',
    ]);
  });

  it('in gzip in gzip ends before a file made of nothing else exhausts the machine', async () => {
    let nested = gzipSync('deep');
    for (let depth = 0; depth < 6; depth += 1) nested = gzipSync(nested);
    expect(await unpack('deep.gz', nested)).toEqual(['the file refused: a gzip file inside 4 others is not opened']);
  });

  it('is decoded up to a limit and no further', async () => {
    const bytes = gzipSync(Buffer.alloc(3_000_000, 'a'));
    expect(await readWhole(inflate(inPieces(bytes), 'gzip', 2_000_000), 9_000_000)).toEqual({
      ok: false,
      reason: 'too large: more than 2 MB when decompressed',
    });
  });
});
