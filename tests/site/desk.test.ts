import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { deskCache, PROJECT } from '../../src/build/locations.ts';
import { FIXTURE_BASE } from '../setup/fixture.ts';
import { Desk } from '../setup/scratch.ts';
import { freePorts } from '../setup/web-servers/web-server.ts';

// Vite watches nothing below node_modules, where scratch folders are.
const folder = mkdtempSync(join(tmpdir(), 'tearsheet-'));
const editor = new Desk('fixture', folder);
const PLAIN = 'articles/2025/06/plain/';

/** What the desk remembers of what is related. */
const MEMORY = join(deskCache(editor.content), 'memory');

/** For what becomes visible in its own time; a busy machine takes long. */
const SOON = { timeout: 60_000, interval: 50 };

let said = '';
let origin = '';
let stop: () => Promise<void>;

beforeAll(async () => {
  // As where a disk is full, it cannot be written at first.
  mkdirSync(dirname(MEMORY), { recursive: true });
  writeFileSync(MEMORY, '');
  const [port = 0] = await freePorts(1);
  const words = [join(PROJECT, 'src/build/cli.ts'), 'dev', '--content', editor.content, '--port', String(port)];
  const child = spawn(process.execPath, words, {
    cwd: PROJECT,
    env: { PATH: process.env['PATH'] },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)));
  const ended = once(child, 'exit');
  stop = async () => {
    child.kill();
    await ended;
  };
  origin = `http://localhost:${port}`;
  await vi.waitUntil(() => fetch(origin + FIXTURE_BASE).catch(() => false), SOON);
});
afterAll(async () => {
  await stop();
  for (const path of [folder, deskCache(editor.content)]) rmSync(path, { recursive: true });
});

/** What the desk shows at an address below the site. */
async function shown(path: string): Promise<{ status: number; type: string | null; text: string }> {
  const response = await fetch(origin + FIXTURE_BASE + path);
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
}

