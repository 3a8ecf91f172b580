import { readFileSync } from 'node:fs';
import { appendFile, truncate, writeFile } from 'node:fs/promises';
import * as disk from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Disk } from '../../../../src/importer/archive/write-files.ts';
import { Desk } from '../desk.ts';
import { LONG } from '../read.ts';
import { TALKS, UNDATED } from '../talks.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(() => desk.clear());

const page = (text: string): string =>
  `<!doctype html><html><body><article><h1>Harbor Talks End</h1><p>${LONG}</p><p>${text}</p><p>${LONG} Two.</p></article></body></html>`;
const feed = (text: string): string =>
  `<rss version="2.0"><channel><title>The Gazette</title><item><title>Harbor Talks End</title><description>${text}</description></item></channel></rss>`;

/** The beginnings by which each format is known. */
const BEGINNINGS = {
  txt: TALKS,
  html: page(LONG),
  md: `---\ntitle: Harbor Talks End\n---\n\n${LONG}\n`,
  json: JSON.stringify({ title: 'Harbor Talks End', text: LONG }),
  xml: feed(LONG),
};

describe('a file without a word', () => {
  const NOTHING = ['', ' \n\t\r\n \n', '\ufeff', '\ufeff\n\n'];
  const ENDINGS = ['txt', 'html', 'md', 'json', 'jsonl', 'xml', 'zip', 'gz', 'warc', 'mhtml'];

  test.each(ENDINGS)('is refused as empty, whatever it is called: .%s', async (ending) => {
    const paths = await Promise.all(NOTHING.map((text, number) => desk.put(`${number}.${ending}`, text)));
    const { code, said } = await desk.import([...paths, await desk.put('talks.txt', TALKS)]);
    expect(code).toBe(2);
    expect(said.slice(0, -2)).toEqual(paths.map((path) => `${path}: refused: empty.`));
    expect(desk.articles()).toEqual([UNDATED]);
  });

  test('on the standard input is refused too', async () => {
    const { code, said } = await desk.import('-');
    expect({ code, said: said[0] }).toEqual({ code: 2, said: 'standard input: refused: empty.' });
  });
});

describe('a file larger than any article', () => {
  /** Bytes that this process has read, from wherever. */
  const bytesRead = (): number => Number(/^rchar: (\d+)$/mu.exec(readFileSync('/proc/self/io', 'utf8'))?.[1]);

  test.each(Object.entries(BEGINNINGS))('is refused unread: .%s', async (ending, beginning) => {
    const path = await desk.put(`large.${ending}`, beginning);
    await truncate(path, 150_000_000);
    const before = bytesRead();
    const { code, said } = await desk.import(path);
    expect(bytesRead() - before).toBeLessThan(20_000_000);
    expect(code).toBe(2);
    expect(said[0]).toMatch(/: refused: too large: 150 MB; at most \d+ MB are read\.$/u);
    expect(desk.files()).toEqual([]);
  });

  test('on the standard input is left at the most that is read', async () => {
    let given = 0;
    async function* endless(): AsyncIterable<Uint8Array> {
      yield await Promise.resolve(Buffer.from(TALKS));
      while (given < 100) {
        given += 1;
        yield Buffer.alloc(1_000_000, 'a ');
      }
    }
    const { said } = await desk.import('-', {}, { shell: { stdin: endless } });
    expect(said[0]).toBe('standard input: refused: too large: more than 5 MB.');
    expect(given).toBeLessThan(8);
  });
});

describe('a single line', () => {
  const line = 'x'.repeat(5_100_000);

  test.each([
    ['txt', (text: string) => `Harbor Talks End\n\n${text}\n`],
    ['html', page],
  ])('of 0.9 MB is imported whole, one of 4.9 MB is refused as no article: .%s', async (ending, write) => {
    const [long, longer] = [line.slice(0, 900_000), line.slice(0, 4_900_000)];
    const paths = [await desk.put(`long.${ending}`, write(long)), await desk.put(`longer.${ending}`, write(longer))];
    const { code, said } = await desk.import(paths);
    expect(code).toBe(2);
    expect(said[1]).toContain('refused: its text cannot be rendered: too much to be shown');
    expect(desk.article()).toContain(long);
  });

  test('is cut to a title where it is the first, and stays in the text', async () => {
    expect((await desk.import(await desk.put('one.txt', line.slice(0, 900_000)))).code).toBe(0);
    expect(/^title: (.*)$/mu.exec(desk.article())?.[1]?.length).toBeLessThan(400);
    expect(desk.article().length).toBeGreaterThan(900_000);
  });

  test('in a feed is refused by the number of its item', async () => {
    const { code, said } = await desk.import(await desk.put('feed.xml', feed(line)));
    expect(code).toBe(2);
    expect(said[0]).toContain('item 1: refused: its text is longer than 1000000 characters.');
  });

  test('of a list is refused by its number, and the next is read', async () => {
    const list = `{"title": "${line}"}\n${BEGINNINGS.json}\n`;
    const { code, said } = await desk.import(await desk.put('list.jsonl', list));
    expect(code).toBe(2);
    expect(said[0]).toContain('list.jsonl, line 1: refused: too large: a line of more than 5 MB.');
    expect(desk.articles()).toEqual([UNDATED]);
  });
});

describe('a file that changes while it is read', () => {
  test.each([
    ['grows', (path: string) => appendFile(path, 'more')],
    ['is cut', (path: string) => truncate(path, 70_000)],
    ['is emptied', (path: string) => truncate(path, 0)],
    [
      'is replaced by another',
      async (path: string) => {
        await writeFile(`${path}.new`, 'y'.repeat(200_000));
        await disk.rename(`${path}.new`, path);
      },
    ],
  ])('is refused with that reason where it %s, and the next is imported', async (_, change) => {
    // A list is read on while its articles are written, so that the change comes between two reads.
    const text = LONG.repeat(10);
    const lines = Array.from({ length: 80 }, (__, number) => JSON.stringify({ title: `Story ${number}`, text }));
    const path = await desk.put('list.jsonl', lines.join('\n'));
    let isChanged = false;
    const changing: Disk = {
      ...disk,
      mkdir: async (folder, options) => {
        if (!isChanged) await change(path);
        isChanged = true;
        return disk.mkdir(folder, options);
      },
    };
    const { code, said } = await desk.import([path, await desk.put('talks.txt', TALKS)], {}, { disk: changing });
    expect(code).toBe(2);
    expect(said.join('\n')).toMatch(/after line \d+: refused: it changed while it was read; import it again\./u);
    expect(desk.articles()).toContain(UNDATED);
  });
});

test('a disk that fails in the middle of an input costs that input alone', async () => {
  async function* failing(): AsyncIterable<Uint8Array> {
    yield await Promise.resolve(Buffer.from(`${BEGINNINGS.json}\n{"title": "Half`));
    throw Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' });
  }
  const paths = ['-', await desk.put('other.txt', TALKS.replace('Harbor', 'Airport')), join(desk.folder, 'gone.txt')];
  const { code, said } = await desk.import(paths, {}, { shell: { stdin: failing } });
  expect(code).toBe(2);
  expect(said.join('\n')).toContain('standard input, after line 1: refused: the disk failed.');
  expect(desk.articles()).toEqual(['articles/undated/airport-talks-end.md', UNDATED]);
});
