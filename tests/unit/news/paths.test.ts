import { describe, expect, it } from 'vitest';
import * as paths from '../../../src/news/paths.ts';
import { basePath } from '../../../src/news/site.ts';

const { aliasPath, articlePath, feedPath, frontPath, periodPath, tagPath, toAddress, toHref } = paths;

describe('the path of a page', () => {
  it('is the path of the article’s file', () => {
    expect(articlePath('2016/10/truce.md')).toBe('/articles/2016/10/truce/');
    expect(articlePath('undated/read.me.md')).toBe('/articles/undated/read.me/');
  });

  it('puts an article with its month, by the day it was printed', () => {
    expect(paths.articleFolder('2016-10-04')).toBe('2016/10');
    expect(paths.articleFolder('2016-10-31T23:59:00-11:00')).toBe('2016/10');
    expect(paths.articleFolder(undefined)).toBe('undated');
  });

  it('has no number on a list’s first page', () => {
    expect([tagPath('syria'), tagPath('syria', 2)]).toEqual(['/tags/syria/', '/tags/syria/2/']);
    expect([periodPath('2016-10'), periodPath('2016-10', 3)]).toEqual(['/archive/2016/10/', '/archive/2016/10/3/']);
    expect([feedPath(frontPath, 'xml'), feedPath(frontPath, 'json', '4f')]).toEqual(['/feed.xml', '/feed-4f.json']);
  });

  it('leads from an old folder or an old file', () => {
    expect([aliasPath('/old'), aliasPath('/old/'), aliasPath('/old.html')]).toEqual(['/old/', '/old/', '/old.html']);
  });
});

describe('a link', () => {
  it.each([
    ['https://e.example', '/'],
    ['https://e.example/', '/'],
    ['https://e.example/news', '/news/'],
    ['https://e.example/news/', '/news/'],
    ['https://e.example/a/b/', '/a/b/'],
  ])('carries the base path of %s', (url, base) => {
    expect(basePath({ url })).toBe(base);
    const href = toHref(base, tagPath('syria'));
    expect(href).toBe(`${base}tags/syria/`);
    expect(new URL(href, url).href).toBe(toAddress(url, tagPath('syria')));
  });

  it('to a name in any script is an address that survives a browser unchanged', () => {
    for (const slug of ['сирия', '叙利亚', 'سوريا', 'a b', '100%', 'q?a#b', '"><script>']) {
      const address = toAddress('https://e.example/news/', tagPath(slug));
      expect(address).toMatch(/^[\x21-\x7e]+$/u);
      expect(new URL(address).pathname).toBe(`/news/tags/${encodeURIComponent(slug)}/`);
      expect(new URL(address).href).toBe(address);
    }
  });

  it('with percent signs that mean nothing is left as it is', () => {
    expect(paths.decoded('100%.html')).toBe('100%.html');
    expect(paths.decoded('k%C3%A9rry.jpg')).toBe('kérry.jpg');
  });
});
