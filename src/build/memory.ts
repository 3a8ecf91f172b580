import { z } from 'zod';
import { readJson, writeJson } from '../edition/kept-files.ts';
import { sha256 } from '../news/digest.ts';
import type { Lists, Recall } from '../news/related/kin.ts';

const stored = z.object({
  codeHash: z.string(),
  // Written by this module under the hash of the code that makes and reads the results.
  results: z.record(z.string(), z.object({ inputs: z.string(), result: z.unknown() })),
});

type Results = z.output<typeof stored>['results'];

/** What a build remembers of costly results, each under the hash of what it was made from. */
export class Memory {
  readonly #file: string;
  readonly #codeHash: string;
  readonly #known: Results;
  readonly #used: Results = {};
  #hasNew = false;

  private constructor(file: string, codeHash: string, known: Results) {
    [this.#file, this.#codeHash, this.#known] = [file, codeHash, known];
  }

  /** Reads the memory in a file; empty when there is none, or when other code has made it. */
  static open(file: string, codeHash: string): Memory {
    const found = stored.safeParse(readJson(file));
    return new Memory(file, codeHash, found.success && found.data.codeHash === codeHash ? found.data.results : {});
  }

  recall: Recall = (name, inputs, make) => {
    const hash = sha256(JSON.stringify(inputs));
    const known = this.#known[name];
    const isKnown = known?.inputs === hash;
    const result = isKnown ? trusted<ReturnType<typeof make>>().parse(known.result) : make();
    this.#used[name] = { inputs: hash, result };
    this.#hasNew ||= !isKnown;
    return result;
  };

  /** What was made last under a name, be it of other inputs; empty where nothing was. Whether it was of these. */
  last(name: string, inputs: unknown): { lists: Lists<never>; isSame: boolean } {
    const known = this.#known[name];
    const isSame = known?.inputs === sha256(JSON.stringify(inputs));
    return { lists: known ? trusted<Lists<never>>().parse(known.result) : [], isSame };
  }

  /** Keeps what was recalled or made since it was opened, and forgets the rest. */
  save(): void {
    if (this.#hasNew) writeJson(this.#file, { codeHash: this.#codeHash, results: this.#used });
  }
}

/** Takes a value for what the same code has written. */
function trusted<Value>(): z.ZodType<Value> {
  return z.custom<Value>();
}
