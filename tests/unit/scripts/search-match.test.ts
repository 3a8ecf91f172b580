import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Engine, type Hit, type Index, openIndex, readParts } from '../../../src/scripts/search-index.ts';
import { match, toPieces } from '../../../src/scripts/search-match.ts';
import { indexOf, withText } from '../build/search/index.ts';

const TEXTS: Record<string, [text: string, keys?: Record<string, unknown>]> = {
  crane: ['The old crane stands on the quay, and ale is sold below it.'],
  cranes: ['Two cranes were sold.'],
  war: ['The war is over.'],
  warm: ['A warm evening in Warsaw.'],
  aleppo: ['Talks about Aleppo went on.'],
  aleppine: ['Aleppo, where the old soap is made, hopes for talks.'],
  quote: ['The crane is old.'],
  title: ['Nothing else is said.', { title: 'Lighthouse burns' }],
  weak: ['He spoke of a lighthouse once.'],
  ru: ['После долгого ремонта в башню пускают школьников.', { lang: 'ru' }],
  zh: ['元宵节的晚上，旧港口的灯塔重新亮了起来。', { lang: 'zh-Hans' }],
  ar: ['وصلت إلى الميناء القديم سفينة شراعية محمّلة بالملح.', { lang: 'ar' }],
};

const folder = mkdtempSync(join(tmpdir(), 'tearsheet-search-'));
let index: Index;
let engines: Engine[];

beforeAll(async () => {
  // Parts of two: what one part has not, another has.
  const articles = Object.entries(TEXTS).map(([name, [text, keys]], number) =>
    withText(`${name}.md`, text, { published: `20${String(number + 10)}-01-01`, title: `Report ${number}`, ...keys }),
  );
  const { dist } = await indexOf(articles, { most: 2, folder });
  vi.stubGlobal('fetch', async (address: string) => {
    return new Response(await readFile(fileURLToPath(address)));
  });
  const home = `${pathToFileURL(dist).href}/search/index/`;
  index = await openIndex(home, await readParts(home));
  engines = await index.engines();
});
afterAll(() => {
  vi.unstubAllGlobals();
  rmSync(folder, { recursive: true });
});

async function namesOf(hits: readonly Hit[]): Promise<string[]> {
  const found = await Promise.all(hits.map(({ data }) => data()));
  return found.map(({ url }) => url.replace(/^.*articles\/|\/$/gu, ''));
}

const search = async (typed: string): Promise<string[]> => namesOf(await match(engines, typed));

describe('a search over all parts of all languages', () => {
  it('has more parts than languages to go through', () => {
    expect(engines.map(({ language }) => language)).toEqual(['ar', 'en', 'ru', 'zh']);
    expect(index.facts.size).toBe(Object.keys(TEXTS).length);
  });

  it.each([
    ['crane', ['crane', 'cranes', 'quote']],
    ['cranes', ['crane', 'cranes', 'quote']],
    ['old crane', ['crane', 'quote']],
    ['"old crane"', ['crane']],
    ['“old crane”', ['crane']],
    ['"old crane', ['crane']],
    ['"old crane" quay', ['crane']],
    ['"old crane" talks', []],
    ['talks aleppo', ['aleppine', 'aleppo']],
    ['TALKS ALEPPO', ['aleppine', 'aleppo']],
  ])('finds for %s every article with all of it, and no other', async (typed, names) => {
    expect((await search(typed)).toSorted()).toEqual(names);
  });

  it.each([
    ['war', ['war']],
    ['warsa', ['warm']],
    ['alepp', ['aleppine', 'aleppo']],
  ])('takes %s for the beginning of a word only where no article has the word', async (typed, names) => {
    expect((await search(typed)).toSorted()).toEqual(names);
  });

  it.each(['alexandria', 'cranexyz', 'crane zzzz', 'zzzz', '"crane old"', '<img src=x onerror=alert(1)>'])(
    'finds nothing for %s, be its beginning a word or one of its words somewhere',
    async (typed) => {
      expect(await search(typed)).toEqual([]);
    },
  );

  it('shows all articles, the newest first, to a reader who asks for none by words', async () => {
    expect(await namesOf(index.all)).toEqual(Object.keys(TEXTS).toReversed());
    const [newest] = index.all;
    expect(await newest?.data()).toMatchObject({ excerpt: TEXTS['ar']?.[0], meta: { title: 'Report 11' } });
  });

  it.each(['', '   ', '"', '""', '—', '<>'])('takes %j for nothing at all', async (typed) => {
    expect(toPieces(typed)).toEqual([]);
    expect(await search(typed)).toEqual([]);
  });

  it('puts the article with the word in its headline first', async () => {
    expect(await search('lighthouse')).toEqual(['title', 'weak']);
  });

  it.each([
    ['школьников', 'ru'],
    ['ремонт башня', 'ru'],
    ['"долгого ремонта"', 'ru'],
    ['灯塔', 'zh'],
    ['旧港口', 'zh'],
    ['港口 灯塔', 'zh'],
    ['"旧港口的灯塔"', 'zh'],
    ['السفينة', 'ar'],
    ['الميناء القديم', 'ar'],
    ['ملح', 'ar'],
    ['mill\u00adion', ''],
    ['школь\u00adников', 'ru'],
  ])('finds for %s the article in its language', async (typed, name) => {
    expect(await search(typed)).toEqual(name === '' ? [] : [name]);
  });

  it('marks what was found, of a phrase its words where they stand together', async () => {
    const [hit] = await match(engines, '"old crane" quay');
    expect((await hit?.data())?.excerpt).toContain('The <mark>old</mark> <mark>crane</mark> stands on the quay');
  });
});
