import { isNewsDate } from '../news/dates.ts';
import { sha256 } from '../news/digest.ts';
import { toLine } from '../news/text.ts';
import type { Archive } from './archive/archive.ts';
import { articleFile } from './archive/content-folder.ts';
import { detectLanguage } from './text/detect-language.ts';
import { explain } from './explain.ts';
import { findSame } from './archive/identity.ts';
import type { ImportRequest } from './import-request.ts';
import type { KeptOriginals } from './archive/originals.ts';
import { performPlan } from './plan/perform-plan.ts';
import { pictureFinder } from './pictures/find-picture.ts';
import { takePictures } from './pictures/take-pictures.ts';
import { type Arrival, type Plan, planNew } from './plan/plan.ts';
import { planKnown, planUnchanged } from './plan/plan-known.ts';
import type { Progress } from './progress.ts';
import type { RawArticle } from './raw-article.ts';
import { readCandidate } from './archive/read-archive.ts';
import type { Report } from './report.ts';
import { sayPlace, sayPlan } from './say.ts';
import type { Shell } from './shell.ts';
import type { TagAdviser } from './suggest/tag-adviser.ts';
import type { Unit } from './unit.ts';

/** The state of one run: what the archive holds, as the run itself changes it. */
export interface Run extends ImportRequest {
  archive: Archive;
  originals: KeptOriginals;
  report: Report;
  progress: Progress;
  /** The day of import, in UTC. */
  today: string;
  /** The language of articles that name none. */
  language: string;
  adviser: TagAdviser;
  /** The notes that were printed for an input: thousands of articles of one file share them. */
  said: Set<string>;
}

/** An article as it was found, and where. */
export interface Arriving {
  /** The input as it was named. */
  name: string;
  /** The place inside it. */
  where: string | undefined;
  /** The input's path where it is a file. */
  path: string | undefined;
  unit: Unit;
  raw: RawArticle;
}

/** Imports one article: finds whether it is known, plans, writes, says what was done. */
export async function importArticle(arriving: Arriving, run: Run, shell: Shell): Promise<void> {
  const { content, archive, originals, dryRun } = run;
  const arrival = await toArrival(arriving, run, shell);
  const { raw, origin } = arrival;
  const plan = await makePlan(arrival, run);
  const done = dryRun ? plan : await performPlan(plan, arrival, content, shell.disk);
  const show = (file: string): string => articleFile(content, file);
  const name = sayPlace(arriving.name, arriving.where);
  const say = done.outcome === 'refused' ? shell.warn : shell.print;
  say(sayPlan(name, done, withNewNotes(arrival, arriving.name, run.said), show, dryRun));
  const suggested = 'suggested' in done ? done.suggested : undefined;
  for (const line of run.adviser.say(suggested, run.explain)) shell.print(line);
  if (run.explain) for (const line of explain(arrival, done)) shell.print(line);
  run.report.add(arriving.name, arriving.where, done, arrival);
  if (done.outcome !== 'imported' && done.outcome !== 'updated') return;
  if (done.outcome === 'updated') for (const gone of [...done.remove, done.file]) archive.remove(gone);
  run.adviser.note(done.front);
  archive.add({ file: done.file, front: done.front }, done.print);
  originals.set(origin.sha256, `${origin.sha256}.${raw.original.extension}`);
}

/** An arrival without the notes that were said of an earlier article of the same input. */
function withNewNotes(arrival: Arrival, input: string, said: Set<string>): Arrival {
  const notes = arrival.raw.notes.filter((note) => !said.has(`${input}\n${note}`));
  for (const note of notes) said.add(`${input}\n${note}`);
  return { ...arrival, raw: { ...arrival.raw, notes } };
}

async function toArrival({ path, unit, raw: read }: Arriving, run: Run, shell: Shell): Promise<Arrival> {
  const { facts, today, fetchPictures, skipDuplicates, adviser } = run;
  const named = await withLanguage(withAddress(read, unit), run);
  const find = pictureFinder({
    resources: read.resources,
    file: path,
    fetch: fetchPictures ? shell.fetchPicture : undefined,
  });
  const { raw, files, missing } = await takePictures(named, find);
  const captured = [raw.captured?.value, unit.known.captured].find((date) => date !== undefined && isNewsDate(date));
  const charset = unit.known.charset;
  const origin = {
    file: unit.known.url !== undefined && path === undefined ? '' : toLine(unit.name),
    captured: captured ?? today,
    charset: charset === undefined || /^utf-?8$/iu.test(charset) ? undefined : charset,
    sha256: sha256(raw.original.bytes),
  };
  return { raw, facts, origin, pictures: files, missing, skipDuplicates, advice: adviser.next() };
}

/** A page knows its own address best; else it is the one that it was fetched from. */
function withAddress(raw: RawArticle, { known }: Unit): RawArticle {
  if (raw.sourceUrl || known.url === undefined) return raw;
  return { ...raw, sourceUrl: { value: known.url, how: 'stated', rule: 'the address that it was fetched from' } };
}

/** The language is only written where it is another than the site's. */
async function withLanguage(raw: RawArticle, { facts, language }: Run): Promise<RawArticle> {
  if (facts.lang !== undefined || raw.lang?.how === 'stated') return raw;
  const found = raw.lang?.value ?? (await detectLanguage(raw.blocks.map(({ text }) => text).join('\n')));
  const isSite = found === undefined || found.split('-')[0] === language.split('-')[0];
  return { ...raw, lang: isSite ? undefined : { value: found, how: 'inferred', rule: 'the letters of its text' } };
}

async function makePlan(arrival: Arrival, { content, archive, originals }: Run): Promise<Plan> {
  const { raw, facts, origin } = arrival;
  const url = facts.sourceUrl ?? raw.sourceUrl?.value;
  const found = [...(url === undefined ? [] : archive.withUrl(url)), ...archive.withOrigin(origin.file, raw.item)];
  const held = [...new Map(found.map((article) => [article.file, article])).values()];
  const [only, ...others] = held;
  const unchanged = only && others.length === 0 ? planUnchanged(arrival, only) : undefined;
  if (unchanged) return unchanged;
  const candidates = await Promise.all(held.map((article) => readCandidate(content, article, originals)));
  const incoming = { raw, url, sha256: origin.sha256 };
  const match = findSame(
    incoming,
    candidates.filter((candidate) => candidate !== undefined),
  );
  return match ? planKnown(arrival, match, archive) : planNew(arrival, archive);
}
