import { parseArgs } from 'node:util';
import { isInstant, momentOf } from '../news/dates.ts';
import { normalise, toLine } from '../news/text.ts';
import type { Wish } from './find-book.ts';

/** A book that is to be written. */
export interface Order {
  wish: Wish;
  content: string;
  /** The file to write; without it one named for the book, in the working folder. */
  out: string | undefined;
  /** The moment by which embargoes and expiries go, milliseconds since 1970 UTC; without it the present. */
  now: number | undefined;
  /** Replace whatever stands there. */
  force: boolean;
}

/** What the command line asks for. */
export type Command = { name: 'help' } | { name: 'wrong'; message: string } | ({ name: 'write' } & Order);

/** What `--help` shows. */
export const USAGE = `Tearsheet: articles as a book to read offline (EPUB 3, readable by devices for EPUB 2 too)

  npm run epub -- ARTICLE
  npm run epub -- --tag NAME
  npm run epub -- --thread NAME

ARTICLE is an article's file, its address on the site, the address of its original, or the last part of any of these
where no other article has it: articles/2016/10/truce-talks, or truce-talks. A topic goes by any of its names and has its
newest article first, a thread its oldest. A book holds what the site may show and nothing else, with sources, corrections and
receipts.

  --tag NAME      all public articles of a topic
  --thread NAME   all public articles of a running story
  --out FILE      the file to write (the book's name with .epub, in this folder)
  --force         write even where another book or file stands
  --content DIR   the content folder (default: content)
  --now INSTANT   the moment by which embargoes and expiries go, such as 2026-11-22T12:00:00Z (the present)
  --debug         show where in the code an error arose
  --help          this text

Exit codes: 0 all done; 2 done, but without the articles that were named; 1 nothing was done, the message says why; 64 wrong
usage.`;

const OPTIONS = {
  tag: { type: 'string' },
  thread: { type: 'string' },
  out: { type: 'string' },
  force: { type: 'boolean', default: false },
  content: { type: 'string', default: 'content' },
  now: { type: 'string' },
  debug: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Reads the command line. Never throws: wrong usage is a command of its own. */
export function readArguments(args: readonly string[]): Command {
  const parsed = parseFlags(args);
  if (typeof parsed === 'string') return wrong(parsed);
  const { values, positionals } = parsed;
  const { content, out, now, force } = values;
  if (values.help) return { name: 'help' };
  if (content === '') return wrong('--content: expected a folder');
  if (out === '') return wrong('--out: expected a file');
  if (now !== undefined && !isInstant(now)) return wrong(`--now: expected 2026-11-22T12:00:00Z, got "${now}"`);
  const wishes: Wish[] = [
    ...positionals.map((name): Wish => ({ kind: 'article', name })),
    ...[values.tag ?? []].flat().map((name): Wish => ({ kind: 'tag', name: toLine(name) })),
    ...[values.thread ?? []].flat().map((name): Wish => ({ kind: 'thread', name: toLine(name) })),
  ];
  const [wish, ...others] = wishes;
  if (!wish || normalise(wish.name) === '')
    return wrong('say what the book is of: an article, --tag NAME or --thread NAME');
  if (others.length > 0) return wrong('a book is of one article, one tag or one thread');
  return { name: 'write', wish, content, out, now: now === undefined ? undefined : momentOf(now, 'UTC'), force };
}

function parseFlags(args: readonly string[]): ReturnType<typeof parse> | string {
  try {
    return parse(args);
  } catch (error) {
    // The first sentence names the flag; what follows is advice for programmers.
    return error instanceof Error ? (error.message.split(/\.\s/u, 1)[0] ?? error.message) : String(error);
  }
}

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
}

function wrong(message: string): Command {
  return { name: 'wrong', message };
}
