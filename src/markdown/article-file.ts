import { CORE_SCHEMA, YAMLException, load } from 'js-yaml';
import { LineCounter, isMap, isScalar, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type FrontMatter, frontMatterSchema } from '../news/front-matter.ts';
import { parse } from '../news/parse.ts';
import { findExcess } from './excess.ts';

/** What is wrong in a file of content/, and where. Lines and columns are counted from 1. */
export interface FileProblem {
  file: string;
  line: number;
  column: number;
  message: string;
  /** The article that cannot be shown for it, named as `file` is; absent where it is `file` itself. */
  article?: string;
}

/** The files of the articles that cannot be shown for some problems. */
export function articlesWith(problems: readonly FileProblem[]): Set<string> {
  return new Set(problems.map(({ file, article }) => article ?? file));
}

/** An article's file, read: its checked front matter and its body as written. */
export interface ArticleFile {
  front: FrontMatter;
  body: string;
}

export type Read<T> = { ok: true; value: T } | { ok: false; problems: FileProblem[] };

const FENCED = /^(?:\ufeff)?---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)??---[ \t]*(?:\r?\n|$)/u;

/** Splits and checks an article's file. Never throws: gives the article, or every problem with its place in the file. */
export function readArticleFile(file: string, text: string): Read<ArticleFile> {
  const match = FENCED.exec(text);
  if (!match) {
    const message = /^(?:\ufeff)?---/u.test(text)
      ? 'the front matter has no end; add a line "---" after its last key'
      : 'expected front matter: a line "---", keys such as "title: …", and a line "---"';
    return { ok: false, problems: [{ file, line: 1, column: 1, message }] };
  }
  const [fenced, yaml = ''] = match;
  const front = readYaml(file, yaml, frontMatterSchema, 1);
  const body = text.slice(fenced.length);
  const excess = findExcess(body);
  if (!excess) return front.ok ? { ok: true, value: { front: front.value, body } } : front;
  const line = fenced.split('\n').length - 1 + excess.line;
  const problem = { file, line, column: 1, message: `too much to be shown: ${excess.problem}` };
  return { ok: false, problems: front.ok ? [problem] : [...front.problems, problem] };
}

/** The body of an article's file as written, and the line of the file that it begins on; nothing where there is no front matter. */
export function bodyOf(text: string): { body: string; line: number } | undefined {
  const fenced = FENCED.exec(text)?.[0];
  return fenced === undefined ? undefined : { body: text.slice(fenced.length), line: fenced.split('\n').length };
}

/** The line of an article's file that a key of its front matter stands on, or the key that it would stand below; else 1. */
export function lineOfKey(text: string, path: readonly (string | number)[]): number {
  const place = placesIn(FENCED.exec(text)?.[1] ?? '')(path);
  return place ? place.line + 1 : 1;
}

/** Signs. The longest receipts of long pages come to a tenth of this. */
const LONGEST_YAML = 500_000;

/** So many are said of one file; the rest is counted. */
const MOST_PROBLEMS = 50;

/** Reads YAML and checks it against a schema; `linesBefore` is how many lines of the file stand above it. */
export function readYaml<Schema extends z.ZodType>(
  file: string,
  yaml: string,
  schema: Schema,
  linesBefore = 0,
): Read<z.output<Schema>> {
  if (yaml.length > LONGEST_YAML) {
    const message = `more than ${LONGEST_YAML.toLocaleString('en')} signs of keys and values`;
    return { ok: false, problems: [{ file, line: 1 + linesBefore, column: 1, message }] };
  }
  let value: unknown;
  try {
    // The core schema leaves dates as they are written; the default one would make moments of them.
    // Aliases are refused: a few lines of them stand for gigabytes, or for a list that holds itself.
    value = yaml.trim() === '' ? {} : (load(yaml, { schema: CORE_SCHEMA, maxAliases: 0 }) ?? {});
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { line = 0, column = 0 } = error.mark ?? {};
    const message = `not valid YAML: ${error.reason}`;
    return { ok: false, problems: [{ file, line: line + 1 + linesBefore, column: column + 1, message }] };
  }
  const parsed = parse(schema, value);
  if (parsed.ok) return parsed;
  const place = placesIn(yaml);
  const problems = parsed.problems.slice(0, MOST_PROBLEMS).map(({ path, message }) => {
    const { line, col } = place(path) ?? { line: 1, col: 1 };
    const key = path.length === 0 ? '' : `${toKey(path)}: `;
    return { file, line: line + linesBefore, column: col, message: key + message };
  });
  const more = parsed.problems.length - MOST_PROBLEMS;
  if (more > 0) problems.push({ file, line: 1 + linesBefore, column: 1, message: `and ${more} more` });
  return { ok: false, problems };
}

/** One line for an editor: `content/articles/2016/10/truce.md:4:1  tags: expected a list of names, got "Syria"`. */
export function showProblem({ file, line, column, message }: FileProblem): string {
  return `${file}:${line}:${column}  ${message}`;
}

function toKey(path: readonly (string | number)[]): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('');
}

/** Finds where the value of a path stands; the slow YAML library that knows this is only asked when there is a problem. */
function placesIn(yaml: string): (path: readonly (string | number)[]) => { line: number; col: number } | undefined {
  const lines = new LineCounter();
  // Keys that stand twice were found by the first reader; this one would compare each with all others.
  const document = parseDocument(yaml, { lineCounter: lines, schema: 'core', uniqueKeys: false });
  return (path) => {
    for (let length = path.length; length > 0; length -= 1) {
      const parent = document.getIn(path.slice(0, length - 1), true);
      const last = path[length - 1];
      const key = isMap(parent)
        ? parent.items.find(({ key: name }) => isScalar(name) && name.value === last)?.key
        : undefined;
      const node = key ?? document.getIn(path.slice(0, length), true);
      if (isScalar(node) || isMap(node)) {
        if (node.range) return lines.linePos(node.range[0]);
      }
    }
    return undefined;
  };
}
