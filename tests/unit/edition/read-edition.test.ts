import { describe, expect, it } from 'vitest';
import { ContentError } from '../../../src/edition/content-error.ts';
import type { ReadyEdition } from '../../../src/edition/read-edition.ts';
import { wordOf } from '../../../src/news/related/word-numbers.ts';
import { makeFolder } from '../build/folder.ts';
import { article, pixel, read, SITE } from './content.ts';

async function editionOf(files: Record<string, string | Uint8Array>, withDrafts = false): Promise<ReadyEdition> {
  return read(await makeFolder({ ...SITE, ...files }), await makeFolder(), { withDrafts });
}

/** What an editor is told of such a content folder, without the folder's own name. */
async function problemsOf(files: Record<string, string | Uint8Array>): Promise<string[]> {
  const content = await makeFolder({ ...SITE, ...files });
  try {
    await read(content, await makeFolder());
    return [];
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.message.split('\n').map((line) => line.replace(`${content}/`, ''));
  }
}

describe('an edition', () => {
  it('of no article at all can be read', async () => {
    const { edition } = await editionOf({});
    expect(edition).toMatchObject({ articles: [], base: '/news/', today: '2026-11-23' });
  });

  it('gives as a reason to read on no word of what may not be shown', async () => {
    const text = 'The secret walnut committee met in the orchard.';
    const { edition } = await editionOf({
      'articles/2026/11/full.md': article('', text),
      'articles/2026/11/headline.md': article('rights: { publish: headline }', text),
      'articles/2026/11/withdrawn.md': article('withdrawn: { date: 2026-11-02, reason: It was wrong. }', text),
    });
    const words = new Map(
      edition.articles.map(({ file, evidence }) => [file, [...(evidence?.words ?? [])].map(wordOf)]),
    );
    expect(words.get('2026/11/full.md')).toContain('walnut');
    expect(words.get('2026/11/headline.md')).toEqual(['headline']);
    expect(words.get('2026/11/withdrawn.md')).toEqual(['headline']);
  });

  it('holds what is public, newest first, and neither drafts nor what is embargoed or expired', async () => {
    const files = {
      'articles/2016/10/old.md': article('published: 2016-10-04'),
      'articles/2026/11/new.md': article('published: 2026-11-01'),
      'articles/undated/u.md': article(''),
      'articles/2026/11/draft.md': article('draft: true'),
      'articles/2026/11/soon.md': article('embargo: 2026-11-24'),
      // Midnight of the 23rd in Auckland was an hour before the build.
      'articles/2026/11/just.md': article('embargo: 2026-11-23\npublished: 2026-11-23'),
      'articles/2026/11/over.md': article('expires: 2026-11-23'),
      'articles/2026/11/.hidden.md': 'no article',
      'articles/2026/11/notes.txt': 'no article',
    };
    const names = ({ edition }: ReadyEdition): string[] =>
      edition.articles.map(({ file }) => file.split('/').at(-1) ?? '');
    expect(names(await editionOf(files))).toEqual(['just.md', 'new.md', 'old.md', 'u.md']);
    expect(names(await editionOf(files, true)).toSorted()).toEqual([
      'draft.md',
      'just.md',
      'new.md',
      'old.md',
      'over.md',
      'soon.md',
      'u.md',
    ]);
  });

  it('has the pictures of public articles only', async () => {
    const picture = await pixel();
    const shown = (front: string): string => article(`image: {src: k.png, alt: Kerry}\n${front}`, '![L](l.png)');
    const files = (front: string): Record<string, string | Uint8Array> => ({
      'articles/2016/10/a.md': shown(front),
      'articles/2016/10/k.png': picture,
      'articles/2016/10/l.png': picture,
    });
    const { edition } = await editionOf(files(''));
    expect([...edition.pictures.keys()].toSorted()).toEqual(['2016/10/k.png', '2016/10/l.png']);
    expect(edition.articles[0]?.picture).toMatchObject({ path: '/articles/2016/10/k.png', width: 3, height: 2 });
    for (const front of [
      'draft: true',
      'embargo: 2030-01-01',
      'rights: {publish: headline}',
      'withdrawn: {date: 2026-01-01, reason: x}',
    ]) {
      expect([...(await editionOf(files(front))).edition.pictures.keys()], front).toEqual([]);
    }
  });

  it('knows what an article translates by its present address, and not at all where that is not public', async () => {
    const { edition } = await editionOf({
      'articles/a.md': article('aliases: [/articles/was/]'),
      'articles/b.md': article('translationOf: /articles/was/'),
      'articles/c.md': article('draft: true'),
      'articles/d.md': article('translationOf: /articles/c/'),
    });
    expect(edition.articles.map(({ file, front }) => [file, front.translationOf])).toEqual([
      ['a.md', undefined],
      ['b.md', '/articles/a/'],
      ['d.md', undefined],
    ]);
  });

  it('tells a verbatim copy from one that was edited', async () => {
    const plain = await editionOf({ 'articles/a.md': article('') });
    const [original] = plain.edition.articles;
    expect(original?.verbatim).toBeUndefined();
    const receipt = `receipt: {blocks: 2, kept: 2, text: ${original?.text ?? ''}}`;
    const { edition } = await editionOf({
      'articles/a.md': article(receipt),
      'articles/b.md': article(receipt, 'Edited text.'),
    });
    expect(edition.articles.map(({ verbatim }) => verbatim)).toEqual([true, false]);
  });
});

