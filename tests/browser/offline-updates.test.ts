import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, inject, onTestFinished, test } from 'vitest';
import { bundleScripts } from '../../src/build/bundle-scripts.ts';
import { PROJECT } from '../../src/build/locations.ts';
import { listFiles, readText } from '../setup/dist.ts';
import { FIXTURE_BASE } from '../setup/fixture.ts';
import { readerOnTheWay, SOONER_OR_LATER } from '../setup/reader-on-the-way.ts';
import { makeScratchFolder } from '../setup/scratch.ts';

const { host, read } = readerOnTheWay();

const FERRY = 'articles/2025/06/everything/';
const CRANE = 'articles/2025/06/plain/';
const WORKER = 'sw.js';

/** A browser looks for another worker when a page was open for a moment. */
const SELDOM = { ...SOONER_OR_LATER, interval: 3_000 };

/** A folder of scripts that no build makes. */
const OTHER = 'ffffffffffffffff';

/** The fixture edition as it may be built another day: each of its texts goes through `change`. */
function anotherBuild(change: (text: string, file: string) => string): string {
  const dist = join(makeScratchFolder(), 'dist');
  onTestFinished(() => rmSync(join(dist, '..'), { recursive: true }));
  cpSync(inject('fixtureDist'), dist, { recursive: true });
  for (const file of listFiles(dist).filter((name) => /\.(?:html|js)$/u.test(name))) {
    const text = readFileSync(join(dist, file), 'utf8');
    const changed = change(text, file);
    if (changed !== text) writeFileSync(join(dist, file), changed);
  }
  return dist;
}

/** The name of the folder of an edition's scripts. */
function scriptsOf(dist: string): string {
  const [name = '', ...others] = readdirSync(join(dist, '_scripts'));
  if (others.length > 0) throw new Error('The edition has the scripts of several builds.');
  return name;
}

/** An edition whose scripts stand in another folder; each page holds one script more, and allows it by its hash. */
function buildWithScriptsIn(name: string, change: (text: string, file: string) => string = (text) => text): string {
  const old = scriptsOf(inject('fixtureDist'));
  const [, inline = ''] = /<script>(.*?)<\/script>/su.exec(readText(inject('fixtureDist'), 'index.html')) ?? [];
  const hash = (text: string): string => createHash('sha256').update(text).digest('base64');
  const renamed = (text: string): string => text.replaceAll(old, name);
  const dist = anotherBuild((text, file) =>
    change(renamed(text).replaceAll(hash(inline), hash(renamed(inline))), file),
  );
  renameSync(join(dist, '_scripts', old), join(dist, '_scripts', name));
  return dist;
}

/** An edition whose publisher has switched reading without a network off. */
async function buildWithout(): Promise<string> {
  const { folder, files } = await bundleScripts(PROJECT, FIXTURE_BASE, { offline: false });
  const dist = buildWithScriptsIn(basename(folder));
  for (const { file, text } of files) writeFileSync(join(dist, file), text);
  return dist;
}

