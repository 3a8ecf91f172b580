import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { articlePages, byAttribute, byTag, listFiles, readPage, readPages, readText, textOf } from '../setup/dist.ts';
import { bytesOf } from '../setup/compare.ts';
import { FIXTURE_BASE } from '../setup/fixture.ts';
import { runBuild } from '../setup/run-build.ts';
import { Desk } from '../setup/scratch.ts';

const ROOT = 'search/index/';

const listSchema = z.strictObject({
  articles: z.number(),
  languages: z.array(
    z.strictObject({
      language: z.string(),
      tag: z.string(),
      parts: z.array(z.strictObject({ name: z.string(), facets: z.string() })).min(1),
    }),
  ),
});
const entrySchema = z.object({
  languages: z.record(z.string(), z.object({ hash: z.string(), page_count: z.number() })),
});
const facetsSchema = z.object({ pages: z.array(z.string()) });
const fragmentSchema = z.object({ url: z.string(), content: z.string(), meta: z.object({ title: z.string() }) });

/** What every file of Pagefind holds, unpacked. */
function textIn(dist: string, file: string): string {
  const bytes = readFileSync(join(dist, file));
  return (/\.pf_/u.test(file) ? gunzipSync(bytes) : bytes).toString();
}

describe.each(['fixtureDist', 'sampleDist'] as const)('in %s', (edition) => {
  const dist = inject(edition);
  const files = listFiles(dist).filter((file) => file.startsWith(ROOT));
  const list = listSchema.parse(JSON.parse(readText(dist, `${ROOT}parts.json`)));
  const fragments = files
    .filter((file) => file.endsWith('.pf_fragment'))
    .map((file) => ({ file, ...fragmentSchema.parse(JSON.parse(textIn(dist, file).replace(/^pagefind_dcd/u, ''))) }));

  test('every article page can be found by its headline, and under its own address', () => {
    const base = edition === 'fixtureDist' ? FIXTURE_BASE : '/';
    const articles = articlePages(dist);
    const addresses = articles.map(({ file }) => base + file.replace(/index\.html$/u, ''));
    expect(fragments.map(({ url }) => decodeURIComponent(url)).toSorted()).toEqual(addresses.toSorted());
    expect(list.articles).toBe(articles.length);
    for (const page of articles) {
      const own = fragments.find(
        ({ url }) => decodeURIComponent(url) === base + page.file.replace(/index\.html$/u, ''),
      );
      const [headline] = byAttribute(page, 'data-part', 'headline');
      expect(headline && textOf(headline)).toBe(own?.meta.title.replace(/\s+/gu, ' '));
    }
  });

  test('all that the list of parts names is there, and nothing else', () => {
    const named = list.languages.flatMap(({ language, parts }) => {
      const home = `${ROOT}${language}/`;
      const { languages } = entrySchema.parse(JSON.parse(readText(dist, `${home}pagefind-entry.json`)));
      expect(Object.keys(languages)).toEqual(parts.map(({ name }) => name));
      const pages = parts.flatMap(({ facets }) => facetsSchema.parse(JSON.parse(readText(dist, home + facets))).pages);
      expect(pages).toHaveLength(Object.values(languages).reduce((sum, { page_count: count }) => sum + count, 0));
      return [
        ...[`${home}pagefind-entry.json`, ...parts.map(({ facets }) => home + facets)],
        ...Object.values(languages).map(({ hash }) => `${home}pagefind.${hash}.pf_meta`),
        ...pages.map((id) => `${home}fragment/${id}.pf_fragment`),
      ];
    });
    const others = files.filter((file) => !named.includes(file));
    expect(named.filter((file) => !files.includes(file))).toEqual([]);
    // Stemmers and the chunks of words, which Pagefind's own tables name.
    const known =
      /^search\/index\/(?:parts\.json|pagefind\.js|[a-z]+\/wasm\.[a-z]+\.pagefind|[a-z]+\/index\/\w+\.pf_index)$/u;
    expect(others.filter((file) => !known.test(file))).toEqual([]);
  });

  test('a reader without JavaScript is told where to look instead', () => {
    const page = readPage(dist, 'search/');
    const [note] = byAttribute(page, 'class', 'unscripted');
    expect(note && textOf(note)).toMatch(
      /^Search needs JavaScript, .* index of topics or in the archive by year and month\.$/u,
    );
  });

  test('the page that searches loads one script, of the site itself, and every page leads to it', () => {
    const [script, ...more] = byTag(readPage(dist, 'search/'), 'script').filter(({ attribs }) => 'src' in attribs);
    const base = edition === 'fixtureDist' ? FIXTURE_BASE : '/';
    expect(more).toEqual([]);
    const file = script?.attribs['src']?.slice(base.length) ?? '';
    expect(listFiles(dist)).toContain(file);
    expect(brotliCompressSync(readText(dist, file)).length).toBeLessThan(6000);
    for (const page of readPages(dist)) {
      const links = byAttribute(page, 'rel', 'search').map(({ attribs }) => attribs['href']);
      expect(links, page.file).toEqual([`${base}search/`]);
    }
  });
});

