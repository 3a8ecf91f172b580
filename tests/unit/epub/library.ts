import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DomUtils, parseDocument } from 'htmlparser2';
import { type ReadyEdition, readEdition } from '../../../src/edition/read-edition.ts';
import type { Book } from '../../../src/epub/book.ts';
import { findBook, type Wish } from '../../../src/epub/find-book.ts';
import { writeBook } from '../../../src/epub/write-book.ts';
import { toEpub } from '../../../src/epub/zip.ts';
import { FIXTURE_EDITION, NOW } from '../../setup/fixture.ts';
import { unzip } from '../../setup/unzip.ts';

/** A book as a reading device opens it. */
export interface OpenedBook {
  bytes: Buffer;
  /** The files of the archive by path, in their order. */
  files: Map<string, Buffer>;
  text: (path: string) => string;
  /** The chapters in the order of their names, by the last part of their article's address. */
  chapters: Map<string, string>;
}

/** The fixture edition, or another content folder, as an export reads it. */
export async function readContent(content = FIXTURE_EDITION, withDrafts = false): Promise<ReadyEdition> {
  const folder = mkdtempSync(join(tmpdir(), 'epub-'));
  try {
    return await readEdition({ content, now: NOW, cache: { folder, codeHash: 'test' }, withDrafts });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The book that is wished for; fails where there is none. */
export function theBook({ edition }: ReadyEdition, wish: Wish): Book {
  const found = findBook(edition, wish);
  if (!found.ok) throw new Error(found.message);
  return found.book;
}

/** A book of all that is public. */
export function wholeBook({ edition }: ReadyEdition): Book {
  const { articles, site } = edition;
  return { kind: 'tag', name: 'All', slug: 'all', address: `${site.url}all/`, lang: site.lang, articles };
}

export async function openBook(ready: ReadyEdition, book: Book, content = FIXTURE_EDITION): Promise<OpenedBook> {
  const bytes = await toEpub(await writeBook(book, ready, content), book.address);
  const files = await unzip(bytes);
  const text = (path: string): string => {
    const file = files.get(path);
    if (!file) throw new Error(`The book has no file ${path}.`);
    return file.toString('utf8');
  };
  const chapters = [...files.keys()].flatMap((path) => {
    const [, name] = /^EPUB\/articles\/\d+-(.*)\.xhtml$/u.exec(path) ?? [];
    return name === undefined ? [] : [[name, text(path)] as const];
  });
  return { bytes, files, text, chapters: new Map(chapters) };
}

export type Document = ReturnType<typeof parseDocument>;

/** A file of a book as XML. */
export function parseXml(xml: string): Document {
  return parseDocument(xml, { xmlMode: true });
}

/** The elements of a name in a file of a book. */
export function tagsIn(xml: string, name: string): ReturnType<typeof DomUtils.getElementsByTagName> {
  return DomUtils.getElementsByTagName(name, parseXml(xml), true);
}

/** What they hold, as text. */
export function textsIn(xml: string, name: string): string[] {
  return tagsIn(xml, name).map((it) => DomUtils.textContent(it));
}

/** What an article's file is called, without folder and ending. */
export function nameOf(file: string): string {
  return file.replace(/^.*\/|\.md$/gu, '');
}
