import { execFile } from 'node:child_process';
import { rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { readSite } from '../../src/edition/read-site.ts';
import { basePath } from '../../src/news/site.ts';
import { listFiles } from '../setup/dist.ts';
import { makeScratchFolder } from '../setup/scratch.ts';
import { startCaddy } from '../setup/web-servers/caddy.ts';
import { startNginx } from '../setup/web-servers/nginx.ts';

/** Seconds that each load lasts. */
const SECONDS = 5;

const CONNECTIONS = [1, 50];

/** The ways to serve: the server's own, then with the snippet; the last as browsers ask. */
const WAYS = [
  { way: 'bare', isBare: true, header: 'Accept-Encoding: identity' },
  { way: 'snippet', isBare: false, header: 'Accept-Encoding: identity' },
  { way: 'snippet, gzip', isBare: false, header: 'Accept-Encoding: gzip' },
];

/**
 * Serves dist/ by nginx and by Caddy, bare and with their snippets, and has wrk ask for an article as fast as it can:
 * `npm run bench -- hosts`. Prints requests a second and the latencies that half and 99 % of them stay below.
 */
export async function benchHosts(): Promise<void> {
  const dist = resolve('dist');
  const base = basePath(await readSite('content'));
  const articles = listFiles(dist).filter((file) => /^articles\/.*index\.html$/u.test(file));
  const sizes = articles.map((file) => ({ file, bytes: statSync(join(dist, file)).size }));
  const page = sizes.sort((a, b) => a.bytes - b.bytes)[Math.floor(sizes.length / 2)];
  if (!page) throw new Error('There is no article in dist/; build it with "npm run build".');
  const path = base + page.file.replace(/index\.html$/u, '');
  const isPrecompressed = listFiles(dist).includes(`${page.file}.gz`);
  console.log(
    `${path}: ${page.bytes} bytes, ${isPrecompressed ? '' : 'not '}precompressed; ${SECONDS} s each, without TLS`,
  );
  const rows: object[] = [];
  for (const { way, isBare, header } of WAYS) {
    const folder = makeScratchFolder();
    const caddy = await startCaddy({ dist, base, folder: join(folder, 'caddy'), isBare });
    const nginx = await startNginx({ dist, base, folder: join(folder, 'nginx'), isBare }, caddy.certificate);
    try {
      for (const [server, { plain }] of Object.entries({ nginx, caddy })) {
        for (const connections of CONNECTIONS) {
          const load = await loadOf(`http://localhost:${plain}${path}`, connections, header);
          rows.push({ server, files: way, connections, ...load });
        }
      }
    } finally {
      await Promise.all([nginx.stop(), caddy.stop()]);
      rmSync(folder, { recursive: true });
    }
  }
  console.table(rows);
}

/** What wrk (https://github.com/wg/wrk) says of so many connections that ask again as soon as they are answered. */
async function loadOf(address: string, connections: number, header: string): Promise<Record<string, string>> {
  const args = ['-t1', `-c${connections}`, `-d${SECONDS}s`, '--latency', '-H', header, address];
  const { stdout } = await promisify(execFile)('wrk', args);
  if (/Non-2xx|Socket errors/u.test(stdout)) throw new Error(stdout);
  const read = (pattern: RegExp): string => pattern.exec(stdout)?.[1] ?? '';
  return {
    'requests/s': read(/Requests\/sec:\s*(\S+)/u),
    p50: read(/50%\s*(\S+)/u),
    p99: read(/99%\s*(\S+)/u),
  };
}
