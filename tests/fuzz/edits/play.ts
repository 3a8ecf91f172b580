import { isDeepStrictEqual } from 'node:util';
import { bytesOf } from '../../setup/compare.ts';
import { NOW } from '../../setup/fixture.ts';
import { makeEdit, type Round } from './days.ts';
import { type BuildWish, type Ending, Workshop } from './workshop.ts';

/** What came of the builds of a day. */
export interface Seen {
  days: number;
  built: number;
  failed: number;
  killed: number;
}

/** Figures before the first day. */
export function nothingSeen(): Seen {
  return { days: 0, built: 0, failed: 0, killed: 0 };
}

/**
 * Plays the rounds of a day on the fixture edition. Wherever something was edited and the build was not killed, and at the
 * end, it must have left what a clean build of the same files makes, byte for byte, or fail for the same reasons; a failed
 * build leaves the built site as it was, after another one the next has nothing to do, and nothing is left lying about.
 * Throws with what is not so.
 */
export async function playDay(rounds: readonly Round[], seen: Seen): Promise<void> {
  const shop = new Workshop();
  try {
    seen.days += 1;
    let isProven = false;
    for (const { edits, ...wish } of rounds) {
      for (const edit of edits) await makeEdit(shop, edit);
      isProven = false;
      if (wish.diesAt !== undefined || edits.length === 0) await buildOn(shop, wish, seen);
      else isProven = (await judge(shop, wish, seen)).end === 'built';
    }
    if (isProven) return;
    const moment = rounds.at(-1)?.moment ?? NOW;
    const ending = await judge(shop, { moment, skipBad: false }, seen);
    if (ending.end === 'failed') await judge(shop, { moment, skipBad: true }, seen);
  } finally {
    shop.close();
  }
}

async function buildOn(shop: Workshop, wish: BuildWish, seen: Seen): Promise<Ending> {
  const before = shop.built();
  const ending = await shop.build(wish);
  seen[ending.end] += 1;
  if (ending.end === 'failed') mustEqual('a failed build changed the built site', shop.built(), before);
  return ending;
}

async function judge(shop: Workshop, wish: BuildWish, seen: Seen): Promise<Ending> {
  const found = await buildOn(shop, wish, seen);
  const wanted = await shop.buildAnew(wish, (dist) => {
    if (found.end === 'built') mustEqual('a clean build is another', shop.built(), bytesOf(dist));
  });
  const saidOf = (ending: Ending): string => (ending.end === 'failed' ? ending.said : '');
  if (saidOf(found) !== saidOf(wanted))
    throw new Error(`A clean build says other things:\n${saidOf(found)}\n\nclean:\n${saidOf(wanted)}`);
  if (found.end !== 'built') return found;
  const again = await shop.build(wish);
  if (again.end !== 'built' || again.did > 0)
    throw new Error(`The next build had something to do: ${JSON.stringify(again)}`);
  const things = shop.things.join(', ');
  if (things !== 'content, dist') throw new Error(`This lies about: ${things}`);
  return found;
}

function mustEqual(what: string, found: Record<string, string>, wanted: Record<string, string>): void {
  if (isDeepStrictEqual(found, wanted)) return;
  const names = [...new Set([...Object.keys(found), ...Object.keys(wanted)])].filter((it) => found[it] !== wanted[it]);
  const list = names.map((name) => {
    if (!(name in found)) return `missing ${name}`;
    return name in wanted ? `other ${name}` : `too much ${name}`;
  });
  throw new Error(`${what}: ${list.slice(0, 12).join(', ')}${list.length > 12 ? ` and ${list.length - 12} more` : ''}`);
}
