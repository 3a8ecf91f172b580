import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { pagePolicy } from '../../src/build/page-policy.ts';
import { searchPolicy } from '../../src/news/content-policy.ts';
import { OPEN_ENDINGS, responseHeaders } from '../../src/news/response-headers.ts';
import { findCaddy } from './programs.ts';

export interface CaddyOrder {
  /** The built edition to serve. */
  dist: string;
  /** The path below which it stands, such as `/news/`. */
  base: string;
  /** Where Caddy keeps its keys; whoever gives the folder removes it. */
  folder: string;
  /** Where it listens; free ports where they are not given. */
  ports?: Ports;
}

export interface Ports {
  http: number;
  https: number;
}

/** A Caddy that serves an edition as a host does. */
export interface Caddy {
  ports: Ports;
  /** The certificate of the authority that vouches for it, in PEM. */
  authority: string;
  stop: () => Promise<void>;
}

/**
 * Serves an edition on localhost by the real Caddy: over TLS with the headers of responseHeaders, with a redirect from
 * plain HTTP (also where it is spoken on the port of TLS) and 404.html for what is not there. Its certificate comes
 * from an authority of its own that nobody else learns to trust. Resolves when it answers; throws where there is no Caddy.
 */
export async function startCaddy({ dist, base, folder, ports: given }: CaddyOrder): Promise<Caddy> {
  const caddy = findCaddy();
  if (caddy === undefined) {
    throw new Error('The tests of hosting need Caddy: apt install caddy, or say where it is with CADDY_PATH.');
  }
  const ports = given ?? (await freePorts());
  const store = join(folder, 'caddy');
  mkdirSync(store, { recursive: true });
  const config = join(store, 'Caddyfile');
  writeFileSync(config, caddyfile({ dist, base, store, ports }));
  const child = spawn(caddy, ['run', '--config', config, '--adapter', 'caddyfile'], {
    env: { PATH: process.env['PATH'], HOME: store, XDG_CONFIG_HOME: store, XDG_DATA_HOME: store },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  // Where the tests are stopped, Caddy must not outlive them.
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  await untilReady(child);
  return {
    ports,
    authority: readFileSync(join(store, 'pki/authorities/local/root.crt'), 'utf8'),
    stop: async () => {
      child.kill();
      await ended;
      process.removeListener('exit', kill);
    },
  };
}

/** Caddy tells in its log when it has a certificate, without which no browser gets an answer, and why it has ended. */
async function untilReady(child: ChildProcessByStdio<null, null, Readable>): Promise<void> {
  const lines: string[] = [];
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => reject(new Error(`Caddy did not start: ${lines.at(-1) ?? ''}`)));
    createInterface(child.stderr).on('line', (line) => {
      lines.push(line);
      if (line.includes('certificate obtained successfully')) resolve();
    });
  });
}

/** The configuration of Caddy 2, https://caddyserver.com/docs/caddyfile; text in backticks stands for itself. */
function caddyfile({ dist, base, store, ports }: Omit<CaddyOrder, 'folder'> & { store: string; ports: Ports }): string {
  const policy = pagePolicy(dist);
  const [own, open] = [responseHeaders('own', { policy }), responseHeaders('open', { policy })];
  const search = responseHeaders('own', { policy: searchPolicy(policy) });
  const lines = (headers: Record<string, string>): string[] =>
    Object.entries(headers).map(([name, value]) => `      ${name} \`${value}\``);
  return `{
  admin off
  auto_https disable_redirects
  skip_install_trust
  storage file_system \`${store}\`
  http_port ${ports.http}
  https_port ${ports.https}
  default_bind 127.0.0.1
  servers 127.0.0.1:${ports.https} {
    protocols h1 h2
    listener_wrappers {
      http_redirect
      tls
    }
  }
}
http://localhost:${ports.http} {
  redir https://localhost:${ports.https}{uri} permanent
}
https://localhost:${ports.https} {
  tls internal
  root * \`${dist}\`
  @search path ${base}search/ ${base}search/index.html
  @open path ${OPEN_ENDINGS.map((ending) => `*.${ending}`).join(' ')}
  # In this order: Caddy's own would let what is said of all files overrule what is said of some.
  route {
    header {
${lines(own).join('\n')}
    }
    header @open {
${lines(open).join('\n')}
    }
    header @search {
${lines(search).join('\n')}
    }
    handle_path ${base}* {
      file_server
    }
    error 404
  }
  handle_errors {
    header {
${lines(own).join('\n')}
    }
    rewrite * /404.html
    file_server
  }
}
`;
}

/** Ports on which nobody listens; both are held until both are known, so that they differ. */
async function freePorts(): Promise<Ports> {
  const servers = [createServer(), createServer()];
  const [http = 0, https = 0] = await Promise.all(
    servers.map(async (server) => {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const address = server.address();
      return address === null || typeof address === 'string' ? 0 : address.port;
    }),
  );
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return { http, https };
}
