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

/** A sketch as one short text: the step, then the distance of each hash from the one before, in base 36. */
export function writeSketch({ step, hashes }: Sketch): string {
  const distances = Array.from(hashes, (hash, index) => hash - (hashes[index - 1] ?? 0));
  return [step, ...distances].map((number) => number.toString(36)).join(' ');
}

/** Reads what `writeSketch` wrote. */
export function readSketch(text: string): Sketch {
  const numbers: number[] = [];
  let number = 0;
  // A large edition has millions of them: to cut the text and read each piece takes several times as long.
  for (let at = 0; at <= text.length; at += 1) {
    const sign = at < text.length ? text.charCodeAt(at) : SPACE;
    if (sign === SPACE) {
      numbers.push(number);
      number = 0;
    } else number = number * 36 + sign - (sign < LETTER_A ? DIGIT_0 : LETTER_A - 10);
  }
  const [step = 1, ...distances] = numbers;
  let hash = 0;
  return { step, hashes: Uint32Array.from(distances, (distance) => (hash += distance)) };
}

const [SPACE, DIGIT_0, LETTER_A] = [0x20, 0x30, 0x61];

function coarsened(hashes: Shingles, step: number): Shingles {
  return step === 1 ? hashes : hashes.filter((hash) => hash % step === 0);
}
