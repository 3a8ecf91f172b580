import { rmSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { toLine } from '../../src/news/text.ts';
import { byAttribute, readPage, textOf } from '../setup/dist.ts';
import { buildHostile, type HostileEdition } from '../setup/hostile/edition.ts';
import { OWN_NAME, OWN_VECTORS } from '../setup/hostile/own-vectors.ts';
import { judgeControl, judgeEdition, sawScript } from '../setup/hostile/run.ts';
import { WAYS } from '../setup/hostile/ways.ts';
import { makeScratchFolder } from '../setup/scratch.ts';

let browser: Browser;
let edition: HostileEdition;
const folder = makeScratchFolder();

beforeAll(async () => {
  browser = await chromium.connect(inject('browser'));
  edition = await buildHostile(folder, Object.fromEntries(WAYS.map((way) => [way, OWN_VECTORS])), OWN_NAME);
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

test('an editor finds each attack on a page of its own, as a text, a page, a feed entry and in every field', () => {
  for (const way of ['body', 'fields', 'text', 'page', 'feed'] as const) {
    const reached = new Set(edition.articles.filter((it) => it.way === way).map(({ vector }) => vector.id));
    expect(
      OWN_VECTORS.filter(({ id }) => !reached.has(id)),
      way,
    ).toEqual([]);
  }
  expect(edition.articles.filter(({ way }) => way === 'address').length).toBeGreaterThan(1);
  expect(edition.articles.filter(({ way }) => way === 'name').length).toBeGreaterThan(2);
});

test('a site whose very name is an attack shows it as its nameplate, and word for word', () => {
  const [masthead] = byAttribute(readPage(edition.dist, ''), 'class', 'masthead');
  expect(masthead && textOf(masthead)).toContain(toLine(OWN_NAME));
});

test('a reader of attacked articles, lists and feeds meets no script, no other host and no page of another shape', async () => {
  const ofTopics = (path: string): boolean => /^tags\/./u.test(path);
  const some = (paths: string[]): string[] => paths.filter((path, index) => !ofTopics(path) || index % 20 === 0);
  const { findings, pages } = await judgeEdition(browser, edition, { others: some, feeds: some });
  expect(findings).toEqual([]);
  expect(pages).toBeGreaterThan(edition.articles.length + 5);
}, 600_000);

test('a reader is as safe where the policy of the pages is not obeyed', async () => {
  const articles = edition.articles.filter(({ way }) => way === 'body' || way === 'fields');
  const none = (): string[] => [];
  const order = { withoutPolicy: true, others: none, feeds: none };
  expect((await judgeEdition(browser, { ...edition, articles }, order)).findings).toEqual([]);
});

test('each of these attacks would be noticed, were it let through, and most would run a script', async () => {
  const seen = await judgeControl(browser, edition, OWN_VECTORS);
  expect(OWN_VECTORS.filter(({ id }) => (seen.get(id) ?? []).length === 0)).toEqual([]);
  expect([...seen.values()].filter(sawScript).length).toBeGreaterThan(OWN_VECTORS.length / 2);
});
