import { errorText } from '../error-text.ts';
import { ByteReader } from './byte-reader.ts';
import { type Container, type Held, megabytes, placeIn, type Source } from './container.ts';

/** Bytes. No article is longer, and a longer line goes into no memory. */
const LONGEST_LINE = 5_000_000;

/** A list of articles, one JSON object a line (jsonlines.org, ndjson). Each line is a unit, named by its number from 1. */
export const jsonl: Container = {
  what: 'a list of articles, one a line',
  recognises: isJsonl,
  open: readLines,
};

function isJsonl(start: Uint8Array, name: string): boolean {
  const text = new TextDecoder().decode(start).trimStart();
  if (!text.startsWith('{')) return false;
  if (/\.(?:jsonl|ndjson)(?:\.gz)?$/iu.test(name)) return true;
  const end = text.indexOf('\n');
  return end > 0 && text.slice(end).trimStart().startsWith('{') && isJson(text.slice(0, end));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

async function* readLines(source: Source): AsyncIterable<Held> {
  const reader = new ByteReader(source.stream);
  let number = 0;
  try {
    for (;;) {
      const line = await reader.line(LONGEST_LINE);
      if (!line) return;
      number += 1;
      const where = placeIn(source, `line ${number}`);
      if (line.tooLong) {
        yield { kind: 'refused', where, reason: `too large: a line of more than ${megabytes(LONGEST_LINE)} MB` };
        continue;
      }
      const bytes = number === 1 ? withoutMark(line.bytes) : line.bytes;
      if (isBlank(bytes)) continue;
      if (!/^\s{0,100}\{/u.test(Buffer.from(bytes.subarray(0, 101)).toString('latin1'))) {
        yield { kind: 'refused', where, reason: 'no JSON object; each line of such a file is one' };
        continue;
      }
      const { name, known } = source;
      yield { kind: 'unit', unit: { name, bytes, known, item: String(number), where } };
    }
  } catch (error) {
    yield { kind: 'refused', where: placeIn(source, `after line ${number}`), reason: errorText(error) };
  } finally {
    await reader.close();
  }
}

/** The mark of UTF-8 belongs to the file, not to its first line. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 32 || byte === 9 || byte === 13);
}
