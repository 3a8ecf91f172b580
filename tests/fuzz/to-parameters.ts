/** How long a fuzzer goes on: so many runs, or until the time limit in milliseconds; `path` leads to one run of a seed. */
export interface Effort {
  seed: number;
  runs: number;
  path: string | undefined;
  limit: number | undefined;
}

/** The same in the words of fast-check. */
export function toParameters({ seed, runs, path, limit }: Effort): object {
  return {
    seed,
    numRuns: runs,
    ...(path === undefined ? {} : { path }),
    ...(limit === undefined ? {} : { interruptAfterTimeLimit: limit, markInterruptAsFailure: false }),
  };
}