test.each([
  ...['embargoed: quincentenary', 'expired: marmalade', 'draft: barometers', 'withdrawn: heliotrope'],
  ...['withdrawn: named a man', 'headline-only: small orchestra', 'headline-only: walnut', 'headline-only: chapel'],
  ...['headline-only: rival agency', 'excerpt-only: cellist', 'excerpt-only: arithmetic'],
])('the index holds nothing that may not be published, as of %s', (trace) => {
  const dist = inject('fixtureDist');
  const text = trace.replace(/^.*: /u, '');
  // Words stand in the index by their stems.
  const traces = [text, ...(text.includes(' ') ? [] : [text.slice(0, -2)])];
  const files = listFiles(dist).filter((file) => file.startsWith(ROOT) && !file.endsWith('.pagefind'));
  const texts = files.map((file) => ({ file, text: textIn(dist, file) }));
  for (const part of traces) expect(texts.filter((it) => it.text.includes(part)).map(({ file }) => file)).toEqual([]);
  expect(texts.filter((it) => it.text.includes('crane')).length).toBeGreaterThan(1);
});

test('a build that cannot make the index says so, and leaves the site as it was', async () => {
  const desk = new Desk('nothing');
  desk.write('2025/06/a.md', '---\ntitle: A crane\n---\n\nIt stands.\n');
  await desk.build();
  const before = bytesOf(desk.dist);
  desk.write('2025/06/a.md', '---\ntitle: A crane\n---\n\nIt fell.\n');
  const order = { content: desk.content, dist: desk.dist, cache: join(desk.folder, 'cache') };
  // Pagefind looks there for its program before it looks into its own package.
  const env = { PAGEFIND_EXTENDED_BINARY_PATH: join(desk.folder, 'no-such-program') };
  await expect(runBuild({ ...order, env })).rejects.toThrow('Pagefind');
  expect(bytesOf(desk.dist)).toEqual(before);
  await desk.build();
  expect(bytesOf(desk.dist)).toEqual(bytesOf(await desk.buildAnew()));
});

test('a deleted script or file of the index is put back by the next build, and one of a deleted article goes', async () => {
  const desk = new Desk('nothing');
  desk.write('2025/06/a.md', '---\ntitle: A crane\n---\n\nIt stands.\n');
  desk.write('2025/06/b.md', '---\ntitle: Un pont\nlang: fr\n---\n\nIl tourne.\n');
  await desk.build();
  const before = bytesOf(desk.dist);
  const lost = Object.keys(before).filter((file) => /^_scripts|pf_meta$|parts\.json$/u.test(file));
  expect(lost.length).toBeGreaterThan(3);
  for (const file of lost) rmSync(join(desk.dist, file));
  await desk.build();
  expect(bytesOf(desk.dist)).toEqual(before);
  rmSync(desk.article('2025/06/b.md'));
  await desk.build();
  expect(listFiles(desk.dist).filter((file) => file.startsWith(`${ROOT}fr/`))).toEqual([]);
  expect(bytesOf(desk.dist)).toEqual(bytesOf(await desk.buildAnew()));
});
