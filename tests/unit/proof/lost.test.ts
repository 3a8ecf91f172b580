import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { runProof } from '../../../src/proof/run-proof.ts';
import { Repository } from '../../setup/repository.ts';
import { makeFolder } from '../build/folder.ts';
import { SITE } from '../edition/content.ts';
import { FERRY, offers, TALKS } from './offers.ts';
import { clean, proofOf, setting } from './proofed.ts';

describe('an article that was deleted', () => {
  it.each([
    ['the address of its source', 'source: {name: The Paper, url: "https://example.org/1"}', 'Another text.'],
    ['its text', '', TALKS],
    ['what its receipt proves', `receipt: {blocks: 1, kept: 1, text: ${'a'.repeat(64)}}`, 'Another text.'],
  ])('and came back later under another name is known by %s', async (_, front, body) => {
    const article = (text: string): string => clean(front, text).replace(front && 'source: {name: The Paper}\n', '');
    const repository = await Repository.make({
      'articles/a.md': article(TALKS),
      'articles/other.md': clean('', FERRY),
    });
    repository.commit();
    repository.remove('a.md');
    repository.commit();
    repository.write({ 'articles/b.md': article(body) });
    repository.commit();
    expect((await offers(repository)).map(([, file, , yaml]) => [file, yaml])).toEqual([
      ['articles/b.md', 'aliases: [/articles/a/]'],
    ]);
  });

  it('is known by a text of a few words, too, and beside others of the same commit', async () => {
    const repository = await Repository.make({
      'articles/a.md': clean('', 'It rains.'),
      'articles/b.md': clean('', TALKS),
      'articles/c.md': clean('', FERRY),
    });
    repository.commit();
    repository.remove('a.md');
    repository.move('b.md', 'talks.md');
    repository.move('c.md', 'ferry.md');
    repository.commit();
    repository.write({ 'articles/rain.md': clean('kicker: Weather', 'It rains.') });
    expect((await offers(repository)).map(([, file, , yaml]) => [file, yaml])).toEqual([
      ['articles/ferry.md', 'aliases: [/articles/c/]'],
      ['articles/rain.md', 'aliases: [/articles/a/]'],
      ['articles/talks.md', 'aliases: [/articles/b/]'],
    ]);
  });

  it('and did not come back is told of to those who ask', async () => {
    const repository = await Repository.make({ 'articles/a.md': clean('', TALKS), 'articles/b.md': clean('', FERRY) });
    repository.commit();
    repository.remove('a.md');
    repository.commit();
    expect((await proofOf(repository.content)).findings).toEqual([]);
    expect(await offers(repository, 'gone')).toEqual([['gone', 'articles/a.md', 'nothing leads on from /articles/a/']]);
  });

  const HEAD =
    'authors: [Jane Doe, Joe Doe]\nsection: Harbour\nlang: en\nkicker: From the port\ndateline: THE PORT, Oct 4';

  it.each([
    ['is not', 'another text', '', 'Nobody has seen the harbour master since.', 'gone'],
    ['is', 'most of the text', '', 'The ferry sails at ten.', 'moved'],
    ['is', 'the same source', ', url: "https://example.org/1"', 'Nobody has seen the harbour master since.', 'moved'],
  ])(
    '%s the one that was added beside, begins with the same lines, and has %s',
    async (_is, _what, url, text, check) => {
      const article = (body: string): string =>
        clean(HEAD, body).replace('{name: The Paper}', `{name: The Paper${url}}`);
      const repository = await Repository.make({ 'articles/a.md': article('The ferry sails at nine.') });
      repository.commit();
      repository.remove('a.md');
      repository.write({ 'articles/b.md': article(text).replace('A headline', 'A headline like it') });
      repository.commit();
      expect((await offers(repository, 'moved,gone')).map(([found]) => found)).toEqual([check]);
    },
  );

  it('and may be either of two is offered to neither', async () => {
    const repository = await Repository.make({ 'articles/a.md': clean('', TALKS) });
    repository.commit();
    repository.remove('a.md');
    repository.write({ 'articles/b.md': clean('', TALKS), 'articles/c.md': clean('', TALKS) });
    expect((await offers(repository, 'moved,gone')).map(([check]) => check)).toEqual(['gone']);
  });
});

describe('at the terminal', () => {
  it('the offered line stands alone below what is said, to be copied', async () => {
    const repository = await Repository.make({ 'articles/a.md': clean('', TALKS) });
    repository.commit();
    repository.move('a.md', 'b.md');
    const printed: string[] = [];
    const voice = { print: (line: string) => void printed.push(line), warn: () => undefined };
    const order = { content: repository.content, checks: new Set(['moved'] as const), json: false };
    await runProof(order, voice, await setting());
    expect(printed.slice(2, 4)).toEqual([
      expect.stringContaining('articles/b.md:1: it seems to be what stood at /articles/a/'),
      '    aliases: [/articles/a/]',
    ]);
  });
});

describe('run by a hook of git', () => {
  it('the history is that of the content folder all the same', async () => {
    const repository = await Repository.make({ 'articles/a.md': clean('', TALKS) });
    repository.commit();
    repository.move('a.md', 'b.md');
    vi.stubEnv('GIT_DIR', '.git');
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(await offers(repository)).toHaveLength(1);
  });
});

describe('without history', () => {
  it('one sentence says that old addresses were not looked for, and nothing is wrong', async () => {
    const { code, leftOut } = await proofOf(await makeFolder(SITE));
    expect([code, leftOut]).toEqual([0, ['Renamed articles were not looked for: the folder is in no git repository.']]);
    const repository = await Repository.make();
    expect((await proofOf(repository.content)).leftOut).toEqual([
      'Renamed articles were not looked for: nothing is committed yet.',
    ]);
    expect((await proofOf(repository.content, 'date')).leftOut).toEqual([]);
  });

  it('beyond the newest commits, that is said', async () => {
    const repository = await Repository.make({ 'articles/a.md': clean('', TALKS) });
    repository.commit();
    repository.move('a.md', 'b.md');
    repository.commit();
    const folder = await makeFolder();
    repository.git('clone', '--quiet', '--depth=1', `file://${repository.folder}`, `${folder}/clone`);
    const { findings, leftOut } = await proofOf(`${folder}/clone/papers/content`);
    expect(findings).toEqual([]);
    expect(leftOut).toEqual([expect.stringContaining('in the newest commits only')]);
  });
});
