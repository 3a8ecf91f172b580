import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readEvidence, writeEvidence } from './kept-evidence.ts';
import { readByDigest, readJson, writeByDigest, writeJson } from './kept-files.ts';
import { isSame, readShelves, type Row, shelfName, toShelves, writeShelf } from './kept-records.ts';
import { type ArticleRecord, textsOf } from './record.ts';
import { Texts } from './texts.ts';

/** What a build remembers of the articles: their records by their files, and the texts that these name. */
export interface RecordCache {
  records: ReadonlyMap<string, ArticleRecord>;
  texts: Texts;
  /** The sha256 of each shelf of records by its number, where they are kept as they are here. */
  shelves?: ReadonlyMap<number, string>;
}

const stored = z.object({
  key: z.string(),
  /** The number and the sha256 of each shelf of records. */
  shelves: z.array(z.tuple([z.number(), z.string()])),
  /** The name of the file of texts. */
  texts: z.string(),
  /** The sha256 of the file of evidence. */
  evidence: z.string(),
});

const LIST = 'records.json';

/** A file of texts may hold twice as many bytes as it needs, and this many more. */
const SPARE = 1 << 20;

/** Reads the memory in a folder; empty when there is none, when it cannot be read, or when it was made under another key. */
export async function loadCache(folder: string, key: string): Promise<RecordCache> {
  const found = stored.safeParse(readJson(join(folder, LIST))).data;
  const known = found?.key === key ? loadRecords(folder, found) : undefined;
  if (known) return known;
  // No list names them: a build that failed before it could write one leaves them.
  await removeOthers(folder, []);
  return { records: new Map(), texts: await newTexts(folder) };
}

function loadRecords(
  folder: string,
  { shelves, texts: name, evidence: digest }: z.output<typeof stored>,
): RecordCache | undefined {
  const digests = new Map(shelves);
  const rows = readShelves(folder, [...digests.values()]);
  const bytes = readByDigest(folder, evidenceName, digest);
  if (!rows || !bytes || !existsSync(join(folder, name))) return undefined;
  const texts = new Texts(join(folder, name));
  const evidence = readEvidence(
    bytes,
    rows.map(([, record]) => record.evidence),
  );
  const records = new Map<string, ArticleRecord>();
  for (const [number, [file, record, places]] of rows.entries()) {
    const its = evidence[number];
    if (its) records.set(file, { ...record, evidence: its });
    for (const [index, text] of textsOf(record).entries()) {
      texts.expect(text, { offset: places[2 * index] ?? 0, length: places[2 * index + 1] ?? 0 });
    }
  }
  return { records, texts, shelves: digests };
}

/**
 * Replaces the memory in one step, so that a build cut short leaves the old one or the new one, and gives it as it is from
 * now on. `before` is what was loaded: shelves with the very same records are not written again.
 */
export async function saveCache(
  folder: string,
  key: string,
  { records, texts: all }: RecordCache,
  before: RecordCache,
): Promise<RecordCache> {
  const texts = await withoutWaste(folder, records, all);
  texts.flush();
  const placesOf = (record: ArticleRecord): number[] => {
    return textsOf(record).flatMap((digest) => {
      const { offset, length } = texts.placeOf(digest);
      return [offset, length];
    });
  };
  // Where texts stand somewhere else, no row is as it was.
  const kept = texts === all ? toShelves(before.records) : new Map<number, never>();
  const inOrder = toShelves(records);
  const shelves = new Map<number, string>();
  for (const [number, shelf] of inOrder) {
    const toRow = ([file, record]: [string, ArticleRecord]): Row => {
      return [file, { ...record, evidence: record.evidence.digests }, placesOf(record)];
    };
    const digest = isSame(shelf, kept.get(number)) ? before.shelves?.get(number) : undefined;
    shelves.set(number, digest ?? writeShelf(folder, shelf.map(toRow)));
  }
  const rows = writeEvidence([...inOrder.values()].flat().map(([, record]) => record.evidence));
  const evidence = writeByDigest(folder, evidenceName, rows);
  writeJson(join(folder, LIST), { key, shelves: [...shelves], texts: texts.name, evidence });
  await removeOthers(folder, [texts.name, evidenceName(evidence), ...[...shelves.values()].map(shelfName)]);
  return { records, texts, shelves };
}

/** Drops the texts that no record names any more, once that is worth writing all others anew. */
async function withoutWaste(folder: string, records: RecordCache['records'], texts: Texts): Promise<Texts> {
  const digests = new Set([...records.values()].flatMap(textsOf));
  const needed = [...digests].reduce((sum, digest) => sum + texts.placeOf(digest).length, 0);
  if (texts.size <= 2 * needed + SPARE) return texts;
  const kept = await newTexts(folder);
  for (const digest of digests) kept.keep(texts.get(digest));
  texts.close();
  return kept;
}

/** Forgets the records: the next build makes them anew. */
export async function forgetRecords(folder: string): Promise<void> {
  await rm(join(folder, LIST), { force: true });
}

/** A new file of texts, beside those that are there. */
async function newTexts(folder: string): Promise<Texts> {
  const numbers = (await textFiles(folder)).map((name) => Number.parseInt(name.slice('texts-'.length), 10));
  return new Texts(join(folder, `texts-${Math.max(0, ...numbers) + 1}.pack`));
}

/** The file of evidence, by its sha256. */
function evidenceName(digest: string): string {
  return `evidence-${digest}.bin`;
}

/** Removes files of texts, evidence and records that no list names any more. */
async function removeOthers(folder: string, named: readonly string[]): Promise<void> {
  const names = (await readdir(folder).catch(() => [])).filter((name) =>
    /^(?:texts|evidence|records)-\w+\.(?:pack|bin|json)$/u.test(name),
  );
  await Promise.all(names.filter((name) => !named.includes(name)).map((name) => rm(join(folder, name))));
}

async function textFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => /^texts-\d+\.pack$/u.test(name));
}
