import { describe, expect, test } from 'vitest';
import { fuzzFormat, noFigures } from '../../fuzz/fuzz-format.ts';
import { FORMAT_NAMES } from '../../fuzz/inputs.ts';

/** The same files on every machine; `npm run bench -- fuzz` looks for new ones. */
const SEED = 1;
const RUNS = 24;

describe('whatever is in a file', () => {
  test.each(FORMAT_NAMES)(
    'of the kind %s, its articles are whole and proven or refused with a reason',
    async (format) => {
      const figures = noFigures();
      const round = { format, seed: SEED, runs: RUNS, deskEvery: 8, known: new Set<string>() };
      expect(await fuzzFormat(round, figures)).toBeUndefined();
      // Files that are all refused would prove nothing.
      expect(figures.articles).toBeGreaterThanOrEqual(RUNS / 4);
      expect(figures).toMatchObject({ runs: RUNS, onDesk: RUNS / 8, lost: 0 });
    },
  );
});
