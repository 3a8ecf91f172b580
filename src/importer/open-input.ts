import { basename } from 'node:path';
import { type Source, sourceOf } from './containers/container.ts';
import type { Input } from './inputs.ts';
import { openFile } from './open-file.ts';
import type { Shell } from './shell.ts';

/** An input that is open, or why it cannot be opened. `name` is how it was named. */
export type Opened =
  { ok: true; name: string; path: string | undefined; source: Source } | { ok: false; name: string; reason: string };

/** Opens an input, wherever it is. Never throws. */
export async function openInput(input: Input, shell: Shell): Promise<Opened> {
  switch (input.kind) {
    case 'wrong':
      return { ok: false, name: input.what, reason: input.reason };
    case 'stdin':
      return { ok: true, name: 'standard input', path: undefined, source: await sourceOf('stdin', shell.stdin(), {}) };
    case 'file': {
      const opened = await openFile(input.path);
      return opened.ok
        ? { ok: true, name: input.path, path: input.path, source: opened.source }
        : { ok: false, name: input.path, reason: opened.reason };
    }
    case 'address':
      return openAddress(input.url, shell);
  }
}

async function openAddress(address: string, shell: Shell): Promise<Opened> {
  const fetched = await shell.fetch(address);
  if (!fetched.ok) return { ok: false, name: address, reason: fetched.reason };
  const { bytes, url, charset, captured } = fetched;
  const name = basename(new URL(url).pathname) || 'index';
  const known = { url, charset, captured };
  const source = await sourceOf(name, chunksOf(bytes), known, { size: bytes.length });
  return { ok: true, name: address, path: undefined, source };
}

async function* chunksOf(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield await Promise.resolve(bytes);
}
