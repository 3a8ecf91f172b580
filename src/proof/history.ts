import { isArticleName } from '../edition/content-files.ts';
import { askGit } from './git.ts';
import { areOne } from './same-article.ts';

/** An article's file that left its place. Files are named below content/articles. */
export interface Departure {
  from: string;
  /** Where git saw it go; nothing where it saw it only disappear. */
  to: string | undefined;
  /** Git's name of what the file held until then. */
  blob: string;
  /** What it held from then on, where git saw it go. */
  became?: string | undefined;
}

export interface History {
  /** The newest first: what nobody has committed yet, then the commits back to the first. */
  departures: Departure[];
  /** The files of the last commit. */
  committed: ReadonlySet<string>;
  /** Whether older commits are missing here, as in a checkout of CI. */
  isShallow: boolean;
}

/** Merges tell nothing that the commits they join do not; settings of whoever runs it must not change what is said. */
const LOG =
  'log --format= --raw -z --no-abbrev -M --diff-filter=DR --relative --topo-order --no-show-signature --no-diff-merges';

/** What git remembers of the places of all articles, in one pass; or why it remembers nothing. */
export async function readHistory(
  content: string,
  present: ReadonlySet<string>,
): Promise<{ ok: true; history: History } | { ok: false; reason: string }> {
  const state = await askGit(content, ['rev-parse', '--is-shallow-repository']);
  if (!state.ok) return state;
  if (!(await askGit(content, ['rev-parse', '--verify', '--quiet', 'HEAD'])).ok)
    return { ok: false, reason: 'nothing is committed yet' };
  const isShallow = state.out.toString().trim() === 'true';
  // A folder that is not there now may have been there.
  const tree = await askGit(content, ['ls-tree', '-r', '-z', 'HEAD', 'articles']);
  const log = await askGit(content, [...LOG.split(' '), '--', 'articles']);
  if (!tree.ok) return tree;
  if (!log.ok) return log;
  const last = readTree(tree.out.toString());
  const left = [...last].filter(([file]) => !present.has(file));
  const departures = [
    ...left.map(([from, blob]) => ({ from, to: undefined, blob })),
    ...(await onlySure(content, readLog(log.out.toString()))),
  ];
  return { ok: true, history: { departures, committed: new Set(last.keys()), isShallow } };
}

/** Of what git takes for renames, those of files that are one article; the others only disappeared. */
async function onlySure(content: string, departures: readonly Departure[]): Promise<Departure[]> {
  const edited = departures.filter(({ blob, became = blob }) => became !== blob);
  const blobs = edited.flatMap(({ blob, became = '' }) => [blob, became]);
  const texts = blobs.length === 0 ? new Map<string, string>() : await readBlobs(content, blobs);
  return departures.map((departure) => {
    const before = texts.get(departure.blob);
    const after = texts.get(departure.became ?? '');
    const isOther = before !== undefined && after !== undefined && !areOne(before, after);
    return isOther ? { ...departure, to: undefined } : departure;
  });
}

/** The articles' files of a tree with what they hold, from `git ls-tree -z`. */
function readTree(out: string): Map<string, string> {
  const entries = out.split('\0').flatMap((entry): [string, string][] => {
    const [, blob, path] = /^\d+ blob ([0-9a-f]+)\t(.*)$/su.exec(entry) ?? [];
    const file = toFile(path);
    return blob === undefined || file === undefined ? [] : [[file, blob]];
  });
  return new Map(entries);
}

/** The departures of `git log --raw -z`: of each change a head, `:100644 100644 old new R100`, and one path or two. */
export function readLog(out: string): Departure[] {
  const departures: Departure[] = [];
  const parts = out.split('\0').values();
  for (const part of parts) {
    const [, blob, became, status] = /:\d+ \d+ ([0-9a-f]+) ([0-9a-f]+) ([A-Z])\d*$/u.exec(part) ?? [];
    if (blob === undefined) continue;
    const from = toFile(parts.next().value);
    const to = status === 'R' ? toFile(parts.next().value) : undefined;
    if (from !== undefined) departures.push({ from, to, blob, became: to && became });
  }
  return departures;
}

/** An article's file of a path below the content folder; nothing where it is none. */
function toFile(path: string | undefined): string | undefined {
  const file = path?.startsWith('articles/') === true ? path.slice('articles/'.length) : undefined;
  return file !== undefined && isArticleName(file.slice(file.lastIndexOf('/') + 1)) ? file : undefined;
}

/** What files held, by git's names of it. What git has no longer is missing. */
export async function readBlobs(content: string, blobs: Iterable<string>): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const answer = await askGit(content, ['cat-file', '--batch'], [...new Set(blobs), ''].join('\n'));
  if (!answer.ok) return texts;
  const { out } = answer;
  for (let at = 0, end = out.indexOf('\n'); end >= 0; end = out.indexOf('\n', at)) {
    const [, name, size] = /^([0-9a-f]+) blob (\d+)$/u.exec(out.toString('utf8', at, end)) ?? [];
    at = end + 1;
    if (name === undefined) continue;
    texts.set(name, out.toString('utf8', at, at + Number(size)));
    at += Number(size) + 1;
  }
  return texts;
}
