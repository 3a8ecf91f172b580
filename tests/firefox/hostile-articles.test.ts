import { rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve } from '../../src/build/serve.ts';
import { listFiles } from '../setup/dist.ts';
import { closeServer, startFirefox } from '../setup/firefox.ts';
import { Comparison, isClean } from '../setup/hostile/compare.ts';
import { serveControl } from '../setup/hostile/control.ts';
import { buildHostile, type HostileEdition } from '../setup/hostile/edition.ts';
import type { Finding } from '../setup/hostile/judge.ts';
import { OWN_VECTORS } from '../setup/hostile/own-vectors.ts';
import { SCRIPTED, sawScript } from '../setup/hostile/run.ts';
import { makeScratchFolder } from '../setup/scratch.ts';
import { judgeInFirefox } from './judge.ts';

const folder = makeScratchFolder();
let browser: Browser;
let edition: HostileEdition;
let server: Server;

beforeAll(async () => {
  // What is imported is shown as what is written by hand; the tests in Chromium go all ways.
  edition = await buildHostile(folder, { body: OWN_VECTORS, fields: OWN_VECTORS, address: OWN_VECTORS });
  browser = await startFirefox();
  server = await serve(edition.dist, '/', 0);
});
afterAll(async () => {
  await browser.close();
  await closeServer(server);
  rmSync(folder, { recursive: true });
});

/** The lists of the edition; of topics, which are as many as attacks, some. The page that searches is judged in Chromium. */
function listPages(): string[] {
  const articles = new Set(edition.articles.map(({ path }) => `${path}index.html`));
  const lists = listFiles(edition.dist).filter((file) => file.endsWith('index.html') && !articles.has(file));
  const some = lists.filter(
    (file, index) =>
      !SCRIPTED.some((path) => file === `${path}index.html`) && (!/^tags\/./u.test(file) || index % 20 === 0),
  );
  return some.map((file) =>
    file
      .split('/')
      .map(encodeURIComponent)
      .join('/')
      .replace(/index\.html$/u, ''),
  );
}

test('a reader with Firefox meets no script, no other host and no page of another shape on attacked pages', async () => {
  const findings: Finding[] = [];
  const comparison = new Comparison(edition.dist);
  const articles = new Map(edition.articles.map((article) => [article.path, article]));
  const clean = edition.articles.filter(isClean).map(({ path }) => path);
  await judgeInFirefox(browser, server, clean, (path, facts) => {
    const article = articles.get(path);
    if (article) comparison.learn(article, facts);
  });
  const paths = [...articles.keys(), ...listPages()];
  await judgeInFirefox(browser, server, paths, (path, facts) => {
    const article = articles.get(path);
    const wrong = article ? comparison.ofArticle(article, facts) : comparison.ofPage(facts);
    for (const what of wrong) findings.push({ path, what });
  });
  expect(findings).toEqual([]);
  expect(paths.length).toBeGreaterThan(articles.size + 5);
});

test('Firefox would notice nearly all of these attacks, were they let through, and most would run a script', async () => {
  const seen = new Map<string, string[]>();
  const control = await serveControl(edition, OWN_VECTORS);
  try {
    const ids = OWN_VECTORS.map(({ id }) => id);
    await judgeInFirefox(browser, control, ids, (id, { findings }) => seen.set(id, findings), { provoke: true });
  } finally {
    await closeServer(control);
  }
  expect(OWN_VECTORS.filter(({ id }) => (seen.get(id) ?? []).length === 0)).toEqual([]);
  expect([...seen.values()].filter(sawScript).length).toBeGreaterThan(OWN_VECTORS.length / 2);
});
