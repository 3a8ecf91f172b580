import { createHash } from 'node:crypto';
import { DomUtils } from 'htmlparser2';
import { describe, expect, inject, test } from 'vitest';
import { byTag, listFiles, readPage } from '../setup/dist.ts';

const hash = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

describe.each(['fixtureDist', 'sampleDist'] as const)('in %s', (edition) => {
  const dist = inject(edition);
  const pages = listFiles(dist)
    .filter((file) => file.endsWith('.html'))
    .map((file) => readPage(dist, file));
  const policyOf = (page: (typeof pages)[number]): string[] =>
    byTag(page, 'meta')
      .filter(({ attribs }) => attribs['http-equiv'] === 'Content-Security-Policy')
      .map(({ attribs }) => attribs['content'] ?? '');

  const others = pages.filter(({ file }) => file !== 'search/index.html');

  test('all pages but one, those that only lead elsewhere too, have one and the same policy', () => {
    const policies = new Set(others.flatMap(policyOf));
    expect(policies.size).toBe(1);
    expect(others.length).toBe(pages.length - 1);
    expect(pages.filter((page) => policyOf(page).length !== 1)).toEqual([]);
    expect([...policies][0]).not.toContain('unsafe');
  });

  test('the page that searches may run WebAssembly, and nothing else that other pages may not', () => {
    const [policy = ''] = policyOf(readPage(dist, 'search/'));
    const allowed = (text: string): string[] => text.split('; ').flatMap((directive) => directive.split(' '));
    const usual = new Set(others.slice(0, 1).flatMap(policyOf).flatMap(allowed));
    expect(allowed(policy).filter((word) => !usual.has(word))).toEqual(["'wasm-unsafe-eval'"]);
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
  });

  test('it allows by hash what the pages hold themselves, and no page holds anything else that runs or styles', () => {
    for (const page of pages) {
      const [policy = ''] = policyOf(page);
      for (const element of [...byTag(page, 'style'), ...byTag(page, 'script')]) {
        if (element.attribs['type'] === 'application/ld+json' || 'src' in element.attribs) continue;
        expect(policy, page.file).toContain(`'${hash(DomUtils.textContent(element))}'`);
      }
      const all = DomUtils.getElementsByTagName('*', page.document.children, true);
      const inline = all.filter(({ attribs }) => Object.keys(attribs).some((name) => /^(?:on|style$)/u.test(name)));
      expect(
        inline.map(({ name }) => name),
        page.file,
      ).toEqual([]);
    }
  });
});
