import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fetchAddress, type Fetched, type FetchOptions } from '../../../../src/importer/web/fetch-address.ts';

/** A web server on this machine, gone at the end of the test, and what it was asked. */
export class TestServer {
  readonly asked: string[] = [];
  readonly #server: Server;

  private constructor(answer: RequestListener) {
    this.#server = createServer((request, response) => {
      this.asked.push(request.url ?? '');
      answer(request, response);
    });
  }

  static async open(answer: RequestListener): Promise<TestServer> {
    const server = new TestServer(answer);
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get port(): number {
    const address: AddressInfo | string | null = this.#server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  /** An address on it, under a name that only tests resolve. */
  url(path: string, host = 'news.test'): string {
    return `http://${host}:${this.port}${path}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** Options of a fetch on this machine: all names are of it, and it alone is let through. */
export const HERE: FetchOptions = {
  now: () => Date.parse('2020-01-02T03:04:05.678Z'),
  version: '1.2.3',
  lookup: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
  allowPrivate: (address) => address === '127.0.0.1',
  waits: { connect: 1000, idle: 1000, total: 3000 },
};

/** What a fetch from a server that answers so gives, or its reason. */
export async function fetchedFrom(
  answer: RequestListener,
  options: Partial<FetchOptions> = {},
): Promise<Fetched | string> {
  const server = await TestServer.open(answer);
  try {
    const result = await fetchAddress(server.url('/'), { ...HERE, ...options });
    return result.ok ? result : result.reason;
  } finally {
    await server.close();
  }
}
