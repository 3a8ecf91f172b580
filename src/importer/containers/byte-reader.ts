const EMPTY = new Uint8Array();
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

export interface Line {
  /** Without its end; of a line over the limit, nothing. */
  bytes: Uint8Array;
  tooLong: boolean;
}

/** Reads a stream of bytes by lines and by counts, and keeps no more than what is asked for. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #rest: Uint8Array = EMPTY;
  #offset = 0;

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  /** Bytes read so far. */
  get offset(): number {
    return this.#offset;
  }

  /** The next line, ended by LF or CRLF or by the end; nothing at the end. Over `limit` bytes it is passed over, not kept. */
  async line(limit: number): Promise<Line | undefined> {
    if (!(await this.#fill())) return undefined;
    const parts: Uint8Array[] = [];
    let length = 0;
    do {
      const end = this.#rest.indexOf(LINE_FEED);
      const part = end < 0 ? this.#rest : this.#rest.subarray(0, end);
      length += part.length;
      if (length <= limit + 1) parts.push(part);
      else parts.length = 0;
      this.#advance(end < 0 ? part.length : end + 1);
      if (end >= 0) break;
    } while (await this.#fill());
    if (length > limit + 1) return { bytes: EMPTY, tooLong: true };
    const line = Buffer.concat(parts);
    const bytes = line.at(-1) === CARRIAGE_RETURN ? line.subarray(0, -1) : line;
    return bytes.length > limit ? { bytes: EMPTY, tooLong: true } : { bytes, tooLong: false };
  }

  /** The next `count` bytes, which stay to be read; fewer only at the end. */
  async peek(count: number): Promise<Uint8Array> {
    while (this.#rest.length < count) {
      const next = await this.#chunks.next();
      if (next.done === true) break;
      this.#rest = Buffer.concat([this.#rest, next.value]);
    }
    return this.#rest.subarray(0, count);
  }

  /** The next `count` bytes, fewer only at the end. */
  async take(count: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    let missing = count;
    while (missing > 0 && (await this.#fill())) {
      const part = this.#rest.subarray(0, missing);
      parts.push(part);
      missing -= part.length;
      this.#advance(part.length);
    }
    return Buffer.concat(parts);
  }

  /** Passes over `count` bytes; gives how many there were. */
  async skip(count: number): Promise<number> {
    let missing = count;
    while (missing > 0 && (await this.#fill())) {
      const length = Math.min(missing, this.#rest.length);
      missing -= length;
      this.#advance(length);
    }
    return count - missing;
  }

  /** Lets go of the stream. */
  async close(): Promise<void> {
    await this.#chunks.return?.();
  }

  #advance(length: number): void {
    this.#rest = this.#rest.subarray(length);
    this.#offset += length;
  }

  /** Whether there is another byte. */
  async #fill(): Promise<boolean> {
    while (this.#rest.length === 0) {
      const next = await this.#chunks.next();
      if (next.done === true) return false;
      this.#rest = next.value;
    }
    return true;
  }
}
