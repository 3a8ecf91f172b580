import { type Likeness, likeness, type Shingles } from '../near-duplicates.ts';

/**
 * A sample of a text's shingles: those of its hashes that `step`, a power of two, divides (Broder 1997, "On the
 * resemblance and containment of documents", section 4). A short text is its own sample, with a step of one.
 */
export interface Sketch {
  step: number;
  hashes: Shingles;
}

/** A sample has so many hashes at most. */
const SIZE = 256;

/** Fewer than so many words in a row are no text that could have versions: a caption, or "See the pictures". */
const FEWEST = 10;

/** Samples a text's shingles with the smallest step that leaves few enough. */
export function toSketch(shingles: Shingles): Sketch {
  let step = 1;
  let hashes = shingles;
  while (hashes.length > SIZE) {
    step *= 2;
    hashes = coarsened(hashes, step);
  }
  return { step, hashes };
}

/** What two texts are to each other by their samples; `days` is how far apart they were published, if both are dated. */
export function sketchLikeness(one: Sketch, other: Sketch, days: number | undefined): Likeness | undefined {
  if (Math.min(one.hashes.length, other.hashes.length) < FEWEST) return undefined;
  const step = Math.max(one.step, other.step);
  return likeness(coarsened(one.hashes, step), coarsened(other.hashes, step), days);
}

function coarsened(hashes: Shingles, step: number): Shingles {
  return step === 1 ? hashes : hashes.filter((hash) => hash % step === 0);
}
