import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Desk } from '../desk.ts';
import { LONG } from '../read.ts';
import { TALKS, UNDATED } from '../talks.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(() => desk.clear());

const item = (title: string, text = LONG): string => JSON.stringify({ title, text });

describe('a headline never leads an article away from its place', () => {
  test.each([
    '../../etc/passwd',
    '..',
    '.',
    '...',
    '///',
    '\\\\server\\share',
    'C:\\Windows',
    '%2e%2e%2fetc',
    '..%5c..%5cx',
    'nul\u0000byte',
    'con',
    'PRN.txt',
    'AUX',
    'NUL',
    'com9',
    'LPT1',
    'CONIN$',
    'CONOUT$',
    'trailing dot. ',
    'stream:hidden',
    '<>:"|?*',
    '-rf',
    '~root',
    '$(id)',
    '🕊️🔥',
    '停火协议',
    'اتفاق وقف إطلاق النار',
    'Éé'.repeat(100),
    '停'.repeat(150),
    '404',
    'index',
    '_headers',
    '_redirects',
    'assets',
    'sitemap',
    'rss.xml',
    'feed',
    'versions',
    '__proto__',
    'constructor',
  ])('%j', async (title) => {
    const { code } = await desk.import(await desk.put('one.json', item(title)));
    expect(code).toBe(0);
    const [file = '', ...others] = desk.articles();
    expect(others).toEqual([]);
    expect(file).toMatch(/^articles\/undated\/[a-z0-9]+(?:-[a-z0-9]+)*\.md$/u);
    expect(Buffer.byteLength(file.split('/').at(-1) ?? '')).toBeLessThan(100);
    expect(file).not.toMatch(/\/(?:con|prn|aux|nul|com\d|lpt\d)\.md$/u);
    expect(desk.files()).toHaveLength(2);
  });

  test('that differs from another only in composition or capitals gets a file of its own', async () => {
    const titles = ['Élysée', 'Élysée'.normalize('NFD'), 'ÉLYSÉE', 'elysee'];
    const lines = titles.map((title, index) => item(title, `${LONG} ${index}`));
    expect((await desk.import(await desk.put('list.jsonl', lines.join('\n')))).code).toBe(0);
    expect(new Set(desk.articles().map((file) => file.normalize('NFC').toLowerCase())).size).toBe(4);
    expect((await desk.import(join(desk.folder, 'list.jsonl'))).said.at(-1)).toContain('4 unchanged');
  });
});

describe('the name of an input', () => {
  test.each([
    ['-rf.txt', '-rf.txt'],
    ['--help', '--help'],
    ['a\nb.txt', 'a b.txt'],
    ['\u001b[31mred.txt', '[31mred.txt'],
    ['\u202egnp.txt', 'gnp.txt'],
    ['a%2e%2e%2fb.txt', 'a%2e%2e%2fb.txt'],
    ['*.txt', '*.txt'],
    ['$(id).txt', '$(id).txt'],
    ['a:b|c?.txt', 'a:b|c?.txt'],
  ])('may be %j, in a folder and by itself', async (name, noted) => {
    const path = await desk.put(`in/${name}`, TALKS);
    expect((await desk.import(join(desk.folder, 'in'))).code).toBe(0);
    expect(desk.articles()).toEqual([UNDATED]);
    expect(desk.article()).toContain(noted);
    expect((await desk.import(path)).said.at(-1)).toContain('1 unchanged');
  });

  test('is refused in plain words where it is longer than any disk takes', async () => {
    const { code, said } = await desk.import(join(desk.folder, 'x'.repeat(300)));
    expect(code).toBe(2);
    expect(said[0]).toMatch(/: refused: its name is too long\.$/u);
  });
});
