import { isDeepStrictEqual } from 'node:util';
import { CORE_SCHEMA, load } from 'js-yaml';
import { Archive } from '../../src/importer/archive/archive.ts';
import { copyOf } from '../../src/importer/copy/copy-of.ts';
import { sourceOf } from '../../src/importer/containers/container.ts';
import { unitsOf } from '../../src/importer/containers/units-of.ts';
import { CONTAINERS, largestOf, readUnit } from '../../src/importer/formats.ts';
import { rereadOriginal } from '../../src/importer/archive/originals.ts';
import { pictureFinder } from '../../src/importer/pictures/find-picture.ts';
import { takePictures } from '../../src/importer/pictures/take-pictures.ts';
import { type Imported, planNew } from '../../src/importer/plan/plan.ts';
import { proveReceipt } from '../../src/importer/copy/prove-receipt.ts';
import type { RawArticle } from '../../src/importer/raw-article.ts';
import type { Unit } from '../../src/importer/unit.ts';
import { readArticleFile, showProblem } from '../../src/markdown/article-file.ts';
import { isNewsDate } from '../../src/news/dates.ts';
import { copyDigest } from '../../src/news/copy.ts';
import { sha256 } from '../../src/news/digest.ts';
import { frontMatterSchema } from '../../src/news/front-matter.ts';
import { normalise, toLine } from '../../src/news/text.ts';
import { inPieces } from '../unit/importer/containers/packing.ts';
import { NO_FACTS } from '../unit/importer/desk.ts';
import type { Input } from './inputs.ts';

/** What became of a file: its articles, the reasons of refusals, and the blocks whose words are not all in a copy. */
export interface Outcome {
  articles: { file: string; text: string }[];
  refusals: string[];
  lost: string[];
}

/** A promise of the importer that a file broke. */
export class BrokenPromise extends Error {}

/** An article's file: its folder, and a name that every disk takes. */
const FILE =
  /^(?:undated|\d{4}\/(?:0[1-9]|1[0-2]))\/(?!(?:con|prn|aux|nul|com\d|lpt\d)\.)[a-z0-9][a-z0-9-]{0,79}\.md$/u;
/** A reason is for an editor: no stack trace, and no place in the program. */
const PROGRAM =
  /\n\s+at |node_modules|src\/importer|node:internal|\.ts:\d|is not a function|of undefined|of null|not iterable/u;
const ALLOWED = new Set(Object.keys(frontMatterSchema.shape));

/** Takes a file the whole way without a disk, twice, and checks every promise on it. Throws where one is broken. */
export async function throughTheChain(input: Input): Promise<Outcome> {
  const first = await once(input, 700);
  // Pieces of another size must not matter either.
  const second = await once(input, 65_000);
  check(isDeepStrictEqual(first, second), 'the same bytes give another result the second time');
  return first;
}

async function once({ name, bytes }: Input, size: number): Promise<Outcome> {
  const outcome: Outcome = { articles: [], refusals: [], lost: [] };
  const archive = new Archive();
  const refuse = (reason: string): void => {
    checkReason(reason);
    outcome.refusals.push(reason);
  };
  const source = await sourceOf(name, inPieces(bytes, size), {}, { size: bytes.length });
  let held = 0;
  for await (const next of unitsOf(source, CONTAINERS, largestOf)) {
    if (next.kind !== 'note') held += 1;
    if (next.kind === 'refused') refuse(next.reason);
    if (next.kind !== 'unit') continue;
    const found = await readUnit(next.unit);
    check(found.length > 0, 'a unit gives neither articles nor reasons');
    for (const one of found) {
      if (one.ok) await copy(one.article, next.unit, archive, outcome, refuse);
      else refuse(one.reason);
    }
  }
  check(held > 0 || outcome.refusals.length === 0, 'nothing is held, but something is refused');
  return outcome;
}

