import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { sha256 } from '../news/digest.ts';
import type { EvidenceDigests } from '../news/related/evidence.ts';
import { readEvidence, writeEvidence } from './kept-evidence.ts';
import { type ArticleRecord, textsOf } from './record.ts';
import { Texts } from './texts.ts';

/** What a build remembers of the articles: their records by their files, and the texts that these name. */
export interface RecordCache {
  records: Map<string, ArticleRecord>;
  texts: Texts;
}

/** Its evidence stands in a file of its own. */
type StoredRecord = Omit<ArticleRecord, 'evidence'> & { evidence: EvidenceDigests };

const stored = z.object({
  key: z.string(),
  // Written by this module under the same key, which stands for the code that gives records their shape.
  records: z.array(z.tuple([z.string(), z.custom<StoredRecord>(), z.array(z.number())])),
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
  const found = stored.safeParse(await readJson(join(folder, LIST))).data;
  const bytes =
    found?.key === key ? await readFile(join(folder, evidenceFile(found.evidence))).catch(() => undefined) : undefined;
  if (!found || !bytes || sha256(bytes) !== found.evidence || !existsSync(join(folder, found.texts))) {
    // No list names them: a build that failed before it could write one leaves them.
    await removeOthers(folder, []);
    return { records: new Map(), texts: await newTexts(folder) };
  }
  const texts = new Texts(join(folder, found.texts));
  const evidence = readEvidence(
    bytes,
    found.records.map(([, record]) => record.evidence),
  );
  const records = new Map<string, ArticleRecord>();
  for (const [number, [file, record, places]] of found.records.entries()) {
    const its = evidence[number];
    if (its) records.set(file, { ...record, evidence: its });
    for (const [index, digest] of textsOf(record).entries()) {
      texts.expect(digest, { offset: places[2 * index] ?? 0, length: places[2 * index + 1] ?? 0 });
    }
  }
  return { records, texts };
}

/**
 * Replaces the memory in one step, so that a build cut short leaves the old one or the new one, and gives it as it is from
 * now on: what no record names any more is dropped, once that is worth writing all other texts anew.
 */
export async function saveCache(folder: string, key: string, { records, texts }: RecordCache): Promise<RecordCache> {
  const digests = new Set([...records.values()].flatMap(textsOf));
  const needed = [...digests].reduce((sum, digest) => sum + texts.placeOf(digest).length, 0);
  const isLarge = texts.size > 2 * needed + SPARE;
  const kept = isLarge ? await newTexts(folder) : texts;
  if (isLarge) {
    for (const digest of digests) kept.keep(texts.get(digest));
    texts.close();
  }
  kept.flush();
  const placesOf = (record: ArticleRecord): number[] => {
    return textsOf(record).flatMap((digest) => {
      const { offset, length } = kept.placeOf(digest);
      return [offset, length];
    });
  };
  const bytes = writeEvidence([...records.values()].map((record) => record.evidence));
  const evidence = sha256(bytes);
  await writeWhole(join(folder, evidenceFile(evidence)), [bytes]);
  const list = [...records].map(([file, record]): [string, StoredRecord, number[]] => {
    return [file, { ...record, evidence: record.evidence.digests }, placesOf(record)];
  });
  await writeJson(join(folder, LIST), { key, records: list, texts: kept.name, evidence });
  await removeOthers(folder, [kept.name, evidenceFile(evidence)]);
  return { records, texts: kept };
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
function evidenceFile(digest: string): string {
  return `evidence-${digest}.bin`;
}

/** Removes files of texts and of evidence that no list names any more. */
async function removeOthers(folder: string, named: readonly string[]): Promise<void> {
  const names = (await readdir(folder).catch(() => [])).filter((name) =>
    /^(?:texts|evidence)-\w+\.(?:pack|bin)$/u.test(name),
  );
  await Promise.all(names.filter((name) => !named.includes(name)).map((name) => rm(join(folder, name))));
}

async function textFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => /^texts-\d+\.pack$/u.test(name));
}

/**
 * A JSON file's value, as `writeJson` wrote it; undefined when it is absent, or no longer what was written: what a damaged
 * cache says is no reason to publish it.
 */
export async function readJson(file: string): Promise<unknown> {
  const bytes = await readFile(file).catch(() => undefined);
  const json = bytes?.subarray(DIGEST_LENGTH);
  if (!json || bytes?.toString('latin1', 0, DIGEST_LENGTH) !== sha256(json)) return undefined;
  const value: unknown = JSON.parse(json.toString());
  return value;
}

/** Writes a JSON file through a temporary one and a rename, its sha256 first. */
export async function writeJson(file: string, value: unknown): Promise<void> {
  const json = JSON.stringify(value);
  await writeWhole(file, [sha256(json), json]);
}

async function writeWhole(file: string, parts: Iterable<string | Uint8Array>): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.tmp`, parts);
  await rename(`${file}.tmp`, file);
}

/** Signs of a sha256 in hexadecimal. */
const DIGEST_LENGTH = 64;
