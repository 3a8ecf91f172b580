import { parseArgs } from 'node:util';
import { normalise, toLine } from '../news/text.ts';
import type { ThreadOrder } from './run-threads.ts';

/** What the command line asks for. */
export type Command =
  | { name: 'help' }
  | { name: 'wrong'; message: string }
  | { name: 'survey'; content: string }
  | { name: 'rename'; content: string; from: string; to: string; dryRun: boolean }
  | ({ name: 'threads' } & ThreadOrder);

/** What `--help` shows. */
export const USAGE = `Tearsheet: the topics of an archive

  npm run tags [-- --content DIR]
  npm run tags -- rename OLD NEW [--dry-run] [--content DIR]
  npm run tags -- threads [--write NAME [--as NAME] [--dry-run]] [--content DIR]

Without a command it lists what an editor may want to look at: tags that look alike, that are written in more than
one way, that a single article has, and that content/tags.yaml does not list. It changes nothing.

rename gives a tag another name in every article that has it, and touches no other byte of a file. Where an article
has the new name already, the old one goes.

threads lists articles that seem to tell one running story, with a name for it, and the line that each would have in its
front matter. It changes nothing; with --write it puts that line into the files of one such thread, and touches no
other byte.

  --content DIR   the content folder (default: content)
  --write NAME    the thread of this name, of those that are listed
  --as NAME       the name that it is to have
  --dry-run       say which files would be changed, write nothing
  --help          this text

Exit codes: 0 all done; 2 done except what was named; 1 nothing more was done, the message says why; 64 wrong usage.`;

const OPTIONS = {
  content: { type: 'string', default: 'content' },
  'dry-run': { type: 'boolean', default: false },
  write: { type: 'string' },
  as: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Reads the command line: nothing, `rename OLD NEW` or `threads`. Never throws: wrong usage is a command of its own. */
export function readArguments(args: readonly string[]): Command {
  const parsed = parseFlags(args);
  if (typeof parsed === 'string') return wrong(parsed);
  const { values, positionals } = parsed;
  const { content, 'dry-run': dryRun } = values;
  if (values.help) return { name: 'help' };
  if (content === '') return wrong('--content: expected a folder');
  const [command, ...names] = positionals;
  if (command === 'threads') return readThreads(names, values);
  if (values.write !== undefined || values.as !== undefined) return wrong('--write and --as belong to threads');
  if (command === undefined) return dryRun ? wrong('--dry-run belongs to rename') : { name: 'survey', content };
  if (command !== 'rename') return wrong(`expected "rename", "threads" or nothing, got "${command}"`);
  const [from = '', to = ''] = names.map(toLine);
  if (names.length !== 2 || normalise(from) === '' || normalise(to) === '')
    return wrong('rename takes two names, as in rename "U.S." "United States"');
  return from === to ? wrong(`"${from}" has that name already`) : { name: 'rename', content, from, to, dryRun };
}

function readThreads(
  others: readonly string[],
  { content, write, as, 'dry-run': dryRun }: ReturnType<typeof parse>['values'],
): Command {
  if (others.length > 0) return wrong(`threads takes no names, got "${others.join(' ')}"; did you mean --write?`);
  for (const name of [write, as])
    if (name !== undefined && normalise(toLine(name)) === '') return wrong('--write and --as take a name');
  if (write === undefined && (as !== undefined || dryRun)) return wrong('--as and --dry-run need --write');
  return {
    ...{ name: 'threads', content, dryRun },
    ...{ write: write === undefined ? undefined : toLine(write), as: as === undefined ? undefined : toLine(as) },
  };
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
