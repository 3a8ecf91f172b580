import * as fc from 'fast-check';

/** Damage to the bytes of a file, at a place between its start (0) and its end (1). */
export interface Damage {
  kind: 'flip' | 'cut' | 'end' | 'insert' | 'splice';
  at: number;
  length: number;
  bytes: Uint8Array;
}

/** Mostly none; else a little. */
export const damages: fc.Arbitrary<Damage[]> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Damage[]>([]) },
  {
    weight: 1,
    arbitrary: fc.array(
      fc.record<Damage>({
        kind: fc.constantFrom('flip', 'cut', 'end', 'insert', 'splice'),
        at: fc.integer({ min: 0, max: 1000 }).map((part) => part / 1000),
        length: fc.nat(300),
        bytes: fc.uint8Array({ minLength: 1, maxLength: 12 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  },
);

/** Damages bytes; `other` is a file of another format, of which a splice takes its part. */
export function damage(bytes: Uint8Array, damaging: readonly Damage[], other: Uint8Array): Uint8Array {
  return damaging.reduce((present, one) => damageOnce(present, one, other), bytes);
}

function damageOnce(bytes: Uint8Array, { kind, at, length, bytes: given }: Damage, other: Uint8Array): Uint8Array {
  const place = Math.floor(at * bytes.length);
  const [head, tail] = [bytes.subarray(0, place), bytes.subarray(place)];
  switch (kind) {
    case 'flip': {
      const flipped = Uint8Array.from(bytes);
      flipped[place] = (flipped[place] ?? 0) ^ (1 << (length % 8));
      return flipped.subarray(0, bytes.length);
    }
    case 'cut':
      return Buffer.concat([head, tail.subarray(length)]);
    case 'end':
      return head;
    case 'insert':
      return Buffer.concat([head, given, tail]);
    case 'splice':
      return Buffer.concat([head, other.subarray(Math.floor(at * other.length))]);
  }
}
