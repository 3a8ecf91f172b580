import { FORMAT_NAMES } from '../fuzz/inputs.ts';
import { type Failure, type Figures, fuzzFormat, kindOf, noFigures } from '../fuzz/fuzz-format.ts';

/** Runs of one format before the next has its turn. */
const RUNS = 40;

/**
 * Fuzzes all formats in turn for a time, and prints what was seen: `npm run bench -- fuzz --seconds 300 --seed 1`.
 * `--format rss` takes one alone, `--path` repeats a printed failure.
 */
export async function benchFuzz(): Promise<void> {
  const seconds = Number(flag('--seconds') ?? 60);
  const seed = Number(flag('--seed') ?? Math.floor(Math.random() * 1e9));
  const only = flag('--format');
  const formats = FORMAT_NAMES.filter((format) => only === undefined || format === only);
  const all = new Map(
    formats.map((format) => [format, { figures: noFigures(), failures: new Map<string, Failure>() }]),
  );
  console.log(`seed ${seed}, ${seconds} s`);
  const end = performance.now() + seconds * 1000;
  for (let round = 0; performance.now() < end; round += 1) {
    for (const [format, { figures, failures }] of all) {
      const limit = end - performance.now();
      if (limit <= 0) break;
      const known = new Set(failures.keys());
      const path = flag('--path');
      const failure = await fuzzFormat(
        { format, seed: seed + round, runs: RUNS, deskEvery: 8, known, path, limit },
        figures,
      );
      if (!failure) continue;
      failures.set(kindOf(new Error(failure.message)), failure);
      print(format, failure);
    }
    if (flag('--path') !== undefined) break;
  }
  printTable([...all].map(([format, { figures, failures }]) => [format, figures, failures.size]));
}

function flag(name: string): string | undefined {
  const place = process.argv.indexOf(name);
  return place === -1 ? undefined : process.argv[place + 1];
}

function print(format: string, { message, seed, path, counterexample }: Failure): void {
  console.log(`\n${format}: ${message.slice(0, 1500)}\n  again: --format ${format} --seed ${seed} --path ${path}`);
  console.log(`  ${counterexample.slice(0, 4000)}\n`);
}

function printTable(rows: readonly (readonly [string, Figures, number])[]): void {
  console.log('format       runs  on disk  articles  refusals  lost  failures  slowest');
  for (const [format, { runs, onDesk, articles, refusals, lost, slowest }, failures] of rows) {
    const columns = [runs, onDesk, articles, refusals, lost, failures].map((number) => String(number).padStart(8));
    console.log(`${format.padEnd(10)}${columns.join(' ')}  ${slowest.ms.toFixed(0)} ms`);
  }
  const [slow] = [...rows].sort((a, b) => b[1].slowest.ms - a[1].slowest.ms);
  if (slow) console.log(`slowest of all: ${slow[0]}: ${slow[1].slowest.input.slice(0, 600)}`);
}
