import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/news/digest.ts';
import { pixel } from '../edition/content.ts';
import { clean, proofed } from './proofed.ts';

describe('a picture', () => {
  const withPictures = async (body: string, front = ''): Promise<string[]> =>
    (await proofed({ 'articles/a.md': clean(front, body), 'articles/k.png': await pixel() }, 'alt')).lines;

  it('without alt is told of, in Markdown and in HTML', async () => {
    expect(await withPictures('One.\n\n![](k.png)\n\n<p><img src="k.png"></p>\n\n![ ](k.png "caption")')).toEqual([
      'articles/a.md:11: the picture k.png has no alt',
      'articles/a.md:13: the picture k.png has no alt',
      'articles/a.md:15: the picture k.png has no alt',
    ]);
  });

  it('is found where a tag of HTML is all that a text holds of pictures', async () => {
    expect(await withPictures('<IMG src="k.png">')).toHaveLength(1);
  });

  it('with one is not, nor is one of which HTML says that it decorates', async () => {
    expect(
      await withPictures('![Kerry](k.png)\n\n<p><img src="k.png" alt=""></p>\n\n![Kerry][k]\n\n[k]: k.png'),
    ).toEqual([]);
  });

  it('above the text decorates nothing, whatever an import has left empty', async () => {
    expect(await withPictures('Text.', 'image:\n  src: k.png\n  alt: ""')).toEqual([
      'articles/a.md:9: the picture above the text, k.png, has an empty alt',
    ]);
    expect(await withPictures('Text.', 'image: {src: k.png, alt: Kerry}')).toEqual([]);
    expect(await withPictures('Text.', 'image: {caption: A picture that was not kept}')).toEqual([]);
  });
});

describe('tags that look alike', () => {
  const tagged = (tags: string): string => `---\ntitle: A headline\ntags:\n  - Trade\n  - ${tags}\n---\n\nText.\n`;
  const files = {
    'articles/a.md': tagged('United States'),
    'articles/b.md': tagged('United States'),
    'articles/c.md': tagged('U.S.'),
  };

  it('are told of where the rarer one stands', async () => {
    expect((await proofed(files, 'look-alike')).lines).toEqual([
      'articles/c.md:5: "U.S." (1) and "United States" (2) differ in that one has the initials of the other',
    ]);
  });

  it('are not told of where tags.yaml settles it, and are where a listed one is meant', async () => {
    const settled = '- name: United States\n  neverSameAs: [U.S.]\n- name: Trades\n';
    expect((await proofed({ ...files, 'tags.yaml': settled }, 'look-alike')).lines).toEqual([
      'articles/a.md:4: "Trades" (0) and "Trade" (3) differ in the plural only',
    ]);
    const unused = '- name: Harbour\n- name: Harbours\n';
    expect((await proofed({ 'tags.yaml': unused }, 'look-alike')).lines).toEqual([
      'tags.yaml:1: "Harbour" (0) and "Harbours" (0) differ in the plural only',
    ]);
  });
});

describe('a kept original', () => {
  const kept = (text: string): string => `sources/${sha256(text)}.txt`;
  const made = (text: string): string => `source: {name: The Paper, sha256: ${sha256(text)}}`;
  const article = (front: string): string => clean(front).replace('source: {name: The Paper}\n', '');
  const copy = 'a'.repeat(64);
  const versions = `versions: [{captured: 2026-10-01, sha256: ${sha256('first')}, copy: ${copy}}]`;
  const files = {
    [kept('first')]: 'first',
    [kept('second')]: 'second',
    [kept('third')]: 'third',
    'sources/notes.txt': 'notes',
    'articles/a.md': article(`${made('second')}\n${versions}`),
    [`versions/${copy}.md`]: article(''),
    'versions/gone.md': article(''),
  };

  it('is told of where no article is made from it, nor was', async () => {
    expect((await proofed(files, 'original')).lines).toEqual(
      [
        `${kept('third')}:1: no article is made from it`,
        'sources/notes.txt:1: it is not named by its sha256, and nothing is made from it',
      ].sort(),
    );
  });

  it('and an earlier version are two things: one that no article names is told of as such', async () => {
    expect((await proofed(files, 'version')).lines).toEqual(['versions/gone.md:1: no article names it']);
  });

  it('is not taken for unused where a version of its article is missing, and nor is the article for gone', async () => {
    const broken = Object.fromEntries(Object.entries(files).filter(([file]) => !file.includes(copy)));
    const { findings } = await proofed({ ...broken, 'articles/b.md': clean('', 'See [a](a.md).') });
    expect(findings.map(({ check, file, line }) => `${check} ${file}:${line}`)).toEqual([
      `error versions/${copy}.md:1`,
    ]);
  });

  it('is not looked for while an article that may be made from it cannot be read', async () => {
    const { code, findings, leftOut } = await proofed({ ...files, 'articles/b.md': 'no front matter' }, 'original');
    expect([code, findings.map(({ check, file, line }) => `${check} ${file}:${line}`)]).toEqual([
      2,
      ['error articles/b.md:1'],
    ]);
    expect(leftOut).toEqual([
      'Originals and versions without an article were not looked for: they may be those of one that is refused.',
    ]);
  });
});
