import { describe, expect, test } from 'vitest';
import { cacheName, isCacheOf } from '../../../../src/scripts/offline/names.ts';
import { type Asked, keptPath, toKeptPath, treatmentOf } from '../../../../src/scripts/offline/treatment.ts';

const SITE = { origin: 'https://paper.example', base: '/news/', scripts: '/news/_scripts/0123456789abcdef/' };

/** How the worker treats a request; where nothing else is said, a reader opens the address. */
function treated(path: string, asked: Partial<Asked> = {}): string {
  const opened = { method: 'GET', mode: 'navigate', destination: 'document', isPart: false };
  return treatmentOf({ url: new URL(path, `${SITE.origin}${SITE.base}`).href, ...opened, ...asked }, SITE);
}

const LOADED = { mode: 'cors', destination: '' };

describe('what a reader opens', () => {
  test.each([
    '',
    'articles/2016/10/truce/',
    'tags/%D0%BC%D0%B8%D1%80/',
    'old/weather.html',
    'search/?q=a.b',
    'tags/syria',
  ])('is a page at "%s"', (path) => expect(treated(path)).toBe('page'));

  test.each(['feed.xml', 'articles/2016/10/truce.md', 'articles/2016/10/kerry.jpg', 'sitemap-index.xml', 'robots.txt'])(
    'is no page at "%s", and none stands in for it',
    (path) => expect(treated(path)).toBe('leave'),
  );

  test('is nothing of ours on another host, or on this one above the site', () => {
    expect(treated('https://other.example/news/')).toBe('leave');
    expect(treated('http://paper.example/news/')).toBe('leave');
    expect(treated('/')).toBe('leave');
    expect(treated('/newsletter/')).toBe('leave');
  });

  test('is left to the browser where something is sent', () => {
    expect(treated('search/', { method: 'POST' })).toBe('leave');
    expect(treated('search/', { method: 'HEAD' })).toBe('leave');
  });
});

describe('what a page loads', () => {
  test('is a picture or a script where it is asked for as one', () => {
    expect(treated('pictures/0a-480.avif', { mode: 'no-cors', destination: 'image' })).toBe('picture');
    expect(treated(`${SITE.scripts}search.js`, { mode: 'cors', destination: 'script' })).toBe('script');
    expect(treated('_scripts/fedcba9876543210/keys.js', { mode: 'cors', destination: 'script' })).toBe('script');
  });

  test('is left to the browser where it is neither, and where only a part of it is asked for', () => {
    for (const path of ['search/index/parts.json', 'feed.xml', 'sw.js', 'articles/2016/10/truce/']) {
      expect(treated(path, LOADED), path).toBe('leave');
    }
    expect(treated('pictures/0a-480.avif', { mode: 'no-cors', destination: 'image', isPart: true })).toBe('leave');
  });
});

describe('the address of a kept page', () => {
  test('is one, in whatever way the page is asked for', () => {
    const ways = ['/news/tags/syria/', '/news/tags/syria', '/news/tags/syria/index.html'];
    expect(new Set(ways.map(keptPath))).toEqual(new Set(['/news/tags/syria/']));
    expect(keptPath('/news/old/weather.html')).toBe('/news/old/weather.html');
  });

  test('has no query and no place in the page', () => {
    expect(toKeptPath('/news/search/?q=crane#text', SITE)).toBe('/news/search/');
    expect(toKeptPath('https://paper.example/news/tags/', SITE)).toBe('/news/tags/');
  });

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'https://other.example/news/',
    '/other/',
    '/news/feed.xml',
    'http://%',
    '//other.example/news/x/',
  ])('is never made of "%s"', (link) => expect(toKeptPath(link, SITE)).toBeUndefined());
});

describe('the caches of a site', () => {
  test('are not those of another site on the same host', () => {
    expect(isCacheOf('/news/', cacheName('/news/', 'read'))).toBe(true);
    expect(isCacheOf('/', cacheName('/news/', 'read'))).toBe(false);
    expect(isCacheOf('/news/', cacheName('/', 'read'))).toBe(false);
    expect(isCacheOf('/news/', cacheName('/news/old/', 'read'))).toBe(false);
  });

  test('are still ours when they were made in another way', () => {
    const made = cacheName('/news/', 'read').replace(/\d/u, (format) => `${Number(format) + 1}`);
    expect(made).not.toBe(cacheName('/news/', 'read'));
    expect(isCacheOf('/news/', made)).toBe(true);
  });
});
