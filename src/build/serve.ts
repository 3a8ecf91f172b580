import { readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { fileKinds, headersAt, isForHosts, without } from './hosts/file-kinds.ts';
import { NOT_FOUND, policyIn } from './page-policy.ts';

/**
 * Serves a built site on this machine under its base path, as a static host would: with its own page for what is not
 * there, and with the headers that a host should send, so that what works here works there. Port 0 is any free one.
 * Throws where no site was built.
 */
export async function serve(dist: string, base: string, port: number): Promise<Server> {
  const files = sirv(dist, { dev: true, etag: true });
  let notFound = readNotFound(dist);
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    const [path = ''] = url.split('?');
    notFound = readAgain(dist, notFound) ?? notFound;
    const { html, policy } = notFound;
    const kinds = fileKinds({ policy, transport: 'http' });
    const headersOf = (file: string): Map<string, string> => {
      // At home nothing is kept for ever: the library says so.
      return new Map(Object.entries(without(headersAt(kinds, file), 'Cache-Control')));
    };
    const sayNotFound = (): void => {
      response.setHeaders(headersOf(NOT_FOUND));
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(html);
    };
    const file = path.slice(base.length);
    response.setHeaders(headersOf(file));
    if (url === '/' && base !== '/') {
      response.writeHead(302, { location: base }).end();
    } else if (url.startsWith(base) && !isForHosts(file)) {
      // The library leaves these signs encoded, which in a file's name mean nothing but themselves.
      request.url = `/${url.slice(base.length).replace(/%(?:24|26|2B|2C|3A|3B|3D|40)/giu, decodeURIComponent)}`;
      files(request, response, sayNotFound);
    } else {
      sayNotFound();
    }
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => resolve(server));
  });
}

interface NotFound {
  html: string;
  policy: string;
  /** Milliseconds since 1970 UTC. */
  written: number;
}

function readNotFound(dist: string): NotFound {
  const read = readAgain(dist);
  if (!read) throw new Error(`There is no whole site in ${dist}; build it with "npm run build".`);
  return read;
}

/** The page and its policy as they stand now, read only if others than the known; nothing while a build puts them in place. */
function readAgain(dist: string, known?: NotFound): NotFound | undefined {
  const file = join(dist, NOT_FOUND);
  try {
    const written = statSync(file).mtimeMs;
    if (written === known?.written) return known;
    const html = readFileSync(file, 'utf8');
    const policy = policyIn(html);
    return policy === undefined ? undefined : { html, policy, written };
  } catch {
    return undefined;
  }
}
