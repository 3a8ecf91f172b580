import { describe, expect, it } from 'vitest';
import { Repository } from '../../setup/repository.ts';
import { FERRY, offers, renamedFrom, TALKS } from './offers.ts';
import { clean, proofOf } from './proofed.ts';

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

  it('is known by its headline where its few words are others', async () => {
    const front =
      'authors: [Jane Doe, Joe Doe]\nsection: Harbour\nlang: en\nkicker: From the port\ndateline: THE PORT, Oct 4';
    const repository = await Repository.make({ 'articles/a.md': clean(front, 'It rains.') });
    repository.commit();
    repository.remove('a.md');
    repository.write({ 'articles/b.md': clean(front, 'Snow falls.') });
    repository.commit();
    expect((await offers(repository)).map(([, file]) => file)).toEqual(['articles/b.md']);
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

  it('is told from another copy of the same text, which was there before', async () => {
    const repository = await Repository.make({
      'articles/a.md': clean('', TALKS),
      'articles/copy.md': clean('', TALKS),
    });
    repository.commit();
    repository.move('a.md', 'b.md');
    expect((await offers(repository)).map(([, file]) => file)).toEqual(['articles/b.md']);
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
  it('before one that is an old address already is offered by itself', async () => {
    const repository = await Repository.make({ 'articles/a.md': clean('', TALKS) });
    repository.commit();
    repository.remove('a.md');
    repository.write({ 'articles/b.md': clean('kicker: Harbour', TALKS) });
    repository.commit();
    repository.remove('b.md');
    repository.write({ 'articles/c.md': clean('aliases: [/articles/b/]', TALKS) });
    expect((await offers(repository)).map(([, , , yaml]) => yaml)).toEqual(['aliases: [/articles/b/, /articles/a/]']);
  });

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
