import { describe, expect, it } from 'vitest';
import { fileKinds, headersAt, isForHosts } from '../../../../src/build/hosts/file-kinds.ts';

const POLICY = "default-src 'none'; script-src 'self'";
const kinds = fileKinds({ policy: POLICY });

const PAGES = ['', 'articles/2016/10/truce/', 'tags/a-z/s/', '404.html', 'old/weather.html', 'robots.txt', 'sw.js'];
const NAMED = [
  ...['pictures/10503fab759f0c80f564-480.avif', '_scripts/22cf4466a9e0/cite.js'],
  ...['search/index/en/fragment/20250102-2c84e5880888.pf_fragment', 'search/index/en/pagefind.20ba0b496bc8.pf_meta'],
];
const OPEN = ['feed.xml', 'tags/syria/feed.json', 'articles/2016/10/kerry.JPG', 'favicon.svg', 'a.b/c.webp'];

describe('what hosts are told of a file', () => {
  it('lets browsers keep for a year what is named by its bytes', () => {
    for (const file of NAMED)
      expect(headersAt(kinds, file)['Cache-Control'], file).toMatch(/max-age=31536000, immutable$/u);
  });

  it('has browsers ask again for all that may be corrected or withdrawn', () => {
    for (const file of [...PAGES, ...OPEN, 'search/', 'search/index/parts.json', 'articles/2016/10/truce.md']) {
      expect(headersAt(kinds, file)['Cache-Control'], file).toBe('public, max-age=0, must-revalidate');
    }
  });

  it('is the policy of the site, and for the page that searches its own', () => {
    const policyOf = (file: string): string | undefined => headersAt(kinds, file)['Content-Security-Policy'];
    for (const file of [...PAGES, ...NAMED, ...OPEN])
      expect(policyOf(file), file).toBe(`${POLICY}; frame-ancestors 'none'`);
    for (const file of ['search/', 'search/index.html']) expect(policyOf(file), file).toContain("'wasm-unsafe-eval'");
  });

  it('lets other sites show pictures and read feeds, and nothing else', () => {
    const othersOf = (file: string): string | undefined => headersAt(kinds, file)['Cross-Origin-Resource-Policy'];
    for (const file of [...OPEN, 'pictures/10503fab759f0c80f564-480.avif']) {
      expect(othersOf(file), file).toBe('cross-origin');
    }
    for (const file of [
      ...PAGES,
      '_scripts/22cf4466a9e0/cite.js',
      'articles/2016/10/truce.md',
      'search/',
      'xml',
      'a/on-feed.xml-and-json/',
    ]) {
      expect(othersOf(file), file).toBe('same-origin');
    }
  });

  it('is the encoding of an article as plain text, which no server knows', () => {
    expect(headersAt(kinds, 'articles/2016/10/truce.md')['Content-Type']).toBe('text/markdown; charset=utf-8');
  });

  it.each([
    ['_hosts/nginx.conf', true],
    ['_headers', true],
    ['.htaccess', true],
    ['articles/_headers', false],
    ['.well-known/security.txt', false],
    ['_scripts/22cf4466a9e0/cite.js', false],
  ])('%s is for the host alone: %s', (file, isIt) => {
    expect(isForHosts(file)).toBe(isIt);
  });
});
