import { realpath, stat } from 'node:fs/promises';
import { relative } from 'node:path';
import { showProblem } from '../markdown/article-file.ts';
import { dayAt } from '../news/dates.ts';
import { prepareContent } from './archive/content-folder.ts';
import { unitsOf } from './containers/units-of.ts';
import { removeParts } from './archive/content-parts.ts';
import { CONTAINERS, largestOf, readUnit } from './formats.ts';
import { importArticle, type Run } from './import-article.ts';
import type { ImportRequest } from './import-request.ts';
import { findInputs, type Input } from './inputs.ts';
import { lockContent } from './archive/lock.ts';
import { openInput } from './open-input.ts';
import { listOriginals } from './archive/originals.ts';
import { Progress } from './progress.ts';
import { readArchive } from './archive/read-archive.ts';
import { Report } from './report.ts';
import { sayCounts, sayPlace, sayPlan } from './say.ts';
import type { Shell } from './shell.ts';
import { readKnownTags } from './suggest/read-known-tags.ts';
import { siteLanguage } from './archive/site-language.ts';
import { TagAdviser } from './suggest/tag-adviser.ts';
import type { Unit } from './unit.ts';
import { WriteError, writeWhole } from './archive/write-files.ts';

/**
 * Imports what is named, one article after the other, each whole or not at all. Gives the exit code: 0 all done, 2 done
 * except what was named as refused. Throws on what stops the whole run: a content folder or a disk that cannot be
 * written to, or another importer at work there.
 */
export async function importInputs(request: ImportRequest, shell: Shell): Promise<number> {
  const { content, dryRun, isNamed, reportFile } = request;
  if (reportFile !== undefined) await checkReport(reportFile);
  await prepareContent(content, { isNamed, make: !dryRun });
  const unlock = dryRun ? undefined : await lockContent(content);
  try {
    if (!dryRun) await removeParts(content);
    return await importAll(request, shell);
  } finally {
    await unlock?.();
  }
}

async function importAll(request: ImportRequest, shell: Shell): Promise<number> {
  const { content, dryRun, reportFile, writeTags: isWritten } = request;
  const language = await siteLanguage(content);
  const known = await readKnownTags(content, { language, isWritten }, shell.warn);
  const { archive, problems } = await readArchive(content);
  for (const problem of problems) shell.warn(`Not read, and left alone: ${showProblem(problem)}`);
  known.use([...archive.tags]);
  const { originals } = await listOriginals(content);
  const report = new Report(reportFile !== undefined);
  const inputs: Input[] = [];
  const own = await realpath(content).catch(() => content);
  let parts = 0;
  for await (const input of findInputs(request.what, { passOver: () => (parts += 1) })) {
    if (input.kind !== 'file' || !(await isOwn(own, input.path))) inputs.push(input);
  }
  if (parts > 0) shell.print(`${parts} pictures and parts of pages in folders are no articles, and were passed over.`);
  const progress = new Progress(shell, inputs);
  const run: Run = {
    ...request,
    archive,
    originals,
    report,
    today: dayAt(shell.now(), 'UTC'),
    language,
    adviser: new TagAdviser(known, { language, isWritten, isReported: reportFile !== undefined }),
    progress,
    said: new Set(),
  };
  let reached = 0;
  try {
    for (const input of inputs) {
      if (shell.isStopped()) break;
      await importInput(input, run, shell);
      // An input that was broken off in its middle is not reached to its end.
      if (!shell.isStopped()) reached += 1;
    }
  } finally {
    progress.end();
    for (const line of run.adviser.sayRest()) shell.print(line);
    const notReached = inputs.length - reached;
    shell.print(sayCounts(report.counts, notReached, dryRun));
    if (notReached > 0 && shell.isStopped())
      shell.print('Stopped. Run the same again to go on; nothing is imported twice.');
    if (reportFile !== undefined) await writeWhole(reportFile, report.toJson(notReached, dryRun), shell.disk);
  }
  return report.counts.refused > 0 ? 2 : 0;
}

/** The report takes the place of what stands there, which must not be a device such as /dev/stdout. */
async function checkReport(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() === false) throw new WriteError(path, new Error('it is not a file; name one for the report'));
}

/** Whether a file is one of the archive's own: a folder that is imported may hold the content folder, here its real path. */
async function isOwn(content: string, path: string): Promise<boolean> {
  const way = relative(content, await realpath(path).catch(() => path));
  return /^(?:articles|sources)[/\\]/u.test(way);
}

async function importInput(input: Input, run: Run, shell: Shell): Promise<void> {
  const opened = await openInput(input, shell);
  const { name } = opened;
  const refuse = (reason: string, where?: string): void => {
    run.report.add(name, where, { outcome: 'refused', reason }, undefined);
    shell.warn(sayPlan(sayPlace(name, where), { outcome: 'refused', reason }, undefined, String));
  };
  if (!opened.ok) {
    refuse(opened.reason);
    return;
  }
  let held = 0;
  const source = run.progress.watch(opened.source);
  for await (const next of unitsOf(source, CONTAINERS, largestOf)) {
    if (next.kind === 'note') shell.print(`${name}: ${next.note}`);
    else held += 1;
    if (next.kind === 'refused') refuse(next.reason, next.where);
    if (next.kind === 'unit') await importUnit(name, opened.path, next.unit, run, shell, refuse);
    if (shell.isStopped()) return;
  }
  if (held === 0) refuse('there is no article in it');
}

async function importUnit(
  name: string,
  path: string | undefined,
  unit: Unit,
  run: Run,
  shell: Shell,
  refuse: (reason: string, where?: string) => void,
): Promise<void> {
  const found = await readUnit({ ...unit, known: { ...unit.known, lang: run.facts.lang, today: run.today } });
  if (found.length === 0) refuse('there is no article in it', unit.where);
  if (found.length > 1 && run.facts.sourceUrl !== undefined) {
    refuse('--source-url is the address of one article, and this holds several', unit.where);
    return;
  }
  for (const [index, one] of found.entries()) {
    const place = one.ok ? (found.length > 1 ? `item ${index + 1}` : undefined) : one.where;
    const steps = new Set([unit.where, place].filter((step) => step !== undefined));
    const where = steps.size > 0 ? [...steps].join(', ') : undefined;
    if (!one.ok) refuse(one.reason, where);
    else await importArticle({ name, where, path, unit, raw: one.article }, run, shell);
    run.progress.article();
    if (shell.isStopped()) return;
  }
}
