import { describe, expect, test } from 'vitest';
import { pageFacts, picturesOf } from '../../../../src/scripts/offline/page-facts.ts';

const ROOT = '/news/_scripts/';

function page({ title = 'Truce', html = 'lang="en-GB" dir="ltr"', h1 = '', body = '' }): string {
  return `<!DOCTYPE html><html ${html}><head><meta property="og:type" content="article"><meta property="og:title" content="${title}">
    <script>load(\`${ROOT}0123456789abcdef/\${name}.js\`)</script></head><body><h1 ${h1}>Truce</h1>${body}</body></html>`;
}

const nothing = (): boolean => false;

describe('what is known of a kept page', () => {
  test('is its headline as a reader sees it', () => {
    const title = 'A &#34;truce&#34; &amp; its end: 1 &lt; 2, it&#39;s &amp;lt;b&amp;gt;';
    expect(pageFacts(page({ title }), ROOT)?.headline).toBe(`A "truce" & its end: 1 < 2, it's &lt;b&gt;`);
  });

  test('is the language of its headline, or else of the page', () => {
    expect(pageFacts(page({ h1: 'data-part="headline" lang="ar" dir="rtl"' }), ROOT)).toMatchObject({
      lang: 'ar',
      dir: 'rtl',
    });
    expect(pageFacts(page({}), ROOT)).toMatchObject({ lang: 'en-GB', dir: 'ltr' });
  });

  test('is which scripts it loads', () => {
    expect(pageFacts(page({}), ROOT)?.scripts).toBe(`${ROOT}0123456789abcdef/`);
    expect(pageFacts(page({}), '/other/_scripts/')?.scripts).toBe('');
  });

  test('is nothing where a page only leads to another one', () => {
    const redirect =
      '<!doctype html><html lang="en"><head><meta http-equiv="refresh" content="0; url=/news/"></head></html>';
    expect(pageFacts(redirect, ROOT)).toBeUndefined();
  });
});

const STEM = '/news/pictures/0a1b';

function picture(widths: readonly number[], src = '/news/articles/2016/10/kerry.jpg'): string {
  const source = (type: string): string =>
    `<source type="image/${type}" srcset="${widths.map((width) => `${STEM}-${width}.${type} ${width}w`).join(', ')}" sizes="92vw">`;
  return `<picture>${source('avif')}${source('webp')}<img src="${src}" alt="A man"></picture>`;
}

describe('the pictures that are kept with a page', () => {
  test('are those that the browser has, each in one width', () => {
    const body = picture([480, 720, 1200]);
    expect(picturesOf(page({ body }), (address) => address === `${STEM}-720.avif`)).toEqual([`${STEM}-720.avif`]);
  });

  test('are of a middling width where the browser has none', () => {
    expect(picturesOf(page({ body: picture([480, 720, 960, 1200, 1920]) }), nothing)).toEqual([`${STEM}-960.webp`]);
    expect(picturesOf(page({ body: picture([480, 640]) }), nothing)).toEqual([`${STEM}-640.webp`]);
  });

  test('are the originals where there is nothing else, each once', () => {
    const drawing = '<img src="/news/articles/2016/10/a&amp;b.gif" alt="">';
    expect(picturesOf(page({ body: drawing + drawing }), nothing)).toEqual(['/news/articles/2016/10/a&b.gif']);
  });

  test('are none of another host', () => {
    const body = '<img src="https://other.example/a.jpg" alt=""><img src="data:image/gif;base64,R0lGOD" alt="">';
    expect(picturesOf(page({ body }), nothing)).toEqual([]);
  });
});
