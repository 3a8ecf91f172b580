import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readJson, writeJson } from '../../../src/edition/kept-files.ts';
import { wordOf } from '../../../src/news/related/word-numbers.ts';
import { makeFolder } from '../build/folder.ts';
import { article, pixel, read, SITE } from './content.ts';

describe('what a build remembers', () => {
  it('does not change what the next one says', async () => {
    const picture = await pixel();
    const content = await makeFolder({
      ...SITE,
      'articles/a.md': article('', '![x](k.png)'),
      'articles/k.png': picture,
      'articles/b.md': article(''),
    });
    const cache = await makeFolder();
    const first = await read(content, cache);
    const digests = first.edition.articles.flatMap(({ body }) => [body.page, body.feed, body.excerpt]);
    const again = await read(content, cache);
    expect(again.edition).toEqual(first.edition);
    expect(digests.map(again.html)).toEqual(digests.map(first.html));
  });

  it('is forgotten for a file that changed, was removed, or shows another picture', async () => {
    const content = await makeFolder({
      ...SITE,
      'articles/a.md': article('', '![x](k.png)'),
      'articles/k.png': await pixel(),
      'articles/b.md': article(''),
    });
    const cache = await makeFolder();
    await read(content, cache);
    await writeFile(
      join(content, 'articles/k.png'),
      await sharp(await pixel())
        .resize(9, 7)
        .png()
        .toBuffer(),
    );
    await rm(join(content, 'articles/b.md'));
    await writeFile(join(content, 'articles/c.md'), article('published: 2026-01-01', 'New text.'));
    const { edition, html } = await read(content, cache);
    expect(edition).toEqual((await read(content, await makeFolder())).edition);
    expect(edition.articles.map(({ file }) => file)).toEqual(['c.md', 'a.md']);
    expect(html(edition.articles[1]?.body.page ?? '')).toContain('width="9" height="7"');
  });

  it('is worth nothing after the code or the site’s address has changed, or when it is damaged', async () => {
    const content = await makeFolder({ ...SITE, 'articles/a.md': article('', '[b](b.md)') });
    const cache = await makeFolder();
    const htmlOf = async (codeHash?: string): Promise<string> => {
      const { edition, html } = await read(content, cache, codeHash === undefined ? {} : { codeHash });
      return html(edition.articles[0]?.body.page ?? '');
    };
    expect(await htmlOf()).toContain('href="/news/articles/b/"');
    await writeFile(join(content, 'site.yaml'), 'name: The Paper\nurl: https://paper.example/archive/\n');
    expect(await htmlOf()).toContain('href="/archive/articles/b/"');
    await writeFile(join(cache, 'records.json'), '{"key":');
    expect(await htmlOf()).toContain('href="/archive/articles/b/"');
    expect(await htmlOf('other code')).toContain('href="/archive/articles/b/"');
  });
});

describe('what is remembered of articles', () => {
  it('is as good as what the texts say, whatever was written before and after', async () => {
    const content = await makeFolder({
      ...SITE,
      'articles/a.md': article('', 'The walnut committee of Ávila met in the orchard.'),
      'articles/b.md': article('', 'Zebras.'),
      'articles/c.md': article('', ''),
    });
    const cache = await makeFolder();
    await read(content, cache);
    await writeFile(join(content, 'articles/b.md'), article('', 'The orchard of a committee has another zebra.'));
    await read(content, cache);
    const { edition } = await read(content, cache);
    const { edition: expected } = await read(content, await makeFolder());
    expect(edition).toEqual(expected);
    const words = edition.articles.map(({ evidence }) => [...(evidence?.words ?? [])].map(wordOf).join(' '));
    expect(words.filter((list) => list.includes('walnut committee Ávila met orchard'))).toHaveLength(1);
  });

  it.each([
    ['evidence', 0],
    ['evidence', -1],
    ['records-', 9],
  ])('is not believed, and made anew, once in %s… the byte %i is another', async (start, place) => {
    const content = await makeFolder({ ...SITE, 'articles/a.md': article('', 'The walnut committee met.') });
    const cache = await makeFolder();
    const { edition } = await read(content, cache);
    const [name = ''] = (await readdir(cache)).filter((file) => file.startsWith(start));
    const bytes = await readFile(join(cache, name));
    const at = place < 0 ? bytes.length + place : place;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await writeFile(join(cache, name), bytes);
    expect((await read(content, cache)).edition).toEqual(edition);
    expect((await readFile(join(cache, name))).equals(bytes)).toBe(false);
  });

  it('is written again for few articles where one has changed, and nothing is left of what it was', async () => {
    const files = Array.from({ length: 30 }, (_, at): [string, string] => [
      `articles/${at}.md`,
      article('', `Number ${at}.`),
    ]);
    const content = await makeFolder({ ...SITE, ...Object.fromEntries(files) });
    const cache = await makeFolder();
    await read(content, cache);
    const before = await readdir(cache);
    await writeFile(join(content, 'articles/7.md'), article('', 'The walnut committee met.'));
    await read(content, cache);
    const after = await readdir(cache);
    expect(after).toHaveLength(before.length);
    const written = after.filter((name) => !before.includes(name));
    expect(written.map((name) => name.replace(/-.*/u, '')).sort()).toEqual(['evidence', 'records']);
  });
});

describe('a file of the memory', () => {
  const written = async (): Promise<string> => {
    const file = join(await makeFolder(), 'new/memory.json');
    writeJson(file, { text: 'ä'.repeat(40) });
    return file;
  };

  it('gives what was written', async () => {
    expect(readJson(await written())).toEqual({ text: 'ä'.repeat(40) });
  });

  it.each([0, 63, 64, 75, 100])('is not believed once its byte %i is another', async (place) => {
    const file = await written();
    const bytes = await readFile(file);
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    await writeFile(file, bytes);
    expect(readJson(file)).toBeUndefined();
  });

  it.each(['', '{}', '0'.repeat(64), `${'0'.repeat(64)}{}`])('is not believed where it holds %j', async (text) => {
    expect(readJson(join(await makeFolder({ 'memory.json': text }), 'memory.json'))).toBeUndefined();
  });
});
