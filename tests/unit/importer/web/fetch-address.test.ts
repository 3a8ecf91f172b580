import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { RequestListener } from 'node:http';
import { createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { fetchAddress, type FetchOptions } from '../../../../src/importer/web/fetch-address.ts';
import { fetchedFrom, HERE, TestServer } from './server.ts';

const PAGE = '<!doctype html><p>The ferry returns.';
const HTML = { 'content-type': 'text/html; charset=ISO-8859-1' };

let server: TestServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function serve(answer: RequestListener): Promise<TestServer> {
  server = await TestServer.open(answer);
  return server;
}

describe('a page that is fetched', () => {
  it('comes with its address, its encoding, its type and the moment of the answer', async () => {
    const one = await serve((_request, response) => response.writeHead(200, HTML).end(PAGE));
    const url = one.url('/ferry?page=1#top');
    expect(await fetchAddress(url, HERE)).toEqual({
      ok: true,
      bytes: Buffer.from(PAGE),
      url: url.replace('#top', ''),
      charset: 'ISO-8859-1',
      contentType: 'text/html',
      captured: '2020-01-02T03:04:05Z',
    });
  });

  it('is asked for by our own name', async () => {
    let agent: string | undefined;
    await fetchedFrom((request, response) => {
      agent = request.headers['user-agent'];
      response.end();
    });
    expect(agent).toBe('Tearsheet/1.2.3 (+importer; saves one article for its reader)');
  });

  it.each([
    ['gzip', gzipSync(PAGE)],
    ['br', brotliCompressSync(PAGE)],
    ['GZIP, br', brotliCompressSync(gzipSync(PAGE))],
    ['identity', Buffer.from(PAGE)],
  ])('is decoded from %s', async (coding, body) => {
    const page = await fetchedFrom((_request, response) => {
      response.writeHead(200, { ...HTML, 'content-encoding': coding }).end(body);
    });
    expect(page).toMatchObject({ ok: true, bytes: Buffer.from(PAGE) });
  });

  it('is found behind redirects, under its last address', async () => {
    const one = await serve((request, response) => {
      const step = Number(request.url?.slice(1));
      if (step < 5) response.writeHead(302, { location: `/${step + 1}#part` }).end('moved');
      else response.writeHead(200, HTML).end(PAGE);
    });
    expect(await fetchAddress(one.url('/0'), HERE)).toMatchObject({ ok: true, url: one.url('/5') });
    expect(one.asked).toEqual(['/0', '/1', '/2', '/3', '/4', '/5']);
  });
});

describe('a server that fails', () => {
  it.each([
    ['never answers', undefined, 'the server sent nothing for 0.2 s'],
    ['stops in the middle', 'half of a page', 'the server sent nothing for 0.2 s'],
  ])('and %s is not waited for long', async (_what, start, reason) => {
    const silent: RequestListener = (_request, response) => {
      if (start !== undefined) response.writeHead(200, HTML).write(start);
    };
    expect(await fetchedFrom(silent, { waits: { connect: 1000, idle: 200, total: 3000 } })).toBe(reason);
  });

  it('and sends one byte now and then is not waited for long in all', async () => {
    const dripping: RequestListener = (_request, response) => {
      response.writeHead(200, HTML);
      const drip = setInterval(() => response.write('a'), 20);
      response.once('close', () => clearInterval(drip));
    };
    expect(await fetchedFrom(dripping, { waits: { connect: 1000, idle: 200, total: 400 } })).toBe(
      'it took longer than 0.4 s',
    );
  });

  it('and breaks off gives no half page', async () => {
    const broken: RequestListener = (request, response) => {
      response.writeHead(200, { ...HTML, 'content-length': 100 }).write('half', () => request.socket.destroy());
    };
    expect(await fetchedFrom(broken)).toBe('the server broke off the connection');
  });

  it('or is not there, or does not speak HTTP, is said to', async () => {
    const one = await serve((request) => request.socket.end('SSH-2.0-OpenSSH\r\n'));
    expect(await fetchAddress(one.url('/'), HERE)).toEqual({
      ok: false,
      reason: 'what answers there does not speak HTTP',
    });
    const gone = one.url('/');
    await one.close();
    server = undefined;
    expect(await fetchAddress(gone, HERE)).toEqual({ ok: false, reason: 'no server answers at that address' });
  });

  it('or takes the connection and says no word in it is not waited for long', async () => {
    // A server of another kind that waits for its guests to speak first, where a secure connection needs an answer.
    const guests: Socket[] = [];
    const mute = createServer((guest) => guests.push(guest));
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const address = mute.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const options = { ...HERE, waits: { connect: 100, idle: 5000, total: 5000 } };
    expect(await fetchAddress(`https://news.test:${port ?? 0}/`, options)).toEqual({
      ok: false,
      reason: 'the server gave no connection within 0.1 s',
    });
    for (const guest of guests) guest.destroy();
    mute.close();
  });

  it('or has name servers that never answer is not waited for long', async () => {
    const lookup: FetchOptions['lookup'] = () => new Promise(() => undefined);
    const options = { ...HERE, lookup, waits: { connect: 100, idle: 1000, total: 3000 } };
    expect(await fetchAddress('http://news.test/', options)).toEqual({
      ok: false,
      reason: 'its host could not be found in time',
    });
  });

  it.each([
    [403, 'the server does not give it to programs (status 403); save the page in the browser and import the file'],
    [404, 'there is no such page (status 404); check the address'],
    [429, 'the server asks to wait (status 429); try again later'],
    [503, 'the server has an error (status 503); try again later'],
    [304, 'the server answered with status 304; save the page in the browser and import the file'],
  ])('and answers %i is reported with what to do', async (status, reason) => {
    expect(await fetchedFrom((_request, response) => response.writeHead(status, HTML).end(PAGE))).toBe(reason);
  });

  it('and sends what is no article is reported so', async () => {
    const answer: RequestListener = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-');
    };
    expect(await fetchedFrom(answer)).toBe('it is no page, feed or text but application/pdf');
  });
});

describe('behind a proxy', () => {
  it('nothing is fetched, and the editor is told what to do instead', async () => {
    const one = await serve((_request, response) => response.writeHead(200, HTML).end(PAGE));
    expect(await fetchAddress(one.url('/'), { ...HERE, proxy: 'http://proxy.test:3128' })).toEqual({
      ok: false,
      reason: 'nothing is fetched through a proxy; save the page in the browser and import the file',
    });
    expect(one.asked).toEqual([]);
  });
});
