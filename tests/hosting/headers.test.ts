import { cpSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { Agent, get, type RequestOptions } from 'node:https';
import { get as getPlain, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { pagePolicy } from '../../src/build/page-policy.ts';
import { policyAt } from '../../src/news/content-policy.ts';
import { type Openness, opennessOf, responseHeaders } from '../../src/news/response-headers.ts';
import { type Caddy, startCaddy } from '../setup/caddy.ts';
import { listFiles } from '../setup/dist.ts';
import { FIXTURE_BASE } from '../setup/fixture.ts';
import { runBuild } from '../setup/run-build.ts';
import { Desk, makeScratchFolder } from '../setup/scratch.ts';

const folder = makeScratchFolder();
const dist = join(folder, 'dist');
const policy = pagePolicy(inject('fixtureDist'));
let caddy: Caddy;
let agent: Agent;

beforeAll(async () => {
  cpSync(inject('fixtureDist'), dist, { recursive: true });
  // The one kind of file that a site may have and the fixture edition has not.
  writeFileSync(join(dist, 'worker.js'), 'self.skipWaiting();\n');
  caddy = await startCaddy({ dist, base: FIXTURE_BASE, folder });
  agent = new Agent({ keepAlive: true, ca: caddy.authority });
});
afterAll(async () => {
  agent.destroy();
  await caddy.stop();
  rmSync(folder, { recursive: true });
});

/** What a host adds of its own: nothing of it says what a page may do. */
const OF_THE_HOST = ['accept-ranges', 'connection', 'content-length', 'content-type', 'date', 'etag', 'keep-alive'];

function ask(send: typeof get | typeof getPlain, url: string, options: RequestOptions = {}): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    send(url, options, (response) => {
      response.resume();
      response.once('end', () => resolve(response));
    }).once('error', reject);
  });
}

const askSecurely = (path: string): Promise<IncomingMessage> =>
  ask(get, `https://localhost:${caddy.ports.https}${path}`, { agent });

/** The headers that say what a page may do, as they were sent. */
function rulesIn({ headers }: IncomingMessage): object {
  const others = new Set([...OF_THE_HOST, 'last-modified', 'server']);
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !others.has(name)));
}

function rulesFor(openness: Openness, file = ''): object {
  const headers = responseHeaders(openness, { policy: policyAt(file, policy) });
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

const pathOf = (file: string): string =>
  FIXTURE_BASE +
  file
    .replace(/(^|\/)index\.html$/u, '$1')
    .split('/')
    .map(encodeURIComponent)
    .join('/');

test('a reader gets every file with the headers of the one source, and nothing beside them', async () => {
  const files = listFiles(dist);
  const answers = await Promise.all(files.map((file) => askSecurely(pathOf(file))));
  const got = answers.map((answer, index) => ({
    file: files[index],
    status: answer.statusCode,
    rules: rulesIn(answer),
  }));
  expect(got).toEqual(files.map((file) => ({ file, status: 200, rules: rulesFor(opennessOf(file), file) })));
  const kinds = new Set(files.map((file) => file.replace(/.*\./u, '')));
  expect([...kinds].sort()).toEqual(expect.arrayContaining(['html', 'jpg', 'js', 'json', 'svg', 'txt', 'xml']));
});

test('a reader of what is not there gets the page that says so, with the headers of a page', async () => {
  for (const path of [`${FIXTURE_BASE}gone/`, `${FIXTURE_BASE}gone.jpg`, '/gone.xml', '/']) {
    const answer = await askSecurely(path);
    expect([answer.statusCode, answer.headers['content-type']], path).toEqual([404, 'text/html; charset=utf-8']);
    expect(Number(answer.headers['content-length']), path).toBe(statSync(join(dist, '404.html')).size);
    expect(rulesIn(answer), path).toEqual(rulesFor('own'));
  }
});

test('a type that no browser may guess is stated for every file', async () => {
  const types = {
    html: 'text/html',
    xml: 'text/xml',
    json: 'application/json',
    svg: 'image/svg+xml',
    jpg: 'image/jpeg',
  };
  const files = listFiles(dist).filter((file) => file !== 'worker.js');
  for (const [ending, type] of Object.entries(types)) {
    const file = files.find((it) => it.endsWith(`.${ending}`)) ?? `no file ends in ${ending}`;
    expect((await askSecurely(pathOf(file))).headers['content-type'], file).toContain(type);
  }
});

test('a reader who asks without TLS is led to the same page with it, and told nothing else', async () => {
  const path = `${FIXTURE_BASE}articles/2025/06/plain/?from=feed`;
  for (const port of [caddy.ports.http, caddy.ports.https]) {
    const { statusCode = 0, headers } = await ask(getPlain, `http://localhost:${port}${path}`);
    expect([301, 308]).toContain(statusCode);
    expect(headers.location).toBe(`https://localhost:${caddy.ports.https}${path}`);
    expect(headers['strict-transport-security']).toBeUndefined();
  }
});

test('a publisher whose machine is set up for development publishes under the same policy', async () => {
  const { content, dist: built } = new Desk('nothing');
  await runBuild({ content, dist: built, cache: join(folder, 'cache'), env: { NODE_ENV: 'development', PROD: '' } });
  expect(pagePolicy(built)).toBe(policy);
});
