import { readFileSync, rmSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { fileKinds, headersAt, isForHosts } from '../../src/build/hosts/file-kinds.ts';
import { pagePolicy } from '../../src/build/page-policy.ts';
import { listFiles, readText } from '../setup/dist.ts';
import { leads, makeSites, SITES, TYPES } from '../setup/hosted-sites.ts';
import { readerAt } from '../setup/reader.ts';
import { makeScratchFolder } from '../setup/scratch.ts';
import { startApache } from '../setup/web-servers/apache.ts';
import { type Answer, type Asker, askerOf } from '../setup/web-servers/asker.ts';
import { type Caddy, startCaddy } from '../setup/web-servers/caddy.ts';
import { startNginx } from '../setup/web-servers/nginx.ts';
import type { WebServer } from '../setup/web-servers/web-server.ts';

const folder = makeScratchFolder();
let dists: Record<string, string> = {};

beforeAll(async () => {
  dists = await makeSites(folder, inject('fixtureDist'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What a server adds of its own: nothing of it says what a page may do. */
const OF_THE_SERVER = new Set([
  ...['accept-ranges', 'connection', 'content-length', 'content-type', 'date', 'etag', 'keep-alive', 'last-modified'],
  ...['server', 'vary', 'upgrade'],
]);

/** Headers by their names in small letters, but for what servers add. */
const withoutOwn = (headers: IncomingHttpHeaders): object =>
  Object.fromEntries(
    Object.entries(headers)
      .map(([name, value]) => [name.toLowerCase(), value] as const)
      .filter(([name]) => !OF_THE_SERVER.has(name)),
  );

const rulesIn = ({ headers }: Answer): object => withoutOwn(headers);

const hrefOf = (base: string, file: string): string =>
  base +
  file
    .replace(/(^|\/)index\.html$/u, '$1')
    .split('/')
    .map(encodeURIComponent)
    .join('/');

describe.each(['Caddy', 'nginx', 'Apache'])('behind %s', (name) => {
  describe.each(SITES)('a site $site', ({ base, isPrecompressed, moved }) => {
    const own = join(folder, name + base.replaceAll('/', ''));
    let caddy: Caddy;
    let server: WebServer;
    let asker: Asker;
    let dist = '';

    beforeAll(async () => {
      dist = dists[base] ?? '';
      // Caddy vouches for the others.
      caddy = await startCaddy({ dist, base, folder: join(own, 'authority') });
      const start = { Caddy: () => Promise.resolve(caddy), nginx: startNginx, Apache: startApache }[name];
      if (!start) throw new Error(`There is no server ${name}.`);
      server = await start({ dist, base, folder: own }, caddy.certificate);
      asker = askerOf(caddy.authority);
    });
    afterAll(async () => {
      asker.end();
      await server.stop();
      if (server !== caddy) await caddy.stop();
    });

    const ask = (file: string, headers = {}): Promise<Answer> => asker.ask(server.tls, hrefOf(base, file), headers);

    /** What the one table says of a file that is sent. */
    const rulesFor = (path: string): object => withoutOwn(headersAt(fileKinds({ policy: pagePolicy(dist) }), path));

    test('gives a reader every file with the headers of the one table and nothing beside them', async () => {
      const files = listFiles(dist).filter((file) => !isForHosts(file) && !leads(dist, file));
      const answers = await Promise.all(files.map((file) => ask(file)));
      const got = answers.map((answer, index) => [files[index], answer.status, rulesIn(answer)]);
      expect(got).toEqual(files.map((file) => [file, 200, rulesFor(file)]));
    });

    test('gives a reader of what is not there, or is for the host alone, the page that says so', async () => {
      const gone = ['gone/', 'gone.jpg', 'gone.md', '_scripts/gone.js', 'pictures/gone.avif', 'search/gone'];
      for (const file of [...gone, ...listFiles(dist).filter(isForHosts)]) {
        const answer = await ask(file);
        expect([answer.status, answer.headers['content-type'], rulesIn(answer)], file).toEqual([
          ...[404, 'text/html; charset=utf-8', rulesFor('404.html')],
        ]);
        expect(answer.body.toString(), file).toBe(readText(dist, '404.html'));
      }
    });

    test('states a type for every kind of file, and for texts their encoding', async () => {
      const files = listFiles(dist);
      for (const [ending, type] of Object.entries(TYPES)) {
        const file = files.find((it) => it.endsWith(`.${ending}`) && !leads(dist, it)) ?? `no file ends in ${ending}`;
        expect((await ask(file)).headers['content-type'], file).toMatch(type);
      }
    });

    test('sends texts compressed to whom takes it, by the copies of the build where there are some', async () => {
      for (const file of [
        'index.html',
        'feed.xml',
        'articles/2025/06/plain.md',
        'search/index/pagefind.js',
        'feed.json',
      ]) {
        const { headers, body } = await ask(file, { 'accept-encoding': 'gzip' });
        expect([headers['content-encoding'], headers['vary']], file).toEqual([
          'gzip',
          expect.stringMatching(/accept-encoding/iu),
        ]);
        expect(gunzipSync(body).equals(readFileSync(join(dist, file))), file).toBe(true);
        if (isPrecompressed && name !== 'Apache')
          expect(body.equals(readFileSync(join(dist, `${file}.gz`))), file).toBe(true);
      }
      const picture = listFiles(dist).find((file) => file.endsWith('.avif')) ?? '';
      expect((await ask(picture, { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBeUndefined();
      if (!isPrecompressed || name !== 'Caddy') return;
      const { headers, body } = await ask('index.html', { 'accept-encoding': 'gzip, br' });
      expect(headers['content-encoding']).toBe('br');
      expect(brotliDecompressSync(body).equals(readFileSync(join(dist, 'index.html')))).toBe(true);
    });

    test.each(['identity', 'gzip'])('sends nothing again to whom has the same (%s)', async (encoding) => {
      for (const file of ['index.html', 'feed.xml', 'search/index.html', 'articles/2025/06/plain.md']) {
        const accept = { 'accept-encoding': encoding };
        const { etag = '', 'last-modified': modified = '' } = (await ask(file, accept)).headers;
        for (const condition of [{ 'if-none-match': etag }, { 'if-modified-since': modified }]) {
          const answer = await ask(file, { ...accept, ...condition });
          expect([answer.status, answer.body.length], `${file} ${JSON.stringify(condition)}`).toEqual([304, 0]);
        }
        expect((await ask(file, { ...accept, 'if-none-match': '"another"' })).status, file).toBe(200);
      }
    });

    test('leads from each old address to the new one', async () => {
      const lines = readText(dist, '_redirects')
        .split('\n')
        .filter((line) => line.startsWith('/'));
      expect(lines.length).toBeGreaterThan(1);
      for (const line of lines) {
        const [from = '', to] = line.split(' ');
        const { status, headers } = await asker.ask(server.tls, from);
        expect([status, new URL(headers.location ?? '', `https://localhost:${server.tls}`).pathname], line).toEqual([
          301,
          to,
        ]);
      }
    });

    test('leads from a folder to its page, on the same host', async () => {
      const folders = [hrefOf(base, 'articles/2025/06/plain'), ...(base === '/' ? [] : [base.slice(0, -1)])];
      for (const path of folders) {
        const { status, headers } = await asker.ask(server.tls, path);
        const origin = `https://localhost:${server.tls}`;
        expect([301, 308], path).toContain(status);
        expect(new URL(headers.location ?? '', origin + path).href).toBe(`${origin}${path}/`);
      }
    });

    test('tells nobody to use TLS for ever who came without', async () => {
      const { status, headers } = await asker.askPlainly(server.plain, base);
      expect([status, headers['strict-transport-security']]).toEqual([200, undefined]);
    });

    describe('in Chromium', () => {
      const { open } = readerAt(base, () => {
        return Promise.resolve({ origin: `http://localhost:${server.plain}`, stop: () => Promise.resolve() });
      });

      test('shows an article, its scripts and the page of what is not there without a complaint', async () => {
        const page = await open('articles/2025/06/everything/');
        await page.getByRole('button', { name: 'Cite' }).click();
        await page.getByText('BibTeX').first().waitFor();
        await (await open('404.html')).getByRole('heading', { level: 1 }).waitFor();
      });

      test('finds articles', async () => {
        const page = await open('search/?q=swing+bridge');
        await page
          .getByRole('status')
          .filter({ hasText: /^1 article found\.$/u })
          .waitFor();
      });

      test('leads from old addresses with any sign to the article', async () => {
        for (const from of moved.from) {
          const page = await open(from.split('/').map(encodeURIComponent).join('/'));
          await page.waitForURL(`**${base}${moved.to}`);
        }
      });
    });
  });
});
