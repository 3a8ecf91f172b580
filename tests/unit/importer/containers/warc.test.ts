import { brotliCompressSync, deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { WARCRecord, WARCSerializer } from 'warcio';
import { warc } from '../../../../src/importer/containers/warc.ts';
import type { Unit } from '../../../../src/importer/unit.ts';
import { inPieces, source, unpack } from './packing.ts';

const PAGE = '<!doctype html><title>Ferry</title><p>The ferry returns.';

/** A record as the specification has it. */
function record(headers: Record<string, string | number>, block: string | Uint8Array): Buffer {
  const bytes = Buffer.from(block);
  const lines = Object.entries({ 'Content-Length': bytes.length, ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return Buffer.concat([Buffer.from(`WARC/1.1\r\n${lines.join('\r\n')}\r\n\r\n`), bytes, Buffer.from('\r\n\r\n')]);
}

function response(
  url: string,
  head: string,
  body: string | Uint8Array,
  more: Record<string, string | number> = {},
): Buffer {
  const block = Buffer.concat([Buffer.from(`HTTP/1.1 ${head.replaceAll('\n', '\r\n')}\r\n\r\n`), Buffer.from(body)]);
  const headers = { 'WARC-Type': 'response', 'WARC-Target-URI': url, 'WARC-Date': '2019-03-01T08:15:30.123456Z' };
  return record({ ...headers, ...more }, block);
}

const HTML = '200 OK\nContent-Type: text/html; charset="utf-8"';
const ferry = response('https://news.test/ferry', HTML, PAGE);
const harbour = response('https://news.test/harbour', HTML, '<p>Closed');

async function units(bytes: Uint8Array): Promise<Unit[]> {
  const found = [];
  for await (const held of warc.open(await source('crawl.warc', bytes)))
    if (held.kind === 'unit') found.push(held.unit);
  return found;
}

describe('a web archive', () => {
  it('gives an editor each page with its address, the moment of its capture and what the server said of it', async () => {
    expect(await units(ferry)).toEqual([
      {
        name: 'crawl.warc',
        bytes: Buffer.from(PAGE),
        known: { url: 'https://news.test/ferry', captured: '2019-03-01T08:15:30+00:00', charset: 'utf-8' },
        where: 'https://news.test/ferry',
      },
    ]);
  });

  it('is read the same in pieces of any size', async () => {
    for (const size of [1, 3, 64]) {
      const lines = [];
      for await (const held of warc.open({
        ...(await source('crawl.warc', '')),
        stream: inPieces(Buffer.concat([ferry, harbour]), size),
      }))
        lines.push(held.kind === 'unit' ? Buffer.from(held.unit.bytes).toString() : held.kind);
      expect(lines).toEqual([PAGE, '<p>Closed']);
    }
  });

  it('that another program wrote, compressed record by record, is read', async () => {
    const written = [];
    for (const url of ['https://news.test/a', 'https://news.test/b']) {
      const made = WARCRecord.create(
        { url, type: 'response', date: '2020-05-06T07:08:09Z', httpHeaders: { 'Content-Type': 'text/html' } },
        [Buffer.from(`<p>${url}`)],
      );
      written.push(await WARCSerializer.serialize(made, { gzip: true }));
    }
    expect(await unpack('crawl.warc.gz', Buffer.concat(written))).toEqual([
      'https://news.test/a: <p>https://news.test/a',
      'https://news.test/b: <p>https://news.test/b',
    ]);
  });

  it('gives both captures of one address, in their order', async () => {
    const later = response('https://news.test/ferry', HTML, '<p>Corrected', { 'WARC-Date': '2019-03-02T00:00:00Z' });
    expect((await units(Buffer.concat([ferry, later]))).map(({ known }) => known.captured)).toEqual([
      '2019-03-01T08:15:30+00:00',
      '2019-03-02T00:00:00+00:00',
    ]);
  });

  it.each([
    ['gzip', 'Content-Encoding: gzip', gzipSync(PAGE)],
    ['brotli', 'Content-Encoding: br', brotliCompressSync(PAGE)],
    [
      'chunks',
      'Transfer-Encoding: chunked',
      `5\r\n${PAGE.slice(0, 5)}\r\n${(PAGE.length - 5).toString(16)};x=y\r\n${PAGE.slice(5)}\r\n0\r\n\r\n`,
    ],
    ['headers that say gzip of a page that is plain', 'Content-Encoding: gzip', PAGE],
    ['headers that say chunks of a page that is whole', 'Transfer-Encoding: chunked', PAGE],
  ])('reads a page kept in %s', async (_what, header, body) => {
    const [unit] = await units(response('https://news.test/ferry', `${HTML}\n${header}`, body));
    expect(Buffer.from(unit?.bytes ?? []).toString()).toBe(PAGE);
  });

  it('refuses a page whose compression cannot be read, by its address, and goes on', async () => {
    const odd = response('https://news.test/odd', `${HTML}\nContent-Encoding: gzip`, deflateRawSync(PAGE));
    const secret = response('https://news.test/secret', `${HTML}\nContent-Encoding: constructor`, 'xyz');
    expect(await unpack('crawl.warc', Buffer.concat([odd, secret, ferry]))).toEqual([
      'https://news.test/odd refused: damaged or cut off: incorrect header check',
      'https://news.test/secret refused: it is compressed as "constructor", which cannot be read',
      `https://news.test/ferry: ${PAGE}`,
    ]);
  });

  it('refuses a page that is a bomb, and goes on', async () => {
    const bomb = response(
      'https://news.test/bomb',
      `${HTML}\nContent-Encoding: br`,
      brotliCompressSync(Buffer.alloc(60_000_000)),
    );
    expect(await unpack('crawl.warc', Buffer.concat([bomb, ferry]))).toEqual([
      'https://news.test/bomb refused: too large: more than 50 MB when decompressed',
      `https://news.test/ferry: ${PAGE}`,
    ]);
  });

  it('passes over pictures, errors, redirects, requests and repeats, and says how many', async () => {
    const others = [
      response('https://news.test/a.png', '200 OK\nContent-Type: image/png', 'PNG'),
      response('https://news.test/gone', '404 Not Found\nContent-Type: text/html', '<p>Gone'),
      response('https://news.test/old', '301 Moved\nContent-Type: text/html\nLocation: /ferry', '<p>Moved'),
      record({ 'WARC-Type': 'request', 'WARC-Target-URI': 'https://news.test/ferry' }, 'GET / HTTP/1.1\r\n\r\n'),
      record({ 'WARC-Type': 'revisit', 'WARC-Target-URI': 'https://news.test/ferry' }, ''),
      response('https://news.test/sitemap.xml', '200 OK\nContent-Type: text/xml', '<urlset/>'),
    ];
    expect(await unpack('crawl.warc', Buffer.concat([...others, harbour]))).toEqual([
      'https://news.test/harbour: <p>Closed',
      'note: 6 records without a page or feed passed over',
    ]);
  });

  it('reads feeds by whatever type they were sent, and pages kept as resources', async () => {
    const held = [
      response(
        'https://news.test/feed',
        '200 OK\nContent-Type: application/xml',
        '<?xml version="1.0"?><rss version="2.0"/>',
      ),
      response('https://news.test/atom', '200 OK\nContent-Type: application/atom+xml', '<feed/>'),
      record(
        { 'WARC-Type': 'resource', 'WARC-Target-URI': '<https://news.test/r>', 'Content-Type': 'text/html' },
        '<p>R',
      ),
    ];
    expect((await units(Buffer.concat(held))).map(({ where }) => where)).toEqual([
      'https://news.test/feed',
      'https://news.test/atom',
      'https://news.test/r',
    ]);
  });

  it('takes no address but one of the web for where a page came from', async () => {
    const [unit] = await units(response('javascript:alert(1)', HTML, PAGE));
    expect(unit?.known.url).toBeUndefined();
  });
});

describe('a damaged web archive', () => {
  it('that is cut off in a page gives the pages before it and never half a page', async () => {
    const bytes = Buffer.concat([ferry, harbour]);
    expect(await unpack('crawl.warc', bytes.subarray(0, -8))).toEqual([
      `https://news.test/ferry: ${PAGE}`,
      'https://news.test/harbour refused: the file is cut off in the middle of a record',
    ]);
  });

  it('with a record longer than it says refuses that one and reads the next', async () => {
    const wrong = response('https://news.test/ferry', HTML, PAGE, { 'Content-Length': 80 });
    expect(await unpack('crawl.warc', Buffer.concat([wrong, harbour]))).toEqual([
      'https://news.test/ferry refused: the record is longer than it states',
      'https://news.test/harbour: <p>Closed',
    ]);
  });

  it('with rubbish and records that say no length names each place and reads the rest', async () => {
    const headless = Buffer.from('WARC/1.0\r\nWARC-Type: response\r\n\r\nno length\r\n\r\n');
    const rubbish = Buffer.from('rubbish\nmore\n');
    expect(await unpack('crawl.warc', Buffer.concat([headless, rubbish, ferry, rubbish, harbour]))).toEqual([
      'byte 0 refused: the record does not state its length',
      'https://news.test/ferry refused: the record is longer than it states',
      'https://news.test/harbour: <p>Closed',
    ]);
  });

  it('whose headers never end is refused without being kept', async () => {
    const endless = Buffer.concat([Buffer.from('WARC/1.0\r\nX: '), Buffer.alloc(3_000_000, 'a')]);
    expect(await unpack('crawl.warc', endless)).toEqual(['byte 0 refused: the headers of the record are too long']);
  });
});
