import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Desk } from './desk.ts';
import { LONG } from './read.ts';
import { TALKS, UNDATED } from './talks.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(() => desk.clear());

const line = (title: string, more: object = {}): string =>
  JSON.stringify({ title, text: `${LONG}\n\n${LONG} ${title}.`, ...more });

const feedOf = (...items: string[]): string =>
  `<rss version="2.0"><channel><title>The Gazette</title><link>https://gazette.example/</link>${items.join('')}</channel></rss>`;
const item = (guid: string, title: string, text = LONG): string =>
  `<item><title>${title}</title><guid isPermaLink="false">${guid}</guid><description>&lt;p&gt;${text}&lt;/p&gt;</description></item>`;

describe('a run over several sources', () => {
  test('counts every article once, in the last line and in the report', async () => {
    const inputs = [
      await desk.put('talks.txt', TALKS),
      await desk.put('list.jsonl', [line('One'), line('Two'), '{"title": "No text"}', 'no JSON'].join('\n')),
      await desk.put('feed.xml', feedOf(item('a', 'Three'), item('b', 'Four'))),
      await desk.put('notes.md', `---\ntitle: Five\n---\n\n${LONG}\n`),
      join(desk.folder, 'missing.txt'),
    ];
    const reportFile = join(desk.folder, 'report.json');
    const { code, said } = await desk.import(inputs, {}, { reportFile });
    expect(code).toBe(2);
    expect(said.at(-1)).toBe('6 imported, 0 updated, 0 unchanged, 3 refused');
    const report: unknown = JSON.parse(await readFile(reportFile, 'utf8'));
    expect(report).toMatchObject({
      counts: { cameIn: 9, imported: 6, updated: 0, unchanged: 0, duplicate: 0, refused: 3 },
      notReached: 0,
    });
    expect(report).toHaveProperty('articles.length', 9);
    expect(report).toHaveProperty('articles.3.reason', expect.stringContaining('no text'));
    expect(report).toHaveProperty('articles.3.where', 'line 3');
    expect((await desk.import(inputs)).said.at(-1)).toBe('0 imported, 0 updated, 6 unchanged, 3 refused');
    expect((await desk.verify()).code).toBe(0);
  });

  test('reads a folder with all in it, and none of the archive itself', async () => {
    await desk.put('in/talks.txt', TALKS);
    await desk.put('in/deep/list.jsonl', `${line('One')}\n${line('Two')}`);
    await desk.import(join(desk.folder, 'in'));
    expect(desk.articles()).toHaveLength(3);
    const { said } = await desk.import(desk.folder);
    expect(said.at(-1)).toBe('0 imported, 0 updated, 3 unchanged, 0 refused');
  });

  test('reads the standard input', async () => {
    const shell = { stdin: () => Readable.from([Buffer.from(TALKS)]) };
    expect((await desk.import('-', {}, { shell })).said[0]).toContain('standard input: imported as');
  });

  test('that is stopped finishes the article under way, says so, and goes on the next time', async () => {
    const path = await desk.put('list.jsonl', Array.from({ length: 5 }, (_, n) => line(`Story ${n}`)).join('\n'));
    let asked = 0;
    const { said } = await desk.import(path, {}, { shell: { isStopped: () => (asked += 1) > 3 } });
    expect(said.at(-1)).toBe('Stopped. Run the same again to go on; nothing is imported twice.');
    const done = desk.articles().length;
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(5);
    expect((await desk.import(path)).said.at(-1)).toBe(`${5 - done} imported, 0 updated, ${done} unchanged, 0 refused`);
  });

  test('refuses one address for several articles', async () => {
    const path = await desk.put('feed.xml', feedOf(item('a', 'Three'), item('b', 'Four')));
    const { said } = await desk.import(path, { sourceUrl: 'https://gazette.example/a' });
    expect(said[0]).toContain('--source-url is the address of one article');
    expect(desk.articles()).toEqual([]);
  });
});

