import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import { remark } from 'remark';
import { describe, expect, it } from 'vitest';
import { newsSchema } from '../../../src/markdown/sanitize-schema.ts';

const sanitizer = remark().use(rehypeRaw).use(rehypeSanitize, newsSchema).freeze();

/** What the sanitizer alone leaves of raw HTML, without the steps that stand before and after it. */
function sanitized(html: string): string {
  const tree: Root = { type: 'root', children: [{ type: 'raw', value: html }] };
  return toHtml(sanitizer.runSync(tree));
}

describe('the sanitizer alone', () => {
  it.each(['https://evil.example/x.png', 'data:image/png;base64,AA', 'javascript:alert(1)', 'blob:x'])(
    'shows no picture from an address with a scheme: %s',
    (src) => {
      expect(sanitized(`<img src="${src}" alt="x">`)).toBe('<img alt="x">');
    },
  );

  it.each([
    'id="x"',
    'name="x"',
    'class="x"',
    'style="x"',
    'onclick="x"',
    'tabindex="1"',
    'data-generated',
    'data-part="body"',
    'itemprop="x"',
  ])('leaves a paragraph no %s', (attribute) => {
    expect(sanitized(`<p ${attribute}>a</p>`)).toBe('<p>a</p>');
  });
});

describe('the lists of the sanitizer', () => {
  it('do not contradict one another', () => {
    const allowed = new Set(newsSchema.tagNames);
    expect((newsSchema.strip ?? []).filter((name) => allowed.has(name))).toEqual([]);
    expect(Object.keys(newsSchema.attributes ?? {}).filter((name) => name !== '*' && !allowed.has(name))).toEqual([]);
    expect(allowed.size).toBe(newsSchema.tagNames?.length);
  });

  it('allow no element that runs, loads or asks anything', () => {
    const active =
      'script style iframe object embed form button select textarea svg math video audio source link meta base template';
    expect(active.split(' ').filter((name) => newsSchema.tagNames?.includes(name))).toEqual([]);
    expect(newsSchema.protocols?.['href']).toEqual(['http', 'https', 'mailto']);
  });
});
