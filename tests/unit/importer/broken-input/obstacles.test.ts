import { execFileSync } from 'node:child_process';
import { link, lstat, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../../../src/news/digest.ts';
import { Desk } from '../desk.ts';
import { TALKS, UNDATED } from '../talks.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(() => desk.clear());

const inContent = (...steps: string[]): string => join(desk.content, ...steps);

test('a folder with pipes, sockets, devices and links in circles is read to its end, and each is named', async () => {
  const folder = join(desk.folder, 'in');
  await desk.put('in/talks.txt', TALKS);
  execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
  await symlink('/dev/zero', join(folder, 'endless.txt'));
  await symlink('/dev/full', join(folder, 'full.txt'));
  await symlink('circle.txt', join(folder, 'circle.txt'));
  await symlink('..', join(folder, 'up'));
  const server = createServer().listen(join(folder, 'socket.txt'));
  await new Promise((listening) => server.once('listening', listening));
  const { code, said } = await desk.import(folder);
  server.close();
  expect(code).toBe(2);
  expect(said.filter((line) => line.includes('refused:'))).toEqual([
    `${folder}/circle.txt: refused: its links lead in a circle.`,
    ...['endless', 'full', 'pipe', 'socket'].map((name) => `${folder}/${name}.txt: refused: it is not a file.`),
  ]);
  expect(desk.articles()).toEqual([UNDATED]);
});

/** Puts something that is no file of ours at a path. */
const OBSTACLES: Record<string, (path: string, victim: string) => Promise<unknown>> = {
  'a folder': (path) => mkdir(path),
  'a pipe': (path) => Promise.resolve(execFileSync('mkfifo', [path])),
  'a link to another file': (path, victim) => symlink(victim, path),
  'a second name of another file': (path, victim) => link(victim, path),
  'a link to an endless device': (path) => symlink('/dev/zero', path),
  'a link to itself': (path) => symlink(path, path),
};

describe.each(Object.entries(OBSTACLES))('%s in the content folder', (name, obstruct) => {
  test('where the article belongs is left alone, and the article goes beside it', async () => {
    const victim = await desk.put('victim', 'precious');
    await mkdir(inContent('articles/undated'), { recursive: true });
    await obstruct(inContent(UNDATED), victim);
    const { ino } = await lstat(inContent(UNDATED));
    expect((await desk.import(await desk.put('talks.txt', TALKS))).code).toBe(0);
    expect((await lstat(inContent(UNDATED))).ino).toBe(ino);
    expect(await readFile(victim, 'utf8')).toBe('precious');
    expect(desk.articles().at(0)).toMatch(/harbor-talks-end-[0-9a-f]{4}\.md$/u);
  });

  test('where the original belongs keeps nobody waiting and is not written through', async () => {
    const victim = await desk.put('victim', 'precious');
    const original = `sources/${sha256(TALKS)}.txt`;
    await mkdir(inContent('sources'));
    await obstruct(inContent(original), victim);
    const run = desk.import(await desk.put('talks.txt', TALKS));
    if (name === 'a folder') await expect(run).rejects.toThrow('cannot be written: it is a folder.');
    else {
      expect((await run).code).toBe(0);
      expect((await lstat(inContent(original))).isFile()).toBe(true);
      expect(desk.text(original)).toBe(TALKS);
    }
    expect(await readFile(victim, 'utf8')).toBe('precious');
  });
});

describe('nothing is written', () => {
  test('where a file stands for a folder of the content folder, and the editor reads which', async () => {
    for (const name of ['articles', 'sources', 'versions']) {
      await writeFile(inContent(name), 'mine');
      const run = desk.import(await desk.put('talks.txt', TALKS));
      await expect(run).rejects.toThrow(`${inContent(name)} is not a folder`);
      expect(desk.text(name)).toBe('mine');
      await desk.empty();
    }
  });

  test('where the lock belongs stands a pipe or a folder, and nobody waits for it', async () => {
    for (const obstacle of ['a pipe', 'a folder'] as const) {
      await OBSTACLES[obstacle]?.(inContent('.import.lock'), '');
      await expect(desk.import(await desk.put('talks.txt', TALKS))).rejects.toThrow('is no file; remove it');
      await desk.empty();
    }
  });

  test('through a link of the originals that leads out', async () => {
    await mkdir(join(desk.folder, 'elsewhere'));
    await symlink(join(desk.folder, 'elsewhere'), inContent('sources'));
    expect((await desk.import(await desk.put('talks.txt', TALKS))).said[0]).toContain('a link leads from');
    expect(desk.articles()).toEqual([]);
  });

  test('through a link of the earlier versions that leads out, and the copy stays as it was', async () => {
    await desk.import(await desk.put('talks.txt', TALKS));
    const before = desk.article();
    await mkdir(join(desk.folder, 'elsewhere'));
    await symlink(join(desk.folder, 'elsewhere'), inContent('versions'));
    const { said } = await desk.import(await desk.put('talks.txt', `${TALKS}\n\nMore.`));
    expect(said[0]).toContain('a link leads from');
    expect(desk.article()).toBe(before);
    expect(await readdir(join(desk.folder, 'elsewhere'))).toEqual([]);
  });

  test('to a content folder by default that is a link elsewhere', async () => {
    const run = desk.import(await desk.put('talks.txt', TALKS), {}, { isNamed: false });
    await expect(run).rejects.toThrow('is a link that leads to');
    expect(desk.files()).toEqual([]);
  });

  test('to a device in the place of the report, and before any work is done', async () => {
    const path = await desk.put('talks.txt', TALKS);
    const device = join(desk.folder, 'device');
    await symlink('/dev/null', device);
    for (const reportFile of [desk.folder, device])
      await expect(desk.import(path, {}, { reportFile })).rejects.toThrow(
        `${reportFile} cannot be written: it is not a file; name one for the report.`,
      );
    expect((await stat(device)).isCharacterDevice()).toBe(true);
    expect(desk.files()).toEqual([]);
  });
});

test('an import does not wait for a pipe in the place of the site’s own settings', async () => {
  execFileSync('mkfifo', [inContent('site.yaml')]);
  expect((await desk.import(await desk.put('talks.txt', TALKS))).code).toBe(0);
});
