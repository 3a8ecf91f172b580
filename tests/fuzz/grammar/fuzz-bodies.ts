import * as fc from 'fast-check';
import { type Body, bodies } from './articles.ts';
import { BrokenPage, checkBody } from './check-body.ts';
import { toParameters } from '../to-parameters.ts';

/** What was seen while bodies were rendered. */
export interface Seen {
  runs: number;
  shown: number;
  refused: number;
  /** Signs of Markdown in all. */
  signs: number;
  slowest: { ms: number; body: string };
}

/** A promise that was broken, with the smallest body that breaks it. */
export interface Fault {
  message: string;
  seed: number;
  path: string;
  counterexample: string;
}

/** Figures before the first run. */
export function nothingSeen(): Seen {
  return { runs: 0, shown: 0, refused: 0, signs: 0, slowest: { ms: 0, body: '' } };
}

export interface Order {
  seed: number;
  runs: number;
  /** Kinds of faults that are known already, and are looked past. */
  known?: ReadonlySet<string> | undefined;
  /** Where a run that fails is to be repeated: the path that was printed. */
  path?: string | undefined;
  /** Milliseconds after which no new run begins. */
  limit?: number | undefined;
}

/** Renders random bodies from a seed, and gives the first broken promise in its smallest form. */
export function fuzzBodies({ seed, runs, known, path, limit }: Order, seen: Seen): Fault | undefined {
  const property = fc.property(bodies, (body) => {
    try {
      judge(body, seen);
    } catch (error) {
      if (!known?.has(kindOfFault(error))) throw error;
    }
  });
  const details = fc.check(property, toParameters({ seed, runs, path, limit }));
  if (!details.failed || details.counterexample === null) return undefined;
  const { errorInstance: error, counterexamplePath, counterexample } = details;
  return { message: messageOf(error), seed, path: counterexamplePath, counterexample: fc.stringify(counterexample[0]) };
}

function judge(body: Body, seen: Seen): void {
  const start = performance.now();
  seen.runs += 1;
  seen.signs += body.markdown.length;
  const became = checkBody(body);
  seen[became] += 1;
  const ms = performance.now() - start;
  if (ms > seen.slowest.ms) seen.slowest = { ms, body: fc.stringify(body) };
}

function messageOf(error: unknown): string {
  if (error instanceof BrokenPage) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** The kind of a fault: its message as far as no body has its part in it. */
export function kindOfFault(error: unknown): string {
  return (error instanceof Error ? error.message : String(error))
    .replace(/\d+/gu, 'n')
    .replace(/^([^"]*"[^"]{0,6}).*/su, '$1')
    .slice(0, 80);
}