describe('two articles', () => {
  test('with the same headline and body are both kept, and that is said', async () => {
    await desk.import(await desk.put('talks.txt', TALKS));
    const { said } = await desk.import(await desk.put('again.txt', TALKS));
    expect(said[0]).toContain('harbor-talks-end.md has the same headline and body');
    expect(desk.articles()).toHaveLength(2);
  });

  test('with the same headline and body are one where the editor wants no duplicates', async () => {
    await desk.import(await desk.put('talks.txt', TALKS));
    const { said } = await desk.import(await desk.put('again.txt', TALKS), {}, { skipDuplicates: true });
    expect(said).toEqual([
      expect.stringContaining('left out as a duplicate'),
      '0 imported, 0 updated, 0 unchanged, 1 left out as a duplicate, 0 refused',
    ]);
    expect(desk.articles()).toEqual([UNDATED]);
  });

  test('that read nearly the same are two, and the editor is told of the other', async () => {
    const long = Array.from({ length: 9 }, (_, n) => `${LONG} Number ${n}.`).join('\n\n');
    await desk.import(await desk.put('early.txt', `Talks End\n\n${long}`));
    const { said } = await desk.import(
      await desk.put('late.txt', `Talks End At Last\n\n${long}\n\n${LONG} It rained.`),
    );
    expect(said[0]).toMatch(/It reads nearly the same as .*talks-end\.md/u);
  });

  test('that read nearly the same as many are told of twenty, and how many there are', async () => {
    const long = Array.from({ length: 9 }, (_, n) => `${LONG} Number ${n}.`).join('\n\n');
    const texts = Array.from({ length: 23 }, (_, n) =>
      line(`Talks, Day ${n}`, { text: `${long}\n\nIt was day ${n}.` }),
    );
    const reportFile = join(desk.folder, 'report.json');
    await desk.import(await desk.put('days.jsonl', texts.join('\n')), {}, { reportFile });
    const report: unknown = JSON.parse(await readFile(reportFile, 'utf8'));
    expect(report).toHaveProperty('articles.22.like.length', 20);
    expect(report).toHaveProperty('articles.22.likeInAll', 22);
  });

  test('are one where their addresses are, whatever follows readers in it', async () => {
    const url = 'https://www.gazette.example/talks';
    await desk.import(await desk.put('a.json', line('Talks', { url })));
    const { said } = await desk.import(
      await desk.put('b.json', line('Talks', { url: `http://gazette.example/talks?utm_source=mail#top` })),
    );
    expect(said[0]).toContain('unchanged');
  });

  test('of two feeds that have the same guid stay two', async () => {
    await desk.import(await desk.put('feed.xml', feedOf(item('1', 'Talks'))));
    const other = feedOf(item('1', 'Weather', 'Rain and wind are expected all over the north until Friday night.'));
    await desk.import(await desk.put('feed.xml', other.replace('The Gazette', 'The Herald')));
    expect(desk.articles()).toHaveLength(2);
  });

  test('of one feed are each what it was, although the feed has grown', async () => {
    await desk.import(await desk.put('feed.xml', feedOf(item('a', 'Talks'))));
    const { said } = await desk.import(await desk.put('feed.xml', feedOf(item('b', 'Weather'), item('a', 'Talks'))));
    expect(said.at(-1)).toBe('1 imported, 0 updated, 1 unchanged, 0 refused');
    expect((await desk.verify()).code).toBe(0);
  });
});

test('a summary never takes the place of the whole text', async () => {
  const url = 'https://gazette.example/talks';
  await desk.import(await desk.put('a.json', line('Talks', { url })));
  const before = desk.article();
  const { said } = await desk.import(
    await desk.put('b.json', JSON.stringify({ title: 'Talks', url, summary: 'Short.' })),
  );
  expect(said[0]).toContain('holds more of it');
  expect(desk.article()).toBe(before);
});

test('what was to be kept from readers until a day nobody understands is a draft', async () => {
  const { said } = await desk.import(await desk.put('a.md', `---\ntitle: Talks\nembargo: soon\n---\n\n${LONG}\n`));
  expect(desk.article()).toContain('draft: true');
  expect(said[0]).toContain('It is a draft until you have set what should keep it from readers.');
});

test('an embargo is taken over', async () => {
  await desk.import(await desk.put('a.md', `---\ntitle: Talks\nembargo: 2030-01-01\n---\n\n${LONG}\n`));
  expect(desk.article()).toContain('embargo: 2030-01-01');
});

test('the language of a text is written where it is another than the site’s', async () => {
  const french =
    'Le ministre a déclaré lundi que les deux parties ne s’étaient mises d’accord que sur la date de leur prochaine ' +
    'rencontre, et que même cela pourrait encore changer avant la fin de la semaine, selon plusieurs témoins.';
  await desk.import(await desk.put('fr.txt', `La paix attendra\n\n${french}\n\n${french}`), {}, { explain: true });
  expect(desk.article()).toContain('lang: fr');
  expect(desk.said.join('\n')).toContain('lang: fr (inferred: the letters of its text)');
});
