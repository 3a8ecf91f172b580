import { afterEach, beforeEach, expect, test } from 'vitest';
import { PoliteFetcher } from '../../../src/importer/web/polite-fetcher.ts';
import { Desk } from './desk.ts';
import { TestServer } from './web/server.ts';

const PARAGRAPH =
  'Le négociateur a déclaré lundi que les deux parties ne s’étaient mises d’accord que sur la date de leur prochaine réunion.';
const PAGE = `<!doctype html><html lang="fr"><head><title>La paix attendra</title></head><body><article>
<h1>La paix attendra</h1><p>${PARAGRAPH}</p><p>${PARAGRAPH} Il a plu.</p><p>${PARAGRAPH} Le port reste fermé.</p>
</article></body></html>`;

let desk: Desk;
let server: TestServer;
beforeEach(async () => {
  desk = await Desk.open();
  server = await TestServer.open(({ url = '' }, response) => {
    if (url === '/old') response.writeHead(301, { location: '/2016/10/04/paix' }).end();
    else if (url === '/2016/10/04/paix')
      response
        .writeHead(200, { 'content-type': 'text/html; charset=windows-1252' })
        .end(Buffer.from(PAGE.replaceAll('’', "'"), 'latin1'));
    else response.writeHead(404).end();
  });
});
afterEach(async () => {
  await server.close();
  await desk.clear();
});

const fetcher = (allowPrivate: boolean): PoliteFetcher =>
  new PoliteFetcher({
    now: () => Date.parse('2020-01-02T10:00:00Z'),
    version: '1.0.0',
    sleep: () => Promise.resolve(),
    ...(allowPrivate ? { allowPrivate: () => true } : {}),
  });

test('a page of the web is imported from where its redirects lead, in the encoding that its server states', async () => {
  const polite = fetcher(true);
  const { code } = await desk.import(
    server.url('/old', '127.0.0.1'),
    {},
    { shell: { fetch: (url) => polite.fetch(url) } },
  );
  expect(code).toBe(0);
  expect(server.asked).toContain('/robots.txt');
  const article = desk.article();
  expect(article).toContain('Le négociateur a déclaré');
  expect(article).toContain(`url: ${server.url('/2016/10/04/paix', '127.0.0.1')}`);
  expect(article).toContain('charset: windows-1252');
  expect(article).toContain('captured: 2020-01-02T10:00:00');
  expect(article).toContain('published: 2016-10-04');
  // The kept bytes do not say how they are encoded; the copy does.
  expect((await desk.verify()).code).toBe(0);
  const again = await desk.import(
    server.url('/2016/10/04/paix', '127.0.0.1'),
    {},
    { shell: { fetch: (url) => polite.fetch(url) } },
  );
  expect(again.said[0]).toContain('unchanged');
});

test('an address of this machine or its network is refused, and nothing is asked of it', async () => {
  const polite = fetcher(false);
  const { code, said } = await desk.import(
    server.url('/old', '127.0.0.1'),
    {},
    { shell: { fetch: (url) => polite.fetch(url) } },
  );
  expect(code).toBe(2);
  expect(said[0]).toContain('is not on the public internet');
  expect(server.asked).toEqual([]);
});
