import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { serve } from '../../src/build/serve.ts';

/** A host on this machine whose network can be cut: its port stays, whether or not anybody listens. */
export class CuttableHost {
  readonly #base: string;
  #servers: Server[] = [];
  #port = 0;
  #asked: string[] = [];
  #redirects = new Map<string, string>();
  /** The folder that it serves; it may be another one the next time that it is up. */
  dist: string;

  constructor(dist: string, base: string) {
    [this.dist, this.#base] = [dist, base];
  }

  /** Serves the site. With `silent` it takes requests and never answers, as a network does that is one in name only. */
  async up(silent = false): Promise<void> {
    await this.cut();
    const site = await serve(this.dist, this.#base, 0);
    const server = createServer((request, response) => {
      this.#asked.push(request.url ?? '');
      if (!silent && !this.#isLedOn(request, response)) site.emit('request', request, response);
    });
    this.#servers = [site, server];
    await new Promise<void>((resolve) => server.listen(this.#port, 'localhost', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
    this.#port = address.port;
  }

  /** Ends the server and whatever still hangs on it. */
  async cut(): Promise<void> {
    const servers = this.#servers;
    this.#servers = [];
    for (const server of servers) server.closeAllConnections();
    await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  }

  /** Has the host itself lead one address to another. */
  redirect(from: string, to: string): void {
    this.#redirects.set(this.#base + from, this.#base + to);
  }

  /** The address of a page, whether or not it is served. */
  address(path: string): string {
    return `http://localhost:${this.#port}${this.#base}${path}`;
  }

  /** Leads no address to another any more. */
  endRedirects(): void {
    this.#redirects.clear();
  }

  /** The paths that were asked for since the last call, in order. */
  takeAsked(): string[] {
    const asked = this.#asked;
    this.#asked = [];
    return asked;
  }

  #isLedOn({ url = '' }: IncomingMessage, response: ServerResponse): boolean {
    const location = this.#redirects.get(url);
    if (location !== undefined) response.writeHead(302, { location }).end();
    return location !== undefined;
  }
}
