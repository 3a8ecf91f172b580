import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ContentError } from '../../../src/edition/content-error.ts';
import type { ReadyEdition } from '../../../src/edition/read-edition.ts';
import { differencesSchema, type Passage } from '../../../src/news/differences.ts';
import { sha256 } from '../../../src/news/digest.ts';
import type { EarlierVersion } from '../../../src/news/earlier.ts';
import { makeFolder } from '../build/folder.ts';
import { article, pixel, read, SITE } from './content.ts';

const [ONE, TWO] = ['1'.repeat(64), '2'.repeat(64)];
const SHA = '0'.repeat(64);

/** An article of which there are two earlier versions, or one of them where the other one was not kept. */
function latest(copies: readonly (string | undefined)[], front = ''): string {
  const versions = copies.map((copy, index) => {
    const kept = copy === undefined ? '' : `, copy: '${copy}'`;
    return `  - {captured: 2016-10-0${index + 1}, sha256: '${SHA}'${kept}}`;
  });
  const facts = ['source: {captured: 2016-10-09}', 'versions:', ...versions, front];
  return article(facts.join('\n').trimEnd(), 'The boat carried 212 people.\n\nNobody was hurt.');
}

const FILES: Record<string, string> = {
  ...SITE,
  'articles/a.md': latest([ONE, TWO]),
  [`versions/${ONE}.md`]: article('dateline: NORTHPORT', 'The boat carried 221 people.'),
  [`versions/${TWO}.md`]: article('', 'The boat carried 221 people.\n\nNobody was hurt.'),
};

async function readyOf(files: Record<string, string | Uint8Array>): Promise<ReadyEdition> {
  return read(await makeFolder({ ...SITE, ...files }), await makeFolder());
}

function earlierOf({ edition }: ReadyEdition): readonly EarlierVersion[] {
  return edition.articles[0]?.earlier ?? [];
}

/** What changed after a version; nothing where that is not known. */
function passagesOf({ html }: ReadyEdition, version: EarlierVersion | undefined): Passage[] | undefined {
  const changes = version?.copy?.changes;
  return changes && differencesSchema.parse(JSON.parse(html(changes.passages)));
}

/** What an editor is told of such a content folder, without the folder's own name. */
async function problemsOf(files: Record<string, string | Uint8Array>): Promise<string[]> {
  const content = await makeFolder({ ...SITE, ...files });
  const told = await read(content, await makeFolder()).catch((error: unknown) => error);
  if (!(told instanceof ContentError)) throw new Error('No problem was told.');
  return told.message.split('\n').map((line) => line.replaceAll(`${content}/`, ''));
}

