import { get as getPlain, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { Agent, get } from 'node:https';
import { buffer } from 'node:stream/consumers';

/** What a server answers, with the bytes as they were sent. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Asks servers on this machine. */
export interface Asker {
  /** Over TLS. The path is percent-encoded. */
  ask: (port: number, path: string, headers?: OutgoingHttpHeaders) => Promise<Answer>;
  /** Without TLS. */
  askPlainly: (port: number, path: string, headers?: OutgoingHttpHeaders) => Promise<Answer>;
  end: () => void;
}

/** Asks on connections that are kept, and trusts an authority (PEM). */
export function askerOf(authority: string): Asker {
  const agent = new Agent({ keepAlive: true, maxSockets: 8, ca: authority });
  const ask = (send: typeof get | typeof getPlain, url: string, options: object): Promise<Answer> =>
    new Promise((resolve, reject) => {
      send(url, options, (response) => {
        const { statusCode: status = 0, headers } = response;
        buffer(response).then((body) => resolve({ status, headers, body }), reject);
      }).once('error', reject);
    });
  return {
    ask: (port, path, headers = {}) => ask(get, `https://localhost:${port}${path}`, { agent, headers }),
    askPlainly: (port, path, headers = {}) => ask(getPlain, `http://localhost:${port}${path}`, { headers }),
    end: () => agent.destroy(),
  };
}
