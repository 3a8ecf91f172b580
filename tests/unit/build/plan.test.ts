import { mkdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AddressClash, BuildPlan, type Changes, type Output, pictureFiles } from '../../../src/build/plan.ts';
import { toOutput } from '../../../src/build/print-pages.ts';
import type { Edition } from '../../../src/news/edition.ts';
import { loadManifest, saveManifest } from '../../../src/build/manifest.ts';
import { writeJson } from '../../../src/edition/kept-files.ts';
import { allRoutes } from '../../../src/routes/all-routes.ts';
import { makeArticle, makeEdition } from '../routes/edition.ts';
import { makeFolder } from './folder.ts';

const OUTPUTS: Output[] = ['index.html', 'a/index.html', 'b/index.html', 'feed.xml'].map((file) => ({
  file,
  key: `key of ${file}`,
}));

/** A built site of these outputs, and the plan of a build after something happened to it. */
async function planAfter(
  change: (dist: string) => Promise<unknown>,
  next: Output[] = OUTPUTS,
  codeHash = 'code',
): Promise<Changes> {
  const dist = await makeFolder(Object.fromEntries(OUTPUTS.map(({ file }) => [file, `text of ${file}`])));
  const cache = await makeFolder();
  const manifest = join(cache, 'pages.json');
  saveManifest(manifest, dist, { codeHash: 'code', articles: 1, outputs: written(OUTPUTS) });
  await change(dist);
  return planOf(next, new BuildPlan(codeHash, loadManifest(manifest), dist)).changes();
}

function planOf(outputs: readonly Output[], plan: BuildPlan): BuildPlan {
  for (const output of outputs) plan.add(output, output.file);
  return plan;
}

const filesOf = (outputs: readonly Output[]): string[] => outputs.map(({ file }) => file);
const written = (outputs: readonly Output[]): (Output & { written: undefined })[] =>
  outputs.map((output) => ({ ...output, written: undefined }));
const nothing = (): Promise<void> => Promise.resolve();

describe('the plan of a build', () => {
  it('writes nothing where nothing changed', async () => {
    expect(await planAfter(nothing)).toMatchObject({ whole: false, changed: [], gone: [] });
  });

  it('writes again what was deleted, edited or touched in the built site', async () => {
    const deleted = await planAfter((dist) => rm(join(dist, 'feed.xml')));
    const edited = await planAfter((dist) => writeFile(join(dist, 'a/index.html'), 'another text'));
    const touched = await planAfter((dist) => utimes(join(dist, 'b/index.html'), 1, 1));
    expect([deleted, edited, touched].map(({ whole, changed }) => [whole, changed])).toEqual([
      [false, ['feed.xml']],
      [false, ['a/index.html']],
      [false, ['b/index.html']],
    ]);
  });

  it('writes what shows something else, and removes what is no more', async () => {
    const [front, a, , feed] = OUTPUTS;
    const next = [front, a && { ...a, key: 'new key' }, feed, { file: 'c/index.html', key: 'c' }].filter(
      (it) => it !== undefined,
    );
    const plan = await planAfter(nothing, next);
    expect([plan.changed, plan.gone, plan.whole]).toEqual([['a/index.html', 'c/index.html'], ['b/index.html'], false]);
  });

  it('writes everything aside where the code has changed or nothing is remembered', async () => {
    expect(await planAfter(nothing, OUTPUTS, 'other code')).toEqual({
      whole: true,
      changed: filesOf(OUTPUTS),
      gone: [],
    });
    const first = planOf(OUTPUTS, new BuildPlan('code', undefined, await makeFolder()));
    expect(first.changes()).toEqual({ whole: true, changed: filesOf(OUTPUTS), gone: [] });
  });

  it.each([[[]], [{ codeHash: 'code' }], [{ codeHash: 'code', outputs: { a: { key: 1 } } }]])(
    'trusts no memory of another form: %j',
    async (value) => {
      const file = join(await makeFolder(), 'pages.json');
      writeJson(file, value);
      expect(loadManifest(file)).toBeUndefined();
    },
  );

  it('removes what stands in the built site and is no part of the edition, though no build remembers it', async () => {
    const plan = await planAfter((dist) => writeFile(join(dist, 'of-a-killed-build.html'), 'text'));
    expect(plan).toMatchObject({ changed: [], gone: ['of-a-killed-build.html'] });
  });

  it('removes empty folders, but none that a page comes into', async () => {
    const next = [...OUTPUTS, { file: 'new/page/index.html', key: 'new' }, { file: 'other', key: 'other' }];
    const plan = await planAfter(async (dist) => {
      for (const folder of ['new/page', 'was/here', 'other']) await mkdir(join(dist, folder), { recursive: true });
    }, next);
    expect(plan.changed).toEqual(['new/page/index.html', 'other']);
    expect(plan.gone.toSorted()).toEqual(['other/', 'was/here/']);
  });

  it('leaves no half-written memory beside the true one', async () => {
    const dist = await makeFolder({ 'index.html': 'x' });
    const cache = await makeFolder();
    saveManifest(join(cache, 'new/pages.json'), dist, {
      codeHash: 'code',
      articles: 1,
      outputs: written(OUTPUTS.slice(0, 1)),
    });
    expect(loadManifest(join(cache, 'new/pages.json'))).toMatchObject({ codeHash: 'code' });
    await expect(readFile(join(cache, 'new/pages.json.tmp'))).rejects.toThrow('ENOENT');
  });
});

