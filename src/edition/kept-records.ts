import { z } from 'zod';
import { sha256 } from '../news/digest.ts';
import type { EvidenceDigests } from '../news/related/evidence.ts';
import { readJsonByDigest, writeByDigest } from './kept-files.ts';
import type { ArticleRecord } from './record.ts';

// The records of a large edition are tens of megabytes. They are kept in some files, an article's always in the same one, so
// that an edit writes one of them anew and not all.

/** A record as it is kept: its evidence stands in a file of its own. */
type KeptRecord = Omit<ArticleRecord, 'evidence'> & { evidence: EvidenceDigests };

/** An article's file, its record, and where the texts stand that it names. */
export type Row = [file: string, record: KeptRecord, places: number[]];

// Written by this module under a key that stands for the code that gives records their shape.
const kept = z.array(z.custom<Row>());

/** So many files there are at most. */
const SHELVES = 64;

type Shelf = [file: string, record: ArticleRecord][];

/** Puts records on their shelves, by their numbers; on each they stand in the order in which they came. */
export function toShelves(records: ReadonlyMap<string, ArticleRecord>): Map<number, Shelf> {
  return Map.groupBy(records, ([file]) => Number.parseInt(sha256(file).slice(0, 4), 16) % SHELVES);
}

/** Whether two shelves hold the very same records. */
export function isSame(one: Shelf, other: Shelf = []): boolean {
  return (
    one.length === other.length && one.every(([file, record], at) => other[at]?.[0] === file && other[at][1] === record)
  );
}

/** The name of the file of a shelf, by its sha256. */
export function shelfName(digest: string): string {
  return `records-${digest}.json`;
}

/** Writes the rows of a shelf, and gives the sha256 of the file. */
export function writeShelf(folder: string, rows: readonly Row[]): string {
  return writeByDigest(folder, shelfName, JSON.stringify(rows));
}

/** Reads the rows of shelves by the sha256 of their files; nothing where one of them is not what was written. */
export function readShelves(folder: string, digests: readonly string[]): Row[] | undefined {
  const rows: Row[] = [];
  for (const digest of digests) {
    const shelf = kept.safeParse(readJsonByDigest(folder, shelfName, digest)).data;
    if (!shelf) return undefined;
    for (const row of shelf) rows.push(row);
  }
  return rows;
}
