import { closeSync, fstatSync, mkdirSync, openSync, readSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { sha256 } from '../news/digest.ts';

/** A text that is no longer the one that was kept. */
export class DamagedMemory extends Error {}

/** Where a text stands in its file, in bytes. */
export interface Place {
  offset: number;
  length: number;
}

/** So many bytes are written at one time. */
const WRITTEN_TOGETHER = 1 << 20;

/**
 * Texts in one file, each under its sha256 and kept once. They are read when they are asked for, so that a large edition's
 * texts take no room in memory, and added at the end, so that an edit does not write them all anew.
 */
export class Texts {
  readonly #name: string;
  readonly #file: number;
  /** Whether those that an earlier build has kept still stand where they did is seen when they are read. */
  readonly #places = new Map<string, Place & { isTold: boolean }>();
  #end: number;
  #waiting: Buffer[] = [];
  #written: number;
  #isOpen = true;

  /** Opens a file of texts, or begins a new one. */
  constructor(file: string) {
    mkdirSync(dirname(file), { recursive: true });
    this.#name = file;
    this.#file = openSync(file, 'a+');
    this.#end = fstatSync(this.#file).size;
    this.#written = this.#end;
  }

  /** The name of the file. */
  get name(): string {
    return basename(this.#name);
  }

  /** Bytes of the file, those of texts that nobody wants any more among them. */
  get size(): number {
    return this.#end;
  }

  /** Tells where a text stands that an earlier build has kept. */
  expect(digest: string, { offset, length }: Place): void {
    this.#places.set(digest, { offset, length, isTold: true });
  }

  /** Keeps a text and gives its sha256. */
  keep(text: string): string {
    const digest = sha256(text);
    if (this.#places.has(digest)) return digest;
    const bytes = Buffer.from(text);
    this.#places.set(digest, { offset: this.#end, length: bytes.length, isTold: false });
    this.#waiting.push(bytes);
    this.#end += bytes.length;
    if (this.#end - this.#written > WRITTEN_TOGETHER) this.flush();
    return digest;
  }

  /** Where a text stands. Throws where none is kept under its sha256. */
  placeOf(digest: string): Place & { isTold: boolean } {
    const place = this.#places.get(digest);
    if (!place) throw new Error(`No text is kept under ${digest}.`);
    return place;
  }

  /** The text with a sha256. Throws where none is kept, and a DamagedMemory where another stands in its place. */
  get(digest: string): string {
    const { offset, length, isTold } = this.placeOf(digest);
    if (offset + length > this.#written) this.flush();
    const bytes = Buffer.allocUnsafe(length);
    const read = readSync(this.#file, bytes, 0, length, offset);
    if (isTold && (read < length || sha256(bytes) !== digest)) {
      throw new DamagedMemory(`${this.#name} is damaged; remove it, and it is made anew.`);
    }
    return bytes.toString();
  }

  /** Writes what is still waiting to be written. */
  flush(): void {
    // All of it, or a full disk is an error.
    writeFileSync(this.#file, Buffer.concat(this.#waiting));
    this.#waiting = [];
    this.#written = this.#end;
  }

  /** Ends reading and keeping; once is enough. */
  close(): void {
    if (this.#isOpen) closeSync(this.#file);
    this.#isOpen = false;
  }
}
