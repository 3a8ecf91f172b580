import { describe, expect, it } from 'vitest';
import { problemsOf, siteProblemsOf } from './problems.ts';

/** An object with a key of its own that JavaScript keeps for itself, as YAML and JSON can hold one. */
function withOwnKey(key: string): Record<string, unknown> {
  return Object.fromEntries([[key, { polluted: true }]]);
}

describe('a key that nobody knows', () => {
  it.each([
    [{ tagz: ['a'] }, 'tagz: unknown key; did you mean "tags"?'],
    [{ Title: 'a' }, 'Title: unknown key; did you mean "title"?'],
    [{ autors: ['a'] }, 'autors: unknown key; did you mean "authors"?'],
    [{ translationof: '/a/' }, 'translationof: unknown key; did you mean "translationOf"?'],
    [{ source: { nmae: 'AP' } }, 'source.nmae: unknown key; did you mean "name"?'],
    [{ image: { captoin: 'a' } }, 'image.captoin: unknown key; did you mean "caption"?'],
    [{ rights: { licence: 'CC' } }, 'rights.licence: unknown key; did you mean "license"?'],
    [{ authors: [{ name: 'A', urll: 'https://a.example/' }] }, 'authors.0.urll: unknown key; did you mean "url"?'],
    [
      { corrections: [{ date: '2016-10-04', text: 'a', txt: 'b' }] },
      'corrections.0.txt: unknown key; did you mean "text"?',
    ],
    [
      { withdrawn: { date: '2016-10-04', reason: 'a', reasn: 'b' } },
      'withdrawn.reasn: unknown key; did you mean "reason"?',
    ],
  ])('is answered with the one that was meant: %j', (keys, message) => {
    expect(problemsOf(keys)).toEqual([message]);
  });

  it('far from any other is answered with all that are known at that place', () => {
    const [message = ''] = problemsOf({ rights: { zzzzzzzz: 1 } });
    expect(message).toBe('rights.zzzzzzzz: unknown key; known here: holder, notice, license, url, publish, robots');
  });

  it('of a layout or component is refused like any other', () => {
    expect(problemsOf({ layout: '../../x.astro', components: {}, slug: 'x' })).toHaveLength(3);
  });

  it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
    'is refused at every depth where it could reach into the program: %s',
    (key) => {
      const own = withOwnKey(key);
      expect(Object.keys(own)).toEqual([key]);
      const places = [
        problemsOf(Object.defineProperty({ title: 'A' }, key, { value: 1, enumerable: true, configurable: true })),
        problemsOf({ source: own }),
        problemsOf({ rights: own }),
        problemsOf({ image: own }),
        siteProblemsOf({ sources: { AP: own } }),
        siteProblemsOf({ sources: { AP: { rights: own } } }),
      ];
      for (const problems of places) expect(problems.join()).toContain(`${key}: unknown key`);
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    },
  );
});

describe('site.yaml', () => {
  it('needs a name and an address', () => {
    expect(siteProblemsOf({})).toEqual([]);
    expect(siteProblemsOf({ name: undefined, url: undefined })).toEqual([
      'name: is missing; expected the name of the site',
      'url: is missing; expected an address that starts with https:// or http://',
    ]);
  });

  it.each([
    ['url', 'javascript:alert(1)', 'url: expected an address that starts with https://'],
    ['url', 'https://user:secret@paper.example/', 'url: expected an address'],
    ['url', 'https://paper.example/?a=b', 'url: expected an address without "?" and "#", got'],
    ['url', 'https://paper.example/#a', 'url: expected an address without'],
    ['timeZone', 'Europe/Praha', 'timeZone: expected a time zone such as Europe/Prague, got "Europe/Praha"'],
    ['timeZone', 2, 'timeZone: expected a time zone such as Europe/Prague, got 2'],
    ['lang', 'e', 'lang: expected a language tag'],
    ['oldAfterYears', -1, 'oldAfterYears: expected a whole number, not below 0, got -1'],
    ['oldAfterYears', 1.5, 'oldAfterYears: expected a whole number'],
    ['about', 'Hello', 'about: expected a list of paragraphs, got "Hello"'],
    ['sources', ['AP'], 'sources: expected sources by name, got ["AP"]'],
    ['sources', { AP: { rigths: {} } }, 'sources.AP.rigths: unknown key; did you mean "rights"?'],
    [
      'sources',
      { AP: { rights: { publish: 'some' } } },
      'sources.AP.rights.publish: expected full, excerpt or headline',
    ],
    ['timezone', 'UTC', 'timezone: unknown key; did you mean "timeZone"?'],
  ])('says what is wrong with %s: %j', (key, value, message) => {
    const problems = siteProblemsOf({ [key]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(message);
  });

  it('that is no mapping at all is told so', () => {
    for (const value of ['text', 7, null, ['a']]) expect(problemsOf({ source: value })).toHaveLength(1);
  });
});
