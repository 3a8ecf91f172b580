import * as fc from 'fast-check';
import { hostileValue } from './hostile-values.ts';

/** One step away from a valid sample: what is done, where (counted modulo the places that there are), and with what. */
export interface Change {
  kind: 'delete' | 'repeat' | 'swap' | 'nest' | 'value' | 'raw';
  at: number;
  other: number;
  value: string;
}

/** Steps away from a sample; fewer and shorter ones are tried where a run fails. */
export const changes: fc.Arbitrary<Change[]> = fc.array(
  fc.record<Change>({
    kind: fc.constantFrom('value', 'raw', 'delete', 'repeat', 'swap', 'nest'),
    at: fc.nat(999),
    other: fc.nat(999),
    value: hostileValue,
  }),
  { maxLength: 12, size: 'max' },
);

/** Where a sample has grown to so many pieces, it does not grow further: the fuzzer looks for mistakes, not for mass. */
export const MOST_PIECES = 1500;
