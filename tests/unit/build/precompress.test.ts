import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../../src/build/manifest.ts';
import type { Output } from '../../../src/build/plan.ts';
import { compressedOutputs, writeCompressed } from '../../../src/build/precompress.ts';
import { makeFolder } from './folder.ts';

const TEXT = '<p>The lock opens.</p>\n'.repeat(200);
const outputOf = (file: string): Output => ({ file, key: `key of ${file}` });
const PAGE = outputOf('a/index.html');
const COPIES = compressedOutputs([PAGE]);

/** What the last build has left: the page and two copies that nothing but this memory vouches for. */
async function lastBuild(text: string): Promise<{ dist: string; aside: string; manifest: Manifest }> {
  const root = await makeFolder({
    'dist/a/index.html': text,
    'dist/a/index.html.br': 'known br',
    'dist/a/index.html.gz': 'known gz',
    'aside/a/index.html': TEXT,
  });
  const dist = join(root, 'dist');
  const written = [PAGE, ...COPIES].map(async ({ file, key }) => {
    const { size, mtimeMs } = await stat(join(dist, file));
    return [file, { key, size, mtime: mtimeMs }] as const;
  });
  const outputs = Object.fromEntries(await Promise.all(written));
  return { dist, aside: join(root, 'aside'), manifest: { codeHash: 'other code', articles: 1, outputs } };
}

async function copiesIn(folder: string): Promise<(string | undefined)[]> {
  return Promise.all(COPIES.map(({ file }) => readFile(join(folder, file), 'latin1').catch(() => undefined)));
}

describe('compressed copies', () => {
  it('stand beside every text, and beside nothing that is compressed already', () => {
    const files = [
      'index.html',
      'feed.xml',
      'sw.js',
      'pictures/a.avif',
      'search/index/en/a.pf_meta',
      '_headers',
      'CNAME',
    ];
    expect(compressedOutputs(files.map(outputOf)).map(({ file }) => file)).toEqual(
      ['index.html', 'feed.xml', 'sw.js'].flatMap((file) => [`${file}.br`, `${file}.gz`]),
    );
  });

  it('leave room for those that a publisher has put into public/', () => {
    expect(compressedOutputs([PAGE, outputOf('a/index.html.gz')]).map(({ file }) => file)).toEqual(['a/index.html.br']);
  });

  it('are the text, only smaller', async () => {
    const aside = await makeFolder({ 'a/index.html': TEXT });
    await writeCompressed(COPIES, { aside, changed: [PAGE.file], dist: join(aside, 'none'), manifest: undefined });
    const [br, gz] = await Promise.all(COPIES.map(({ file }) => readFile(join(aside, file))));
    expect([brotliDecompressSync(br ?? ''), gunzipSync(gz ?? '')].map(String)).toEqual([TEXT, TEXT]);
    expect(Math.max(br?.length ?? 0, gz?.length ?? 0)).toBeLessThan(TEXT.length / 10);
  });

  it('are taken from the last build where the text has the same bytes, whatever else has changed', async () => {
    const { dist, aside, manifest } = await lastBuild(TEXT);
    await writeCompressed(COPIES, { aside, changed: [PAGE.file], dist, manifest });
    expect(await copiesIn(aside)).toEqual(['known br', 'known gz']);
  });

  it.each([
    { why: 'the text is another', text: 'Another text.' },
    { why: 'somebody has changed the copy', spoil: 'a/index.html.br' },
    { why: 'somebody has given the page its new text by hand', text: 'Another.', spoil: 'a/index.html', by: TEXT },
    { why: 'another compressor has made it', key: 'old key of a/index.html' },
  ])('are made anew where $why', async ({ text = TEXT, spoil, by = 'spoilt', key }) => {
    const { dist, aside, manifest } = await lastBuild(text);
    if (spoil !== undefined) await writeFile(join(dist, spoil), by);
    const br = manifest.outputs['a/index.html.br'];
    if (key !== undefined && br) br.key = key;
    await writeCompressed(COPIES, { aside, changed: [PAGE.file], dist, manifest });
    expect((await copiesIn(aside))[0]).not.toMatch(/known|spoilt/u);
  });

  it('come back where somebody has deleted one of them', async () => {
    const { dist, aside, manifest } = await lastBuild(TEXT);
    const [br] = COPIES;
    await rm(join(aside, 'a'), { recursive: true });
    await writeCompressed(br ? [br] : [], { aside, changed: [], dist, manifest: { ...manifest, outputs: {} } });
    expect(brotliDecompressSync(await readFile(join(aside, 'a/index.html.br'))).toString()).toBe(TEXT);
  });
});
