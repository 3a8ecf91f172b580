import { describe, expect, it } from 'vitest';
import { isElsewhere, toArticlePath, toListPage } from '../../../../src/scripts/memory/addresses.ts';
import { SITE } from './fake-store.ts';

describe('an address that somebody put into what is kept', () => {
  it.each([
    ['/news/articles/2016/10/truce/', '/news/articles/2016/10/truce/'],
    ['articles/2016/10/truce/', '/news/articles/2016/10/truce/'],
    ['https://paper.example/news/articles/undated/a/?x=1#p-abc', '/news/articles/undated/a/'],
    ['/news/articles/2016/10/قارب/', '/news/articles/2016/10/%D9%82%D8%A7%D8%B1%D8%A8/'],
  ])('leads to the article that it names: %s', (address, path) => {
    expect(toArticlePath(address, SITE)).toBe(path);
  });

  it.each([
    'javascript:alert(1)//news/articles/a/',
    'data:text/html,/news/articles/a/',
    'blob:https://paper.example/news/articles/a/',
    'https://evil.example/news/articles/2016/10/truce/',
    '//evil.example/news/articles/2016/10/truce/',
    '\\\\evil.example\\news\\articles\\a\\',
    'https://paper.example:8443/news/articles/a/',
    'http://paper.example/news/articles/a/',
    '/articles/2016/10/truce/',
    '/news/articles/../../admin/',
    '/news/articles/%2e%2e/%2e%2e/admin/',
    '/news/tags/syria/',
    '/news/articles/2016/10/truce.md',
    '/news/articles//',
    'https://',
    '',
    `/news/articles/${'a'.repeat(600)}/`,
    7,
    null,
    undefined,
    { toString: () => '/news/articles/a/' },
  ])('leads nowhere if it is none of an article here: %s', (address) => {
    expect(toArticlePath(address, SITE)).toBeUndefined();
  });

  it('never leads out of the articles of the site, wherever that stands', () => {
    const root = new URL('https://paper.example/');
    expect(toArticlePath('/articles/2016/10/truce/', root)).toBe('/articles/2016/10/truce/');
    expect(toArticlePath('/news/articles/2016/10/truce/', root)).toBeUndefined();
  });
});

it('a page of a topic, a source, an author or a thread is known with its number, and no other page', () => {
  expect(toListPage('/news/tags/syria/', SITE)).toEqual({ list: '/news/tags/syria/', page: 1 });
  expect(toListPage('/news/tags/syria/3/', SITE)).toEqual({ list: '/news/tags/syria/', page: 3 });
  for (const root of ['sources', 'authors', 'threads']) {
    expect(toListPage(`/news/${root}/a/`, SITE)?.list).toBe(`/news/${root}/a/`);
  }
  for (const path of ['', 'tags/', 'tags/a-z/s/', 'tags/a-z/s/2/', 'archive/2016/', 'articles/2016/10/a/', 'about/']) {
    expect(toListPage(`/news/${path}`, SITE), path).toBeUndefined();
  }
});

it('what belongs to another site of the host is told from what is broken here', () => {
  const root = new URL('https://paper.example/');
  expect(isElsewhere('/other/articles/2016/10/a/', SITE)).toBe(true);
  expect(isElsewhere('/articles/2016/10/a/', SITE)).toBe(true);
  expect(isElsewhere('/news/articles/2016/10/a/', root)).toBe(true);
  for (const path of ['/news/articles/2016/10/a/', '/news/tags/..', 'javascript:alert(1)', 7]) {
    expect(isElsewhere(path, SITE), String(path)).toBe(false);
  }
});
