import fs, { appendFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { FolderWatch } from '../../../../src/build/desk/folder-watch.ts';
import { makeFolder } from '../folder.ts';

/** For what the system tells in its own time. */
const SOON = { timeout: 30_000, interval: 10 };

/** A watched folder, and what is told of it. */
async function watched(files: Record<string, string>): Promise<{
  folder: string;
  at: (path: string) => string;
  faults: string[];
  /** Waits until a path is told of; gives all that were since it was last asked. */
  isToldOf: (path: string) => Promise<string[]>;
}> {
  const folder = join(
    await makeFolder(Object.fromEntries(Object.entries(files).map(([k, v]) => [`content/${k}`, v]))),
    'content',
  );
  const told = new Set<string>();
  const faults: string[] = [];
  const onChange = (changed: readonly string[]): Promise<void> => {
    for (const path of changed) told.add(path);
    return Promise.resolve();
  };
  const watch = new FolderWatch({ folder, onChange, onFault: (sentence) => faults.push(sentence) });
  onTestFinished(() => watch.close());
  const at = (path: string): string => join(folder, path);
  const isToldOf = async (path: string): Promise<string[]> => {
    await vi.waitFor(() => expect([...told]).toContain(at(path)), SOON);
    const all = [...told];
    told.clear();
    return all;
  };
  return { folder, at, faults, isToldOf };
}

describe('a watched content folder', () => {
  it('tells of what is edited in folders that were there, have come, were moved or put back', async () => {
    const { at, faults, isToldOf } = await watched({ 'articles/2025/06/a.md': 'a' });
    appendFileSync(at('articles/2025/06/a.md'), 'more');
    await isToldOf('articles/2025/06/a.md');
    mkdirSync(at('articles/2026/01'), { recursive: true });
    await isToldOf('articles/2026');
    writeFileSync(at('articles/2026/01/b.md'), 'b');
    await isToldOf('articles/2026/01/b.md');
    renameSync(at('articles/2025'), at('articles/2024'));
    await isToldOf('articles/2024');
    appendFileSync(at('articles/2024/06/a.md'), 'more');
    expect(await isToldOf('articles/2024/06/a.md')).not.toContain(at('articles/2025/06/a.md'));
    rmSync(at('articles'), { recursive: true });
    mkdirSync(at('articles/2025'), { recursive: true });
    await isToldOf('articles');
    writeFileSync(at('articles/2025/c.md'), 'c');
    await isToldOf('articles/2025/c.md');
    expect(faults).toEqual([]);
  });

  it('is watched on where another takes its place at once', async () => {
    const { folder, at, faults, isToldOf } = await watched({ 'articles/a.md': 'a' });
    renameSync(folder, `${folder}.old`);
    mkdirSync(at('articles'), { recursive: true });
    await isToldOf('');
    writeFileSync(at('articles/b.md'), 'b');
    await isToldOf('articles/b.md');
    expect(faults).toEqual([]);
  });

  it('that is removed is told of in one sentence, with what to do', async () => {
    const { folder, faults } = await watched({ 'articles/2025/a.md': 'a' });
    rmSync(folder, { recursive: true });
    await vi.waitFor(() => expect(faults).not.toEqual([]), SOON);
    expect(faults).toEqual([`${folder} is gone; put it back and start "npm run dev" again.`]);
  });
});

describe('where the system watches no more folders', () => {
  it('one sentence says so, whatever their number, and what is watched is told of', async () => {
    const { watch } = fs;
    const spy = vi.spyOn(fs, 'watch').mockImplementation((path, ...others) => {
      if (String(path).includes('articles')) throw Object.assign(new Error('ENOSPC: no more'), { code: 'ENOSPC' });
      return Reflect.apply(watch, fs, [path, ...others]);
    });
    syncBuiltinESMExports();
    onTestFinished(() => {
      spy.mockRestore();
      syncBuiltinESMExports();
    });
    const { at, faults, isToldOf } = await watched({
      'articles/2025/a.md': 'a',
      'articles2/b.md': 'b',
      'site.yaml': '',
    });
    expect(faults).toEqual([
      `Changes in ${at('articles')} are not seen: ENOSPC: no more. ` +
        'Let the system watch more folders (sudo sysctl fs.inotify.max_user_watches=524288) and start "npm run dev" again.',
    ]);
    appendFileSync(at('site.yaml'), 'name: A Paper\n');
    await isToldOf('site.yaml');
  });
});
