import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { pagePolicy } from '../../src/build/page-policy.ts';
import { FIXTURE_BASE } from '../setup/fixture.ts';
import { runBuild } from '../setup/run-build.ts';
import { Desk, makeScratchFolder } from '../setup/scratch.ts';
import { type Asker, askerOf } from '../setup/web-servers/asker.ts';
import { type Caddy, startCaddy } from '../setup/web-servers/caddy.ts';

const folder = makeScratchFolder();
let caddy: Caddy;
let asker: Asker;

beforeAll(async () => {
  caddy = await startCaddy({ dist: inject('fixtureDist'), base: FIXTURE_BASE, folder });
  asker = askerOf(caddy.authority);
});
afterAll(async () => {
  asker.end();
  await caddy.stop();
  rmSync(folder, { recursive: true });
});

test('a reader who asks without TLS is led to the same page with it, and told nothing else', async () => {
  const path = `${FIXTURE_BASE}articles/2025/06/plain/?from=feed`;
  for (const port of [caddy.led, caddy.tls]) {
    const { status, headers } = await asker.askPlainly(port, path);
    expect([301, 308]).toContain(status);
    expect(headers.location).toBe(`https://localhost:${caddy.tls}${path}`);
    expect(headers['strict-transport-security']).toBeUndefined();
  }
});

test('a publisher whose machine is set up for development publishes under the same policy', async () => {
  const { content, dist: built } = new Desk('nothing');
  await runBuild({ content, dist: built, cache: join(folder, 'cache'), env: { NODE_ENV: 'development', PROD: '' } });
  expect(pagePolicy(built)).toBe(pagePolicy(inject('fixtureDist')));
});
