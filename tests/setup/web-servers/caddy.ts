import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findCaddy } from '../programs.ts';
import { type Certificate, freePorts, rootFor, runServer, type ServerOrder, type WebServer } from './web-server.ts';

export interface CaddyOrder extends ServerOrder {
  /** Where it listens; free ports where they are not given. */
  ports?: { http: number; https: number };
}

/** A Caddy that serves a site as a host does. */
export interface Caddy extends WebServer {
  /** Where plain HTTP is led to HTTPS, as Caddy does by itself. */
  led: number;
  /** The certificate of the authority that vouches for it, in PEM. */
  authority: string;
  certificate: Certificate;
}

/**
 * Serves a site on localhost by the real Caddy, over TLS with a redirect from plain HTTP (also where it is spoken on the
 * port of TLS), and without TLS on a third port. Its certificate comes from an authority of its own that nobody else learns
 * to trust. Resolves when it answers; throws where there is no Caddy.
 */
export async function startCaddy(order: CaddyOrder): Promise<Caddy> {
  const caddy = findCaddy();
  if (caddy === undefined) {
    throw new Error('The tests of hosting need Caddy: apt install caddy, or say where it is with CADDY_PATH.');
  }
  const [plain = 0, http = 0, https = 0] = await freePorts(3);
  const ports = { plain, http, https, ...order.ports };
  const store = join(order.folder, 'caddy');
  mkdirSync(store, { recursive: true });
  const config = join(store, 'Caddyfile');
  writeFileSync(config, caddyfile(order, store, ports));
  const env = { HOME: store, XDG_CONFIG_HOME: store, XDG_DATA_HOME: store };
  const args = ['run', '--config', config, '--adapter', 'caddyfile'];
  const stop = await runServer(caddy, args, Object.values(ports), env);
  const certificate = {
    crt: join(store, 'certificates/local/localhost/localhost.crt'),
    key: join(store, 'certificates/local/localhost/localhost.key'),
  };
  // It listens before it has a certificate, without which no browser gets an answer.
  while (!existsSync(certificate.key) || !existsSync(certificate.crt)) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return {
    ...{ plain: ports.plain, tls: ports.https, led: ports.http, stop, certificate },
    authority: readFileSync(join(store, 'pki/authorities/local/root.crt'), 'utf8'),
  };
}

/** The configuration of Caddy 2, https://caddyserver.com/docs/caddyfile; text in backticks stands for itself. */
function caddyfile(order: ServerOrder, store: string, ports: { plain: number; http: number; https: number }): string {
  const site = `root * \`${rootFor(order)}\`
  ${order.isBare === true ? 'file_server' : `import \`${join(order.dist, '_hosts/Caddyfile')}\``}`;
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
http://localhost:${ports.plain} {
  ${site}
}
https://localhost:${ports.https} {
  tls internal
  ${site}
}
`;
}
