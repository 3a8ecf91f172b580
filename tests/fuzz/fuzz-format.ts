import * as fc from 'fast-check';
import { BrokenPromise, throughTheChain } from './chain.ts';
import { type Input, inputsOf } from './inputs.ts';
import { onTheDesk } from './on-the-desk.ts';
import { toParameters } from './to-parameters.ts';

/** What was seen while a format was fuzzed. */
export interface Figures {
  runs: number;
  onDesk: number;
  articles: number;
  refusals: number;
  /** Blocks whose words are not all in a copy, and nobody decided so. */
  lost: number;
  slowest: { ms: number; input: string };
}

/** A promise that was broken, with the smallest file that breaks it. */
export interface Failure {
  message: string;
  seed: number;
  path: string;
  counterexample: string;
}

/** Figures before the first run. */
export function noFigures(): Figures {
  return { runs: 0, onDesk: 0, articles: 0, refusals: 0, lost: 0, slowest: { ms: 0, input: '' } };
}

export interface Round {
  format: string;
  seed: number;
  runs: number;
  /** One of so many files goes over the disk too; 0: none. */
  deskEvery: number;
  /** Kinds of failures that are known already, and are looked past. */
  known: ReadonlySet<string>;
  /** Where a run that fails is to be repeated: the path that was printed. */
  path?: string | undefined;
  /** Milliseconds after which no new run begins. */
  limit?: number | undefined;
}

/** Fuzzes a format with a seed, and gives the first broken promise in its smallest form. */
export async function fuzzFormat(round: Round, figures: Figures): Promise<Failure | undefined> {
  const { format, seed, runs, deskEvery, known, path, limit } = round;
  const property = fc.asyncProperty(inputsOf(format), async (input) => {
    const isOnDesk = deskEvery > 0 && figures.runs % deskEvery === 0;
    try {
      await judge(input, isOnDesk, figures);
    } catch (error) {
      if (!known.has(kindOf(error))) throw error;
    }
  });
  const details = await fc.check(property, toParameters({ seed, runs, path, limit }));
  if (!details.failed || details.counterexample === null) return undefined;
  const { errorInstance: error, counterexamplePath, counterexample } = details;
  const message =
    error instanceof BrokenPromise ? error.message : error instanceof Error ? (error.stack ?? '') : String(error);
  return { message, seed, path: counterexamplePath, counterexample: fc.stringify(counterexample[0]) };
}

async function judge(input: Input, isOnDesk: boolean, figures: Figures): Promise<void> {
  const start = performance.now();
  figures.runs += 1;
  const { articles, refusals, lost } = await throughTheChain(input);
  const ms = performance.now() - start;
  if (ms > figures.slowest.ms) figures.slowest = { ms, input: fc.stringify(input) };
  figures.articles += articles.length;
  figures.refusals += refusals.length;
  figures.lost += lost.length;
  if (lost[0] !== undefined) throw new BrokenPromise(`not whole in the copy, ${lost[0]}`);
  if (!isOnDesk) return;
  figures.onDesk += 1;
  await onTheDesk(input);
}

/** The kind of a failure: its message as far as no file has its part in it. */
export function kindOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text
    .replace(/["“].*/su, '')
    .replace(/\d+/gu, 'n')
    .slice(0, 80);
}
