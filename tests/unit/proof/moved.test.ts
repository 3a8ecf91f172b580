import { describe, expect, it } from 'vitest';
import { Repository } from '../../setup/repository.ts';
import { makeFolder } from '../build/folder.ts';
import { SITE } from '../edition/content.ts';
import { clean, proofOf } from './proofed.ts';

const TALKS =
  'The talks on the future of the harbour were broken off on Monday. Nobody would say when they are to begin again, ' +
  'or whether the nine ships that wait outside may come in before they do, as their captains have asked twice.';
const FERRY =
  'The night ferry will not sail in winter. Its owner said that no more than eleven passengers a night had been on board since October.';

/** What an editor is told of old addresses: the article, what is said, and the line to add. */
async function offers({ content }: Repository, only = 'moved'): Promise<(string | undefined)[][]> {
  const { findings } = await proofOf(content, only);
  return findings.map(({ check, file, message, yaml }) => [
    check,
    file,
    message,
    ...(yaml === undefined ? [] : [yaml]),
  ]);
}

const renamedFrom = (...paths: string[]): string => `it was renamed, and nothing leads on from ${paths.join(' and ')}`;

describe('an article that was renamed twice', () => {
  it('gets both old addresses offered, and is told of no more once they are among its aliases', async () => {
    const repository = await Repository.make({ 'articles/2016/10/talks.md': clean('', TALKS) });
    repository.commit();
    repository.move('2016/10/talks.md', '2016/10/talks-off.md');
    repository.commit();
    repository.move('2016/10/talks-off.md', '2016/11/переговоры.md');
    repository.write({ 'articles/2016/11/переговоры.md': clean('', `${TALKS}\n\nMore was said.`) });
    repository.commit();
    const yaml = 'aliases: [/articles/2016/10/talks-off/, /articles/2016/10/talks/]';
    expect(await offers(repository)).toEqual([
      [
        'moved',
        'articles/2016/11/переговоры.md',
        renamedFrom('/articles/2016/10/talks-off/', '/articles/2016/10/talks/'),
        yaml,
      ],
    ]);
    repository.write({ 'articles/2016/11/переговоры.md': clean(yaml, TALKS) });
    expect(await offers(repository, 'moved,gone')).toEqual([]);
  });

  it('is offered the one that is missing, beside those that it has, on their line', async () => {
    const repository = await Repository.make({ 'articles/b.md': clean('aliases:\n  - /old.html', TALKS) });
    repository.commit();
    repository.move('b.md', 'c.md');
    const { findings } = await proofOf(repository.content, 'moved');
    expect(findings).toMatchObject([{ line: 7, yaml: 'aliases: [/old.html, /articles/b/]' }]);
  });

  it('and went back has no old address but the one between', async () => {
    const repository = await Repository.make({ 'articles/a.md': clean('', TALKS) });
    repository.commit();
    repository.move('a.md', 'b.md');
    repository.commit();
    repository.move('b.md', 'a.md');
    repository.commit();
    expect(await offers(repository)).toEqual([
      ['moved', 'articles/a.md', renamedFrom('/articles/b/'), 'aliases: [/articles/b/]'],
    ]);
  });
});

describe('a rename that nobody has committed', () => {
  it.each(['not even added', 'added'])('is seen, %s, be it of a new headline too', async (state) => {
    const repository = await Repository.make({
      'articles/a.md': clean('', TALKS),
      'articles/other.md': clean('', FERRY),
    });
    repository.commit();
    repository.remove('a.md');
    repository.write({ 'articles/b.md': clean('kicker: Harbour', TALKS.replace('Monday', 'Sunday')) });
    if (state === 'added') repository.git('add', '--all');
    const said = 'it seems to be what stood at /articles/a/, and nothing leads on from there';
    expect(await offers(repository)).toEqual([['moved', 'articles/b.md', said, 'aliases: [/articles/a/]']]);
  });

  it('after one that was committed leads from the first place to the last', async () => {
    const repository = await Repository.make({ 'articles/a.md': clean('', TALKS) });
    repository.commit();
    repository.move('a.md', 'b.md');
    repository.commit();
    repository.move('b.md', 'c.md');
    expect((await offers(repository)).map(([, file, , yaml]) => [file, yaml])).toEqual([
      ['articles/c.md', 'aliases: [/articles/b/, /articles/a/]'],
    ]);
  });
});

describe('a place', () => {
  it('that another article has now is no dead address', async () => {
    const repository = await Repository.make({ 'articles/a.md': clean('', TALKS) });
    repository.commit();
    repository.move('a.md', 'b.md');
    repository.commit();
    repository.write({ 'articles/a.md': clean('', FERRY) });
    expect(await offers(repository, 'moved,gone')).toEqual([]);
  });

  it('that two articles had, one after the other, is offered to the last of them', async () => {
    const repository = await Repository.make({ 'articles/a.md': clean('', TALKS) });
    repository.commit();
    repository.move('a.md', 'talks.md');
    repository.commit();
    repository.write({ 'articles/a.md': clean('', FERRY) });
    repository.commit();
    repository.move('a.md', 'ferry.md');
    repository.commit();
    expect(await offers(repository)).toEqual([
      ['moved', 'articles/ferry.md', renamedFrom('/articles/a/'), 'aliases: [/articles/a/]'],
    ]);
  });

  it('that only a draft had, or what is still under its embargo, was no address', async () => {
    const repository = await Repository.make({
      'articles/draft.md': clean('draft: true', TALKS),
      'articles/soon.md': clean('embargo: 2030-01-01', FERRY),
    });
    repository.commit();
    repository.move('draft.md', 'talks.md');
    repository.move('soon.md', 'ferry.md');
    repository.commit();
    expect(await offers(repository, 'moved,gone')).toEqual([]);
  });

  it('that could never be built, or was no article, was none either', async () => {
    const repository = await Repository.make({ 'articles/a b.md': clean('', TALKS), 'articles/notes.txt': FERRY });
    repository.commit();
    repository.move('a b.md', 'b.md');
    repository.move('notes.txt', 'notes-of-mine.txt');
    repository.commit();
    expect(await offers(repository, 'moved,gone')).toEqual([]);
  });
});

describe('an article that was deleted', () => {
  it.each([
    ['the address of its source', 'source: {name: The Paper, url: "https://example.org/1"}', 'Another text.'],
    ['its text', '', TALKS],
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

  it('and did not come back is told of to those who ask', async () => {
    const repository = await Repository.make({ 'articles/a.md': clean('', TALKS), 'articles/b.md': clean('', FERRY) });
    repository.commit();
    repository.remove('a.md');
    repository.commit();
    expect((await proofOf(repository.content)).findings).toEqual([]);
    expect(await offers(repository, 'gone')).toEqual([['gone', 'articles/a.md', 'nothing leads on from /articles/a/']]);
  });

  it('and may be either of two is offered to neither', async () => {
    const repository = await Repository.make({ 'articles/a.md': clean('', TALKS) });
    repository.commit();
    repository.remove('a.md');
    repository.write({ 'articles/b.md': clean('', TALKS), 'articles/c.md': clean('', TALKS) });
    expect((await offers(repository, 'moved,gone')).map(([check]) => check)).toEqual(['gone']);
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
