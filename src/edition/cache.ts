import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { sha256 } from '../news/digest.ts';
import type { ArticleRecord } from './record.ts';

/** What a build remembers of the articles: their records and their HTML. All of it holds for one key only. */
export interface RecordCache {
  records: Map<string, ArticleRecord>;
  html: Map<string, string>;
}

const stored = z.object({
  key: z.string(),
  // Written by this module under the same key, which stands for the code that gives records their shape.
  records: z.array(z.tuple([z.string(), z.custom<ArticleRecord>()])),
  html: z.array(z.tuple([z.string(), z.string()])),
});

/** Reads the cache of a file; empty when there is none, when it cannot be read, or when it was made under another key. */
export async function loadCache(file: string, key: string): Promise<RecordCache> {
  const found = stored.safeParse(await readJson(file));
  if (!found.success || found.data.key !== key) return { records: new Map(), html: new Map() };
  return { records: new Map(found.data.records), html: new Map(found.data.html) };
}

/** Replaces the cache in one step, so that a build cut short leaves the old one or the new one. */
export async function saveCache(file: string, key: string, { records, html }: RecordCache): Promise<void> {
  await writeJson(file, { key, records: [...records], html: [...html] });
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
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.tmp`, [sha256(json), json]);
  await rename(`${file}.tmp`, file);
}

/** Signs of a sha256 in hexadecimal. */
const DIGEST_LENGTH = 64;