describe('the files of an edition', () => {
  const edition = makeEdition([makeArticle('2016/10/truce.md', { published: '2016-10-04' })]);

  /** The plan of a first build of an edition's pages. */
  const planned = (of: Edition): BuildPlan => {
    const plan = new BuildPlan('code', undefined, 'dist');
    for (const route of allRoutes(of)) plan.add(toOutput(route), `the page "${route.page}"`);
    return plan;
  };

  it('stand where a server looks for them', () => {
    const files = filesOf(planned(edition).outputs);
    expect(files).toEqual(
      expect.arrayContaining(['index.html', '404.html', 'articles/2016/10/truce/index.html', 'feed.xml', 'robots.txt']),
    );
    expect(files.some((file) => file.startsWith('/'))).toBe(false);
  });

  it('have a key that changes with what they show, and with nothing else', () => {
    const keysOf = (published: string): Map<string, string> => {
      const other = makeEdition([makeArticle('2016/10/truce.md', { published })]);
      return new Map(planned(other).outputs.map(({ file, key }) => [file, key]));
    };
    const [first, second] = [keysOf('2016-10-04'), keysOf('2016-10-05')];
    expect(keysOf('2016-10-04')).toEqual(first);
    const changed = [...first.keys()].filter((file) => first.get(file) !== second.get(file));
    expect(changed).toEqual(expect.arrayContaining(['articles/2016/10/truce/index.html', 'index.html', 'feed.xml']));
    expect(changed).not.toContain('tags/index.html');
    expect(changed).not.toContain('robots.txt');
  });

  it('hold the pictures of public articles under their own digest', () => {
    const picture = { path: makeArticle('x.md').path, digest: 'abc', width: 1, height: 1 };
    const outputs = pictureFiles({ pictures: new Map([['2016/10/k.jpg', picture]]) });
    expect(outputs).toEqual([{ file: 'articles/x/index.html', key: 'abc', copyOf: '2016/10/k.jpg' }]);
  });

  it('never share an address: the build says which two pages would', () => {
    const clashing = makeEdition([makeArticle('a.md', { tags: ['Syria'], aliases: ['/tags/syria/'] })]);
    expect(() => planned(clashing)).toThrow(AddressClash);
    expect(() => planned(clashing)).toThrow(
      'Two files have the address tags/syria/index.html: the page "redirect" and the page "tag".',
    );
  });

  it('never stand below a file: no disk could hold both', () => {
    const clashing = makeEdition([makeArticle('a.md', { aliases: ['/feed.xml/'] })]);
    expect(() => planned(clashing)).toThrow(
      'feed.xml/index.html, the page "redirect", would stand below feed.xml, which is a file of its own.',
    );
  });
});
