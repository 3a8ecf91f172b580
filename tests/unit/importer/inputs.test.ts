import * as disk from 'node:fs/promises';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findInputs, type Input, type InputDisk } from '../../../src/importer/inputs.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inputs-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Puts empty files into a folder of their own and gives its path. */
async function desk(name: string, ...files: string[]): Promise<string> {
  const path = join(folder, name);
  await mkdir(path, { recursive: true });
  for (const file of files) {
    await mkdir(dirname(join(path, file)), { recursive: true });
    await writeFile(join(path, file), '');
  }
  return path;
}

/** What was found, in words: a path below the desk, an address, or what is wrong. */
async function found(what: readonly string[], below = '', passedOver: string[] = []): Promise<string[]> {
  const lines: string[] = [];
  for await (const input of findInputs(what, { passOver: (path) => passedOver.push(path) }))
    lines.push(below === '' ? inWords(input) : inWords(input).replace(`${below}/`, ''));
  return lines;
}

function inWords(input: Input): string {
  if (input.kind === 'file') return input.path;
  if (input.kind === 'stdin') return 'standard input';
  return input.kind === 'address' ? input.url : `${input.what}: ${input.reason}`;
}

describe('what an editor names to be imported', () => {
  it('may be files, and each is imported once', async () => {
    const path = await desk('files', 'b.txt', 'a.txt');
    expect(await found([`${path}/b.txt`, `${path}/a.txt`, `${path}/./b.txt`], path)).toEqual(['b.txt', 'a.txt']);
  });

  it('may be a folder: all in it, by name, folders in folders too', async () => {
    const path = await desk('folder', 'z.txt', '2016/10/truce.html', '2016/09/ferry.txt', 'Z.txt', 'a b.txt');
    expect(await found([path], path)).toEqual(['2016/09/ferry.txt', '2016/10/truce.html', 'Z.txt', 'a b.txt', 'z.txt']);
  });

  it('leaves hidden files alone, and pictures and styles, which are counted', async () => {
    const path = await desk('mixed', '.DS_Store', '.git/config', 'a.txt', 'photo.JPG', 'style.css', 'list.pdf');
    const passedOver: string[] = [];
    expect(await found([path], path, passedOver)).toEqual(['a.txt', 'list.pdf']);
    expect(passedOver).toEqual([`${path}/photo.JPG`, `${path}/style.css`]);
  });

  it('takes a saved page without the folder of its parts, in any language of the browser', async () => {
    const parts = ['Ferry_files/ad.html', 'Hafen-Dateien/ad.html', 'Port_fichiers/ad.html', 'x.files/a.htm'];
    const pages = ['Ferry.html', 'Hafen.htm', 'Port.html', 'x.htm'];
    const path = await desk('saved', ...pages, ...parts, 'other_files/story.txt');
    expect((await found([path], path)).sort()).toEqual([...pages, 'other_files/story.txt'].sort());
    expect((await found([`${path}/**/*.{html,htm}`], path)).sort()).toEqual([...pages].sort());
  });

  it('takes a picture or the parts of a page that are named outright', async () => {
    const path = await desk('outright', 'photo.jpg', 'p.html', 'p_files/frame.html');
    expect(await found([`${path}/photo.jpg`, `${path}/p_files`], path)).toEqual(['photo.jpg', 'p_files/frame.html']);
  });

  it('follows links to files and folders, and ends where they lead in a circle', async () => {
    const path = await desk('links', 'news/a.txt', 'outside/b.txt');
    await symlink('..', join(path, 'news/up'));
    await symlink('../outside/b.txt', join(path, 'news/b-link.txt'));
    await symlink('self', join(path, 'news/self'));
    await symlink('gone.txt', join(path, 'news/broken.txt'));
    expect(await found([`${path}/news`], path)).toEqual([
      'news/a.txt',
      'news/b-link.txt',
      'news/broken.txt: there is no such file',
      'news/self: its links lead in a circle',
    ]);
  });

  it('may be a pattern, whose files come by name', async () => {
    const path = await desk('pattern', 'b.txt', 'a.txt', 'c.md', '.hidden.txt', 'sub/d.txt');
    expect(await found([`${path}/*.txt`], path)).toEqual(['a.txt', 'b.txt']);
    expect(await found([`${path}/**/*.txt`], path)).toEqual(['a.txt', 'b.txt', 'sub/d.txt']);
    expect(await found([`${path}/[bc].{txt,md}`, `${path}/?.txt`], path)).toEqual(['b.txt', 'c.md', 'a.txt']);
  });

  it('is a file before it is a pattern', async () => {
    const path = await desk('literal', 'what?.txt', 'whats.txt', '[draft].txt');
    expect(await found([`${path}/what?.txt`, `${path}/[draft].txt`], path)).toEqual(['what?.txt', '[draft].txt']);
  });

  it('may be the standard input and addresses', async () => {
    expect(await found(['-', 'HTTPS://News.test/a b', '-'])).toEqual(['standard input', 'https://news.test/a%20b']);
  });

  it('may begin with a hyphen, behind ./', async () => {
    const path = await desk('hyphen', '-x.txt');
    expect(await found([`${path}/./-x.txt`], path)).toEqual(['./-x.txt']);
  });

  it.each([
    ['ftp://news.test/a', 'only addresses with http: or https: are read; name a file by its path'],
    ['file:///etc/passwd', 'only addresses with http: or https: are read; name a file by its path'],
    ['https://', 'it is no complete address'],
    ['nowhere/story.txt', 'there is no such file'],
    ['nowhere/*.txt', 'no file that could be imported is there'],
    ['', 'there is no such file'],
  ])('is said to be wrong where it is: %j', async (word, reason) => {
    expect(await found([word])).toEqual([`${word}: ${reason}`]);
  });

  it('is said to be wrong where a folder holds nothing to import, but not where it is named twice', async () => {
    const path = await desk('empty', 'photo.png');
    await mkdir(join(path, 'sub'));
    expect(await found([path])).toEqual([`${path}: no file that could be imported is there`]);
    const full = await desk('full', 'a.txt');
    expect(await found([full, full, `${full}/*.txt`], full)).toEqual(['a.txt']);
  });

  it('goes on behind a folder that cannot be opened', async () => {
    const path = await desk('locked', 'a/secret.txt', 'b.txt');
    const readdir: InputDisk['readdir'] = (folder, options) =>
      folder.endsWith('/a')
        ? Promise.reject(Object.assign(new Error('EACCES'), { code: 'EACCES' }))
        : disk.readdir(folder, options);
    const inputs = [];
    for await (const input of findInputs([path], { disk: { ...disk, readdir } })) inputs.push(input);
    expect(inputs).toEqual([
      { kind: 'wrong', what: `${path}/a`, reason: 'permission denied' },
      { kind: 'file', path: `${path}/b.txt` },
    ]);
  });
});
