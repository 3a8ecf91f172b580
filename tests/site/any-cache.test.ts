import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ARTICLE_EDITS } from '../fuzz/edits/article-edits.ts';
import { fullDay } from '../fuzz/edits/days.ts';
import { PLACE_EDITS } from '../fuzz/edits/place-edits.ts';
import { nothingSeen, playDay } from '../fuzz/edits/play.ts';
import { SITE_EDITS } from '../fuzz/edits/site-edits.ts';

/** The same days on every machine; `npm run bench -- edits` looks for new ones. */
const SEED = 8;

test.each([
  { what: 'edited', kinds: ARTICLE_EDITS },
  { what: 'changed in the site’s facts or code, lost, damaged', kinds: { ...SITE_EDITS, ...PLACE_EDITS } },
])('whatever was $what or killed before, a build leaves what a clean one makes', async ({ kinds }) => {
  const seen = nothingSeen();
  const day = fc.asyncProperty(fullDay(kinds, 2), (rounds) => playDay(rounds, seen));
  await fc.assert(day, { seed: SEED, numRuns: 1, endOnFailure: true });
  // Builds that all fail would prove nothing.
  expect(seen.built).toBeGreaterThan(1);
});
