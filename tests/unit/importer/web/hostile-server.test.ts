import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { RequestListener } from 'node:http';
import { describe, expect, it } from 'vitest';
import { fetchAddress, type FetchOptions } from '../../../../src/importer/web/fetch-address.ts';
import { fetchedFrom, HERE, TestServer } from './server.ts';

const PAGE = '<!doctype html><p>The ferry returns.';
const HTML = { 'content-type': 'text/html' };

describe('a server that means harm', () => {
  it('and leads in a circle is asked six times at most', async () => {
    const one = await TestServer.open((_request, response) => response.writeHead(301, { location: '/' }).end());
    expect(await fetchAddress(one.url('/'), HERE)).toEqual({
      ok: false,
      reason: 'it leads from address to address, more than 5 times',
    });
    expect(one.asked).toHaveLength(6);
    await one.close();
  });

  it.each([
    ['http://169.254.169.254/latest/meta-data/', '169.254.169.254 is not on the public internet (169.254.169.254)'],
    ['http://[::1]:80/', '[::1] is not on the public internet (::1)'],
    ['//0x0a000001/', '10.0.0.1 is not on the public internet (10.0.0.1)'],
    ['file:///etc/passwd', 'only http: and https: are fetched, not file:'],
    ['ftp://news.test/', 'only http: and https: are fetched, not ftp:'],
    [
      'http://me:secret@news.test/',
      'it holds a user name or a password; save the page in the browser and import the file',
    ],
    ['http://[broken', 'it is no complete address'],
  ])('cannot lead to %s', async (location, reason) => {
    expect(await fetchedFrom((_request, response) => response.writeHead(302, { location }).end())).toBe(
      `it leads to another address: ${reason}`,
    );
  });

  it('cannot lead to a name that stands for a private address', async () => {
    const lookup: FetchOptions['lookup'] = (host) =>
      Promise.resolve([{ address: host === 'inside.test' ? '10.0.0.7' : '127.0.0.1', family: 4 }]);
    const answer: RequestListener = (_request, response) =>
      response.writeHead(302, { location: 'http://inside.test/' }).end();
    expect(await fetchedFrom(answer, { lookup })).toBe(
      'it leads to another address: inside.test is not on the public internet (10.0.0.7)',
    );
  });

  it('and changes what its name stands for is asked at the address that was checked', async () => {
    let turn = 0;
    const lookup: FetchOptions['lookup'] = () => Promise.resolve([{ address: `127.0.0.${(turn += 1)}`, family: 4 }]);
    const page = await fetchedFrom((_request, response) => response.writeHead(200, HTML).end(PAGE), { lookup });
    expect(page).toMatchObject({ ok: true });
    expect(turn).toBe(1);
  });

  it('and sends without end is left at the most that is read', async () => {
    const endless: RequestListener = (_request, response) => {
      response.writeHead(200, HTML);
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536, 'a')));
        response.once('drain', more);
      };
      more();
    };
    expect(await fetchedFrom(endless, { largest: 3_000_000 })).toBe('too large: more than 3 MB');
  });

  it.each([
    ['gzip', gzipSync(Buffer.alloc(9_000_000))],
    ['br', brotliCompressSync(Buffer.alloc(9_000_000))],
  ])('and sends a bomb of %s is left when it has grown so far', async (coding, body) => {
    const bomb: RequestListener = (_request, response) =>
      response.writeHead(200, { ...HTML, 'content-encoding': coding }).end(body);
    expect(await fetchedFrom(bomb, { largest: 3_000_000 })).toBe('too large: more than 3 MB when decompressed');
  });

  it('and compresses over and over is left', async () => {
    const head = { ...HTML, 'content-encoding': 'gzip, gzip, gzip, gzip' };
    expect(await fetchedFrom((_request, response) => response.writeHead(200, head).end('x'))).toBe(
      'it is compressed over and over',
    );
  });
});