/** What a reader's browser has of the site: workers, and the folders of kept scripts. */
function holdings(page: Page): Promise<{ workers: number; waiting: number; scripts: string[]; caches: string[] }> {
  return page.evaluate(async () => {
    const registrations = await navigator.serviceWorker.getRegistrations();
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    const folders = requests.flat().flatMap(({ url }) => /_scripts\/([^/]+)\//u.exec(url)?.[1] ?? []);
    return {
      workers: registrations.length,
      waiting: registrations.filter(({ waiting, installing }) => waiting ?? installing).length,
      scripts: [...new Set(folders)].sort(),
      caches: names,
    };
  });
}

/**
 * What a reader's browser has after one visit more. A worker takes over when the one before has nothing left to do: where
 * a browser is watched, as here, only after its last page was left.
 */
async function holdingsLater(page: Page): Promise<ReturnType<typeof holdings>> {
  await page.goto('about:blank');
  await page.goto(host.address('tags/'), { waitUntil: 'networkidle' });
  return holdings(page);
}

test('a reader sees the new text of an article on the next visit, and has it without a network from then on', async () => {
  const page = await read(CRANE);
  host.dist = anotherBuild((text) =>
    text.replaceAll('which it had meant to sell for scrap', 'where it stood since 1911'),
  );
  await host.up();
  await page.goto(host.address(CRANE));
  expect(await page.locator('main').innerText()).toContain('where it stood since 1911');
  const kept = (): Promise<string> =>
    page.evaluate(async () => (await (await caches.match(location.pathname))?.text()) ?? '');
  await expect.poll(kept, SOONER_OR_LATER).toContain('where it stood since 1911');
  await host.cut();
  await page.reload();
  expect(await page.locator('main').innerText()).toContain('where it stood since 1911');
});

test('a new worker takes over once, without loading a page again, and leaves kept pages their own scripts', async () => {
  const page = await read(FERRY);
  await read(CRANE, page);
  const old = scriptsOf(host.dist);
  host.dist = buildWithScriptsIn(OTHER);
  const now = scriptsOf(host.dist);
  await host.up();
  host.takeAsked();
  const visits = [CRANE, 'tags/', CRANE, 'about/'];
  for (const path of visits) await page.goto(host.address(path));
  await expect
    .poll(() => holdingsLater(page), SELDOM)
    .toMatchObject({
      workers: 1,
      waiting: 0,
      scripts: [old, now].sort(),
    });
  const asked = host.takeAsked();
  const count = (path: string): number => asked.filter((other) => other === FIXTURE_BASE + path).length;
  expect(count(CRANE)).toBe(visits.filter((path) => path === CRANE).length);
  expect(count(WORKER)).toBeGreaterThan(0);
  const opened = asked.filter((path) => /\/(?:index\.html)?$/u.test(path)).length;
  expect(count(WORKER)).toBeLessThanOrEqual(opened);
  expect(asked.filter((path) => path.includes(`/${old}/`))).toEqual([]);

  await host.cut();
  for (const [path, scripts] of [
    [FERRY, old],
    [CRANE, now],
  ] as const) {
    await page.goto(host.address(path));
    expect(await page.content()).toContain(scripts);
    await page.locator('a[href="#settings"]').click();
    // The scripts of this very page have come.
    await page.locator('.settings[data-ready]').waitFor();
  }
});

test('scripts that no kept page loads any more are deleted once there are others', async () => {
  const page = await read(CRANE);
  host.dist = buildWithScriptsIn(OTHER);
  await host.up();
  await page.goto(host.address(CRANE), { waitUntil: 'networkidle' });
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  const readOn = async (): Promise<string[]> => {
    await page.goto('about:blank');
    await page.goto(host.address('about/'), { waitUntil: 'networkidle' });
    return (await holdings(page)).scripts;
  };
  await expect.poll(readOn, SELDOM).toEqual([OTHER]);
});

test('the front that is read without a network is not that of weeks ago, though a reader never opened it since', async () => {
  const page = await read(FERRY);
  host.dist = anotherBuild((text) => text.replaceAll('Printed for tests', 'Reprinted for tests'));
  await host.up();
  const front = (): Promise<string> =>
    page.evaluate(async (path) => (await (await caches.match(path))?.text()) ?? '', FIXTURE_BASE);
  await read(CRANE, page);
  expect(await front()).not.toContain('Reprinted for tests');
  // As if what was kept had been kept in the year 2001.
  await page.evaluate(async (path) => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      const kept = await cache.match(path);
      if (!kept) continue;
      const headers = new Headers(kept.headers);
      const facts = decodeURIComponent(headers.get('Tearsheet-Kept') ?? '').replace(/"at":\d+/u, '"at":1000000000000');
      headers.set('Tearsheet-Kept', encodeURIComponent(facts));
      await cache.put(path, new Response(await kept.text(), { headers }));
    }
  }, `${FIXTURE_BASE}offline/`);
  await read('about/', page);
  await expect.poll(front, SOONER_OR_LATER).toContain('Reprinted for tests');
});

test('a site that switches it off takes away what browsers kept, and their worker, and shows its pages meanwhile', async () => {
  const page = await read(FERRY);
  host.dist = await buildWithout();
  await host.up();
  host.takeAsked();
  const visits = [FERRY, CRANE, 'archive/'];
  for (const path of visits) expect((await page.goto(host.address(path)))?.status()).toBe(200);
  await expect.poll(() => holdingsLater(page), SELDOM).toMatchObject({ workers: 0, caches: [] });
  const asked = host.takeAsked();
  const counts = visits.map((path) => [path, asked.filter((other) => other === FIXTURE_BASE + path).length]);
  expect(counts).toEqual(visits.map((path) => [path, 1]));
  await host.cut();
  await expect(page.goto(host.address(FERRY))).rejects.toThrow('net::ERR_CONNECTION_REFUSED');
});
