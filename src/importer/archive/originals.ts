import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../../news/digest.ts';
import type { FrontMatter } from '../../news/front-matter.ts';
import { originalsFolder } from './content-folder.ts';
import type { RawArticle } from '../raw-article.ts';
import { readUnit } from '../formats.ts';

const NAME = /^([0-9a-f]{64})\.[a-z0-9]{1,8}$/u;

/** The originals that a content folder keeps: the names of their files, by the sha256 that they are kept under. */
export type KeptOriginals = Map<string, string>;

/** Lists the kept originals, and the files among them that are none. */
export async function listOriginals(content: string): Promise<{ originals: KeptOriginals; others: string[] }> {
  const entries = await readdir(originalsFolder(content), { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.')).map(({ name }) => name);
  const originals = new Map<string, string>();
  for (const name of names.sort()) originals.set(NAME.exec(name)?.[1] ?? name, name);
  const others = names.filter((name) => !NAME.test(name));
  for (const name of others) originals.delete(name);
  return { originals, others };
}

/** The bytes of a kept original; `damaged` if they are no longer those that it was kept for. */
export async function readOriginal(
  content: string,
  digest: string,
  originals: ReadonlyMap<string, string>,
): Promise<Uint8Array | 'missing' | 'damaged'> {
  const name = originals.get(digest);
  const bytes =
    name === undefined ? undefined : await readFile(join(originalsFolder(content), name)).catch(() => undefined);
  if (!bytes) return 'missing';
  return sha256(bytes) === digest ? bytes : 'damaged';
}

/** Reads the article again that a copy was made from, in a given language. `name` is that of the kept file. */
export async function rereadOriginal(
  bytes: Uint8Array,
  name: string,
  { source }: FrontMatter,
  lang: string | undefined,
): Promise<RawArticle | undefined> {
  const known = { lang, url: source?.url, charset: source?.charset };
  const found = await readUnit({ name, bytes, known, item: source?.item });
  const articles = found.flatMap((one) => (one.ok ? [one.article] : []));
  const [only, ...others] = articles;
  return others.length === 0 ? only : articles.find(({ item }) => item === source?.item);
}
