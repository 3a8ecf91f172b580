import { TomlError, parse as parseToml } from 'smol-toml';
import { z } from 'zod';
import { readYaml } from '../../markdown/article-file.ts';
import type { SplitFile } from './split-front-matter.ts';

export type FrontRead = { ok: true; value: object; notes: string[] } | { ok: false; reason: string };

const map = z.looseObject({});

/**
 * The values of front matter as it is written. YAML whose backslashes are no escapes (defuddle writes it so) is read
 * once more with them as they stand, and a note says so. Refused with the line of what is wrong.
 */
export function readFrontMatter({ as, front }: SplitFile): FrontRead {
  if (as === undefined) return { ok: true, value: {}, notes: [] };
  if (as === 'yaml') return readLenientYaml(front);
  try {
    const value: unknown = as === 'toml' ? parseToml(front) : JSON.parse(front);
    if (typeof value === 'object' && value !== null) return { ok: true, value, notes: [] };
    return { ok: false, reason: 'the front matter is no map of keys and values' };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [problem = ''] = error.message.replace(/^Invalid TOML document: /u, '').split('\n', 1);
    return { ok: false, reason: `line ${error.line + 1}, column ${error.column}: not valid TOML: ${problem}` };
  }
}

function readLenientYaml(yaml: string): FrontRead {
  const strict = readYaml('', yaml, map, 1);
  if (strict.ok) return { ok: true, value: strict.value, notes: [] };
  const mended = withLiteralBackslashes(yaml);
  const lenient = mended === yaml ? strict : readYaml('', mended, map, 1);
  if (lenient.ok) {
    const note = 'The front matter is not valid YAML: its backslashes were read as they stand.';
    return { ok: true, value: lenient.value, notes: [note] };
  }
  const [problem] = strict.problems;
  const place = problem ? `line ${problem.line}, column ${problem.column}: ` : '';
  return { ok: false, reason: `${place}${problem?.message ?? 'the front matter cannot be read'}` };
}

/** Only `\"` and `\n` are escapes; the last backslash before the closing quote is none. */
function withLiteralBackslashes(yaml: string): string {
  return yaml.replace(
    /^([ \t]{0,20}(?:- |[\w.-]{1,60}:[ \t]{1,9}))"(.*)"([ \t]{0,20}\r?)$/gmu,
    (_all, key, text, end) => {
      const literal = String(text).replace(/\\(?!["n])|\\$/gu, '\\\\');
      return `${String(key)}"${literal}"${String(end)}`;
    },
  );
}
