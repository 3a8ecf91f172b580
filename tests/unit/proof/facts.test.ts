import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/news/digest.ts';
import { clean, proofed } from './proofed.ts';

const bare = (front: string): string => `---\ntitle: A headline\n${front}\n---\n\nA text.\n`;

describe('an editor', () => {
  it('is told of nothing where nothing is missing', async () => {
    const { code, findings, articles } = await proofed({ 'articles/a.md': clean() });
    expect([code, findings, articles]).toEqual([0, [], 1]);
  });

  it('is told of each article without date, source, rights or tags, drafts too, with what to do', async () => {
    const { code, findings } = await proofed({ 'articles/undated/a.md': bare('draft: true') });
    expect(code).toBe(2);
    expect(findings.map(({ check, file, line }) => [check, file, line])).toEqual([
      ['date', 'articles/undated/a.md', 1],
      ['source', 'articles/undated/a.md', 1],
      ['rights', 'articles/undated/a.md', 1],
      ['tags', 'articles/undated/a.md', 1],
    ]);
    expect(findings[0]?.advice).toContain('published: 2016-10-04');
  });

  it('is shown the line of a key that is there and says too little', async () => {
    const { lines } = await proofed(
      { 'articles/a.md': bare('published: 2016-10-04\nsource:\n  file: kerry.txt\nrights: {robots: index}\ntags: []') },
      'source,rights,tags',
    );
    expect(lines).toEqual([
      'articles/a.md:4: of its source it names only a file, kerry.txt',
      'articles/a.md:6: it says nothing of rights',
      'articles/a.md:7: it has no tags',
    ]);
  });

  it('has said enough of the rights of an article where site.yaml says it of its source', async () => {
    const site =
      'name: The Paper\nurl: https://paper.example/\nsources: {The Example: {rights: {publish: excerpt}}, Other: {}}\n';
    const from = (name: string): string => bare(`source: {name: ${name}}`);
    const files = { 'site.yaml': site, 'articles/a.md': from('The Example'), 'articles/b.md': from('Other') };
    expect((await proofed(files, 'rights')).lines).toEqual([
      'articles/b.md:1: neither it nor its source "Other" says anything of rights',
    ]);
  });

  it('is told of an address as a source no more than of a name', async () => {
    const files = { 'articles/a.md': bare('source: {url: "https://example.org/a"}') };
    expect((await proofed(files, 'source')).lines).toEqual([]);
  });
});

describe('a copy that was edited', () => {
  const receipt = `receipt:\n  blocks: 1\n  kept: 1\n  text: ${'a'.repeat(64)}`;

  it('is told of at its receipt', async () => {
    expect((await proofed({ 'articles/a.md': clean(receipt) })).lines).toEqual([
      'articles/a.md:7: its text was edited since the import, and no correction says so',
    ]);
  });

  it('is not told of where a correction says so, or where its text is withdrawn', async () => {
    const corrected = 'corrections: [{date: 2026-11-01, text: A name was wrong.}]';
    const withdrawn = 'withdrawn: {date: 2026-11-01, reason: It was wrong.}';
    const files = {
      'articles/a.md': clean(`${receipt}\n${corrected}`),
      'articles/b.md': clean(`${receipt}\n${withdrawn}`),
    };
    expect((await proofed(files)).lines).toEqual([]);
  });

  it('has a receipt that proves its text where nobody edited it', async () => {
    const text = sha256('A headline\nA text that stands here.');
    const proven = `receipt:\n  blocks: 2\n  kept: 2\n  text: ${text}`;
    expect((await proofed({ 'articles/a.md': clean(proven) })).lines).toEqual([]);
  });
});
