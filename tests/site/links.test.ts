import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { basePath } from '../../src/news/site.ts';
import { elements, listFiles, type Page, readPage, readPages, readText } from '../setup/dist.ts';
import { FIXTURE_BASE, FIXTURE_URL } from '../setup/fixture.ts';

/** Where an element leads or what it loads. */
function addressesOf(page: Page): string[] {
  return elements(page).flatMap(({ attribs: { href, src } }) => [href, src].filter((address) => address !== undefined));
}

/** What is wrong with an address of a page: nothing, for one that leads to another host or to something that is there. */
function fault(dist: string, base: string, page: Page, address: string): string | undefined {
  const from = new URL(base + page.file.replace(/(^|\/)index\.html$/u, '$1'), FIXTURE_URL);
  const target = new URL(address, from);
  if (target.origin !== from.origin) return undefined;
  if (!address.startsWith('#') && !address.startsWith(base) && !address.startsWith(from.origin + base)) {
    return `${address} does not begin with ${base}`;
  }
  const path = decodeURIComponent(target.pathname).slice(base.length);
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  if (!existsSync(join(dist, file))) return `${address} leads to nothing`;
  const id = decodeURIComponent(target.hash.slice(1));
  if (id === '') return undefined;
  const ids = elements(readPage(dist, file)).map(({ attribs }) => attribs['id']);
  return ids.includes(id) ? undefined : `${address} names a place that is not there`;
}

describe.each([
  { edition: 'fixture', base: FIXTURE_BASE },
  { edition: 'sample', base: '/' },
])('in the $edition edition', ({ edition, base }) => {
  const dist = inject(edition === 'fixture' ? 'fixtureDist' : 'sampleDist');

  test('every link, picture and place in a page leads to something, with the base path before it', () => {
    const pages = readPages(dist);
    const faults = pages.flatMap((page) =>
      addressesOf(page).flatMap((address) => {
        const wrong = fault(dist, base, page, address);
        return wrong === undefined ? [] : [`${page.file}: ${wrong}`];
      }),
    );
    expect(faults).toEqual([]);
    expect(pages.length).toBeGreaterThan(40);
  });

  test('every page can be reached from the front by links', () => {
    const reached = new Set(['index.html', '404.html']);
    const queue = ['index.html'];
    for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
      for (const address of addressesOf(readPage(dist, file))) {
        if (!address.startsWith(base)) continue;
        const path = decodeURIComponent(new URL(address, FIXTURE_URL).pathname).slice(base.length);
        const next = path === '' || path.endsWith('/') ? `${path}index.html` : path;
        if (!next.endsWith('.html') || reached.has(next)) continue;
        reached.add(next);
        queue.push(next);
      }
    }
    // One page nobody is led to: it is shown where there is no network.
    const pages = readPages(dist).map(({ file }) => file);
    expect(pages.filter((file) => !reached.has(file))).toEqual(['offline/index.html']);
  });
});

test('the base path is the path of the site address and nothing else', () => {
  expect(basePath({ url: FIXTURE_URL })).toBe(FIXTURE_BASE);
  const dist = inject('fixtureDist');
  const feeds = listFiles(dist).filter((file) => /\.(?:xml|json|txt)$/u.test(file));
  const addresses = feeds.flatMap((file) => readText(dist, file).match(/https:\/\/paper\.example[^\s"<&]*/gu) ?? []);
  expect(addresses.filter((address) => !address.startsWith(FIXTURE_URL))).toEqual([]);
  expect(addresses.length).toBeGreaterThan(100);
});
