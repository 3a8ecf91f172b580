import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT } from '../../../src/build/locations.ts';
import { readArguments } from '../../../src/epub/arguments.ts';
import { runEpub } from '../../../src/epub/run-epub.ts';
import { Desk, scratchFolder } from '../../setup/scratch.ts';
import { FIXTURE_EDITION } from '../../setup/fixture.ts';

interface Ended {
  code: number;
  said: string;
  warned: string;
}

/** Gives an order as the command line takes it, and does it. */
async function run(...words: string[]): Promise<Ended> {
  const order = readArguments(['--now', '2026-11-22T12:00:00Z', ...words]);
  if (order.name !== 'write') throw new Error(`This is no order: ${JSON.stringify(order)}`);
  const [said, warned]: [string[], string[]] = [[], []];
  const code = await runEpub(order, { print: (line) => said.push(line), warn: (line) => warned.push(line) });
  return { code, said: said.join('\n'), warned: warned.join('\n') };
}

/** Runs the command in a process of its own; gives its exit code. */
function start(cwd: string, words: string[], env: Record<string, string> = {}): Promise<number | null> {
  const cli = join(PROJECT, 'src/epub/cli.ts');
  const child = spawn(process.execPath, [cli, ...words], {
    cwd,
    env: { PATH: process.env['PATH'], ...env },
    stdio: 'ignore',
  });
  return new Promise((resolve) => child.once('close', resolve));
}

const content = ['--content', FIXTURE_EDITION];

test('the same content gives the same book in every time zone and on every day', async () => {
  const folder = scratchFolder();
  const east = ['--tag', 'Port', '--out', 'east.epub', '--now', '2026-11-22T12:00:00Z', ...content];
  const west = ['--tag', 'Harbour', '--now', '2026-11-25T01:00:00Z', ...content];
  const codes = await Promise.all([
    start(folder, east, { TZ: 'Asia/Kathmandu' }),
    start(folder, west, { TZ: 'America/St_Johns' }),
    start(folder, ['one', 'two']),
  ]);
  expect(codes).toEqual([0, 0, 64]);
  const [first, second] = ['east.epub', 'harbour.epub'].map((name) => readFileSync(join(folder, name)));
  expect(first && second?.equals(first)).toBe(true);
});

test('a book is renewed in its place, and no other file is overwritten unless that is asked for', async () => {
  const folder = scratchFolder();
  const [plain, notes] = [join(folder, 'plain.epub'), join(folder, 'notes.txt')];
  expect((await run('plain', '--out', plain, ...content)).code).toBe(0);
  expect((await run('plain', '--out', plain, ...content)).said).toMatch(/plain\.epub: .*; 1 article, \d+ bytes$/u);
  const other = await run('everything', '--out', plain, ...content);
  expect(other.code).toBe(1);
  expect(other.warned).toContain('holds another book (https://paper.example/news/articles/2025/06/plain/)');
  writeFileSync(notes, 'My notes.');
  const refused = await run('plain', '--out', notes, ...content);
  expect([refused.code, readFileSync(notes, 'utf8')]).toEqual([1, 'My notes.']);
  expect(refused.warned).toContain('is not a book of ours; give another with --out, or --force to replace it.');
  expect((await run('plain', '--out', notes, '--force', ...content)).code).toBe(0);
  expect(readFileSync(notes).subarray(38, 58).toString()).toBe('application/epub+zip');
  expect((await run('plain', '--out', folder, '--force', ...content)).warned).toContain('is no file');
});

test('what is not there is said, with what was probably meant, and nothing is written', async () => {
  const out = join(scratchFolder(), 'a.epub');
  const unknown = await run('--thread', 'The night fairy', '--out', out, ...content);
  expect(unknown.code).toBe(1);
  expect(unknown.warned).toContain('did you mean "The night ferry"?');
  const held = await run('articles/2026/12/embargoed', '--out', out, ...content);
  const said = '"articles/2026/12/embargoed" is not public: it is a draft, under an embargo, or expired.';
  expect([held.code, held.warned]).toEqual([1, said]);
  expect(existsSync(out)).toBe(false);
});

test('an article that something is wrong with is named, and the others are in the book', async () => {
  const desk = new Desk('fixture');
  desk.write('2025/06/bad.md', '---\ntitle: Bad\npublishd: 2025-06-01\ntags: [Harbour]\n---\n\nText.\n');
  const out = join(desk.folder, 'harbour.epub');
  const tag = await run('--tag', 'Harbour', '--out', out, '--content', desk.content);
  expect(tag.code).toBe(2);
  expect(tag.warned).toMatch(/Not read: .*bad\.md:3:1.*did you mean "published"\?/u);
  expect(existsSync(out)).toBe(true);
  const plain = await run('plain', '--out', join(desk.folder, 'plain.epub'), '--content', desk.content);
  expect([plain.code, plain.warned]).toEqual([0, '']);
  const bad = await run('articles/2025/06/bad.md', '--out', join(desk.folder, 'bad.epub'), '--content', desk.content);
  expect(bad.code).toBe(1);
  expect(bad.warned).toContain('bad.md:3:1');
});

test('an article of which a version is missing is no draft: what is missing is named', async () => {
  const desk = new Desk('fixture');
  rmSync(join(desk.content, 'versions'), { recursive: true });
  const book = await run('articles/2024/09/aliases', '--out', join(desk.folder, 'a.epub'), '--content', desk.content);
  expect(book.code).toBe(1);
  expect(book.warned).toContain('.md:1:1  is missing; put it back');
  expect(book.warned).not.toContain('is not public');
});

test.each([
  [[], 'say what the book is of'],
  [['a', 'b'], 'a book is of one article, one tag or one thread'],
  [['a', '--tag', 'b'], 'a book is of one article, one tag or one thread'],
  [['--tag', ' '], 'say what the book is of'],
  [['a', '--now', 'today'], '--now: expected'],
  [['a', '--out', ''], '--out: expected a file'],
  [['--tags', 'b'], "Unknown option '--tags'"],
])('a wrong order %j is explained', (words, message) => {
  const command = readArguments(words);
  expect(command.name === 'wrong' ? command.message : '').toContain(message);
});

test('help is given before anything else', () => {
  expect(readArguments(['--help', 'a', 'b']).name).toBe('help');
});