function edit(file: string, change: (text: string) => string): void {
  const path = editor.article(file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

/** Waits until an article's page shows something. */
async function isSeen(path: string, text: string): Promise<void> {
  await vi.waitFor(async () => expect((await shown(path)).text).toContain(text), SOON);
}

test('an editor finds every kind of page and file, drafts too, and is told of what is not there', async () => {
  const html = 'text/html';
  for (const [path, status, type] of [
    ['', 200, html],
    [PLAIN, 200, html],
    ['articles/2026/11/draft/', 200, html],
    ['tags/', 200, html],
    ['archive/', 200, html],
    ['articles/2025/06/plain.md', 200, 'text/markdown; charset=utf-8'],
    ['feed.xml', 200, 'application/atom+xml; charset=utf-8'],
    ['feed.json', 200, 'application/feed+json; charset=utf-8'],
    ['robots.txt', 200, 'text/plain; charset=utf-8'],
    ['articles/2025/06/gone/', 404, html],
  ] as const) {
    const found = await shown(path);
    expect([found.status, found.type], path).toEqual([status, type]);
  }
});

test('an edit is seen on the article’s page, and on those that show its headline', async () => {
  edit('2025/06/plain.md', (text) => text.replace(/^title: .*$/mu, 'title: A headline of this minute'));
  await isSeen(PLAIN, 'A headline of this minute');
  expect((await shown('archive/2025/06/')).text).toContain('A headline of this minute');
  edit('2025/06/plain.md', (text) => `${text}\nA paragraph of this minute.\n`);
  await isSeen(PLAIN, 'A paragraph of this minute.');
});

test('an earlier version that is edited is shown so, with what has changed since', async () => {
  const path = 'articles/2024/09/aliases/versions/1/';
  expect((await shown(path)).text).toContain('to a roof');
  const folder = join(editor.content, 'versions');
  const isOfIt = (name: string): boolean => readFileSync(join(folder, name), 'utf8').includes('to a roof');
  const file = join(folder, readdirSync(folder).find(isOfIt) ?? '');
  writeFileSync(file, readFileSync(file, 'utf8').replace('to a roof', 'to a tower'));
  await isSeen(path, 'to a tower');
  expect((await shown(`${path}changes/`)).text).toContain('>a tower<');
});

test('a new article comes, and one that is deleted goes', async () => {
  editor.write('2025/06/new.md', '---\ntitle: Quite new\npublished: 2025-06-30\n---\n\nText.\n');
  await isSeen('articles/2025/06/new/', 'Quite new');
  rmSync(editor.article('2025/06/new.md'));
  await vi.waitFor(async () => expect((await shown('articles/2025/06/new/')).status).toBe(404), SOON);
});

test('while a file is wrong the last good edition stays, the terminal says what to mend, and mended it is seen', async () => {
  edit('2025/06/plain.md', (text) => text.replace(/^title: .*$/mu, 'titel: Wrong'));
  await vi.waitFor(() => expect(said).toContain('did you mean "title"?'), SOON);
  expect((await shown(PLAIN)).text).toContain('A headline of this minute');
  edit('2025/06/plain.md', (text) => text.replace(/^titel: .*$/mu, 'title: Mended'));
  await isSeen(PLAIN, 'Mended');
});

test('what cannot be read at all is told of, and what changed beside it is seen with the next change', async () => {
  mkdirSync(editor.article('2025/06/folder.md'));
  edit('2025/06/plain.md', (text) => text.replace(/^title: .*$/mu, 'title: Beside a fault'));
  await vi.waitFor(() => expect(said).toContain(`${editor.content}/ could not be read: EISDIR`), SOON);
  edit('2025/06/no-byline.md', (text) => `${text}\nA line of this minute.\n`);
  await isSeen(PLAIN, 'Beside a fault');
});

test('where what is related cannot be kept the terminal says so, and the desk goes on', async () => {
  await vi.waitFor(() => expect(said).toContain('What is related could not be found out: '), SOON);
  expect((await shown(PLAIN)).status).toBe(200);
  rmSync(MEMORY);
});

test('a little later pages lead to what is related, by the words of now', async () => {
  const words = 'Zanzibar lighthouse keepers counted cormorants and gannets at Mnemba.';
  for (const name of ['one', 'other']) {
    editor.write(`2025/07/${name}.md`, `---\ntitle: Birds, ${name}\npublished: 2025-07-01\n---\n\n${words} ${name}\n`);
  }
  await isSeen('articles/2025/07/one/', 'Birds, one');
  expect((await shown('articles/2025/07/one/')).text).not.toContain('data-part="related"');
  await isSeen('articles/2025/07/one/', 'data-part="related"');
  expect((await shown('articles/2025/07/one/')).text).toMatch(/data-part="related"[^]*Birds, other/u);
});

test('when site.yaml puts the site below another path the desk goes there, and shows edits as before', async () => {
  const site = join(editor.content, 'site.yaml');
  writeFileSync(site, readFileSync(site, 'utf8').replace('paper.example/news/', 'paper.example/moved/'));
  const moved = async (): Promise<string> => {
    const response = await fetch(`${origin}/moved/${PLAIN}`);
    return response.ok ? response.text() : '';
  };
  await vi.waitFor(async () => expect(await moved()).toContain('href="/moved/"'), SOON);
  expect(await moved()).not.toContain('"/news/');
  edit('2025/06/plain.md', (text) => text.replace(/^title: .*$/mu, 'title: After the move'));
  await vi.waitFor(async () => expect(await moved()).toContain('After the move'), SOON);
});

test('where the content folder goes away the last edition stays, and the terminal says what to do', async () => {
  renameSync(editor.content, join(folder, 'elsewhere'));
  await vi.waitFor(
    () => expect(said).toContain(`${editor.content} is gone; put it back and start "npm run dev" again.`),
    SOON,
  );
  expect(await (await fetch(`${origin}/moved/${PLAIN}`)).text()).toContain('After the move');
});
