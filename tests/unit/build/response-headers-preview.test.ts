import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { pagePolicy } from '../../../src/build/page-policy.ts';
import { serve } from '../../../src/build/serve.ts';
import { responseHeaders } from '../../../src/news/response-headers.ts';

const pageWith = (policy: string): string =>
  `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><title>A page</title>`;

function builtSite(): string {
  const dist = mkdtempSync(join(tmpdir(), 'tearsheet-'));
  onTestFinished(() => rmSync(dist, { recursive: true }));
  writeFileSync(join(dist, '404.html'), pageWith("default-src 'none'"));
  writeFileSync(join(dist, 'index.html'), pageWith("default-src 'none'"));
  for (const name of ['feed.xml', 'kerry.jpg', 'worker.js']) writeFileSync(join(dist, name), 'some bytes');
  return dist;
}

async function preview(dist: string): Promise<(path: string) => Promise<Response>> {
  const server = await serve(dist, '/news/', 0);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  return (path) => fetch(`http://localhost:${address.port}${path}`, { redirect: 'manual' });
}

const sent = (response: Response, names: string[]): (string | null)[] =>
  names.map((name) => response.headers.get(name));

test.each([
  { path: '/news/', status: 200, openness: 'own' },
  { path: '/news/?from=feed.xml', status: 200, openness: 'own' },
  { path: '/news/feed.xml', status: 200, openness: 'open' },
  { path: '/news/kerry.jpg?v=2', status: 200, openness: 'open' },
  { path: '/news/worker.js', status: 200, openness: 'own' },
  { path: '/news/gone.jpg', status: 404, openness: 'own' },
  { path: '/elsewhere.xml', status: 404, openness: 'own' },
  { path: '/', status: 302, openness: 'own' },
] as const)('a publisher who tries $path at home gets what a host will send', async ({ path, status, openness }) => {
  const response = await (await preview(builtSite()))(path);
  const headers = responseHeaders(openness, { policy: "default-src 'none'", transport: 'http' });
  expect(response.status).toBe(status);
  expect(sent(response, Object.keys(headers))).toEqual(Object.values(headers));
  expect(response.headers.has('Strict-Transport-Security')).toBe(false);
});

test('the page that searches is sent with a policy of its own, and no other page is', async () => {
  const dist = builtSite();
  const policy = "script-src 'self'; default-src 'none'";
  writeFileSync(join(dist, '404.html'), pageWith(policy));
  mkdirSync(join(dist, 'search/index'), { recursive: true });
  for (const name of ['index.html', 'index/pagefind.js']) writeFileSync(join(dist, 'search', name), 'some bytes');
  const open = await preview(dist);
  const policies = ['search/?q=a', 'search/index.html', 'search/index/pagefind.js', 'archive/search/', ''].map(
    async (path) => (await open(`/news/${path}`)).headers.get('Content-Security-Policy'),
  );
  const own = "script-src 'self' 'wasm-unsafe-eval'; default-src 'none'; frame-ancestors 'none'";
  const usual = `${policy}; frame-ancestors 'none'`;
  expect(await Promise.all(policies)).toEqual([own, own, usual, usual, usual]);
});

test('a page of the next build is shown under its own policy, and while it is put in place the last one holds', async () => {
  const dist = builtSite();
  const open = await preview(dist);
  rmSync(join(dist, '404.html'));
  expect((await open('/news/')).headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  expect((await open('/news/gone/')).status).toBe(404);
  writeFileSync(join(dist, '404.html'), pageWith("default-src 'self'"));
  expect((await open('/news/')).headers.get('Content-Security-Policy')).toContain("default-src 'self'");
});

test('a publisher who has built nothing, or lost the policy of the pages, is told to build', async () => {
  const dist = builtSite();
  writeFileSync(join(dist, '404.html'), '<!doctype html><title>A page</title>');
  await expect(serve(dist, '/', 0)).rejects.toThrow('There is no whole site in');
  expect(() => pagePolicy(join(dist, 'nothing'))).toThrow('build it with "npm run build"');
});
