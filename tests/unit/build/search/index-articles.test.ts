import { readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Output } from '../../../../src/build/plan.ts';
import { bytesOf } from '../../../setup/compare.ts';
import { listFiles, readText } from '../../../setup/dist.ts';
import { makeFolder } from '../folder.ts';
import { indexOf, withText } from './index.ts';

const ARTICLES = [
  ...Array.from({ length: 12 }, (_, n) => {
    const published = `20${String(n + 10)}-06-0${(n % 9) + 1}`;
    return withText(`story-${n}.md`, `The crane number ${n} café naïve`, { published, tags: ['Harbour', `T${n % 3}`] });
  }),
  withText('ru.md', 'Старый маяк снова открыт.', { lang: 'ru', published: '2015-01-01' }),
  withText('undated.md', 'Nobody knows when.'),
];

const keysOf = (outputs: readonly Output[]): Map<string, string> =>
  new Map(outputs.map(({ file, key }) => [file, key]));

describe('the search index', () => {
  it('has the same bytes whenever it is made, and from whatever the last build has left', async () => {
    const cache = await makeFolder();
    const [cold, warm, other] = [
      await indexOf(ARTICLES, { most: 4, cache }),
      await indexOf(ARTICLES, { most: 4, cache }),
      await indexOf(ARTICLES.toReversed(), { most: 4 }),
    ];
    expect(Object.keys(bytesOf(cold.dist)).length).toBeGreaterThan(ARTICLES.length);
    expect(bytesOf(warm.dist)).toEqual(bytesOf(cold.dist));
    expect(bytesOf(other.dist)).toEqual(bytesOf(cold.dist));
  });

  it('is made anew for one part only when an article is edited', async () => {
    const cache = await makeFolder();
    const before = keysOf((await indexOf(ARTICLES, { most: 4, cache })).outputs);
    const packs = await readdir(cache);
    const [first, ...rest] = ARTICLES;
    const edited = withText('story-0.md', 'A word more.', { ...first?.front });
    const after = keysOf((await indexOf([edited, ...rest], { most: 4, cache })).outputs);
    const fresh = (await readdir(cache)).filter((name) => !packs.includes(name) && name.endsWith('.pack'));
    expect(fresh).toHaveLength(1);
    expect(await readdir(cache)).toHaveLength(packs.length);
    const changed = [...after].filter(([file, key]) => before.get(file) !== key).map(([file]) => file);
    const fragments = changed.filter((file) => file.includes('/fragment/'));
    expect(fragments).toHaveLength(1);
    expect(changed.filter((file) => file.includes('/ru/'))).toEqual([]);
  });

  it('has the bytes of one made from nothing when an article gets so long that its part is halved, and short again', async () => {
    const cache = await makeFolder();
    const [first, ...rest] = ARTICLES;
    const long = withText('story-0.md', 'A crane. '.repeat(300), { ...first?.front }, 600);
    for (const articles of [ARTICLES, [long, ...rest], ARTICLES]) {
      const [warm, clean] = [await indexOf(articles, { most: 4, cache }), await indexOf(articles, { most: 4 })];
      expect(bytesOf(warm.dist)).toEqual(bytesOf(clean.dist));
    }
    const partsOf = ({ outputs }: { outputs: readonly Output[] }): number =>
      outputs.filter(({ file }) => file.endsWith('.pf_meta')).length;
    expect(partsOf(await indexOf([long, ...rest], { most: 4 }))).toBe(
      partsOf(await indexOf(ARTICLES, { most: 4 })) + 1,
    );
  });

  it('is indexed again where the memory of a part is lost or cannot be read', async () => {
    const cache = await makeFolder({ 'junk.pack': 'x' });
    const { dist } = await indexOf(ARTICLES, { cache });
    expect(await readdir(cache)).not.toContain('junk.pack');
    const broken = await makeFolder(
      Object.fromEntries(
        (await readdir(cache)).filter((name) => name.endsWith('.json')).map((name) => [name, '{"files']),
      ),
    );
    expect(bytesOf((await indexOf(ARTICLES, { cache: broken })).dist)).toEqual(bytesOf(dist));
  });

  it.each([
    { what: 'lost', change: (file: string) => rm(file) },
    { what: 'cut short', change: (file: string) => truncate(file, 900) },
    { what: 'damaged', change: (file: string) => writeFile(file, 'x'.repeat(99_999)) },
  ])('is indexed again where the files of a part are $what', async ({ change }) => {
    const cache = await makeFolder();
    const { dist } = await indexOf(ARTICLES, { cache });
    const packs = (await readdir(cache)).filter((name) => name.endsWith('.pack'));
    for (const pack of packs) await change(join(cache, pack));
    expect(bytesOf((await indexOf(ARTICLES, { cache })).dist)).toEqual(bytesOf(dist));
  });

  it('holds Pagefind once, and the stemmer of each language once', async () => {
    const { dist } = await indexOf(ARTICLES, { most: 4 });
    const code = listFiles(dist).filter((file) => /\.js$|wasm/u.test(file));
    expect(code).toEqual([
      'search/index/en/wasm.en.pagefind',
      'search/index/pagefind.js',
      'search/index/ru/wasm.ru.pagefind',
    ]);
    const list: unknown = JSON.parse(readText(join(dist, 'search/index'), 'parts.json'));
    expect(list).toMatchObject({ articles: ARTICLES.length, languages: [{ language: 'en' }, { language: 'ru' }] });
  });

  it('is there, and empty, where there is no article', async () => {
    const { dist } = await indexOf([]);
    expect(listFiles(dist)).toEqual(['search/index/parts.json']);
  });
});