async function copy(
  read: RawArticle,
  unit: Unit,
  archive: Archive,
  outcome: Outcome,
  refuse: (reason: string) => void,
): Promise<void> {
  const find = pictureFinder({ resources: read.resources, file: undefined, fetch: undefined });
  const { raw, files, missing } = await takePictures(read, find);
  const captured = [raw.captured?.value, unit.known.captured].find((date) => date !== undefined && isNewsDate(date));
  const charset = unit.known.charset;
  const origin = {
    file: toLine(unit.name),
    captured: captured ?? '2020-01-02',
    charset: charset === undefined || /^utf-?8$/iu.test(charset) ? undefined : charset,
    sha256: sha256(raw.original.bytes),
  };
  const plan = planNew({ raw, facts: NO_FACTS, origin, pictures: files, missing, skipDuplicates: false }, archive);
  if (plan.outcome === 'refused') refuse(plan.reason);
  if (plan.outcome !== 'imported') return;
  for (const note of plan.notes) checkReason(note);
  archive.add({ file: plan.file, front: plan.front }, plan.print);
  outcome.articles.push({ file: plan.file, text: plan.text });
  checkFile(plan);
  outcome.lost.push(...lostIn(plan, raw));
  await checkProof(plan, raw);
}

function checkFile({ file, text, front }: Imported): void {
  check(FILE.test(file), `the file would be ${JSON.stringify(file)}`);
  const back = readArticleFile(file, text);
  if (!back.ok) throw new BrokenPromise(`the file cannot be read: ${back.problems.map(showProblem).join('; ')}`);
  const yaml: unknown = load(text.split('\n---\n')[0] ?? '', { schema: CORE_SCHEMA });
  const keys = typeof yaml === 'object' && yaml !== null ? Object.keys(yaml) : [];
  check(keys.includes('title') && keys.every((key) => ALLOWED.has(key)), `its keys are ${keys.join(' ')}`);
  const { receipt } = back.value.front;
  if (!receipt) throw new BrokenPromise('the file has no receipt');
  check(copyDigest(copyOf(front, back.value.body)) === receipt.text, 'its text is not the one that its receipt is for');
  const { kept, moved, changed, dropped, blocks } = receipt;
  check(kept + moved.length + changed.length + dropped.length === blocks, 'its receipt does not add up');
  check(
    dropped.every(({ reason }) => reason !== undefined && reason !== ''),
    'a block was dropped without a reason',
  );
}

/** Blocks of the source that are not whole in the copy although nobody decided so. */
function lostIn({ front }: Imported, raw: RawArticle): string[] {
  const decided = raw.blocks.filter(({ became, reason }) => (became ?? reason) !== undefined);
  const texts = new Set(decided.map(({ text }) => normalise(text)));
  const fields = new Set(decided.map(({ became }) => became));
  const { dropped = [], changed = [] } = front.receipt ?? {};
  return [
    ...dropped.filter(({ reason }) => reason === 'not found in the copy'),
    // A receipt shows twenty texts at most; behind them the field must do.
    ...changed.filter(({ field, was }) => (was === undefined ? !fields.has(field) : !texts.has(was))),
  ].map(({ reason, field, was = '' }) => `${reason ?? `changed in ${field ?? ''}`}: ${JSON.stringify(was)}`);
}

/** What `npm run verify` does: the kept original, read again, must prove the receipt. */
async function checkProof({ text, file, front }: Imported, raw: RawArticle): Promise<void> {
  const { bytes, extension } = raw.original;
  const back = readArticleFile(file, text);
  check(/^[a-z0-9]{1,8}$/u.test(extension), `its original would end with .${extension}`);
  const again = await rereadOriginal(bytes, `${sha256(bytes)}.${extension}`, front, front.lang);
  if (!again || !back.ok || !front.receipt) throw new BrokenPromise('its original cannot be read again');
  const proof = proveReceipt(front, back.value.body, front.receipt, again);
  if (!proof.holds) throw new BrokenPromise(`verify would say: ${proof.reason}`);
  check(proof.verbatim, 'a new copy is not verbatim');
}

function checkReason(reason: string): void {
  check(reason.trim() !== '' && !PROGRAM.test(reason), `a reason for an editor is ${JSON.stringify(reason)}`);
}

function check(holds: boolean, otherwise: string): void {
  if (!holds) throw new BrokenPromise(otherwise);
}
