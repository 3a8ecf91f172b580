import { Document, isMap, isScalar, isSeq, parseDocument, Scalar } from 'yaml';
import { readArticleFile, showProblem } from '../markdown/article-file.ts';
import type { FrontMatter } from '../news/front-matter.ts';
import { tagSlug } from '../news/slug.ts';

/** What becomes of an article's file: nothing where it has no such tag. */
export type Renamed =
  { outcome: 'unchanged' } | { outcome: 'renamed'; text: string } | { outcome: 'refused'; reason: string };

/** A part of the file, from one sign to before another, and what takes its place. */
interface Cut {
  start: number;
  end: number;
  by: string;
}

/**
 * An article's file with one tag under another name; all its other bytes stay. In whatever case or spacing the tag is
 * written, it is renamed; where the article has the new name already, the old one goes. The file is read back: one
 * that does not come back as it was but for this tag is refused.
 */
export function renameTag(text: string, from: string, to: string): Renamed {
  const read = readArticleFile('article', text);
  if (!read.ok) return { outcome: 'refused', reason: read.problems.map(showProblem).join('; ') };
  const { front, body } = read.value;
  if (!front.tags.some((name) => isOne(name, from) && name !== to)) return { outcome: 'unchanged' };
  const header = text.slice(0, text.length - body.length);
  const start = header.indexOf('\n') + 1;
  const yaml = header.slice(start).replace(/---[ \t]*(?:\r?\n)?$/u, '');
  const cuts = cutsIn(yaml, from, to);
  const revised = cuts.reduceRight((all, cut) => all.slice(0, cut.start) + cut.by + all.slice(cut.end), yaml);
  const renamed = text.slice(0, start) + revised + text.slice(start + yaml.length);
  const after = readArticleFile('article', renamed);
  const wanted = { ...front, tags: renamedNames(front.tags, from, to) };
  return after.ok && after.value.body === body && isSame(after.value.front, wanted)
    ? { outcome: 'renamed', text: renamed }
    : { outcome: 'refused', reason: `its tags are written in a way that cannot be edited; rename "${from}" by hand` };
}

/** The names of tags with one renamed: it stands once, at its first place. */
function renamedNames(names: readonly string[], from: string, to: string): string[] {
  const after: string[] = [];
  for (const { name, stays } of fates(names, from, to)) if (stays) after.push(isOne(name, from) ? to : name);
  return after;
}

/** Which names of a list stay: of those that will be the new name the first, or one that is it already. */
function fates(names: readonly string[], from: string, to: string): { name: string; stays: boolean }[] {
  const present = names.findIndex((name) => isOne(name, to) && !isOne(name, from));
  const first = names.findIndex((name) => isOne(name, from));
  const kept = present === -1 ? first : present;
  return names.map((name, index) => ({ name, stays: !isOne(name, from) || index === kept }));
}

function cutsIn(yaml: string, from: string, to: string): Cut[] {
  const document = parseDocument(yaml, { schema: 'core' });
  const list = isMap(document.contents) ? document.get('tags') : undefined;
  if (!isSeq(list)) return [];
  const items = list.items.flatMap((item) =>
    isScalar(item) && item.range
      ? [{ name: String(item.value), type: item.type, start: item.range[0], end: item.range[1] }]
      : [],
  );
  const all = fates(
    items.map(({ name }) => name),
    from,
    to,
  );
  return items.flatMap((item, index): Cut[] => {
    if (!isOne(item.name, from)) return [];
    if (all[index]?.stays === true) return [{ start: item.start, end: item.end, by: written(to, item.type) }];
    if (list.flow !== true) return [lineOf(yaml, item)];
    const next = items[index + 1];
    const before = items[index - 1];
    return [
      next
        ? { start: item.start, end: next.start, by: '' }
        : { start: before?.end ?? item.start, end: item.end, by: '' },
    ];
  });
}

/** The whole line of a list's item. */
function lineOf(yaml: string, { start, end }: { start: number; end: number }): Cut {
  const next = yaml.indexOf('\n', end);
  return { start: yaml.lastIndexOf('\n', start) + 1, end: next === -1 ? yaml.length : next + 1, by: '' };
}

/** A name as YAML, quoted as the old one was, or where it must be. A name that may stand in `[…]` may stand anywhere. */
function written(name: string, type: Scalar['type']): string {
  const scalar = new Scalar(name);
  if (type === 'QUOTE_SINGLE' || type === 'QUOTE_DOUBLE') scalar.type = type;
  const document = new Document([scalar], { schema: 'core' });
  if (isSeq(document.contents)) document.contents.flow = true;
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).trim().slice(1, -1);
}

/** Names that differ only in case or spaces are one tag. */
function isOne(a: string, b: string): boolean {
  return tagSlug(a) === tagSlug(b);
}

function isSame(a: FrontMatter, b: FrontMatter): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
