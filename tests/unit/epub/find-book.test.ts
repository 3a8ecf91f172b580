import { beforeAll, describe, expect, test } from 'vitest';
import type { ReadyEdition } from '../../../src/edition/read-edition.ts';
import { findBook } from '../../../src/epub/find-book.ts';
import { momentOf } from '../../../src/news/dates.ts';
import { readContent, theBook } from './library.ts';

let ready: ReadyEdition;
beforeAll(async () => {
  ready = await readContent();
});

describe('an article', () => {
  test.each([
    'articles/2025/06/everything',
    'tests/fixtures/edition/articles/2025/06/everything.md',
    '2025/06/everything',
    '/articles/2025/06/everything/',
    '/news/articles/2025/06/everything/index.html',
    'https://paper.example/news/articles/2025/06/everything/#fn-1',
    'https://herald.example/2025/06/night-ferry',
    '/2025/night-ferry/',
    'everything',
    'night ferry returns to Northport after nine years',
  ])('is found by %s', (name) => {
    const book = theBook(ready, { kind: 'article', name });
    expect(book.articles.map(({ file }) => file)).toEqual(['2025/06/everything.md']);
    expect(book.slug).toBe('everything');
  });

  test.each([
    ['everithing', 'There is no public article "everithing"; did you mean "everything"?'],
    ['https://other.example/articles/2025/06/everything/', 'There is no public article'],
    ['embargoed', 'There is no public article "embargoed"'],
  ])('that is not there is not found by %s, and what was meant is said', (name, message) => {
    const found = findBook(ready.edition, { kind: 'article', name });
    expect(found.ok ? '' : found.message).toContain(message);
  });

  test('whose name others have is asked for again', () => {
    const [first, ...others] = ready.edition.articles;
    if (!first) throw new Error('The edition is empty.');
    const twin = { ...first, file: `2001/01/${first.file.replace(/^.*\//u, '')}` };
    const name = first.file.replace(/^.*\/|\.md$/gu, '');
    const found = findBook({ ...ready.edition, articles: [first, twin, ...others] }, { kind: 'article', name });
    const ids = [first, twin].map(({ file }) => `articles/${file.replace(/\.md$/u, '')}`).sort();
    expect(found.ok ? '' : found.message).toContain(`name one: ${ids.join(', ')}`);
  });
});

describe('a topic', () => {
  test.each(['Harbour', 'harbour', 'Port', 'Harbor'])('goes by each of its names, such as %s', (name) => {
    const { articles } = theBook(ready, { kind: 'tag', name });
    const tagged = ready.edition.articles.filter(({ tags }) => tags.some((tag) => tag.slug === 'harbour'));
    expect(articles.map(({ file }) => file)).toEqual(tagged.map(({ file }) => file));
    expect(tagged.length).toBeGreaterThan(3);
  });

  test('that no article has is not made up', () => {
    const found = findBook(ready.edition, { kind: 'tag', name: 'Statistcs' });
    expect(found).toEqual({
      ok: false,
      message: 'No article here has the tag "Statistcs"; did you mean "Statistics"?',
    });
  });
});

describe('a thread', () => {
  test('is told from its oldest article on', () => {
    const { articles } = theBook(ready, { kind: 'thread', name: 'the  night ferry' });
    const moments = articles
      .map(({ front }) => front.published ?? '9999-12-31')
      .map((date) => momentOf(date, 'Europe/Prague'));
    expect(moments).toEqual(moments.toSorted((a, b) => a - b));
    expect(articles.length).toBeGreaterThan(1);
  });

  test('of another name is not there, and the nearest name is said', () => {
    const found = findBook(ready.edition, { kind: 'thread', name: 'The night fairy' });
    expect(found.ok ? '' : found.message).toMatch(
      /in the thread "The night fairy"; did you mean "The night ferry"\?$/u,
    );
  });
});