describe('the earlier versions of an article', () => {
  it('are read as they were, each with what changed after it', async () => {
    const ready = await readyOf(FILES);
    const [first, second, ...others] = earlierOf(ready);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ captured: '2016-10-01', copy: { title: 'A headline', dateline: 'NORTHPORT' } });
    expect(ready.html(first?.copy?.page ?? '')).toMatch(/^<p id="[\w-]+">The boat carried 221 people\.<\/p>$/u);
    expect(passagesOf(ready, first)).toEqual([
      { kind: 'removed', field: 'dateline', parts: [{ kind: 'removed', text: 'NORTHPORT' }] },
      { kind: 'same', blocks: 1 },
      { kind: 'added', field: 'body', parts: [{ kind: 'added', text: 'Nobody was hurt.' }] },
    ]);
    expect(first?.copy?.changes).toMatchObject({ added: 3, removed: 1 });
    expect(second?.captured).toBe('2016-10-02');
    expect(passagesOf(ready, second)?.map(({ kind }) => kind)).toEqual(['changed', 'same']);
  });

  it('are dates alone where their text was not kept, and nothing is said of changes from or to it', async () => {
    const text = FILES[`versions/${ONE}.md`] ?? '';
    const gone = await readyOf({ 'articles/a.md': latest([ONE, undefined]), [`versions/${ONE}.md`]: text });
    expect(earlierOf(gone).map(({ captured, copy }) => [captured, copy !== undefined])).toEqual([
      ['2016-10-01', true],
      ['2016-10-02', false],
    ]);
    expect(passagesOf(gone, earlierOf(gone)[0])).toBeUndefined();
  });

  it('show dates as readers see them, and a time where there is one', async () => {
    const ready = await readyOf({
      'articles/a.md': latest([ONE], 'published: 2016-10-04\nupdated: 2016-10-05T10:30:00+02:00'),
      [`versions/${ONE}.md`]: article('published: 2016-10-03', 'The boat carried 212 people.\n\nNobody was hurt.'),
    });
    expect(passagesOf(ready, earlierOf(ready)[0])?.slice(0, 2)).toEqual([
      {
        kind: 'changed',
        field: 'published',
        parts: [
          { kind: 'same', text: 'October ' },
          { kind: 'removed', text: '3' },
          { kind: 'added', text: '4' },
          { kind: 'same', text: ', 2016' },
        ],
      },
      { kind: 'added', field: 'updated', parts: [{ kind: 'added', text: 'October 5, 2016 at 10:30 AM' }] },
    ]);
  });

  it('are published as the article is, whatever stood in their own front matter', async () => {
    const ready = await readyOf({
      'articles/a.md': latest([ONE], 'lang: es\npublished: 2016-10-04'),
      [`versions/${ONE}.md`]: article(
        'published: 2016-10-03\ndraft: true\nlang: fr\nrights: {publish: headline}',
        'El barco.[^1] ![Barco](b.png)\n\n[^1]: En el muelle.',
      ),
      'articles/b.png': await pixel(),
    });
    const [version] = earlierOf(ready);
    expect(ready.html(version?.copy?.page ?? '')).toMatch(/El barco\..*Notas/su);
    expect(JSON.stringify(passagesOf(ready, version))).toContain('"same","text":" de octubre de 2016"');
    expect([...ready.edition.pictures.keys()]).toEqual(['b.png']);
  });

  it('are known as edited where they are not, to the byte, what their name says', async () => {
    const text = article('', 'The boat carried 221 people.');
    const isEdited = async (present: string): Promise<boolean | undefined> => {
      const name = sha256(text);
      const ready = await readyOf({ 'articles/a.md': latest([name]), [`versions/${name}.md`]: present });
      return earlierOf(ready)[0]?.copy?.isEdited;
    };
    expect([await isEdited(text), await isEdited(`${text} `)]).toEqual([false, true]);
  });

  it('have their picture where it is still there, and are no problem where it is not', async () => {
    const text = article('image: {src: b.png, alt: A boat, caption: The boat.}', 'Text ![x](b.png).');
    const files = { ...SITE, 'articles/a.md': latest([ONE]), [`versions/${ONE}.md`]: text };
    const content = await makeFolder(files);
    const cache = await makeFolder();
    const without = earlierOf(await read(content, cache))[0]?.copy;
    expect([without?.picture, without?.image?.caption]).toEqual([undefined, 'The boat.']);
    await writeFile(join(content, 'articles/b.png'), await pixel());
    const ready = await read(content, cache);
    expect(earlierOf(ready)[0]?.copy?.picture).toMatchObject({ path: '/articles/b.png', width: 3 });
    expect(ready.html(earlierOf(ready)[0]?.copy?.page ?? '')).toContain('src="/news/articles/b.png"');
  });

  it('show no picture from outside of the articles', async () => {
    const ready = await readyOf({
      'articles/a.md': latest([ONE]),
      [`versions/${ONE}.md`]: article('', 'Text ![x](../secret.png).'),
      'secret.png': await pixel(),
    });
    expect(ready.html(earlierOf(ready)[0]?.copy?.page ?? '')).not.toContain('secret');
    expect([...ready.named.keys()]).toEqual([`versions/${ONE}.md`]);
  });

  it('are a problem with its place where they are missing or cannot be read, and it says what to do', async () => {
    const [missing, ...more] = await problemsOf({ 'articles/a.md': latest([ONE]) });
    expect(more).toEqual([]);
    expect(missing).toBe(
      `versions/${ONE}.md:1:1  is missing; put it back, or take "copy" out of the versions of articles/a.md`,
    );
    const [folder] = await problemsOf({ 'articles/a.md': latest([ONE]), [`versions/${ONE}.md/x`]: '' });
    expect(folder).toBe(missing);
    const [wrong] = await problemsOf({
      'articles/a.md': latest([ONE]),
      [`versions/${ONE}.md`]: article('tags: Syria'),
    });
    expect(wrong).toMatch(new RegExp(`^versions/${ONE}\\.md:3:1 {2}tags: expected a list`, 'u'));
    const [deep] = await problemsOf({
      'articles/a.md': latest([ONE]),
      [`versions/${ONE}.md`]: article('', '> '.repeat(3000)),
    });
    expect(deep).toMatch(new RegExp(`^versions/${ONE}\\.md:6:1 {2}too much to be shown`, 'u'));
  });

  it('are read again when one of them is edited, gone or put back, as if for the first time', async () => {
    const content = await makeFolder(FILES);
    const cache = await makeFolder();
    await read(content, cache);
    const kept = await read(content, cache);
    expect(kept.html(earlierOf(kept)[0]?.copy?.page ?? '')).toContain('221');
    expect(passagesOf(kept, earlierOf(kept)[0])).toHaveLength(3);
    const file = join(content, 'versions', `${ONE}.md`);
    const before = FILES[`versions/${ONE}.md`] ?? '';
    await writeFile(file, before.replace('221', '220'));
    const ready = await read(content, cache);
    expect(ready.html(earlierOf(ready)[0]?.copy?.page ?? '')).toContain('220');
    expect(ready.edition).toEqual((await read(content, await makeFolder())).edition);
    await rm(file);
    await expect(read(content, cache)).rejects.toThrow('is missing');
    await writeFile(file, before);
    expect((await read(content, cache)).edition).toEqual((await read(content, await makeFolder())).edition);
  });

  it('of an article that may not be read in full are dates', async () => {
    const withheld = { ...FILES, 'articles/a.md': latest([ONE, TWO], 'rights: {publish: excerpt}') };
    expect(earlierOf(await readyOf(withheld))).toEqual([{ captured: '2016-10-01' }, { captured: '2016-10-02' }]);
  });
});
