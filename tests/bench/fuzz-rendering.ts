import { type Fault, fuzzBodies, kindOfFault, nothingSeen } from '../fuzz/grammar/fuzz-bodies.ts';

/** Bodies of one seed. */
const RUNS = 200;

/**
 * Renders random bodies of articles for a time, and prints what was seen: `npm run bench -- fuzz-rendering --seconds 600
 * --seed 1`. `--path` repeats a printed failure.
 */
export async function benchFuzzRendering(): Promise<void> {
  const seconds = Number(flag('--seconds') ?? 60);
  const first = Number(flag('--seed') ?? Math.floor(Math.random() * 1e9));
  const path = flag('--path');
  console.log(`seed ${first}, ${seconds} s`);
  const seen = nothingSeen();
  const faults = new Map<string, Fault>();
  const end = performance.now() + seconds * 1000;
  for (let seed = first; performance.now() < end; seed += 1) {
    const known = new Set(faults.keys());
    const fault = fuzzBodies({ seed, runs: RUNS, known, path, limit: end - performance.now() }, seen);
    if (fault) {
      faults.set(kindOfFault(new Error(fault.message)), fault);
      print(fault);
    }
    if (path !== undefined) break;
    // A break in which the process can be stopped.
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { runs, shown, refused, signs, slowest } = seen;
  console.log(`${runs} bodies of ${signs} signs: ${shown} shown, ${refused} refused; ${faults.size} kinds of faults`);
  console.log(`slowest: ${slowest.ms.toFixed(0)} ms: ${slowest.body.slice(0, 600)}`);
}

function flag(name: string): string | undefined {
  const place = process.argv.indexOf(name);
  return place === -1 ? undefined : process.argv[place + 1];
}

function print({ message, seed, path, counterexample }: Fault): void {
  console.log(
    `\n${message.slice(0, 1500)}\n  again: --seed ${seed} --path ${path}\n  ${counterexample.slice(0, 3000)}\n`,
  );
}