describe('content that cannot become an edition', () => {
  it('is told with every problem of every file, each in its place', async () => {
    const files = {
      'articles/a.md': article('tags: Syria'),
      'articles/b.md': 'no front matter',
      'articles/c.md': article('image: {src: lost.jpg, alt: x}'),
      'articles/d.md': article('', 'Text ![x](missing.png)'),
      'articles/e.md': article(''),
    };
    expect(await problemsOf(files)).toEqual([
      expect.stringContaining('articles/a.md:3:1  tags: expected a list of names'),
      expect.stringContaining('articles/b.md:1:1  expected front matter'),
      expect.stringMatching(/^articles\/c\.md:3:\d+ {2}picture "lost\.jpg" is not there/u),
      expect.stringMatching(/^articles\/d\.md:6:\d+ {2}picture "missing\.png" is not there/u),
    ]);
  });

  it('is named where a text is nested too deeply to be read, and the others are still checked', async () => {
    for (const deep of ['> '.repeat(3000), '<div>'.repeat(5000)]) {
      const problems = await problemsOf({
        'articles/deep.md': article('', `${deep}x`),
        'articles/deeper.md': article('', `${deep}![x](k.png)`),
        'articles/other.md': article('tags: Syria'),
      });
      expect(problems).toHaveLength(3);
      expect(problems[0]).toMatch(/^articles\/deep\.md:6:1 {2}too much to be shown/u);
      expect(problems[1]).toMatch(/^articles\/deeper\.md:6:1 {2}too much to be shown/u);
    }
  });

  it.each([
    ['../../../k.png', 'stands outside content/articles'],
    ['%2e%2e/%2e%2e/%2e%2e/k.png', 'stands outside content/articles'],
    ['k.svg', 'is svg; expected JPEG'],
    ['fake.png', 'is no picture that can be read'],
    ['k%00.png', 'is no picture that can be read'],
  ])('has a picture that may not be shown: %s', async (address, reason) => {
    const files = {
      'articles/2016/a.md': article('', `![x](${address})`),
      'articles/2016/k.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><script>alert(1)</script></svg>',
      'articles/2016/fake.png': '<html><script>alert(1)</script>',
      'k.png': await pixel(),
    };
    expect((await problemsOf(files))[0]).toContain(reason);
  });

  it('is told where site.yaml is not there or wrong', async () => {
    const content = await makeFolder();
    await expect(read(content, await makeFolder())).rejects.toThrow(/site\.yaml:1:1 {2}is missing; write at least/u);
    expect(await problemsOf({ 'site.yaml': 'name: The Paper\nurl: //evil.example/\n' })).toEqual([
      expect.stringContaining('site.yaml:2:1  url: expected an address that starts with https://'),
    ]);
  });
});

describe('an edition without its bad articles', () => {
  it('holds all others, and names each that it leaves out', async () => {
    const content = await makeFolder({
      ...SITE,
      'articles/good.md': article('published: 2020-01-02'),
      'articles/bad.md': article('tags: Syria'),
      'articles/deep.md': article('', '> '.repeat(3000)),
    });
    const { edition, skipped } = await read(content, await makeFolder(), { skipBad: true });
    expect(edition.articles.map(({ file }) => file)).toEqual(['good.md']);
    expect(skipped.map(({ file, line }) => [file.replace(`${content}/`, ''), line])).toEqual([
      ['articles/bad.md', 3],
      ['articles/deep.md', 6],
    ]);
  });

  it('leaves out what needs one that is left out', async () => {
    const content = await makeFolder({
      ...SITE,
      'articles/original.md': article('tags: Syria'),
      'articles/translation.md': article('translationOf: /articles/original/'),
      'articles/good.md': article(''),
    });
    const { edition, skipped } = await read(content, await makeFolder(), { skipBad: true });
    expect(edition.articles.map(({ file }) => file)).toEqual(['good.md']);
    expect(skipped).toHaveLength(2);
  });
});
