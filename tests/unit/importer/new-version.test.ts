import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../../src/news/digest.ts';
import { Desk } from './desk.ts';
import { TALKS, UNDATED } from './talks.ts';
import { LONG } from './read.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(() => desk.clear());

describe('a new version of a file', () => {
  const LATER = TALKS.replace('Harbor Talks End', 'Harbor Talks End Early').replace(
    '\n\nWhat Comes',
    '\n\nOne more sentence was added here.\n\nWhat Comes',
  );

  test('renews text and receipt, keeps the address and what editors have set, and notes the earlier one', async () => {
    const path = await desk.put('talks.txt', TALKS);
    await desk.import(path, { tags: ['Syria'] });
    await desk.edit(UNDATED, (text) => text.replace('\n---\n\n', '\nkicker: World\n---\n\n'));
    const before = desk.article();
    await desk.put('talks.txt', LATER);
    const { code, said } = await desk.import(path, {}, { day: '2021-05-06' });
    expect(code).toBe(0);
    expect(said[0]).toContain('a new version of the source taken over');
    expect(said[0]).toContain('8 blocks: 6 kept, 2 moved');
    expect(desk.articles()).toEqual([UNDATED]);
    const text = desk.article();
    expect(text).toContain('title: Harbor Talks End Early\n');
    expect(text).toContain('One more sentence was added here.');
    expect(text).toContain('tags: [Syria]');
    expect(text).toContain('kicker: World');
    expect(text).toContain('captured: 2021-05-06');
    expect(text).toContain(`sha256: ${sha256(LATER)}`);
    const entry = ['captured: 2020-01-02', `sha256: ${sha256(TALKS)}`, `copy: ${sha256(before)}`].join('\n    ');
    expect(text).toContain(`versions:\n  - ${entry}\n`);
    expect(readFileSync(join(desk.content, 'versions', `${sha256(before)}.md`), 'utf8')).toBe(before);
    expect(desk.files().filter((file) => file.startsWith('sources/'))).toHaveLength(2);
    expect((await desk.verify()).code).toBe(0);
  });

  test('renews a byline that the importer read, and leaves one that an editor wrote', async () => {
    const by = (name: string, more = ''): string =>
      TALKS.replace('\n\nThe envoy (', `\n\nBy ${name}\n\nThe envoy (`) + more;
    const path = await desk.put('talks.txt', by('Ann Poe'));
    await desk.import(path);
    await desk.put('talks.txt', by('Max Roe'));
    await desk.import(path);
    expect(desk.article()).toContain('authors: [Max Roe]');
    await desk.edit(UNDATED, (text) => text.replace('[Max Roe]', '[The Desk]'));
    await desk.put('talks.txt', by('Max Poe'));
    await desk.import(path);
    expect(desk.article()).toContain('authors: [The Desk]');
  });

  test('keeps its place when it is dated later: what its earlier versions show stands beside it', async () => {
    const path = await desk.put('talks.txt', TALKS);
    await desk.import(path);
    await desk.put('talks.txt', LATER);
    await desk.import(path);
    await desk.import(path, { published: '2016-10-04' });
    expect(desk.articles()).toEqual([UNDATED]);
    expect(desk.article()).toContain('published: 2016-10-04');
  });

  test('is refused where the copy was edited, with what becomes of the versions that there are', async () => {
    const path = await desk.put('talks.txt', TALKS);
    await desk.import(path);
    await desk.put('talks.txt', LATER);
    await desk.import(path);
    await desk.edit(UNDATED, (text) => text.replace('Harbor', 'Airport'));
    await desk.put('talks.txt', `${LATER}\n\nMore.`);
    const { said } = await desk.import(path);
    expect(said[0]).toContain('remove the copy and import again; its versions: belong into the new one');
  });

  test('an earlier version that comes again changes nothing', async () => {
    const path = await desk.put('talks.txt', TALKS);
    await desk.import(path);
    await desk.put('talks.txt', LATER);
    await desk.import(path);
    const before = desk.article();
    await desk.put('talks.txt', TALKS);
    const { said } = await desk.import(path);
    expect(said[0]).toContain('holds a later version');
    expect(desk.article()).toBe(before);
  });

  test('is known by its source address even under another file name and with other words', async () => {
    const sourceUrl = 'https://example.org/talks';
    await desk.import(await desk.put('talks.txt', TALKS), { sourceUrl });
    await desk.import(await desk.put('other.txt', `Harbor Talks End\n\n${LONG.replaceAll('o', '0')}`), { sourceUrl });
    expect(desk.articles()).toEqual([UNDATED]);
    expect(desk.article()).toContain('versions:');
  });
});
