import * as disk from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../../src/news/digest.ts';
import { Desk } from './desk.ts';
import { DATED, TALKS, UNDATED } from './talks.ts';
import { LONG } from './read.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(() => desk.clear());

describe('a second import of the same file', () => {
  test('changes nothing', async () => {
    const path = await desk.put('talks.txt', TALKS);
    await desk.import(path);
    const before = desk.article();
    const { code, said } = await desk.import(path, {}, { day: '2021-05-06' });
    expect(code).toBe(0);
    expect(said).toEqual([
      `${path}: unchanged; ${join(desk.content, UNDATED)} holds it.`,
      '0 imported, 0 updated, 1 unchanged, 0 refused',
    ]);
    expect(desk.article()).toBe(before);
  });

  test('with its date moves the article, and the old address leads there', async () => {
    const path = await desk.put('talks.txt', TALKS);
    await desk.import(path);
    const { said } = await desk.import(path, { published: '2016-10-04' });
    expect(said[0]).toBe(
      `${path}: dated 2016-10-04, moved to ${join(desk.content, DATED)}; the old address leads there.`,
    );
    expect(desk.articles()).toEqual([DATED]);
    expect(desk.article()).toContain('\npublished: 2016-10-04\n');
    expect(desk.article()).toContain('aliases: [/articles/undated/harbor-talks-end/]\n');
  });

  test('with a date that leads back takes the old address out of the list of old ones', async () => {
    const path = await desk.put('talks.txt', TALKS);
    await desk.import(path, { published: '2016-10-04' });
    await desk.import(path, { published: '2016-11-04' });
    await desk.import(path, { published: '2016-10-05' });
    expect(desk.articles()).toEqual([DATED]);
    expect(desk.article()).toContain('aliases: [/articles/2016/11/harbor-talks-end/]');
    // New facts of the same source make no version of it.
    expect(desk.files().filter((file) => file.startsWith('versions/'))).toEqual([]);
  });

  test('with new facts leaves hand-added tags, comments and keys as they are', async () => {
    const path = await desk.put('talks.txt', TALKS);
    await desk.import(path, { tags: ['Syria'] });
    await desk.edit(UNDATED, (text) =>
      text
        .replace('tags: [Syria]', '# our own\ntags:\n  - Syria # the country\n  - Harbor')
        .replace('---\n\n', 'kicker: "World"\n---\n\n'),
    );
    await desk.import(path, { published: '2016-10-04', tags: ['syria', 'Talks'] });
    const text = desk.text(DATED);
    expect(text).toContain('# our own\ntags: ');
    expect(text).toContain('kicker: "World"\n');
    expect(text).toMatch(/Syria.*Harbor.*Talks/su);
    expect(text).not.toContain('syria');
  });

  test('never overwrites a copy that was edited by hand, and says what to do', async () => {
    const path = await desk.put('talks.txt', TALKS);
    await desk.import(path);
    await desk.edit(UNDATED, (text) => text.replace('The envoy said', 'The envoy, we hear, said'));
    const before = desk.article();
    const facts = await desk.import(path, { published: '2016-10-04' });
    expect(facts.code).toBe(2);
    expect(facts.said[0]).toContain(
      `articles/undated/harbor-talks-end.md was edited by hand and is not overwritten; write published there yourself.`,
    );
    await desk.put('talks.txt', `${TALKS}\n\nMore.`);
    const version = await desk.import(path);
    expect(version.code).toBe(2);
    expect(version.said[0]).toContain('take over by hand');
    expect((await desk.import(path.replace('talks', 'talks'))).code).toBe(2);
    expect(desk.article()).toBe(before);
  });

  test('does not take a new version over links that an editor has added to the same words', async () => {
    const path = await desk.put('talks.txt', TALKS);
    await desk.import(path);
    await desk.edit(UNDATED, (text) => text.replace('The envoy said', 'The [envoy](https://example.org/) said'));
    await desk.put('talks.txt', `${TALKS}\n\nMore.`);
    expect((await desk.import(path)).code).toBe(2);
    expect(desk.article()).toContain('[envoy](https://example.org/)');
  });

  test('keeps an original again that was lost', async () => {
    const path = await desk.put('talks.txt', TALKS);
    await desk.import(path);
    await disk.rm(join(desk.content, 'sources'), { recursive: true });
    const { said } = await desk.import(path);
    expect(said[0]).toContain('kept again');
    expect(desk.text(`sources/${sha256(TALKS)}.txt`)).toBe(TALKS);
  });
});

describe('two stories', () => {
  const other = `Ferry Lost At Sea\n\n${LONG.replaceAll('envoy', 'captain')}\n\n${LONG.replaceAll('Monday', 'Friday')}`;

  test('of one file name stay two', async () => {
    await desk.import([await desk.put('a/story.txt', TALKS), await desk.put('b/story.txt', other)]);
    expect(desk.articles()).toEqual(['articles/undated/ferry-lost-at-sea.md', UNDATED]);
  });

  test('of the same text but different file names stay two', async () => {
    await desk.import([await desk.put('a.txt', TALKS), await desk.put('b.txt', TALKS)]);
    expect(desk.articles()).toHaveLength(2);
  });

  test('of the same text but different source addresses stay two', async () => {
    const path = await desk.put('a.txt', TALKS);
    await desk.import(path, { sourceUrl: 'https://example.org/1' });
    await desk.import(path, { sourceUrl: 'https://example.org/2' });
    expect(desk.articles()).toHaveLength(2);
  });

  test('never meet at an address that was once that of the other', async () => {
    const path = await desk.put('talks.txt', TALKS);
    await desk.import(path);
    await desk.import(path, { published: '2016-10-04' });
    await desk.import(await desk.put('more.txt', `Harbor Talks End\n\n${other}`));
    expect(desk.articles()).not.toContain(UNDATED);
    expect(desk.articles()).toHaveLength(2);
  });
});
