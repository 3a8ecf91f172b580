import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

/** Serves a built site on this machine under its base path, as a static host would, with its own page for what is not there. */
export function serve(dist: string, base: string, port: number): Promise<Server> {
  const files = sirv(dist, { dev: true, etag: true });
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    const notFound = (): void => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(readFileSync(join(dist, '404.html')));
    };
    if (url === '/' && base !== '/') {
      response.writeHead(302, { location: base }).end();
    } else if (url.startsWith(base)) {
      // The library leaves these signs encoded, which in a file's name mean nothing but themselves.
      request.url = `/${url.slice(base.length).replace(/%(?:24|26|2B|2C|3A|3B|3D|40)/giu, decodeURIComponent)}`;
      files(request, response, notFound);
    } else {
      notFound();
    }
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => resolve(server));
  });
}
