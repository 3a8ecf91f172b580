import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isKeepable, type Kept, keptOf, toKeptResponse } from '../../../../src/scripts/offline/kept.ts';
import { toMessage } from '../../../../src/scripts/offline/message.ts';

const KEPT: Kept = {
  path: '/news/articles/2016/10/мир/',
  at: 1_479_816_000_000,
  bytes: 3,
  page: {
    headline: 'Перемирие: "да"\r\nSet-Cookie: x',
    lang: 'ru',
    dir: 'ltr',
    scripts: '',
    pictures: ['/news/pictures/0a-480.avif'],
  },
};

describe('a kept response', () => {
  test('carries what is known of it, in whatever script', () => {
    expect(keptOf(toKeptResponse('abc', new Headers(), KEPT))).toEqual(KEPT);
  });

  test('keeps what its host says of it, and nothing of the way that it came', async () => {
    const from = new Headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'",
      'content-encoding': 'br',
      'content-length': '9',
      vary: '*',
    });
    const response = toKeptResponse('abc', from, KEPT);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('abc');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'");
    expect(['content-encoding', 'content-length', 'vary'].filter((name) => response.headers.has(name))).toEqual([]);
  });

  test.each(['%', '{', 'null', '%7B%22path%22%3A1%7D', ''])(
    'of another program, which says "%s", is none of ours',
    (value) => {
      expect(keptOf(new Response('', { headers: { 'Tearsheet-Kept': value } }))).toBeUndefined();
      expect(keptOf(new Response(''))).toBeUndefined();
    },
  );
});

/** A response as a browser's network gives it. */
function fetched(type: string, init: ResponseInit = {}, way = 'basic'): Response {
  const response = new Response(init.status === 204 ? null : 'abc', { headers: { 'content-type': type }, ...init });
  return Object.defineProperty(response, 'type', { value: way });
}

describe('what may be kept', () => {
  test('is what it should be', () => {
    expect(isKeepable(fetched('text/html;charset=utf-8'), 'page')).toBe(true);
    expect(isKeepable(fetched('text/javascript'), 'script')).toBe(true);
    expect(isKeepable(fetched('application/javascript; charset=utf-8'), 'script')).toBe(true);
    expect(isKeepable(fetched('image/avif'), 'picture')).toBe(true);
  });

  test('is no page in the place of a script or picture, and no feed in that of a page', () => {
    expect(isKeepable(fetched('text/html'), 'script')).toBe(false);
    expect(isKeepable(fetched('text/html'), 'picture')).toBe(false);
    expect(isKeepable(fetched('application/atom+xml'), 'page')).toBe(false);
    expect(isKeepable(fetched('text/htmlx'), 'page')).toBe(false);
  });

  test.each([203, 204, 206, 301, 404, 503])('is no response of status %d', (status) => {
    expect(isKeepable(fetched('text/html', { status }), 'page')).toBe(false);
  });

  test.each(['opaque', 'opaqueredirect', 'cors', 'error'])('is no %s response', (way) => {
    expect(isKeepable(fetched('text/html', {}, way), 'page')).toBe(false);
  });
});

const SITE = { origin: 'https://paper.example', base: '/news/' };

describe('what a page asks of the worker', () => {
  test('is to keep pages of the site, and pages only', () => {
    const pages = ['/news/tags/', 'https://other.example/news/x/', '/news/feed.xml', 7, 'javascript:1', '/other/'];
    expect(toMessage({ wish: 'keep', place: 'saved', pages, loaded: ['/news/a.jpg', {}] }, SITE)).toEqual({
      wish: 'keep',
      place: 'saved',
      pages: ['/news/tags/'],
      loaded: ['/news/a.jpg'],
    });
    expect(toMessage({ wish: 'forget', pages }, SITE)).toEqual({ wish: 'forget', pages: ['/news/tags/'] });
  });

  test('is nothing where it asks for what there is not', () => {
    const wrong = [
      { wish: 'keep', place: 'shell', pages: [] },
      { wish: 'keep', pages: [] },
      { wish: 'die', pages: [] },
    ];
    expect(wrong.map((message) => toMessage(message, SITE))).toEqual(wrong.map(() => undefined));
    expect(toMessage({ wish: 'forget', pages: '/news/tags/' }, SITE)).toEqual({ wish: 'forget', pages: [] });
  });

  test('does no harm, whatever it is', () => {
    const links = fc
      .string()
      .chain((text) => fc.constantFrom(text, `/news/${text}`, `//${text}`, `https://${text}/news/`));
    const values = fc.oneof(
      fc.anything(),
      fc.record({
        wish: fc.constantFrom('keep', 'forget'),
        place: fc.constantFrom('read', 'saved'),
        pages: fc.array(links),
      }),
    );
    fc.assert(
      fc.property(values, (value) => {
        const message = toMessage(value, SITE);
        expect((message?.pages ?? []).filter((path) => !path.startsWith(SITE.base))).toEqual([]);
      }),
    );
  });
});
