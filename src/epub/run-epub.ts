import { listArticleFiles } from '../edition/content-files.ts';
import { type ReadyEdition, readEdition } from '../edition/read-edition.ts';
import { readerCache } from '../edition/reader-cache.ts';
import { writeWhole } from '../importer/archive/write-files.ts';
import { articlesWith, showProblem } from '../markdown/article-file.ts';
import type { Order } from './arguments.ts';
import { findBook, toArticleId } from './find-book.ts';
import { mayReplace } from './may-replace.ts';
import { writeBook } from './write-book.ts';
import { toEpub } from './zip.ts';

/** Where a command says what it did. */
export interface Voice {
  print: (line: string) => void;
  /** For problems. */
  warn: (line: string) => void;
}

/**
 * Writes the book that is wished for. Gives the exit code: 1 where there is no such book or something else stands in its
 * place, 2 where articles that cannot be read may be missing from it, else 0. Throws a ContentError where content/ cannot be
 * read at all, a LostText where a chapter does not hold its article, a WriteError where the file cannot be written.
 */
export async function runEpub(order: Order, voice: Voice): Promise<number> {
  const ready = await read(order);
  try {
    return await writeWished(ready, order, voice);
  } finally {
    ready.close();
  }
}

async function writeWished(ready: ReadyEdition, order: Order, voice: Voice): Promise<number> {
  const { wish, content, force } = order;
  const found = findBook(ready.edition, wish);
  if (!found.ok) {
    const isThere = wish.kind === 'article' && (await isHeldBack(ready, content, wish.name));
    voice.warn(isThere ? `"${wish.name}" is not public: it is a draft, under an embargo, or expired.` : found.message);
    tellSkipped(ready, voice);
    return 1;
  }
  const { book } = found;
  const out = order.out ?? `${book.slug}.epub`;
  const refusal = await mayReplace(out, book.address, force);
  if (refusal !== undefined) {
    voice.warn(`Nothing was done: ${refusal}`);
    return 1;
  }
  const bytes = await toEpub(await writeBook(book, ready, content), book.address);
  await writeWhole(out, bytes);
  const { length } = book.articles;
  voice.print(`${out}: ${book.name}; ${length} ${length === 1 ? 'article' : 'articles'}, ${bytes.length} bytes`);
  if (wish.kind === 'article') return 0;
  tellSkipped(ready, voice);
  return ready.skipped.length > 0 ? 2 : 0;
}

async function read({ content, now = Date.now() }: Order): Promise<ReadyEdition> {
  return readEdition({ content, now, cache: await readerCache(content), skipBad: true });
}

/** Whether a name is that of an article's file which nothing is wrong with, and which is in no edition. */
async function isHeldBack({ skipped }: ReadyEdition, content: string, name: string): Promise<boolean> {
  const file = `${toArticleId(name)}.md`;
  const isBad = articlesWith(skipped).has(`${content}/articles/${file}`);
  return !isBad && (await listArticleFiles(content)).includes(file);
}

function tellSkipped({ skipped }: ReadyEdition, { warn }: Voice): void {
  for (const problem of skipped) warn(`Not read: ${showProblem(problem)}`);
}
