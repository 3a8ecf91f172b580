/** A growth of 4 is that of the work, 16 that of its square; what lies between is a busy machine. */
export const TOO_FAST = 10;

/** Milliseconds of the processor below which a measurement says nothing. */
const LEAST = 20;
const TIMES_AS_MUCH = 4;

/**
 * How many times as long four times as much work takes. A machine that has other things to do only ever makes a run
 * longer, so the least of three counts, and a growth is only too fast when it was so three times.
 */
export async function growth(run: (size: number) => unknown, size: number): Promise<number> {
  let least = Infinity;
  for (let attempt = 0; attempt < 3 && least >= TOO_FAST; attempt += 1) {
    const few = Math.max(LEAST, await leastCost(run, size));
    least = Math.min(least, (await leastCost(run, TIMES_AS_MUCH * size)) / few);
  }
  return least;
}

async function leastCost(run: (size: number) => unknown, size: number): Promise<number> {
  const costs: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) costs.push(await costOf(() => run(size)));
  return Math.min(...costs);
}

/** Milliseconds that the processor works on something. */
export async function costOf(run: () => unknown): Promise<number> {
  const begun = process.cpuUsage();
  await run();
  return process.cpuUsage(begun).user / 1000;
}
