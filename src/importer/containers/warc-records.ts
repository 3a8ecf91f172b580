import { ByteReader } from './byte-reader.ts';
import { readHeaders } from './http-message.ts';

/** A record of a WARC file, its headers by lower-case names. Its block is to be read before the next record. */
export interface WarcRecord {
  ok: true;
  /** Bytes from the start of the stream. */
  offset: number;
  headers: ReadonlyMap<string, string>;
  /** Of the block, in bytes. */
  length: number;
  /** The next bytes of the block, fewer only at its end. */
  take: (count: number) => Promise<Uint8Array>;
  /** Passes over the rest of the block; a reason where it is damaged: then nothing taken of it may be used. */
  finish: () => Promise<string | undefined>;
}

export interface BrokenRecord {
  ok: false;
  offset: number;
  reason: string;
}

/** Bytes, and lines: no record's headers are longer. */
const LONGEST_LINE = 65_536;
const MOST_LINES = 500;

/**
 * The records of a WARC file (ISO 28500, versions 1.0 and 1.1), decompressed. Behind a broken one it goes on where the
 * next begins. Throws what the stream throws. The package warcio never returns from a file that is cut off.
 */
export async function* warcRecords(stream: AsyncIterable<Uint8Array>): AsyncIterable<WarcRecord | BrokenRecord> {
  const reader = new ByteReader(stream);
  try {
    for (let isLost = false; ;) {
      const offset = reader.offset;
      const line = await reader.line(LONGEST_LINE);
      if (!line) return;
      const text = Buffer.from(line.bytes).toString('latin1');
      if (/^WARC\/1\.\d+\s*$/u.test(text)) {
        const record = await readRecord(reader, offset);
        yield record;
        const reason = record.ok ? await record.finish() : undefined;
        isLost = !record.ok || reason !== undefined;
      } else if (!isLost && (text.trim() !== '' || line.tooLong)) {
        isLost = true;
        yield { ok: false, offset, reason: 'here should be the start of a record' };
      }
    }
  } finally {
    await reader.close();
  }
}

async function readRecord(reader: ByteReader, offset: number): Promise<WarcRecord | BrokenRecord> {
  const lines: string[] = [];
  for (;;) {
    const line = await reader.line(LONGEST_LINE);
    if (!line) return { ok: false, offset, reason: 'the file is cut off in the middle of a record' };
    if (line.tooLong || lines.length > MOST_LINES)
      return { ok: false, offset, reason: 'the headers of the record are too long' };
    if (line.bytes.length === 0) break;
    lines.push(new TextDecoder().decode(line.bytes));
  }
  const headers = readHeaders(lines);
  const stated = headers.get('content-length') ?? '';
  if (!/^\d{1,15}$/u.test(stated)) return { ok: false, offset, reason: 'the record does not state its length' };
  return { ok: true, offset, headers, length: Number(stated), ...blockOf(reader, Number(stated)) };
}

function blockOf(reader: ByteReader, length: number): Pick<WarcRecord, 'take' | 'finish'> {
  let left = length;
  let end: string | undefined | null = null;
  return {
    take: async (count) => {
      const bytes = await reader.take(Math.min(count, left));
      left -= bytes.length;
      return bytes;
    },
    finish: async () => {
      if (end !== null) return end;
      left -= await reader.skip(left);
      end = left > 0 ? 'the file is cut off in the middle of a record' : await recordEnd(reader);
      return end;
    },
  };
}

/** Empty lines end a record, and the next record or the end of the file is behind them. */
async function recordEnd(reader: ByteReader): Promise<string | undefined> {
  for (
    let line = await reader.peek(2);
    line[0] === 10 || (line[0] === 13 && line[1] === 10);
    line = await reader.peek(2)
  )
    await reader.skip(line[0] === 10 ? 1 : 2);
  const next = Buffer.from(await reader.peek(5)).toString('latin1');
  return next === '' || next === 'WARC/' ? undefined : 'the record is longer than it states';
}
