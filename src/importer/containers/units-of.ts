import type { Unit } from '../unit.ts';
import { type Container, type Held, megabytes, readWhole, type Source } from './container.ts';

/** Containers in containers: a WARC in gzip in a ZIP. Deeper ones only bombs are. */
const DEEPEST = 4;

/**
 * All units of a source, in order: of a container what it holds, opened anew; of anything else the whole as one.
 * `largest` gives the bytes that a unit with this start and name may have. Never throws on what a source holds.
 */
export async function* unitsOf(
  source: Source,
  containers: readonly Container[],
  largest: (start: Uint8Array, name: string) => number,
): AsyncIterable<Exclude<Held, { kind: 'source' }>> {
  const container = containers.find(({ recognises }) => recognises(source.start, source.name));
  if (!container) {
    yield await wholeUnit(source, largest(source.start, source.name));
  } else if (source.depth >= DEEPEST) {
    yield { kind: 'refused', where: source.where, reason: `${container.what} inside ${DEEPEST} others is not opened` };
  } else {
    for await (const held of container.open(source)) {
      if (held.kind === 'source') yield* unitsOf(held.source, containers, largest);
      else yield held;
    }
  }
}

async function wholeUnit(
  { name, known, where, size, stream }: Source,
  limit: number,
): Promise<{ kind: 'unit'; unit: Unit } | { kind: 'refused'; where: string | undefined; reason: string }> {
  if (size !== undefined && size > limit) {
    const reason = `too large: ${megabytes(size)} MB; at most ${megabytes(limit)} MB are read`;
    return { kind: 'refused', where, reason };
  }
  const whole = await readWhole(stream, limit);
  if (!whole.ok) return { kind: 'refused', where, reason: whole.reason };
  return { kind: 'unit', unit: { name, bytes: whole.bytes, known, where } };
}
