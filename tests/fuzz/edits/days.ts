import * as fc from 'fast-check';
import { NOW } from '../../setup/fixture.ts';
import { ARTICLE_EDITS } from './article-edits.ts';
import type { Edits } from './edits.ts';
import { PLACE_EDITS } from './place-edits.ts';
import { SITE_EDITS } from './site-edits.ts';
import type { BuildWish, Workshop } from './workshop.ts';

export interface Edit {
  what: string;
  pick: number;
  value: number;
}

/** Some edits, and the build after them. */
export interface Round extends BuildWish {
  edits: Edit[];
}

const EDITS: Edits = { ...ARTICLE_EDITS, ...SITE_EDITS, ...PLACE_EDITS };

/** Around an embargo, two midnights of the site's time zones, and the day on which articles turn old. */
const MOMENTS = [
  '2026-11-22T12:00:00Z',
  '2026-11-22T22:59:59Z',
  '2026-11-22T23:00:00Z',
  '2026-12-24T04:59:59Z',
  '2026-12-24T05:00:00Z',
  '2027-06-14T12:00:00Z',
  '2025-06-14T12:00:00Z',
].map((instant) => Date.parse(instant));

/** Most builds change some dozens of files, a whole one some hundreds. */
const DEATHS = fc.oneof({ arbitrary: fc.integer({ min: 1, max: 80 }), weight: 3 }, fc.integer({ min: 1, max: 400 }));

const wish = {
  moment: fc.constantFrom(...MOMENTS),
  skipBad: fc.boolean(),
  diesAt: fc.option(DEATHS, { nil: undefined, freq: 2 }),
};

const FIRST: Round = { moment: NOW, skipBad: false, edits: [] };

function editOf(what: fc.Arbitrary<string>, most: number): fc.Arbitrary<Edit> {
  return fc.record({ what, pick: fc.nat(most), value: fc.nat(most) });
}

/** Days at a desk: some rounds of a few edits. Those of a day are of few kinds and to few files, and so meet one another. */
export const anyDay: fc.Arbitrary<Round[]> = fc
  .tuple(fc.subarray(Object.keys(EDITS), { minLength: 2, maxLength: 6 }), fc.constantFrom(2, 9, 99))
  .chain(([kinds, most]) => {
    const edits = fc.array(editOf(fc.constantFrom(...kinds), most), { minLength: 1, maxLength: 4 });
    return fc.array(fc.record({ ...wish, edits }), { minLength: 2, maxLength: 6 });
  });

/** A day with one edit of each of these kinds, in any order, in so many rounds after a first build. */
export function fullDay(kinds: Edits, rounds: number): fc.Arbitrary<Round[]> {
  const one = Object.keys(kinds).map((what) => editOf(fc.constant(what), 99));
  const all = fc.tuple(...one).chain((edits) => fc.shuffledSubarray(edits, { minLength: edits.length }));
  const size = Math.ceil(one.length / rounds);
  return fc
    .tuple(all, fc.tuple(...Array.from({ length: rounds }, () => fc.record(wish))))
    .map(([edits, wishes]) => [
      FIRST,
      ...wishes.map((own, round) => ({ ...own, edits: edits.slice(round * size, (round + 1) * size) })),
    ]);
}

/** Makes an edit of this name. */
export async function makeEdit(shop: Workshop, { what, pick, value }: Edit): Promise<void> {
  await EDITS[what]?.(shop, pick, value);
}
