import { crc32, deflateRawSync } from 'node:zlib';
import { type Container, type Held, type Source, sourceOf } from '../../../../src/importer/containers/container.ts';
import { gzip } from '../../../../src/importer/containers/gzip.ts';
import { jsonl } from '../../../../src/importer/containers/jsonl.ts';
import { unitsOf } from '../../../../src/importer/containers/units-of.ts';
import { warc } from '../../../../src/importer/containers/warc.ts';
import { zip } from '../../../../src/importer/containers/zip.ts';

export const CONTAINERS: readonly Container[] = [gzip, jsonl, warc, zip];

/** Bytes in pieces of `size`, and then, if there is one, an error. */
export async function* inPieces(bytes: Uint8Array, size = 1000, error?: Error): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
  if (error) throw error;
}

export function source(name: string, content: string | Uint8Array, size?: number): Promise<Source> {
  return sourceOf(name, inPieces(typeof content === 'string' ? Buffer.from(content) : content, size), {});
}

/** All that a file holds, in lines as an editor would read them: `where: text`, `where refused: reason`, `note: …`. */
export async function unpack(name: string, content: string | Uint8Array, largest = 1_000_000): Promise<string[]> {
  const lines: string[] = [];
  for await (const held of unitsOf(await source(name, content), CONTAINERS, () => largest)) lines.push(inWords(held));
  return lines;
}

export function inWords(held: Held): string {
  if (held.kind === 'unit') return `${held.unit.where ?? held.unit.name}: ${Buffer.from(held.unit.bytes).toString()}`;
  if (held.kind === 'refused') return `${held.where ?? 'the file'} refused: ${held.reason}`;
  return held.kind === 'note' ? `note: ${held.note}` : `source: ${held.source.name}`;
}

export interface Packed {
  name: string;
  content: string | Uint8Array;
  /** Mode of Unix, as of a symbolic link. */
  mode?: number;
  flags?: number;
  method?: number;
  /** To lie about where the entry is. */
  offset?: number;
  checksum?: number;
}

/** A ZIP archive, made by hand so that it can be one that no honest program writes. */
export function packZip(entries: readonly Packed[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const { name, mode, flags = 0, method = 8 } = entry;
    const content = Buffer.from(entry.content);
    const data = method === 8 ? deflateRawSync(content) : content;
    const path = Buffer.from(name);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(flags | 0x800, 2);
    shared.writeUInt16LE(method, 4);
    shared.writeUInt32LE(entry.checksum ?? crc32(content), 10);
    shared.writeUInt32LE(data.length, 14);
    shared.writeUInt32LE(content.length, 18);
    shared.writeUInt16LE(path.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(((mode ?? 0) << 16) >>> 0, 6);
    tail.writeUInt32LE(entry.offset ?? at, 10);
    local.push(Buffer.from('PK\x03\x04'), shared, path, data);
    central.push(Buffer.from([0x50, 0x4b, 1, 2, 20, mode === undefined ? 0 : 3]), shared, tail, path);
    at += 30 + path.length + data.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, directory, end]);
}
