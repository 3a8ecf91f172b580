import { articlesWith } from '../markdown/article-file.ts';
import { forgetRecords } from '../edition/cache.ts';
import { readArticleTexts } from '../edition/content-files.ts';
import { type EditionRequest, type ReadyEdition, readEdition } from '../edition/read-edition.ts';
import { DamagedMemory } from '../edition/texts.ts';
import type { Order } from './arguments.ts';
import { CHECK_NAMES, type CheckName, type Finding } from './checks.ts';
import { findEdited, findUndated, findUntagged, findWithoutRights, findWithoutSource } from './facts.ts';
import type { Galley } from './galley.ts';
import { readHistory } from './history.ts';
import { findLookAlikes } from './look-alikes.ts';
import { findMoved } from './moved.ts';
import { findUnusedOriginals } from './originals.ts';
import { proofTexts } from './proof-texts.ts';
import { type Proof, sayProof, toJson } from './say.ts';
import { findRepeated } from './standfirst.ts';

/** Where the command says what it found. */
export interface Voice {
  print: (line: string) => void;
  /** For what could not be looked at. */
  warn: (line: string) => void;
  /** Is told how many articles have been read, of how many. */
  onRead?: (done: number, all: number) => void;
}

/** The moment of a proof, milliseconds since 1970 UTC, and where it remembers what it knows of the articles. */
export type Setting = Pick<EditionRequest, 'now' | 'cache'>;

/**
 * Proofs a content folder and says what it found. Gives the exit code: 2 where there
 * is anything, else 0. Throws a ContentError where site.yaml or tags.yaml cannot be read.
 */
export async function runProof(order: Order, voice: Voice, setting: Setting): Promise<number> {
  const proof = await proofFolder(order, voice, setting);
  for (const sentence of proof.leftOut) voice.warn(sentence);
  for (const line of order.json ? toJson(proof) : sayProof(proof)) voice.print(line);
  return proof.findings.length > 0 ? 2 : 0;
}

async function proofFolder({ content, checks }: Order, { onRead }: Voice, setting: Setting): Promise<Proof> {
  const articles = await readArticleTexts(content);
  const request: EditionRequest = { ...setting, content, articles, skipBad: true, onRead };
  try {
    return await proofWith(request, checks);
  } catch (error) {
    if (!(error instanceof DamagedMemory)) throw error;
    await forgetRecords(setting.cache.folder);
    return proofWith(request, checks);
  }
}

async function proofWith(request: EditionRequest, checks: ReadonlySet<CheckName>): Promise<Proof> {
  const ready = await readEdition(request);
  try {
    const galley = toGalley(request, ready);
    const { findings, leftOut } = await findAll(galley, ready, request, checks);
    const wanted = [...errors(ready), ...findings].filter(({ check }) => check === 'error' || checks.has(check));
    return { articles: request.articles?.size ?? 0, findings: inOrder(wanted), leftOut };
  } finally {
    ready.close();
  }
}

function toGalley({ content, articles, now }: EditionRequest, { edition, skipped, memory }: ReadyEdition): Galley {
  const names = articlesWith(skipped);
  // The edition names problems' files so.
  const isRefused = (file: string): boolean => names.has(`${content}/articles/${file}`);
  const all = [...(articles ?? [])];
  return {
    ...{ content, site: edition.site, now },
    articles: all.flatMap(([file, article]) => {
      const record = isRefused(file) ? undefined : memory.records.get(file);
      return record ? [{ file, text: article.read(), record }] : [];
    }),
    refused: new Set(all.map(([file]) => file).filter(isRefused)),
  };
}

/** What stands in files that the build refuses comes under no other check. */
function errors({ skipped }: ReadyEdition): Finding[] {
  return skipped.map(({ file, line, message }) => ({ check: 'error', file, line, message }));
}

/** The checks that need no more than what is remembered of each article. */
const FACTS: readonly [CheckName, (galley: Galley) => Finding[]][] = [
  ['date', findUndated],
  ['source', findWithoutSource],
  ['rights', findWithoutRights],
  ['tags', findUntagged],
  ['description', findRepeated],
  ['edited', findEdited],
];

async function findAll(
  galley: Galley,
  ready: ReadyEdition,
  request: EditionRequest,
  checks: ReadonlySet<CheckName>,
): Promise<Pick<Proof, 'findings' | 'leftOut'>> {
  const wants = (...names: CheckName[]): boolean => names.some((name) => checks.has(name));
  const findings = FACTS.flatMap(([name, find]) => (wants(name) ? find(galley) : []));
  const leftOut: string[] = [];
  if (wants('link', 'alt')) findings.push(...(await proofTexts(galley, ready, request)));
  if (wants('look-alike')) findings.push(...findLookAlikes(galley, ready.edition.vocabulary));
  if (wants('original', 'version')) {
    if (galley.refused.size === 0) findings.push(...(await findUnusedOriginals(galley)));
    else
      leftOut.push(
        'Originals and versions without an article were not looked for: they may be those of one that is refused.',
      );
  }
  if (wants('moved', 'gone')) {
    const present = new Set([...galley.articles.map(({ file }) => file), ...galley.refused]);
    const read = await readHistory(request.content, present);
    if (read.ok) findings.push(...(await findMoved(galley, read.history)));
    else leftOut.push(`Renamed articles were not looked for: ${read.reason}.`);
    if (read.ok && read.history.isShallow)
      leftOut.push(
        'Renamed articles were looked for in the newest commits only: the older ones are not here (git fetch --unshallow).',
      );
  }
  return { findings, leftOut };
}

/** By check, then as the articles are listed: the same content gives the same list. */
function inOrder(findings: readonly Finding[]): Finding[] {
  const rank = ({ check }: Finding): number => CHECK_NAMES.indexOf(check);
  return findings.toSorted(
    (a, b) => rank(a) - rank(b) || compare(a.file, b.file) || a.line - b.line || compare(a.message, b.message),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
