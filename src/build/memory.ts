import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readJson, writeJson } from '../edition/kept-files.ts';
import { sha256 } from '../news/digest.ts';
import type { Lists, Recall } from '../news/related/kin.ts';

/**
 * What a build remembers of costly results, each in a file of a folder, which tells by its name what the result was made of:
 * one that is of no use is not even read. Of a large edition they are tens of megabytes.
 */
export class Memory {
  readonly #folder: string;
  readonly #codeHash: string;
  /** The files of what was recalled or made. */
  readonly #used = new Set<string>();
  /** What was told of last, by file. */
  readonly #told = new Map<string, Lists<never>>();

  /** Opens the memory in a folder; what other code has made is not found in it. */
  constructor(folder: string, codeHash: string) {
    [this.#folder, this.#codeHash] = [folder, codeHash];
  }

  recall: Recall = (name, inputs, make) => {
    const file = this.#fileOf(name, inputs);
    this.#used.add(file);
    const known = this.#read(file);
    if (known !== undefined) return trusted<ReturnType<typeof make>>().parse(known);
    const result = make();
    writeJson(join(this.#folder, file), result);
    return result;
  };

  /** What was made last under a name, be it of other inputs; empty where nothing was. Whether it was of these. */
  last(name: string, inputs: unknown): { lists: Lists<never>; isSame: boolean } {
    const file = this.#fileOf(name, inputs);
    const same = this.#tell(file);
    if (same) return { lists: same, isSame: true };
    const other = this.#files().find((its) => its !== file && its.startsWith(this.#nameOf(name)));
    return { lists: (other === undefined ? undefined : this.#tell(other)) ?? [], isSame: false };
  }

  /** Forgets all but what was recalled or made since it was opened. */
  forgetOthers(): void {
    for (const file of this.#files()) if (!this.#used.has(file)) rmSync(join(this.#folder, file));
  }

  #fileOf(name: string, inputs: unknown): string {
    return `${this.#nameOf(name)}${sha256(JSON.stringify(inputs))}.json`;
  }

  /** How the names of the files begin that hold what was made under a name. */
  #nameOf(name: string): string {
    return `${sha256(JSON.stringify([this.#codeHash, name]))}-`;
  }

  #files(): string[] {
    try {
      return readdirSync(this.#folder);
    } catch {
      return [];
    }
  }

  #read(file: string): unknown {
    return readJson(join(this.#folder, file));
  }

  #tell(file: string): Lists<never> | undefined {
    const known = this.#told.get(file) ?? trusted<Lists<never> | undefined>().parse(this.#read(file));
    if (known) this.#told.set(file, known);
    return known;
  }
}

/** Takes a value for what the same code has written. */
function trusted<Value>(): z.ZodType<Value> {
  return z.custom<Value>();
}
