import { readArticleFile, showProblem } from '../../markdown/article-file.ts';
import type { FrontMatter } from '../../news/front-matter.ts';
import type { Change } from './facts.ts';
import { reviseYaml, toYaml } from './front-matter-yaml.ts';
import { isSameValue } from './same-value.ts';

export type Written = { ok: true; text: string; front: FrontMatter; body: string } | { ok: false; reason: string };

/** A new article's file. It is read back: a file that the build would refuse, or read otherwise, is never written. */
export function toArticleText(front: FrontMatter, body: string): Written {
  const text = `---\n${toYaml(front)}---\n\n${body}`;
  const read = readBack(text);
  if (!read.ok) return read;
  return isSameValue(read.front, front)
    ? read
    : { ok: false, reason: 'its front matter does not come back as it was written' };
}

/** The file of an article with some of its front matter changed, and its body where a new one is given. */
export function reviseArticleText(text: string, changes: readonly Change[], body?: string): Written {
  const before = readArticleFile('article', text);
  if (!before.ok) return { ok: false, reason: before.problems.map(showProblem).join('; ') };
  const fenced = text.slice(0, text.length - before.value.body.length);
  const yaml = fenced.replace(/^\ufeff?---[ \t]*\r?\n/u, '').replace(/---[ \t]*(?:\r?\n)?$/u, '');
  const rest = body === undefined ? before.value.body : `\n${body}`;
  const revised = readBack(`---\n${reviseYaml(yaml, changes)}---\n${rest}`);
  if (!revised.ok) return revised;
  const came = changes.every(({ path, value }) => isValue(valueAt(revised.front, path), value));
  const touched = new Set(changes.map(({ path }) => path[0]));
  const stayed = Object.entries(before.value.front).every(
    ([key, value]) => touched.has(key) || isSameValue(valueAt(revised.front, [key]), value),
  );
  return came && stayed ? revised : { ok: false, reason: 'its front matter does not come back as it was written' };
}

/** A list that is not there is read as an empty one. */
function isValue(present: unknown, wanted: unknown): boolean {
  const isNothing = wanted === undefined && Array.isArray(present) && present.length === 0;
  return isNothing || isSameValue(present, wanted);
}

/** The value at a place of front matter, or nothing. */
export function valueAt(front: FrontMatter, path: readonly string[]): unknown {
  let value: unknown = front;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.entries(value).find(([key]) => key === step)?.[1];
  }
  return value;
}

function readBack(text: string): Written {
  const read = readArticleFile('the new file', text);
  if (!read.ok) return { ok: false, reason: `the build would refuse it: ${read.problems.map(showProblem).join('; ')}` };
  return { ok: true, text, ...read.value };
}
