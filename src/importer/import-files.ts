import { basename } from 'node:path';
import { showProblem } from '../markdown/article-file.ts';
import { dayAt } from '../news/dates.ts';
import { sha256 } from '../news/digest.ts';
import { toLine } from '../news/text.ts';
import type { Archive } from './archive.ts';
import { articleFile, prepareContent } from './content-folder.ts';
import { explain } from './explain.ts';
import type { Facts } from './facts.ts';
import { findSame } from './identity.ts';
import { type KeptOriginals, listOriginals } from './originals.ts';
import { performPlan } from './perform-plan.ts';
import { type Arrival, type Plan, planNew } from './plan.ts';
import { planKnown } from './plan-known.ts';
import type { RawArticle } from './raw-article.ts';
import { readArchive, readCandidate } from './read-archive.ts';
import { readInputFile } from './read-input-file.ts';
import { readInput } from './readers.ts';
import { type Counts, sayCounts, sayPlan } from './say.ts';
import type { Shell } from './shell.ts';

export interface ImportRequest {
  files: readonly string[];
  facts: Facts;
  content: string;
  /** The content folder was named by the editor and is not the default. */
  isNamed: boolean;
  explain: boolean;
  dryRun: boolean;
}

/** The state of one run: what the archive holds, as the run itself changes it. */
interface Run extends ImportRequest {
  archive: Archive;
  originals: KeptOriginals;
  /** The day of import, in UTC. */
  today: string;
}

/**
 * Imports files one after the other, each whole or not at all. Gives the exit code: 0 all done, 2 done except the
 * inputs that were named. Throws on what stops the whole run: a content folder or a disk that cannot be written to.
 */
export async function importFiles(request: ImportRequest, shell: Shell): Promise<number> {
  const { content, dryRun, files } = request;
  await prepareContent(content, { isNamed: request.isNamed, make: !dryRun });
  const { archive, problems } = await readArchive(content);
  for (const problem of problems) shell.warn(`Not read, and left alone: ${showProblem(problem)}`);
  const { originals } = await listOriginals(content);
  const run: Run = { ...request, archive, originals, today: dayAt(shell.now(), 'UTC') };
  const counts: Counts = { imported: 0, updated: 0, unchanged: 0, refused: 0 };
  let reached = 0;
  try {
    for (const path of files) {
      if (shell.isStopped()) break;
      const outcome = await importFile(path, run, shell);
      counts[outcome] += 1;
      reached += 1;
    }
  } finally {
    shell.print(sayCounts(counts, files.length - reached, dryRun));
  }
  return counts.refused > 0 ? 2 : 0;
}

/** Imports what one file holds. Its outcome is the gravest of its articles'. */
async function importFile(path: string, run: Run, shell: Shell): Promise<keyof Counts> {
  const refuse = (reason: string): 'refused' => {
    shell.warn(sayPlan(path, { outcome: 'refused', reason }, undefined, String));
    return 'refused';
  };
  const input = await readInputFile(path);
  if (!input.ok) return refuse(input.reason);
  const name = basename(path);
  const reading = readInput({ name, bytes: input.bytes }, { lang: run.facts.lang });
  if (!reading.ok) return refuse(reading.reason);
  const outcomes: (keyof Counts)[] = [];
  for (const raw of reading.articles) outcomes.push(await importArticle(path, toLine(name), raw, run, shell));
  const gravest = (['refused', 'imported', 'updated'] as const).find((outcome) => outcomes.includes(outcome));
  return gravest ?? 'unchanged';
}

async function importArticle(
  path: string,
  file: string,
  raw: RawArticle,
  run: Run,
  shell: Shell,
): Promise<Plan['outcome']> {
  const { content, facts, archive, originals, today, dryRun } = run;
  const digest = sha256(raw.original.bytes);
  const arrival: Arrival = { raw, facts, origin: { file, captured: today, sha256: digest } };
  const plan = await makePlan(arrival, run);
  const done = dryRun ? plan : await performPlan(plan, raw, content, shell.disk);
  const show = (articlePath: string): string => articleFile(content, articlePath);
  const say = done.outcome === 'refused' ? shell.warn : shell.print;
  say(sayPlan(path, done, arrival, show, dryRun));
  if (run.explain) for (const line of explain(arrival, done)) shell.print(line);
  if (done.outcome === 'imported' || done.outcome === 'updated') {
    if (done.outcome === 'updated')
      [...done.remove, done.file].forEach((gone) => {
        archive.remove(gone);
      });
    archive.add({ file: done.file, front: done.front });
    originals.set(digest, `${digest}.${raw.original.extension}`);
  }
  return done.outcome;
}

async function makePlan(arrival: Arrival, { content, archive, originals, facts }: Run): Promise<Plan> {
  const { raw, origin } = arrival;
  const held = new Set([
    ...(facts.sourceUrl === undefined ? [] : archive.withUrl(facts.sourceUrl)),
    ...archive.withFileName(origin.file),
  ]);
  const candidates = await Promise.all([...held].map((article) => readCandidate(content, article, originals)));
  const incoming = { raw, url: facts.sourceUrl, sha256: origin.sha256 };
  const match = findSame(
    incoming,
    candidates.filter((candidate) => candidate !== undefined),
  );
  return match ? planKnown(arrival, match, archive) : planNew(arrival, archive);
}
