import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { listFiles } from './dist.ts';
import { unzip } from './unzip.ts';

/** A file of a built edition, or one inside of it, as whoever unpacks it reads it. */
export interface OpenedFile {
  /** `search/index/en/index/0f3a.pf_index`; of a file in an archive both names. */
  name: string;
  bytes: Buffer;
}

const GZIP = Buffer.from([0x1f, 0x8b]);
const ZIP = Buffer.from('PK\u0003\u0004');

/** Every file of a folder, and what is packed in them. A compressed copy stands beside its file, as what it unpacks to. */
export async function openEveryFile(folder: string): Promise<OpenedFile[]> {
  const opened = await Promise.all(listFiles(folder).map((name) => open(name, readFileSync(join(folder, name)))));
  return opened.flat();
}

async function open(name: string, bytes: Buffer): Promise<OpenedFile[]> {
  if (name.endsWith('.br')) return [{ name, bytes: brotliDecompressSync(bytes) }];
  if (bytes.subarray(0, GZIP.length).equals(GZIP)) return [{ name, bytes: gunzipSync(bytes) }];
  if (!bytes.subarray(0, ZIP.length).equals(ZIP)) return [{ name, bytes }];
  const inside = [...(await unzip(bytes))].map(([path, content]) => ({ name: `${name}/${path}`, bytes: content }));
  return [{ name, bytes }, ...inside];
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** What a file says, however it spells it: escapes of JSON, XML and addresses are signs again, in lower case. */
export function saidIn({ name, bytes }: OpenedFile): string {
  const plain = `${name}\n${bytes.toString('utf8')}`
    .replace(/(?:%[0-9a-f]{2})+/giu, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'))
    .replace(/\\u([0-9a-f]{4})/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  // A feed escapes what is escaped already.
  return withoutEntities(withoutEntities(plain)).toLowerCase();
}

function withoutEntities(text: string): string {
  return text
    .replace(/&#x([0-9a-f]{1,6});/giu, (_, code: string) => toSign(Number.parseInt(code, 16)))
    .replace(/&#(\d{1,7});/gu, (_, code: string) => toSign(Number(code)))
    .replace(/&(\w+);/gu, (entity, known: string) => NAMED[known] ?? entity);
}

function toSign(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** The words of a text in lower case, without tags and marks. */
export function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
