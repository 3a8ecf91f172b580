import { parseArgs } from 'node:util';
import { nearest } from '../news/parse.ts';
import { CHECK_NAMES, CHECKS, type CheckName, isCheck, UNASKED } from './checks.ts';

/** A proof that is to be read. */
export interface Order {
  content: string;
  checks: ReadonlySet<CheckName>;
  json: boolean;
}

/** What the command line asks for. */
export type Command = { name: 'help' } | { name: 'wrong'; message: string } | ({ name: 'proof' } & Order);

const LIST = CHECK_NAMES.map((name) => {
  return `  ${name.padEnd(12)}${CHECKS[name].title.toLowerCase()}${UNASKED.includes(name) ? '' : ' (only where --only names it)'}`;
}).join('\n');

/** What `--help` shows. */
export const USAGE = `Tearsheet: what an editor may want to mend, each with file and line

  npm run proof [-- --only CHECK[,CHECK…]] [--json] [--content DIR]

It changes nothing. Drafts are proofed too. Renamed and deleted articles are found in the history of git, whatever is not
yet committed included; the line that keeps an old address comes with each.

${LIST}

What the build refuses is always told.

  --only CHECKS   these checks, with commas between them
  --json          {articles, counts, leftOut, findings: [{check, file, line, message, advice, yaml}]}
  --content DIR   the content folder (default: content)
  --debug         show where in the code an error arose
  --help          this text

Exit codes: 0 nothing found; 2 something found; 1 nothing was done, the message says why; 64 wrong usage.`;

const OPTIONS = {
  content: { type: 'string', default: 'content' },
  only: { type: 'string', multiple: true },
  json: { type: 'boolean', default: false },
  debug: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Reads the command line. Never throws: wrong usage is a command of its own. */
export function readArguments(args: readonly string[]): Command {
  const parsed = parseFlags(args);
  if (typeof parsed === 'string') return wrong(parsed);
  const { values, positionals } = parsed;
  if (values.help) return { name: 'help' };
  if (positionals.length > 0)
    return wrong(`proof takes no names, got "${positionals.join(' ')}"; did you mean --only or --content?`);
  if (values.content === '') return wrong('--content: expected a folder');
  const names = values.only?.flatMap((list) => list.split(',')).map((name) => name.trim().toLowerCase());
  const unknown = names?.find((name) => !isCheck(name));
  if (unknown !== undefined) return wrong(`--only: there is no check "${unknown}"${meant(unknown)}`);
  const content = values.content.replace(/(?<=[^/])\/+$/u, '');
  return { name: 'proof', content, checks: new Set(names?.filter(isCheck) ?? UNASKED), json: values.json };
}

function meant(name: string): string {
  const near = nearest(name, CHECK_NAMES);
  return near === undefined ? `; the checks are ${CHECK_NAMES.join(', ')}` : `; did you mean "${near}"?`;
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
