import { posix } from 'node:path';
import { DomUtils } from 'htmlparser2';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ReadyEdition } from '../../../src/edition/read-edition.ts';
import { momentOf } from '../../../src/news/dates.ts';
import { type OpenedBook, openBook, readContent, tagsIn, textsIn, theBook, wholeBook } from './library.ts';

let ready: ReadyEdition;
let whole: OpenedBook;
beforeAll(async () => {
  ready = await readContent();
  whole = await openBook(ready, wholeBook(ready));
});

describe('the files of a book', () => {
  test('are all listed, lead to one another only, and none has an absolute path', () => {
    const manifest = tagsIn(whole.text('EPUB/package.opf'), 'item').map(
      ({ attribs }) => `EPUB/${attribs['href'] ?? ''}`,
    );
    const others = ['mimetype', 'META-INF/container.xml', 'EPUB/package.opf'];
    expect([...others, ...manifest].sort()).toEqual([...whole.files.keys()].sort());
    for (const [path, bytes] of whole.files) {
      expect(path).toMatch(/^(?:mimetype|META-INF\/container\.xml|EPUB\/(?:\w+\/)?[a-z0-9.-]+)$/u);
      if (!path.endsWith('.xhtml')) continue;
      for (const { name, attribs } of tagsIn(bytes.toString('utf8'), '*')) {
        const to = attribs['src'] ?? attribs['href'] ?? '';
        if (to === '' || to.startsWith('#') || (name === 'a' && /^(?:https?:|mailto:)/u.test(to))) continue;
        const file = posix.join(posix.dirname(path), to.replace(/#.*$/u, ''));
        expect(whole.files.has(file), `${path}: ${to}`).toBe(true);
      }
    }
    expect(manifest.some((path) => path.startsWith('EPUB/pictures/'))).toBe(true);
  });

  test('tell a reading device the order, the direction, the day of the last change and what eyes are needed for', async () => {
    const opf = whole.text('EPUB/package.opf');
    const order = tagsIn(opf, 'itemref').map(({ attribs }) => attribs['idref']);
    expect(order).toEqual(['title', 'nav', ...ready.edition.articles.map((_, index) => `article-${index + 1}`)]);
    expect(tagsIn(opf, 'spine')[0]?.attribs['page-progression-direction']).toBe('ltr');
    const everything = await openBook(ready, theBook(ready, { kind: 'article', name: 'everything' }));
    const arabic = await openBook(ready, theBook(ready, { kind: 'article', name: 'arabic-rtl' }));
    const changed = new Date(momentOf('2025-06-16', ready.edition.site.timeZone)).toISOString().replace('.000', '');
    const meta = tagsIn(everything.text('EPUB/package.opf'), 'meta').map((it) => [
      it.attribs['property'],
      DomUtils.textContent(it),
    ]);
    expect(meta).toContainEqual(['dcterms:modified', changed]);
    expect(meta).toContainEqual(['schema:accessMode', 'visual']);
    expect(meta).toContainEqual(['schema:accessibilityFeature', 'alternativeText']);
    expect(textsIn(everything.text('EPUB/package.opf'), 'dc:rights')).toEqual(['© The Coast Herald 2025. CC BY 4.0']);
    const right = arabic.text('EPUB/package.opf');
    expect(tagsIn(right, 'spine')[0]?.attribs['page-progression-direction']).toBe('rtl');
    expect(textsIn(right, 'dc:language')).toEqual(['ar']);
    expect(right).not.toContain('visual');
  });

  test('list the headlines with their days, of a single article its crossheads', async () => {
    const lines = textsIn(whole.text('EPUB/nav.xhtml'), 'a');
    const labels = textsIn(whole.text('EPUB/toc.ncx'), 'text').slice(1);
    expect(lines).toContain('Night Ferry Returns to Northport after Nine Years · 14 June 2025');
    expect(lines.slice(0, labels.length)).toEqual(labels);
    expect(labels.length).toBe(ready.edition.articles.length + 1);
    const alone = await openBook(ready, theBook(ready, { kind: 'article', name: 'everything' }));
    expect(textsIn(alone.text('EPUB/nav.xhtml'), 'a')).toEqual(
      expect.arrayContaining(['An empty quay', 'What it costs']),
    );
  });

  test('begin with their kind, uncompressed, and are the same bytes each time', async () => {
    const again = await openBook(ready, wholeBook(ready));
    expect(again.bytes.equals(whole.bytes)).toBe(true);
    // A local file header: the method at 8, the length of the extra field at 28, the name at 30 (PKWARE APPNOTE, section 4.3.7).
    expect(whole.bytes.readUInt16LE(8)).toBe(0);
    expect(whole.bytes.readUInt16LE(28)).toBe(0);
    expect(whole.bytes.toString('latin1', 30, 58)).toBe('mimetypeapplication/epub+zip');
  });
});
