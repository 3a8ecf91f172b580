import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { appendFile, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWhole, type Source } from '../../../src/importer/containers/container.ts';
import { openFile } from '../../../src/importer/open-file.ts';

const LONG = Buffer.from(Array.from({ length: 60_000 }, (_, n) => String(n)).join(' '));

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function put(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(folder, name), content);
  return join(folder, name);
}

async function opened(path: string): Promise<Source> {
  const result = await openFile(path);
  if (!result.ok) throw new Error(result.reason);
  return result.source;
}

describe('a file that is to be imported', () => {
  it('is read whole, and its size and name are known before', async () => {
    const source = await opened(await put('long.txt', LONG));
    expect(source).toMatchObject({ name: 'long.txt', size: LONG.length, path: join(folder, 'long.txt') });
    expect(source.start).toHaveLength(65_536);
    expect(await readWhole(source.stream, 1e6)).toEqual({ ok: true, bytes: LONG });
  });

  it('may be empty', async () => {
    const { stream } = await opened(await put('empty.txt', ''));
    expect(await readWhole(stream, 1e6)).toEqual({ ok: true, bytes: Buffer.alloc(0) });
  });

  it('is not held open while it waits its turn', async () => {
    const path = await put('waiting.txt', LONG);
    const before = readdirSync('/proc/self/fd').length;
    await Promise.all(Array.from({ length: 300 }, () => opened(path)));
    expect(readdirSync('/proc/self/fd').length).toBeLessThan(before + 50);
  });

  it('is let go of when its reader has had enough', async () => {
    const path = await put('enough.txt', Buffer.alloc(5_000_000));
    const before = readdirSync('/proc/self/fd').length;
    for (let turn = 0; turn < 50; turn += 1) await readWhole((await opened(path)).stream, 100_000);
    expect(readdirSync('/proc/self/fd').length).toBeLessThan(before + 25);
  });

  it('that changes while it is read is refused', async () => {
    const path = await put('changing.txt', LONG);
    const { stream } = await opened(path);
    await appendFile(path, 'more');
    expect(await readWhole(stream, 1e6)).toEqual({
      ok: false,
      reason: 'it changed while it was read; import it again',
    });
  });

  it('on a disk that fails in its middle is refused with the reason', async () => {
    const path = await put('failing.txt', LONG);
    const result = await openFile(path, async (...args) => {
      const file = await open(...args);
      return {
        stat: () => file.stat(),
        close: () => file.close(),
        read: (buffer, offset, length, position) =>
          position > 100_000
            ? Promise.reject(new Error('EIO: i/o error, read'))
            : file.read(buffer, offset, length, position),
      };
    });
    if (!result.ok) throw new Error(result.reason);
    expect(await readWhole(result.source.stream, 1e6)).toEqual({ ok: false, reason: 'EIO: i/o error, read' });
  });

  it('is said not to be one where it is a folder, a pipe, a device or nothing', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    expect(await openFile(folder)).toEqual({ ok: false, reason: 'it is a folder; name the files in it' });
    expect(await openFile(pipe)).toEqual({ ok: false, reason: 'it is not a file' });
    expect(await openFile('/dev/zero')).toEqual({ ok: false, reason: 'it is not a file' });
    expect(await openFile(join(folder, 'gone.txt'))).toEqual({ ok: false, reason: 'there is no such file' });
  });
});
