import { readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DamagedMemory, Texts } from '../../../src/edition/texts.ts';
import { sha256 } from '../../../src/news/digest.ts';
import { makeFolder } from '../build/folder.ts';
import { article, read, SITE } from './content.ts';

/** Texts that a build has kept, opened by the next one. */
async function keptTexts(...all: string[]): Promise<{ file: string; texts: Texts }> {
  const file = join(await makeFolder(), 'new/texts-1.pack');
  const first = new Texts(file);
  const places = all.map((text) => first.placeOf(first.keep(text)));
  first.flush();
  first.close();
  const texts = new Texts(file);
  for (const [index, text] of all.entries()) texts.expect(sha256(text), places[index] ?? { offset: 0, length: 0 });
  return { file, texts };
}

describe('the texts of a memory', () => {
  it('are found again by the next build, in any script, with those that it adds', async () => {
    const { texts } = await keptTexts('<p>Fähre</p>', '', '渡轮', '<p>Fähre</p>');
    const added = texts.keep('added');
    for (const text of ['渡轮', '<p>Fähre</p>', '', 'added']) expect(texts.get(sha256(text))).toBe(text);
    expect(added).toBe(sha256('added'));
    texts.close();
  });

  it('stand in the file once, however often they are kept', async () => {
    const { file, texts } = await keptTexts('twice', 'twice');
    texts.keep('twice');
    texts.flush();
    expect((await stat(file)).size).toBe('twice'.length);
    texts.close();
  });

  it('are not given for a digest under which none was kept', async () => {
    const { texts } = await keptTexts('one');
    expect(() => texts.get(sha256('other'))).toThrow('No text is kept');
    texts.close();
  });

  it('are not believed where a sign is another, or the file is cut short', async () => {
    const { file, texts } = await keptTexts('first', 'second');
    await writeFile(file, 'first' + 'secund');
    expect(texts.get(sha256('first'))).toBe('first');
    expect(() => texts.get(sha256('second'))).toThrow(DamagedMemory);
    for (const length of [3, 0]) {
      await truncate(file, length);
      expect(() => texts.get(sha256('first'))).toThrow(`${file} is damaged`);
    }
    texts.close();
  });
});

describe('the memory of articles', () => {
  it('holds one file of texts, however many readings have failed', async () => {
    const cache = await makeFolder();
    const content = await makeFolder({ ...SITE, 'articles/a.md': article(''), 'articles/b.md': 'No front matter.' });
    for (let time = 0; time < 3; time += 1) await expect(read(content, cache)).rejects.toThrow('articles/b.md');
    expect(await readdir(cache)).toHaveLength(1);
  });

  it('drops what no article has any more, once that is half of it', async () => {
    const cache = await makeFolder();
    const content = await makeFolder({ ...SITE, 'articles/a.md': article('', 'Short.') });
    const sizes: number[] = [];
    for (let day = 1; day <= 8; day += 1) {
      await writeFile(join(content, 'articles/b.md'), article('', `${day} more words. `.repeat(10_000)));
      const { edition, html, close } = await read(content, cache);
      for (const { body, file } of edition.articles)
        expect(html(body.page)).toContain(file === 'a.md' ? 'Short' : `${day} more`);
      close();
      const packs = (await readdir(cache)).filter((name) => name.startsWith('texts'));
      expect(packs).toHaveLength(1);
      sizes.push((await readFile(join(cache, packs[0] ?? ''))).length);
    }
    expect(Math.max(...sizes)).toBeLessThan(4 * (sizes[0] ?? 0) + 2 ** 21);
    // It was, at least once.
    expect(sizes.some((size, day) => day > 0 && size < (sizes[day - 1] ?? 0))).toBe(true);
  });
});
