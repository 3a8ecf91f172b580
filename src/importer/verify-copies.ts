import { readFile } from 'node:fs/promises';
import { readArticleFile, showProblem } from '../markdown/article-file.ts';
import { sha256 } from '../news/digest.ts';
import type { FrontMatter } from '../news/front-matter.ts';
import type { Held } from './archive/archive.ts';
import { articleFile, originalsFolder, versionPath } from './archive/content-folder.ts';
import { errorText } from './error-text.ts';
import { type KeptOriginals, listOriginals, readOriginal, rereadOriginal } from './archive/originals.ts';
import { type Proof, proveReceipt } from './copy/prove-receipt.ts';
import { readHeld } from './archive/read-archive.ts';
import { unnamedVersions } from './archive/kept-versions.ts';
import { sayReceipt } from './say.ts';
import type { Shell } from './shell.ts';

/** What was found out about a copy. */
type State = 'verbatim' | 'edited' | 'without original' | 'without receipt' | 'wrong';

interface Verdict {
  state: State;
  said: string;
  /** How many of its earlier versions are no longer what they were. */
  editedVersions?: number;
}

/**
 * Proves the receipt of every copy from its kept original, and lists originals without a copy. Gives the exit code:
 * 0 when all receipts hold, 2 when one is wrong or an original is missing or damaged.
 */
export async function verifyCopies(content: string, shell: Shell): Promise<number> {
  const { held, problems } = await readHeld(content);
  for (const problem of problems) shell.warn(`Not read: ${showProblem(problem)}`);
  const { originals, others } = await listOriginals(content);
  const counts: Record<State, number> = {
    verbatim: 0,
    edited: 0,
    'without original': 0,
    'without receipt': 0,
    wrong: 0,
  };
  let editedVersions = 0;
  const copies = held.filter(({ front }) => front.source !== undefined || front.receipt !== undefined);
  for (const copy of copies) {
    if (shell.isStopped()) return 1;
    const { state, said, editedVersions: edited = 0 } = await judge(content, copy, originals);
    counts[state] += 1;
    editedVersions += edited;
    (state === 'wrong' ? shell.warn : shell.print)(`${articleFile(content, copy.file)}: ${said}`);
  }
  const used = new Set(copies.flatMap(({ front }) => hashesOf(front)));
  const unused = [...others, ...[...originals].filter(([digest]) => !used.has(digest)).map(([, name]) => name)];
  for (const name of unused) shell.print(`${originalsFolder(content)}/${name}: no copy is made from it`);
  // Those of an article that cannot be read would seem to be nobody's.
  const unnamed = problems.length > 0 ? [] : await unnamedVersions(content, held);
  for (const path of unnamed) shell.print(`${path}: no article names it as an earlier version`);
  const states = Object.entries(counts).filter(
    ([state, count]) => count > 0 || state === 'verbatim' || state === 'wrong',
  );
  const listed = states.map(([state, count]) => `${count} ${state}`).join(', ');
  const unread =
    problems.length === 0
      ? ''
      : `; ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in files that cannot be read`;
  const edited =
    editedVersions === 0 ? '' : `; ${editedVersions} earlier ${editedVersions === 1 ? 'version' : 'versions'} edited`;
  shell.print(
    `${copies.length} ${copies.length === 1 ? 'copy' : 'copies'}: ${listed}${edited}; ${unused.length} ${unused.length === 1 ? 'original' : 'originals'} without a copy${unread}`,
  );
  return counts.wrong > 0 || problems.length > 0 ? 2 : 0;
}

async function judge(content: string, { file, front }: Held, originals: KeptOriginals): Promise<Verdict> {
  const wrong = (reason: string): Verdict => ({ state: 'wrong', said: `WRONG: ${reason}` });
  const { receipt, source } = front;
  for (const digest of source?.sha256 === undefined ? [] : hashesOf(front)) {
    const bytes = await readOriginal(content, digest, originals);
    const name = `${originalsFolder(content)}/${originals.get(digest) ?? digest}`;
    if (bytes === 'missing') return wrong(`its original ${name} is missing; import ${source?.file ?? 'it'} again`);
    if (bytes === 'damaged') return wrong(`its original ${name} is damaged: it is not the file that was imported`);
  }
  const versions = await judgeVersions(content, front, originals);
  if (versions.wrong !== undefined) return wrong(versions.wrong);
  const told = versions.edited.map((path) => `; its earlier version ${path} was edited`).join('');
  const toVerdict = (state: State, said: string = state): Verdict => ({
    state,
    said: said + told,
    editedVersions: versions.edited.length,
  });
  if (source?.sha256 === undefined)
    return receipt ? wrong('it has a receipt but names no original') : toVerdict('without original');
  if (!receipt) return toVerdict('without receipt');
  const proof = await prove(content, articleFile(content, file), originals);
  if (!proof.holds) return wrong(proof.reason);
  const state = proof.verbatim ? 'verbatim' : 'edited';
  return toVerdict(state, `${state}; its original gives ${sayReceipt(receipt)}`);
}

/** What is wrong with the first earlier version of a copy that cannot be proven, and which are not what was kept. */
async function judgeVersions(
  content: string,
  { versions }: FrontMatter,
  originals: KeptOriginals,
): Promise<{ wrong?: string; edited: string[] }> {
  const edited: string[] = [];
  for (const { copy, sha256: original } of versions) {
    if (copy === undefined) continue;
    const path = versionPath(content, copy);
    const proof = await prove(content, path, originals, original);
    if (!proof.holds) return { wrong: `its earlier version ${path}: ${proof.reason}`, edited };
    if (sha256(await readFile(path)) !== copy) edited.push(path);
  }
  return { edited };
}

/** Proves the receipt of a copy, or of one as it was before, from its original; `expected` is the sha256 that this must have. */
async function prove(content: string, path: string, originals: KeptOriginals, expected?: string): Promise<Proof> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  const read = text === undefined ? undefined : readArticleFile(path, text);
  if (!read) return { holds: false, reason: 'it is missing' };
  if (!read.ok) return { holds: false, reason: 'it cannot be read as an article' };
  const { front } = read.value;
  if (expected !== undefined && front.source?.sha256 !== expected)
    return { holds: false, reason: 'it was made from another original' };
  const bytes = await readOriginal(content, front.source?.sha256 ?? '', originals);
  if (!front.receipt || typeof bytes === 'string')
    return { holds: false, reason: 'it names no receipt and original that are kept' };
  let proof: Proof = { holds: false, reason: 'its original can no longer be read as an article' };
  // The language may have been set after the import: what holds in one of the two readings holds.
  for (const lang of [front.lang, undefined]) {
    const raw = await rereadOriginal(bytes, originals.get(front.source?.sha256 ?? '') ?? '', front, lang);
    try {
      if (raw && !proof.holds) proof = proveReceipt(front, read.value.body, front.receipt, raw);
    } catch (error) {
      return { holds: false, reason: `its text cannot be rendered: ${errorText(error)}` };
    }
  }
  return proof;
}

/** The originals that a copy is, and was, made from. */
function hashesOf({ source, versions }: FrontMatter): string[] {
  return [...(source?.sha256 === undefined ? [] : [source.sha256]), ...versions.map(({ sha256 }) => sha256)];
}
