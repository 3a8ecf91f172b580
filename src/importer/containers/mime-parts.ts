import { readContentType, readHeaders } from './http-message.ts';

/** A part of a MIME message that holds no further parts. */
export interface MimePart {
  /** By lower-case names. */
  headers: ReadonlyMap<string, string>;
  type: string;
  charset: string | undefined;
  /** As the part is transferred; `decodePart` gives its content. */
  body: Uint8Array;
  /** Whether the line that ends it is there. */
  isWhole: boolean;
}

const DEEPEST = 5;
const MOST_PARTS = 10_000;
const LONGEST_HEAD = 65_536;

/**
 * The parts of a MIME message (RFC 2045, 2046), in their order, those of parts in their place; the message itself where
 * it has none. `headers` are the message's own. Nothing where the bytes begin with no headers.
 */
export function readMimeParts(
  message: Uint8Array,
): { headers: ReadonlyMap<string, string>; parts: MimePart[] } | undefined {
  const bytes = Buffer.from(message.buffer, message.byteOffset, message.length);
  const head = splitHead(bytes);
  if (!head || head.headers.size === 0) return undefined;
  const parts: MimePart[] = [];
  collectParts(head.headers, head.body, true, 0, parts);
  return { headers: head.headers, parts };
}

/** The content of a part as its Content-Transfer-Encoding says: quoted-printable, base64, or as it is. */
export function decodePart({ headers, body }: MimePart): Uint8Array {
  const coding = headers.get('content-transfer-encoding')?.toLowerCase();
  if (coding === 'base64') return Buffer.from(Buffer.from(body).toString('latin1'), 'base64');
  return coding === 'quoted-printable' ? fromQuotedPrintable(body) : body;
}

function collectParts(
  headers: ReadonlyMap<string, string>,
  body: Buffer,
  isWhole: boolean,
  depth: number,
  parts: MimePart[],
): void {
  const stated = headers.get('content-type');
  const { type, charset } = readContentType(stated);
  const boundary = /\bboundary\s{0,5}=\s{0,5}(?:"([^"]{1,200})"|([^\s;"]{1,200}))/iu.exec(stated ?? '');
  const mark = boundary?.[1] ?? boundary?.[2];
  if (!type.startsWith('multipart/') || mark === undefined || depth >= DEEPEST) {
    if (parts.length < MOST_PARTS) parts.push({ headers, type, charset, body, isWhole });
    return;
  }
  for (const piece of splitAt(body, mark)) {
    const part = splitHead(piece.bytes);
    if (part) collectParts(part.headers, part.body, piece.isWhole, depth + 1, parts);
  }
}

/** What stands between the lines that are a boundary. What is before the first and behind the last is no part. */
function splitAt(body: Buffer, mark: string): { bytes: Buffer; isWhole: boolean }[] {
  const delimiter = Buffer.from(`--${mark}`, 'latin1');
  const pieces: { bytes: Buffer; isWhole: boolean }[] = [];
  let begin: number | undefined;
  for (let at = body.indexOf(delimiter); at >= 0; at = body.indexOf(delimiter, at + delimiter.length)) {
    if (at > 0 && body[at - 1] !== 10) continue;
    const behind = at + delimiter.length;
    const lineEnd = body.indexOf(10, behind);
    const rest = body.subarray(behind, Math.min(lineEnd < 0 ? body.length : lineEnd, behind + 100)).toString('latin1');
    if (!/^(?:--)?\s*$/u.test(rest)) continue;
    if (begin !== undefined)
      pieces.push({ bytes: body.subarray(begin, at - (body[at - 2] === 13 ? 2 : 1)), isWhole: true });
    begin = rest.startsWith('--') || lineEnd < 0 ? undefined : lineEnd + 1;
    if (begin === undefined) return pieces;
  }
  if (begin !== undefined) pieces.push({ bytes: body.subarray(begin), isWhole: false });
  return pieces;
}

function splitHead(bytes: Buffer): { headers: Map<string, string>; body: Buffer } | undefined {
  const found = /\r?\n\r?\n|^\r?\n/u.exec(bytes.subarray(0, LONGEST_HEAD).toString('latin1'));
  if (!found) return undefined;
  const lines = bytes.subarray(0, found.index).toString('utf8').split(/\r?\n/u);
  return { headers: readHeaders(lines), body: bytes.subarray(found.index + found[0].length) };
}

/** Decodes quoted-printable (RFC 2045, 6.7). A sign `=` that begins no code stays as it is. */
function fromQuotedPrintable(body: Uint8Array): Uint8Array {
  const decoded = new Uint8Array(body.length);
  let length = 0;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at] ?? 0;
    const breakLength = byte === 61 ? softBreak(body, at) : 0;
    const high = byte === 61 ? hexDigit(body[at + 1]) : undefined;
    const low = byte === 61 ? hexDigit(body[at + 2]) : undefined;
    if (breakLength > 0) {
      at += breakLength - 1;
    } else if (high !== undefined && low !== undefined) {
      decoded[length++] = high * 16 + low;
      at += 2;
    } else {
      decoded[length++] = byte;
    }
  }
  return decoded.subarray(0, length);
}

function softBreak(body: Uint8Array, at: number): number {
  if (body[at + 1] === 10) return 2;
  return body[at + 1] === 13 && body[at + 2] === 10 ? 3 : 0;
}

function hexDigit(byte = 0): number | undefined {
  const digit = Number.parseInt(String.fromCharCode(byte), 16);
  return Number.isNaN(digit) ? undefined : digit;
}
