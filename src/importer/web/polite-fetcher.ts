import { type Accept, fetchAddress, type Fetched, type FetchOptions } from './fetch-address.ts';
import { Robots } from './robots.ts';

/** What the fetcher takes of the world outside. */
export interface PoliteOptions extends Omit<FetchOptions, 'accept' | 'permit'> {
  /** Waits so many milliseconds. */
  sleep: (milliseconds: number) => Promise<void>;
}

/** Milliseconds between two requests to one host, where its robots.txt states no other time; and the most it may state. */
const PAUSE = 1000;
const LONGEST_PAUSE = 10_000;

const PICTURES: Accept = {
  header: 'image/*',
  takes: (type) => type.startsWith('image/'),
  otherwise: 'no picture',
};

/**
 * Fetches addresses as a guest does: what robots.txt allows, one request at a time, and none to a host before it has had
 * a pause. For one run.
 */
export class PoliteFetcher {
  readonly #options: PoliteOptions;
  readonly #robots: Robots;
  /** When a host was last asked, milliseconds since 1970 UTC. */
  readonly #asked = new Map<string, number>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: PoliteOptions) {
    this.#options = options;
    this.#robots = new Robots(options);
  }

  /** Fetches an article's page or a feed. Never throws. */
  fetch(url: string): Promise<Fetched> {
    return this.#inTurn(() => fetchAddress(url, this.#polite()));
  }

  /** Fetches a picture of whatever type the server says it is. Never throws. */
  fetchPicture(url: string): Promise<Fetched> {
    return this.#inTurn(() => fetchAddress(url, { ...this.#polite(), accept: PICTURES }));
  }

  #inTurn(task: () => Promise<Fetched>): Promise<Fetched> {
    const turn = this.#last.then(task);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  #polite(): FetchOptions {
    return { ...this.#options, permit: (url) => this.#permit(url) };
  }

  async #permit(url: URL): Promise<string | undefined> {
    const verdict = await this.#robots.verdict(url);
    if (!verdict.ok) return verdict.reason;
    const { now, sleep } = this.#options;
    const asked = this.#asked.get(url.host);
    const pause = verdict.delay === undefined ? PAUSE : Math.min(verdict.delay * 1000, LONGEST_PAUSE);
    const left = asked === undefined ? 0 : Math.min(asked + pause - now(), pause);
    if (left > 0) await sleep(left);
    this.#asked.set(url.host, now());
    return undefined;
  }
}
