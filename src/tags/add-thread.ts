import { Document } from 'yaml';
import { readArticleFile, showProblem } from '../markdown/article-file.ts';
import { tagSlug } from '../news/slug.ts';

/** What becomes of an article's file: nothing where it is in that thread already. */
export type Threaded =
  { outcome: 'unchanged' } | { outcome: 'added'; text: string } | { outcome: 'refused'; reason: string };

/** The line of front matter that puts an article into a thread, without a line end. */
export function threadLine(name: string): string {
  return new Document({ thread: name }, { schema: 'core' }).toString({ lineWidth: 0 }).trimEnd();
}

/**
 * An article's file with a thread as the last line of its front matter; all its other bytes stay. One that is in
 * another thread is refused, and so is one that does not come back as it was but for this line.
 */
export function addThread(text: string, name: string): Threaded {
  const read = readArticleFile('article', text);
  if (!read.ok) return { outcome: 'refused', reason: read.problems.map(showProblem).join('; ') };
  const { front, body } = read.value;
  if (front.thread !== undefined) {
    if (tagSlug(front.thread) === tagSlug(name)) return { outcome: 'unchanged' };
    return { outcome: 'refused', reason: `it is in the thread "${front.thread}"` };
  }
  const header = text.slice(0, text.length - body.length);
  const end = header.search(/---[ \t]*(?:\r?\n)?$/u);
  const eol = /^[^\n]*\r\n/u.test(header) ? '\r\n' : '\n';
  const added = `${text.slice(0, end)}${threadLine(name)}${eol}${text.slice(end)}`;
  const after = readArticleFile('article', added);
  return after.ok && after.value.body === body && isSame(after.value.front, { ...front, thread: name })
    ? { outcome: 'added', text: added }
    : { outcome: 'refused', reason: `its front matter cannot be edited; add "${threadLine(name)}" by hand` };
}

/** Whatever the order of their keys. */
function isSame(a: object, b: object): boolean {
  const sorted = (value: object): string => JSON.stringify(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)));
  return sorted(a) === sorted(b);
}
