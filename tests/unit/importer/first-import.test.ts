import * as disk from 'node:fs/promises';
import { mkdir, readFile, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../../src/news/digest.ts';
import { Desk } from './desk.ts';
import { DATED, TALKS, UNDATED } from './talks.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(() => desk.clear());

describe('a first import', () => {
  test('writes the article and keeps the original under its sha256', async () => {
    const { code, said } = await desk.import(await desk.put('talks.txt', TALKS));
    expect(code).toBe(0);
    expect(desk.files()).toEqual([UNDATED, `sources/${sha256(TALKS)}.txt`]);
    expect(desk.text(`sources/${sha256(TALKS)}.txt`)).toBe(TALKS);
    expect(desk.article()).toContain('## What Comes Next\n');
    expect(said).toEqual([
      `${join(desk.folder, 'talks.txt')}: imported as ${join(desk.content, UNDATED)}; 7 blocks: 5 kept, 2 moved. Undated: the text says "October 4"; give --published YYYY-10-04 with its year.`,
      '1 imported, 0 updated, 0 unchanged, 0 refused',
    ]);
  });

  test('takes the day of import in UTC as the day of capture, and no date from it', async () => {
    await desk.import(await desk.put('talks.txt', TALKS));
    expect(desk.article()).toContain('  captured: 2020-01-02\n');
    expect(desk.article()).not.toContain('published:');
  });

  test('writes what the editor supplies, and goes by it rather than by the text', async () => {
    const text = TALKS.replace('\n\nThe envoy', '\n\nBy Ann Poe\n\nMay 5, 2015\n\nThe envoy');
    const { said } = await desk.import(await desk.put('talks.txt', text), {
      published: '2016-10-04',
      authors: ['Max Roe'],
      tags: ['Syria', 'John Kerry'],
      lead: true,
      lang: 'en',
      section: 'World',
      sourceName: 'The Harbor Post',
      sourceUrl: 'https://example.org/talks',
    });
    expect(desk.article()).toContain(
      'published: 2016-10-04\nauthors: [Max Roe]\nsection: World\ntags: [Syria, John Kerry]\nlead: true\nlang: en\n',
    );
    expect(desk.article()).toContain(
      'source:\n  name: The Harbor Post\n  url: https://example.org/talks\n  file: talks.txt\n',
    );
    expect(desk.article()).toContain('- line: 3\n      field: authors\n      was: By Ann Poe\n');
    expect(said[0]).toContain('The source itself says 2015-05-05.');
  });

  test('dates an article by the day in its source address', async () => {
    await desk.import(await desk.put('talks.txt', TALKS), { sourceUrl: 'https://example.org/2016/10/04/talks' });
    expect(desk.articles()).toEqual([DATED]);
  });

  test('explains each decision by its rule and each field by where it comes from', async () => {
    const { said } = await desk.import(await desk.put('talks.txt', TALKS), { tags: ['Syria'] }, { explain: true });
    const text = said.join('\n');
    expect(text).toContain('line 3: caption (a line of the head, by "(file photo)")');
    expect(text).toContain('line 9: crosshead (');
    expect(text).toContain('title: Harbor Talks End (stated: line 1)');
    expect(text).toContain('tags: Syria (supplied)');
    expect(text).toContain('published: left out');
  });

  test('in a dry run says what would be written and writes nothing', async () => {
    const { said } = await desk.import(await desk.put('talks.txt', TALKS), {}, { dryRun: true });
    expect(desk.files()).toEqual([]);
    expect(said[0]).toContain('would be imported as');
    expect(said[1]).toContain('nothing was written');
  });

  test('names the inputs that are refused and imports the others', async () => {
    const good = await desk.put('talks.txt', TALKS);
    const empty = await desk.put('empty.txt', ' \n');
    const { code, said } = await desk.import([empty, join(desk.folder, 'missing.txt'), good]);
    expect(code).toBe(2);
    expect(said).toEqual([
      `${empty}: refused: empty.`,
      `${join(desk.folder, 'missing.txt')}: refused: there is no such file.`,
      expect.stringContaining('imported as'),
      '1 imported, 0 updated, 0 unchanged, 2 refused',
    ]);
  });

  test('refuses a file of more than 5 MB, and one of gigabytes without reading it', async () => {
    const { said } = await desk.import(await desk.put('large.txt', 'a'.repeat(5_000_001)));
    expect(said[0]).toContain('too large: 5 MB');
    const huge = await desk.put('huge.txt', '');
    await truncate(huge, 3_000_000_000);
    expect((await desk.import(huge)).said[0]).toContain('too large: 3000 MB');
  });

  test('gives a second article of the same headline an address of its own, whatever the case of the file', async () => {
    await mkdir(join(desk.content, 'articles/undated'), { recursive: true });
    await writeFile(join(desk.content, 'articles/undated/Harbor-Talks-END.md'), '---\ntitle: Another\n---\n\nText.\n');
    await desk.import(await desk.put('talks.txt', TALKS));
    expect(desk.articles()).toHaveLength(2);
    expect(desk.articles()[1]).toMatch(/^articles\/undated\/harbor-talks-end-[0-9a-f]{4}\.md$/u);
  });

  test('names an article file that cannot be read, and does not write over it', async () => {
    await mkdir(join(desk.content, 'articles/undated'), { recursive: true });
    await writeFile(join(desk.content, UNDATED), '---\ntitel: Typo\n---\n');
    const { code, said } = await desk.import(await desk.put('talks.txt', TALKS));
    expect(code).toBe(0);
    expect(said.join('\n')).toContain(`${join(desk.content, UNDATED)}:2:1  titel: unknown key`);
    expect(desk.text(UNDATED)).toContain('titel: Typo');
    expect(desk.articles()).toHaveLength(2);
  });

  test('replaces a link that stands where the article belongs, and does not follow it', async () => {
    const victim = await desk.put('victim', 'precious');
    await mkdir(join(desk.content, 'articles/undated'), { recursive: true });
    await mkdir(join(desk.content, 'sources'));
    await symlink(victim, join(desk.content, `sources/${sha256(TALKS)}.txt`));
    await desk.import(await desk.put('talks.txt', TALKS));
    expect(await readFile(victim, 'utf8')).toBe('precious');
    expect(desk.text(`sources/${sha256(TALKS)}.txt`)).toBe(TALKS);
  });

  test('writes nothing through a link that leads out of the content folder', async () => {
    await mkdir(join(desk.folder, 'elsewhere'));
    await mkdir(join(desk.content, 'articles'));
    await symlink(join(desk.folder, 'elsewhere'), join(desk.content, 'articles/undated'));
    const { code, said } = await desk.import(await desk.put('talks.txt', TALKS));
    expect(code).toBe(2);
    expect(said[0]).toContain('a link leads');
    expect(await disk.readdir(join(desk.folder, 'elsewhere'))).toEqual([]);
  });
});
