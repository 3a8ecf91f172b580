import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../../src/news/digest.ts';
import { Desk } from './desk.ts';
import { LONG } from './read.ts';

const TALKS = ['Harbor Talks End', 'By Ann Poe', 'The envoy (file photo)', LONG, LONG, 'With reporting by AP'].join(
  '\n\n',
);
const ARTICLE = 'articles/undated/harbor-talks-end.md';
const ORIGINAL = `sources/${sha256(TALKS)}.txt`;

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
  await desk.import(await desk.put('talks.txt', TALKS));
});
afterEach(() => desk.clear());

describe('verify', () => {
  test('calls a copy verbatim that nobody has touched', async () => {
    expect(await desk.verify()).toEqual({
      code: 0,
      said: [
        `${join(desk.content, ARTICLE)}: verbatim; its original gives 6 blocks: 3 kept, 2 moved, 1 changed`,
        '1 copy: 1 verbatim, 0 wrong; 0 originals without a copy',
      ],
    });
  });

  test('calls a copy edited whose words an editor changed, which is no error', async () => {
    await desk.edit(ARTICLE, (text) => text.replace('The envoy said', 'The envoy, we hear, said'));
    const { code, said } = await desk.verify();
    expect(code).toBe(0);
    expect(said[0]).toContain(': edited; ');
    expect(said[1]).toBe('1 copy: 0 verbatim, 1 edited, 0 wrong; 0 originals without a copy');
  });

  test('takes front matter that an editor set, and a link on the same words, for no edit', async () => {
    await desk.edit(ARTICLE, (text) =>
      text
        .replace('\n---\n\n', '\ntags: [Harbor]\n---\n\n')
        .replace('The envoy said', 'The [envoy](https://example.org/) said'),
    );
    expect((await desk.verify()).said[0]).toContain(': verbatim; ');
  });

  test.each([
    [
      'a count that is too good',
      (text: string) => text.replace('kept: 3', 'kept: 4').replace('    - {line: 5, field: image.caption}\n', ''),
    ],
    ['another field', (text: string) => text.replace('field: image.caption', 'field: description')],
    ['another line', (text: string) => text.replace('line: 5', 'line: 6')],
    ['a source text that it never had', (text: string) => text.replace('was: By Ann Poe', 'was: By Max Roe')],
  ])('names a receipt with %s', async (_what, change) => {
    await desk.edit(ARTICLE, change);
    const { code, said } = await desk.verify();
    expect(code).toBe(2);
    expect(said[0]).toContain(': WRONG: ');
    expect(said[1]).toContain('0 verbatim, 1 wrong');
  });

  test.each([
    ['lost a word', (text: string) => text.replace('The envoy said', 'The envoy')],
    ['gained a paragraph', (text: string) => `${text}\nNobody ever wrote this.\n`],
  ])('names a receipt that was redrawn by hand for a copy that %s', async (_what, change) => {
    await desk.edit(ARTICLE, change);
    const blocks = desk.text(ARTICLE).split('---\n\n')[1]?.trim().split('\n\n') ?? [];
    const forged = sha256(['Harbor Talks End', 'The envoy (file photo)', ...blocks, 'With reporting by AP'].join('\n'));
    await desk.edit(ARTICLE, (text) => text.replace(/text: [0-9a-f]{64}/u, `text: ${forged}`));
    const { code, said } = await desk.verify();
    expect(code).toBe(2);
    expect(said[0]).toContain(': WRONG: ');
  });

  test('names an original that is missing and says how to get it back', async () => {
    await rm(join(desk.content, ORIGINAL));
    const { code, said } = await desk.verify();
    expect(code).toBe(2);
    expect(said[0]).toContain('is missing; import talks.txt again');
  });

  test('names an original that is damaged', async () => {
    await writeFile(join(desk.content, ORIGINAL), `${TALKS}.`);
    const { code, said } = await desk.verify();
    expect(code).toBe(2);
    expect(said[0]).toContain('is damaged');
  });

  test('lists originals that no copy is made from, and counts those of earlier versions as used', async () => {
    await desk.import(await desk.put('talks.txt', `${TALKS}\n\nMore.`));
    await writeFile(join(desk.content, `sources/${sha256('x')}.txt`), 'x');
    const { code, said } = await desk.verify();
    expect(code).toBe(0);
    expect(said[1]).toBe(`${join(desk.content, 'sources')}/${sha256('x')}.txt: no copy is made from it`);
    expect(said[2]).toContain('; 1 original without a copy');
  });

  test('proves earlier versions, too, and says which is missing, broken, another or edited, or is nobody’s', async () => {
    await desk.import(await desk.put('talks.txt', `${TALKS}\n\nMore.`), {}, { day: '2020-02-03' });
    const version = desk.files().find((file) => file.startsWith('versions/')) ?? '';
    const path = join(desk.content, version);
    const text = desk.text(version);
    const told = async (): Promise<[number, string | undefined, string | undefined]> => {
      const { code, said } = await desk.verify();
      return [code, said[0], said[1]];
    };
    const whole = await told();
    expect([whole[0], whole[1]]).toEqual([0, expect.stringMatching(/: verbatim; its original gives [^;]*$/u)]);
    const edited = [0, `${whole[1]}; its earlier version ${path} was edited`];
    for (const [from, to] of [
      ['The envoy said', 'The envoy, we hear, said'],
      ['title: Harbor', 'kicker: Forged\ntitle: Harbor'],
    ] as const) {
      await writeFile(path, text.replace(from, to));
      const [code, said, sum] = await told();
      expect([code, said]).toEqual(edited);
      expect(sum).toBe('1 copy: 1 verbatim, 0 wrong; 1 earlier version edited; 0 originals without a copy');
    }
    const wrong = async (changed: string | undefined, reason: string): Promise<void> => {
      if (changed === undefined) await rm(path);
      else await writeFile(path, changed);
      const [code, said] = await told();
      expect(code, reason).toBe(2);
      expect(said).toContain(`: WRONG: its earlier version ${path}: ${reason}`);
    };
    await wrong(text.replace('was: By Ann Poe', 'was: By Max Roe'), '');
    await wrong(text.replace(sha256(TALKS), sha256(`${TALKS}\n\nMore.`)), 'it was made from another original');
    await wrong('no article', 'it cannot be read as an article');
    await wrong(undefined, 'it is missing');
    const receipt = /^receipt:\n(?: .*\n)+/mu;
    await desk.edit(ARTICLE, (article) => article.replace(receipt, ''));
    await wrong('no article', 'it cannot be read as an article');
    await writeFile(path, text);
    expect(await told()).toEqual([0, expect.stringContaining(': without receipt'), expect.anything()]);
    const other = join(desk.content, 'versions/other.md');
    await writeFile(other, text);
    expect((await told())[2]).toBe(`${other}: no article names it as an earlier version`);
    // Where one cannot be read, it may be its.
    await writeFile(join(desk.content, 'articles/undated/bad.md'), '---\ntitle: [\n---\n');
    expect((await desk.verify()).said.join('\n')).not.toContain('no article names it');
  });

  test('lists copies without an original, and leaves out articles that are no copies', async () => {
    await writeFile(join(desk.content, 'articles/undated/own.md'), '---\ntitle: Our Own\n---\n\nText.\n');
    await writeFile(
      join(desk.content, 'articles/undated/bare.md'),
      '---\ntitle: Bare\nsource: {name: The Post}\n---\n\nText.\n',
    );
    const { said } = await desk.verify();
    expect(said.at(-1)).toContain('2 copies: 1 verbatim, 1 without original, 0 wrong');
    expect(said.join('\n')).not.toContain('own.md');
  });

  test('does not pass over a file that cannot be read', async () => {
    await writeFile(join(desk.content, 'articles/undated/bad.md'), '---\ntitle: [\n---\n');
    const { code, said } = await desk.verify();
    expect(code).toBe(2);
    expect(said[0]).toContain('bad.md:');
  });
});
