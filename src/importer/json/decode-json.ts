import { errorText } from '../error-text.ts';
import { placeIn, scanJson } from './scan-json.ts';

export type DecodedJson = { ok: true; value: unknown } | { ok: false; reason: string };

/** A sequence of UTF-8 has at most so many bytes. */
const LONGEST_SEQUENCE = 4;

/**
 * The value of a JSON file: UTF-8 with or without byte order mark, or UTF-16 with one. Refused with the byte where
 * it is not UTF-8, and with line and column where it is no JSON. Keys such as `__proto__` are keys like all others.
 */
export function decodeJson(bytes: Uint8Array): DecodedJson {
  const text = decode(bytes);
  if (text === undefined) {
    const reason = `not UTF-8, which JSON must be: byte ${firstInvalidByte(bytes)}; save it as UTF-8`;
    return { ok: false, reason };
  }
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true, value };
  } catch (error) {
    return { ok: false, reason: `not valid JSON: ${placeOfError(text) ?? errorText(error)}` };
  }
}

function decode(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return decodeStrictly(bytes);
}

function decodeStrictly(bytes: Uint8Array, isBeginning = false): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isBeginning });
  } catch {
    return undefined;
  }
}

/** The offset, counted from 0, of the first byte that belongs to no character. */
function firstInvalidByte(bytes: Uint8Array): number {
  let [valid, invalid] = [0, bytes.length + 1];
  while (valid + 1 < invalid) {
    const middle = (valid + invalid) >> 1;
    if (decodeStrictly(bytes.subarray(0, middle), true) === undefined) invalid = middle;
    else valid = middle;
  }
  // A sequence is known to be broken by the byte that follows it: its own first byte is the one to name.
  let at = valid;
  for (let back = 0; back < LONGEST_SEQUENCE && decodeStrictly(bytes.subarray(0, at)) === undefined; back += 1) at -= 1;
  return at;
}

function placeOfError(text: string): string | undefined {
  const scanned = scanJson(text);
  if (!scanned.ok) {
    const place = placeIn(text, scanned.at);
    return scanned.at >= text.length ? `it breaks off at ${place}` : `${place} has something else than is due there`;
  }
  const rest = /\S/u.exec(text.slice(scanned.end));
  return rest ? `more follows after its end, at ${placeIn(text, scanned.end + rest.index)}` : undefined;
}
