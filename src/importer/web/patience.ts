/** How long a server is waited for, in milliseconds. */
export interface Waits {
  /** Until there is a connection. */
  connect: number;
  /** Without a byte. */
  idle: number;
  /** For all, redirects included. */
  total: number;
}

/** Waits for a server so long and no longer: its signal then ends the request, with a reason for an editor. */
export class Patience {
  readonly #abort = new AbortController();
  readonly #waits: Waits;
  readonly #total: NodeJS.Timeout;
  readonly #begun = performance.now();
  #step: NodeJS.Timeout | undefined;

  constructor(waits: Waits) {
    this.#waits = waits;
    this.#total = this.#endIn(waits.total, `it took longer than ${inSeconds(waits.total)}`);
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Begins to wait for a connection. */
  connecting(): void {
    const { connect } = this.#waits;
    this.#next(connect, `the server gave no connection within ${inSeconds(connect)}`);
  }

  /** Something came; begins to wait for more. */
  heard(): void {
    const { idle } = this.#waits;
    this.#next(idle, `the server sent nothing for ${inSeconds(idle)}`);
  }

  /** Ends the waiting, and whatever request is still under way. Gives the milliseconds since it began. */
  end(): number {
    clearTimeout(this.#total);
    clearTimeout(this.#step);
    this.#abort.abort(new Error('the request was ended'));
    return performance.now() - this.#begun;
  }

  #next(milliseconds: number, reason: string): void {
    clearTimeout(this.#step);
    if (!this.signal.aborted) this.#step = this.#endIn(milliseconds, reason);
  }

  #endIn(milliseconds: number, reason: string): NodeJS.Timeout {
    return setTimeout(() => this.#abort.abort(new Error(reason)), milliseconds);
  }
}

function inSeconds(milliseconds: number): string {
  return `${milliseconds / 1000} s`;
}
