import { recognise } from '../../../src/importer/formats.ts';
import { decodeText } from '../../../src/importer/text/decode-text.ts';
import { readText } from '../../../src/importer/text/read-text.ts';
import type { Found } from '../../../src/importer/unit.ts';
import type { RawArticle } from '../../../src/importer/raw-article.ts';

/** Reads a text as the importer does; fails where it would refuse. */
export function read(text: string | Uint8Array, lang?: string): RawArticle {
  const found = readOne(text, lang);
  if (!found.ok) throw new Error(`refused: ${found.reason}`);
  return found.article;
}

function readOne(text: string | Uint8Array, lang?: string): Found {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const format = recognise(bytes, 'test.txt');
  if ('refused' in format) return { ok: false, reason: format.refused };
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const [only, ...others] = readText({ name: 'test.txt', bytes, known: {} }, decoded, lang);
  if (!only || others.length > 0) throw new Error('not one article');
  return only;
}

/** The roles of all blocks, in their order. */
export function rolesOf(text: string, lang?: string): string[] {
  return read(text, lang).blocks.map(({ role }) => role);
}

/** Why an input is refused, or nothing. */
export function refusalOf(text: string | Uint8Array): string | undefined {
  const found = readOne(text);
  return found.ok ? undefined : found.reason;
}

/** A paragraph long enough to be one anywhere. */
export const LONG =
  'The envoy said on Monday that the two sides had agreed on nothing but the date of their next meeting, and that even this could change.';
