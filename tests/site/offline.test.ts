import { appendFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { byAttribute, byTag, listFiles, metaOf, readPage, readPages, readText } from '../setup/dist.ts';
import { FIXTURE_BASE } from '../setup/fixture.ts';
import { Desk } from '../setup/scratch.ts';

const OFFLINE = 'offline/index.html';
const WORKER = 'sw.js';

/** The scripts of an edition, below its folder. */
function scriptsOf(dist: string): string[] {
  return listFiles(dist).filter((file) => file.startsWith('_scripts/'));
}

describe.each([
  { edition: 'fixtureDist', base: FIXTURE_BASE },
  { edition: 'sampleDist', base: '/' },
] as const)('in $edition', ({ edition, base }) => {
  const dist = inject(edition);
  const worker = readText(dist, WORKER);

  test('the worker knows every script of its site, and pages that are there', () => {
    const scripts = scriptsOf(dist);
    expect(scripts.filter((file) => !worker.includes(basename(file)))).toEqual([]);
    expect(scripts.length).toBeGreaterThan(1);
    for (const path of ['', 'tags/', 'search/', 'saved/', 'offline/']) {
      expect(worker, path).toMatch(new RegExp(`[\`"']${base}${path}[\`"']`, 'u'));
      expect(listFiles(dist)).toContain(`${path}index.html`);
    }
  });

  test('it is one script that brings nothing else along', () => {
    expect(worker).not.toMatch(/\b(?:import|export|importScripts)\b/u);
  });

  test('the page without a network is for readers only: no search engine, sitemap or page leads there', () => {
    expect(metaOf(readPage(dist, OFFLINE), 'robots')).toEqual(['noindex']);
    const maps = listFiles(dist).filter((file) => file.endsWith('.xml'));
    expect(maps.filter((file) => readText(dist, file).includes('/offline/'))).toEqual([]);
    const links = readPages(dist).flatMap((page) => byTag(page, 'a').map(({ attribs }) => attribs['href']));
    expect(links).not.toContain(`${base}offline/`);
  });

  test('without scripting it says what is wrong, and leads to the front', () => {
    const page = readPage(dist, OFFLINE);
    const links = byTag(page, 'main').flatMap((main) => byTag(main, 'a').map(({ attribs }) => attribs['href']));
    expect(links).toContain(base);
    // Its button does nothing without scripting, and is not shown.
    const dead = byTag(page, 'main').flatMap((main) => byAttribute(main, 'data-needs', 'script'));
    expect(dead.flatMap((part) => byTag(part, 'button')).length).toBe(1);
  });
});

/** The pages of an edition whose scripts are not there. */
function withoutScripts(dist: string): string[] {
  const [script = 'none'] = scriptsOf(dist);
  const folder = script.slice(0, script.lastIndexOf('/'));
  return readPages(dist).flatMap(({ file, html }) => (html.includes(folder) ? [] : [file]));
}

test('the worker is the same whatever is printed, and a publisher takes it away by one line, from all pages at once', async () => {
  const desk = new Desk('nothing');
  await desk.build();
  expect(readText(desk.dist, WORKER)).toBe(readText(inject('fixtureDist'), WORKER));
  expect(listFiles(desk.dist)).toContain(OFFLINE);

  appendFileSync(join(desk.content, 'site.yaml'), '\noffline: false\n');
  await desk.build();
  expect(listFiles(desk.dist)).not.toContain(OFFLINE);
  expect(readText(desk.dist, WORKER)).toContain('unregister');
  expect(readText(desk.dist, WORKER)).not.toContain('respondWith');
  expect(withoutScripts(desk.dist)).toEqual([]);
  expect(scriptsOf(desk.dist).length).toBeGreaterThan(1);
});
