import { type Container, type Held, type Source, sourceOf } from './container.ts';
import { inflate } from './inflate.ts';

/** Bytes. No list of articles is longer; a bomb is. */
const MOST_DECODED = 2_000_000_000;

/** A gzip file (RFC 1952), of one or several members. It holds one source, under its name without `.gz`. */
export const gzip: Container = {
  what: 'a gzip file',
  recognises: (start) => start[0] === 0x1f && start[1] === 0x8b && start[2] === 8,
  open: openGzip,
};

async function* openGzip({ name, stream, known, where, depth }: Source): AsyncIterable<Held> {
  const decoded = inflate(stream, 'gzip', MOST_DECODED);
  const source = await sourceOf(name.replace(/\.gz$/iu, ''), decoded, known, { where, depth: depth + 1 });
  yield { kind: 'source', source };
}
