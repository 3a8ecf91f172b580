import * as fc from 'fast-check';
import { anyDay } from '../fuzz/edits/days.ts';
import { nothingSeen, playDay } from '../fuzz/edits/play.ts';

/**
 * Plays random days of edits, damage and kills for a time, each judged by a clean build, and prints what was seen:
 * `npm run bench -- edits --seconds 600 --seed 1`. `--smallest` looks for the smallest day of the first seed that fails.
 */
export async function benchEdits(): Promise<void> {
  const seconds = Number(flag('--seconds') ?? 600);
  const first = Number(flag('--seed') ?? Math.floor(Math.random() * 1e9));
  const smallest = process.argv.includes('--smallest');
  const seen = nothingSeen();
  const end = performance.now() + seconds * 1000;
  let faults = 0;
  for (let seed = first; performance.now() < end; seed += 1) {
    const property = fc.asyncProperty(anyDay, (rounds) => playDay(rounds, seen));
    const details = await fc.check(property, { seed, numRuns: 1, endOnFailure: !smallest });
    if (!details.failed) continue;
    faults += 1;
    const { errorInstance: error, counterexample } = details;
    console.log(`\nseed ${seed}: ${error instanceof Error ? error.message : String(error)}`);
    console.log(JSON.stringify(counterexample?.[0]));
    if (smallest) break;
  }
  const { days, built, failed, killed } = seen;
  console.log(
    `${days} days from seed ${first}: ${built} builds, ${failed} that had to fail, ${killed} killed; ${faults} days went wrong`,
  );
  if (faults > 0) process.exitCode = 1;
}

function flag(name: string): string | undefined {
  const place = process.argv.indexOf(name);
  return place === -1 ? undefined : process.argv[place + 1];
}
