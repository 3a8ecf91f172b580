import { appendFileSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { pageBlocks } from '../../src/build/page-text.ts';
import { serve } from '../../src/build/serve.ts';
import { renderBody } from '../../src/markdown/pipeline.ts';
import { articlePages, byAttribute, listFiles, metaOf, partText, readPage, readText } from '../setup/dist.ts';
import { FIXTURE_BASE, FIXTURE_EDITION, FIXTURE_URL } from '../setup/fixture.ts';
import { Desk } from '../setup/scratch.ts';

const dist = inject('fixtureDist');
const pages = articlePages(dist);
const twins = listFiles(dist).filter((file) => file.endsWith('.md'));

const twinOf = (page: string): string => page.replace(/\/index\.html$/u, '.md');
const textOf = (file: string): string => readText(dist, file).replace(/^---\n[\s\S]*?\n---\n/u, '');

test('every article has a plain twin, but those that search engines shall not show', () => {
  const indexed = pages.filter(
    (page) => !metaOf(page, 'robots').includes('noindex') || page.file.includes('withdrawn'),
  );
  expect(indexed.length).toBeLessThan(pages.length);
  expect(twins).toEqual(indexed.map(({ file }) => twinOf(file)).toSorted());
});

test('a page leads to its twin, and only to one that there is', () => {
  const found = pages.flatMap((page) => {
    const links = byAttribute(page, 'type', 'text/markdown').map(({ attribs }) => [attribs['rel'], attribs['href']]);
    const twin = twinOf(page.file);
    expect(links, page.file).toEqual(twins.includes(twin) ? [['alternate', FIXTURE_BASE + encodeURI(twin)]] : []);
    return links;
  });
  expect(found).toHaveLength(twins.length);
});

describe.each(twins)('%s', (twin) => {
  const text = textOf(twin);

  test('has the words of its page, in their order', () => {
    const page = readPage(dist, twin.replace(/\.md$/u, '/'));
    const from = page.html.search(/<div[^>]* data-part="body"/u);
    const below = from === -1 ? [] : pageBlocks(page.html.slice(from));
    const shown = partText(page, 'credit') === undefined ? below : below.slice(0, -1);
    const pictures = new Map(
      [...text.matchAll(/\]\((https:\/\/paper\.example\/[^ )]+)/gu)].map(([, href = '']) => {
        return [href, { href: new URL(href).pathname, width: 1, height: 1 }];
      }),
    );
    const { blocks } = renderBody(text, { file: 'a/b.md', siteUrl: FIXTURE_URL, pictures });
    // One line may follow: the one that says why this is not the whole text.
    const isWhole = !text.endsWith('>\n') && shown.length > 0;
    expect(blocks.slice(0, shown.length)).toEqual(shown);
    expect(blocks.length - shown.length).toBe(isWhole ? 0 : 1);
  });

  test('leads nowhere but to full addresses', () => {
    const relative = [...text.matchAll(/\]\((?!https?:|mailto:)([^)]*)\)/gu)].map(([, address]) => address);
    expect(relative).toEqual([]);
  });
});

test('what an author hid in a comment or a script is in no twin', () => {
  const source = readFileSync(join(FIXTURE_EDITION, 'articles/2025/01/hostile.md'), 'utf8');
  for (const hidden of ['<!-- a comment -->', 'alert("block")', 'display: none', 'javascript:alert(1)),']) {
    expect(source).toContain(hidden);
    expect(textOf('articles/2025/01/hostile.md')).not.toContain(hidden);
  }
});

test('the preview sends a twin as Markdown in UTF-8', async () => {
  const server = await serve(dist, FIXTURE_BASE, 0);
  try {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
    const at = `http://localhost:${address.port}${FIXTURE_BASE}`;
    const sent = await fetch(`${at}articles/2025/06/plain.md`);
    expect([sent.status, sent.headers.get('content-type')]).toEqual([200, 'text/markdown; charset=utf-8']);
    expect(await sent.text()).toBe(readText(dist, 'articles/2025/06/plain.md'));
    const gone = await fetch(`${at}articles/2025/06/gone.md`);
    expect([gone.status, gone.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

test('twins change with their article, go with it, and go with the switch', async () => {
  const desk = new Desk('nothing');
  const twinsNow = (): string[] =>
    listFiles(desk.dist)
      .filter((file) => file.endsWith('.md'))
      .map((file) => basename(file));
  desk.write('2016/10/a.md', '---\ntitle: A\n---\n\nFirst text.\n');
  desk.write('2016/10/b.md', '---\ntitle: B\n---\n\nOther text.\n');
  await desk.build();
  expect(twinsNow()).toEqual(['a.md', 'b.md']);
  desk.write('2016/10/a.md', '---\ntitle: A\n---\n\nSecond text.\n');
  desk.write('2016/10/b.md', '---\ntitle: B\ndraft: true\n---\n\nOther text.\n');
  await desk.build();
  expect(readText(desk.dist, 'articles/2016/10/a.md')).toContain('\n\nSecond text.\n');
  expect(twinsNow()).toEqual(['a.md']);
  appendFileSync(join(desk.content, 'site.yaml'), 'twins: false\n');
  await desk.build();
  expect(twinsNow()).toEqual([]);
  expect(readText(desk.dist, 'articles/2016/10/a/index.html')).not.toContain('text/markdown');
});
