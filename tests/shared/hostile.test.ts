import { rmSync } from 'node:fs';
import { type Browser, type BrowserServer, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { start } from '../setup/chromium.ts';
import { buildHostile, type HostileEdition } from '../setup/hostile/edition.ts';
import { judgeControl, judgeEdition, sawScript } from '../setup/hostile/run.ts';
import { sampleOf, sharedVectors } from '../setup/hostile/vectors.ts';
import { type Way, WAYS } from '../setup/hostile/ways.ts';
import { makeScratchFolder } from '../setup/scratch.ts';

/** How many attacks come in each of the other ways, and how many go unguarded past the judge. */
const SAMPLE = 15;
const CONTROL = 40;

/** Milliseconds. More than a thousand pages are opened, on machines that do other things beside. */
const PATIENCE = 600_000;

const vectors = sharedVectors();
const live = vectors.filter((vector) => vector.live);
let server: BrowserServer;
let browser: Browser;
let edition: HostileEdition;
const folder = makeScratchFolder();

beforeAll(async () => {
  server = await start();
  browser = await chromium.connect(server.wsEndpoint());
  const some = (way: Way): typeof vectors => (way === 'body' ? live : sampleOf(vectors, SAMPLE, way));
  edition = await buildHostile(folder, Object.fromEntries(WAYS.map((way) => [way, some(way)])));
});
afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true });
});

describe('the attacks of public test suites that run a script where nothing is done against them', () => {
  test('nearly all of them reach a page', () => {
    const reached = new Set(edition.articles.filter(({ way }) => way === 'body').map(({ vector }) => vector.id));
    expect(live.length).toBeGreaterThan(1000);
    expect(live.filter(({ id }) => reached.has(id)).length).toBeGreaterThan(live.length * 0.95);
  });

  test(
    'do nothing to a reader of these pages, of lists and of feeds',
    async () => {
      const ofTopics = (path: string): boolean => /^tags\/./u.test(path);
      const some = (paths: string[]): string[] => paths.filter((path, index) => !ofTopics(path) || index % 8 === 0);
      const { findings } = await judgeEdition(browser, edition, { others: some, feeds: some });
      expect(findings).toEqual([]);
    },
    PATIENCE,
  );

  test('do nothing where the policy of the pages is not obeyed', async () => {
    const kept = new Set(sampleOf(edition.articles, CONTROL, 'without policy').map(({ path }) => path));
    const articles = edition.articles.filter(({ path, vector }) => kept.has(path) || vector.id === 'clean-0');
    const none = (): string[] => [];
    const order = { withoutPolicy: true, others: none, feeds: none };
    expect((await judgeEdition(browser, { ...edition, articles }, order)).findings).toEqual([]);
  });

  test('are noticed by the same judge where nothing is done against them', async () => {
    const chosen = sampleOf(live, CONTROL, 'control');
    const seen = await judgeControl(browser, edition, chosen);
    expect([...seen.values()].filter(({ length }) => length > 0).length).toBeGreaterThan(CONTROL * 0.9);
    expect([...seen.values()].filter(sawScript).length).toBeGreaterThan(CONTROL * 0.6);
  });
});
