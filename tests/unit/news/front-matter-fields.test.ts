import { describe, expect, it } from 'vitest';
import { makeFront } from '../routes/edition.ts';
import { problemsOf } from './problems.ts';

const SHA256 = '0'.repeat(64);
const SECRET_URL = `https://user:secret@example.org/`;

describe('addresses in front matter', () => {
  const fields: [string, (address: unknown) => Record<string, unknown>][] = [
    ['source.url', (url) => ({ source: { url } })],
    ['rights.url', (url) => ({ rights: { url } })],
    ['authors[].url', (url) => ({ authors: [{ name: 'Ann', url }] })],
  ];

  it.each(fields)('of other sites are https or http: %s', (_, keys) => {
    for (const url of ['https://example.org/a?b#c', 'http://example.org', 'HTTPS://EXAMPLE.ORG/']) {
      expect(problemsOf(keys(url))).toEqual([]);
    }
    const refused = [
      ...['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\tscript:alert(1)', 'data:text/html,x', 'vbscript:x'],
      ...['//evil.example/', '\\\\evil.example', '/path', 'example.org', 'ftp://example.org/', 'file:///etc/passwd'],
      ...['https://', ' https://example.org/', 'https://exa mple.org/', 'https:example.org', '', 7],
      ...['https://example.org/\u0000', 'https://example.org/\njavascript:', 'https://example.org/\u009b'],
    ];
    for (const url of refused) expect(problemsOf(keys(url)), String(url)).not.toEqual([]);
  });

  it.each(fields)('hold no name and password: %s', (_, keys) => {
    expect(problemsOf(keys(SECRET_URL))).toHaveLength(1);
    expect(problemsOf(keys('https://user@example.org/'))).toHaveLength(1);
  });

  it.each([
    '//evil.example/',
    'https://evil.example/',
    'old/',
    '/a/../b/',
    '/..',
    '\\\\evil',
    '/a\\b',
    '/a b/',
    '/a?b',
    '/a#b',
    '/a\u0000b',
    '/a//b/',
    '//',
    '/caf%C3%A9/',
    `/${'é'.repeat(128)}/`,
    '/\ud800/',
    '',
  ])('of this site are plain paths that never leave it: %j', (path) => {
    expect(problemsOf({ aliases: [path] })).toHaveLength(1);
    expect(problemsOf({ translationOf: path })).toHaveLength(1);
  });
});

describe('a picture', () => {
  it('needs words for those who do not see it', () => {
    expect(problemsOf({ image: { src: 'kerry.jpg' } })[0]).toMatch(/^image\.alt: is missing; a picture needs a text/u);
    expect(problemsOf({ image: { src: 'kerry.jpg', alt: '' } })).toEqual([]);
  });

  it('may be lost while its caption stays', () => {
    expect(problemsOf({ image: { caption: 'At noon', credit: 'AP' } })).toEqual([]);
  });

  it.each([
    '/etc/passwd',
    '../../x.jpg',
    'a/../../x.jpg',
    'https://e.example/x.jpg',
    '//e.example/x.jpg',
    'data:image/png,x',
    'a\\b.jpg',
    'x.svg#a',
    '',
  ])('stands beside its article: %s', (src) => {
    expect(problemsOf({ image: { src, alt: 'x' } })).toHaveLength(1);
  });

  it('has one name, with or without ./', () => {
    expect(makeFront({ image: { src: './kerry.jpg', alt: '' } }).image?.src).toBe('kerry.jpg');
  });
});

describe('a receipt', () => {
  const receipt = {
    blocks: 3,
    kept: 1,
    moved: [{ line: 1, field: 'credit' }],
    dropped: [{ line: 2, reason: 'ad' }],
    text: SHA256,
  };

  it('must add up', () => {
    expect(problemsOf({ receipt })).toEqual([]);
    for (const wrong of [{ blocks: 4 }, { kept: 2 }, { moved: [] }]) {
      expect(problemsOf({ receipt: { ...receipt, ...wrong } })[0]).toMatch(/^receipt: does not add up/u);
    }
  });

  it.each([
    { kept: -1 },
    { kept: 1.5 },
    { blocks: '3' },
    { text: 'abc' },
    { text: 'A'.repeat(64) },
    { moved: [{ linee: 1 }] },
  ])('holds counts and digests only: %j', (wrong) => {
    expect(problemsOf({ receipt: { ...receipt, ...wrong } })).not.toEqual([]);
  });
});
