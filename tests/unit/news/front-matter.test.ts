import { describe, expect, it } from 'vitest';
import { frontMatterSchema } from '../../../src/news/front-matter.ts';
import { makeFront } from '../routes/edition.ts';
import { problemsOf } from './problems.ts';

const SHA256 = '0'.repeat(64);

describe('front matter', () => {
  it('needs a title and nothing else', () => {
    expect(problemsOf({})).toEqual([]);
    expect(problemsOf({ title: undefined })).toEqual(['title: is missing; expected the headline']);
  });

  it('takes every key of the manual', () => {
    const date = '2016-10-04';
    const keys = {
      kicker: 'Analysis',
      description: 'What happened.',
      published: date,
      updated: '2016-10-05T10:00:00Z',
      authors: ['Ann', { name: 'Bob', url: 'https://bob.example/' }],
      dateline: 'WASHINGTON, Feb 26',
      section: 'World',
      tags: ['Syria'],
      thread: 'Truce',
      lead: true,
      lang: 'pt-BR',
      translationOf: '/articles/2016/10/x/',
      image: { src: 'kerry.jpg', alt: 'Kerry', caption: 'At noon', credit: 'AP' },
      credit: 'With reporting by AP',
      source: {
        name: 'The Post',
        url: 'https://p.example/a',
        author: 'A',
        file: 'a.txt',
        item: '1',
        captured: date,
        sha256: SHA256,
      },
      receipt: { blocks: 2, kept: 1, moved: [{ line: 3, field: 'credit' }], text: SHA256 },
      versions: [{ captured: date, sha256: SHA256 }],
      rights: {
        holder: 'P',
        notice: '© P',
        license: 'CC BY 4.0',
        url: 'https://cc.example/',
        publish: 'full',
        robots: 'index',
      },
      corrections: [{ date, text: 'Right now.' }],
      withdrawn: { date, reason: 'Wrong.' },
      embargo: date,
      expires: '2016-10-04T00:00:00Z',
      aliases: ['/old/path/'],
      draft: false,
    };
    expect(problemsOf(keys)).toEqual([]);
    expect(Object.keys(frontMatterSchema.shape).filter((key) => !(key in keys))).toEqual(['title']);
  });

  it.each([
    ['title', 123, 'title: expected the headline, got 123'],
    ['title', null, 'title: expected the headline, got null'],
    ['title', ['a'], 'title: expected the headline, got ["a"]'],
    ['title', ' \u200b ', 'title: is empty; expected the headline'],
    ['title', '\u200d', 'title: is empty; expected the headline'],
    ['tags', 'Syria', 'tags: expected a list of names, got "Syria"'],
    ['tags', [1], 'tags.0: expected a tag, got 1'],
    ['tags', ['Syria', ''], 'tags.1: is empty; expected a tag'],
    ['authors', 'Ann', 'authors: expected a list of names, got "Ann"'],
    ['authors', [7], 'authors.0: expected a name, or {name, url}, got 7'],
    ['draft', 'false', 'draft: expected true or false, got "false"'],
    ['lead', 1, 'lead: expected true or false, got 1'],
    ['lang', 'english please', 'lang: expected a language tag such as en or pt-BR, got "english please"'],
    ['image', 'kerry.jpg', 'image: expected {src, alt, caption, credit}, got "kerry.jpg"'],
    ['source', 'AP', 'source: expected {name, url, author, file, item, captured, charset, sha256}, got "AP"'],
    ['rights', { publish: 'all' }, 'rights.publish: expected full, excerpt or headline, got "all"'],
    ['corrections', { date: '2016-10-04' }, 'corrections: expected a list of {date, text}, got {"date":"2016-10-04"}'],
    ['withdrawn', true, 'withdrawn: expected {date, reason}, got true'],
    ['aliases', '/old/', 'aliases: expected a list of paths, got "/old/"'],
  ])('says what it expected and what it got: %s: %j', (key, value, message) => {
    expect(problemsOf({ [key]: value })).toEqual([message]);
  });

  it.each(['tags', 'authors', 'aliases'])(
    'refuses more %s than any article has, which would each be a page or a line',
    (key) => {
      const many = (count: number): string[] => Array.from({ length: count }, (_, number) => `/old-${number}/`);
      expect(problemsOf({ [key]: many(501) })).toEqual([`${key}: has more than 500 of them`]);
      expect(problemsOf({ [key]: many(500) })).toEqual([]);
    },
  );

  it.each(['published', 'updated', 'embargo', 'expires'])('refuses a day that is none, and a number: %s', (key) => {
    for (const value of ['2026-13-45', '2016-02-30', '0000-01-01', '2016-10-04T12:00', 2016]) {
      expect(problemsOf({ [key]: value })).toHaveLength(1);
    }
    expect(problemsOf({ [key]: '2026-13-45' })[0]).toMatch(/expected a date such as 2016-10-04.*got "2026-13-45"/u);
  });

  it('reports every problem at once', () => {
    expect(problemsOf({ title: 1, tags: 'a', draft: 'no', colour: 'red' })).toHaveLength(4);
  });

  it('shortens a wrong value that is too long to read', () => {
    const [message = ''] = problemsOf({ tags: 'x'.repeat(10_000) });
    expect(message.length).toBeLessThan(200);
  });

  it('refuses a headline that is a whole text', () => {
    expect(problemsOf({ title: 'x'.repeat(2001) })).toHaveLength(1);
    expect(problemsOf({ title: 'x'.repeat(2000) })).toEqual([]);
  });
});

describe('names and headlines', () => {
  it('lose bidi overrides and controls before anything is made of them', () => {
    const front = makeFront({ title: 'Truce\u202e end\u0007', tags: ['Sy\u2066ria'], authors: ['A\u200bnn'] });
    expect([front.title, front.tags, front.authors[0]?.name]).toEqual(['Truce end', ['Syria'], 'Ann']);
  });

  it('are text, whatever markup they hold', () => {
    const title = '</title><script>alert(1)</script> ]]> --> "';
    expect(makeFront({ title }).title).toBe(title);
  });
});
