import type { RequestListener } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { PoliteFetcher, type PoliteOptions } from '../../../../src/importer/web/polite-fetcher.ts';
import { HERE, TestServer } from './server.ts';

let server: TestServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** A server with this robots.txt, or with this status in its place, and a page everywhere else. */
async function serve(robots: string | number, page?: RequestListener): Promise<TestServer> {
  server = await TestServer.open((request, response) => {
    if (request.url === '/robots.txt' && typeof robots === 'number') response.writeHead(robots).end();
    else if (request.url === '/robots.txt') response.writeHead(200, { 'content-type': 'text/plain' }).end(robots);
    else if (page) page(request, response);
    else response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Page');
  });
  return server;
}

/** A fetcher with a clock of its own, and how long it slept. */
function guest(options: Partial<PoliteOptions> = {}): { fetcher: PoliteFetcher; slept: number[] } {
  const slept: number[] = [];
  let time = 1_000_000;
  const sleep = (milliseconds: number): Promise<void> => {
    slept.push(milliseconds);
    time += milliseconds;
    return Promise.resolve();
  };
  return { fetcher: new PoliteFetcher({ ...HERE, now: () => time, sleep, ...options }), slept };
}

const FORBIDDEN = {
  ok: false,
  reason: 'its robots.txt asks programs not to fetch it; save the page in the browser and import the file',
};

describe('a site that is visited', () => {
  it('has its robots.txt asked for once and obeyed', async () => {
    const site = await serve('User-agent: *\nDisallow: /private/\n');
    const { fetcher } = guest();
    expect(await fetcher.fetch(site.url('/private/a'))).toEqual(FORBIDDEN);
    expect(await fetcher.fetch(site.url('/a'))).toMatchObject({ ok: true });
    expect(await fetcher.fetch(site.url('/b'))).toMatchObject({ ok: true });
    expect(site.asked).toEqual(['/robots.txt', '/a', '/b']);
  });

  it('may forbid us alone, by our name', async () => {
    const site = await serve('User-agent: tearsheet\nDisallow: /\n\nUser-agent: *\nAllow: /\n');
    expect(await guest().fetcher.fetch(site.url('/a'))).toEqual(FORBIDDEN);
    expect(site.asked).toEqual(['/robots.txt']);
  });

  it('is not entered by a redirect either', async () => {
    const site = await serve('User-agent: *\nDisallow: /private/\n', (_request, response) => {
      response.writeHead(302, { location: '/private/b' }).end();
    });
    expect(await guest().fetcher.fetch(site.url('/a'))).toEqual({
      ok: false,
      reason: `it leads to another address: ${FORBIDDEN.reason}`,
    });
    expect(site.asked).toEqual(['/robots.txt', '/a']);
  });

  it('without a robots.txt is open to all', async () => {
    const site = await serve(404);
    expect(await guest().fetcher.fetch(site.url('/a'))).toMatchObject({ ok: true });
  });

  it('whose robots.txt fails is left alone', async () => {
    const site = await serve(503);
    expect(await guest().fetcher.fetch(site.url('/a'))).toEqual({
      ok: false,
      reason: 'its robots.txt cannot be read (status 503); try again later',
    });
    expect(site.asked).toEqual(['/robots.txt']);
  });

  it('whose robots.txt is endless is judged by its beginning', async () => {
    const site = await serve(`User-agent: *\nDisallow: /private/\n${'# more\n'.repeat(200_000)}Disallow: /\n`);
    const { fetcher } = guest();
    expect(await fetcher.fetch(site.url('/a'))).toMatchObject({ ok: true });
    expect(await fetcher.fetch(site.url('/private/a'))).toEqual(FORBIDDEN);
  });

  it('whose robots.txt is cut at the end of what counts is not held to half a rule', async () => {
    const start = 'User-agent: *\n#';
    const filler = '-'.repeat(500_000 - `${start}\nDisallow: /`.length);
    const robots = `${start}${filler}\nDisallow: /closed/\n${'# more\n'.repeat(1000)}`;
    expect(robots.slice(0, 500_000).endsWith('\nDisallow: /')).toBe(true);
    expect(await guest().fetcher.fetch((await serve(robots)).url('/open'))).toMatchObject({ ok: true });
  });

  it('has a second between two requests, another host none', async () => {
    const site = await serve('');
    const { fetcher, slept } = guest();
    await fetcher.fetch(site.url('/a'));
    await fetcher.fetch(site.url('/b'));
    await fetcher.fetch(site.url('/c', 'other.test'));
    await fetcher.fetch(site.url('/d'));
    expect(slept).toEqual([1000, 1000]);
  });

  it.each([
    ['3', 3000],
    ['120', 10_000],
    ['often', 1000],
  ])('that asks for %s seconds between two requests has %i milliseconds', async (delay, pause) => {
    const site = await serve(`User-agent: *\nCrawl-delay: ${delay}\n`);
    const { fetcher, slept } = guest();
    await fetcher.fetch(site.url('/a'));
    await fetcher.fetch(site.url('/b'));
    expect(slept).toEqual([pause]);
  });

  it('has one request at a time, in their order', async () => {
    let open = 0;
    let most = 0;
    const site = await serve('', (_request, response) => {
      most = Math.max(most, (open += 1));
      setTimeout(() => {
        open -= 1;
        response.writeHead(200, { 'content-type': 'text/html' }).end();
      }, 10);
    });
    const { fetcher } = guest();
    await Promise.all(['/a', '/b', '/c'].map((path) => fetcher.fetch(site.url(path))));
    expect(most).toBe(1);
    expect(site.asked).toEqual(['/robots.txt', '/a', '/b', '/c']);
  });

  it('on a private network is not even asked for its robots.txt', async () => {
    const site = await serve('');
    const { fetcher } = guest({ allowPrivate: undefined });
    expect(await fetcher.fetch(site.url('/a'))).toEqual({
      ok: false,
      reason: 'news.test is not on the public internet (127.0.0.1)',
    });
    expect(site.asked).toEqual([]);
  });
});

describe('a picture that is fetched', () => {
  it('is taken for one by what the server says, and a page is not', async () => {
    const site = await serve('', (request, response) => {
      response.writeHead(200, { 'content-type': request.url === '/a.png' ? 'image/png' : 'text/html' }).end('bytes');
    });
    const { fetcher } = guest();
    expect(await fetcher.fetchPicture(site.url('/a.png'))).toMatchObject({ ok: true, contentType: 'image/png' });
    expect(await fetcher.fetchPicture(site.url('/a'))).toEqual({ ok: false, reason: 'it is no picture but text/html' });
    expect(await fetcher.fetch(site.url('/a.png'))).toMatchObject({ ok: false });
  });
});
