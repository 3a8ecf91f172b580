import { parseArgs } from 'node:util';
import { checkFacts, type Facts } from './copy/facts.ts';
import type { ImportRequest } from './import-request.ts';

/** What the command line asks for. */
export type Command =
  | { name: 'help' }
  | { name: 'wrong'; message: string }
  | { name: 'verify'; content: string }
  | {
      name: 'import';
      request: ImportRequest;
    };

const DEFAULT_CONTENT = 'content';

const OPTIONS = {
  published: { type: 'string' },
  'source-name': { type: 'string' },
  'source-url': { type: 'string' },
  author: { type: 'string', multiple: true },
  tags: { type: 'string', multiple: true },
  lang: { type: 'string' },
  section: { type: 'string' },
  lead: { type: 'boolean' },
  content: { type: 'string' },
  explain: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  report: { type: 'string' },
  'skip-duplicates': { type: 'boolean', default: false },
  'fetch-images': { type: 'boolean', default: false },
  'suggest-tags': { type: 'boolean', default: false },
  debug: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** What verify knows of the flags; all others belong to import. */
const FOR_VERIFY = new Set(['content', 'debug']);

/** Reads the command line, `import FILES… [flags]` or `verify`. Never throws: wrong usage is a command of its own. */
export function readArguments(args: readonly string[]): Command {
  const [name, ...rest] = args;
  const parsed = parseFlags(rest);
  if (typeof parsed === 'string') return wrong(parsed);
  const { values, positionals } = parsed;
  if (values.help || name === '--help' || name === '-h') return { name: 'help' };
  const content = values.content ?? DEFAULT_CONTENT;
  if (content === '') return wrong('--content: expected a folder');
  if (name === 'verify') {
    const odd = Object.entries(values).find(([flag, value]) => value !== false && !FOR_VERIFY.has(flag))?.[0];
    if (odd !== undefined) return wrong(`verify knows no flag --${odd}`);
    return positionals.length > 0 ? wrong('verify takes no files; it reads all copies') : { name, content };
  }
  if (name !== 'import') return wrong(`expected "import" or "verify", got "${name ?? ''}"`);
  if (positionals.length === 0) return wrong('nothing is named to import');
  if (values.report === '') return wrong('--report: expected a file');
  if (values['source-url'] !== undefined && positionals.length > 1) {
    return wrong('--source-url: the address of one article cannot be that of several; import them one by one');
  }
  const checked = checkFacts(toFacts(values));
  if (!checked.ok) return wrong(checked.problems.join('; '));
  return {
    name,
    request: {
      what: positionals,
      facts: checked.facts,
      content,
      isNamed: values.content !== undefined,
      explain: values.explain,
      dryRun: values['dry-run'],
      skipDuplicates: values['skip-duplicates'],
      fetchPictures: values['fetch-images'],
      writeTags: values['suggest-tags'],
      reportFile: values.report,
    },
  };
}

/** Whether errors are to be shown with their place in the program. */
export function wantsDebug(args: readonly string[]): boolean {
  return args.includes('--debug');
}

function parseFlags(args: string[]): ReturnType<typeof parse> | string {
  try {
    return parse(args);
  } catch (error) {
    // The first sentence names the flag; what follows is advice for programmers.
    return error instanceof Error ? (error.message.split(/\.\s/u, 1)[0] ?? error.message) : String(error);
  }
}

function parse(args: string[]) {
  return parseArgs({ args, options: OPTIONS, allowPositionals: true, strict: true });
}

function toFacts(values: ReturnType<typeof parse>['values']): Facts {
  return {
    published: values.published,
    sourceName: values['source-name'],
    sourceUrl: values['source-url'],
    authors: values.author,
    tags: values.tags?.flatMap((list) => list.split(',')).filter((tag) => tag.trim() !== ''),
    lang: values.lang,
    section: values.section,
    lead: values.lead === true ? true : undefined,
  };
}

function wrong(message: string): Command {
  return { name: 'wrong', message };
}
