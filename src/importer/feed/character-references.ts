import { fromHtml } from 'hast-util-from-html';
import { textOf } from '../../markdown/tree-text.ts';

const REFERENCE = /&(?:#(\d{1,9})|#[xX]([0-9a-fA-F]{1,8})|([A-Za-z][A-Za-z0-9]{1,31}));/gu;

/** The references of XML itself; all others were named by the document types of HTML and of RSS 0.91. */
const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

const WINDOWS_1252 = new TextDecoder('windows-1252');

/**
 * Replaces the character references of a text, once: `&amp;lt;` gives `&lt;`. Names of HTML are known although XML
 * does not have them, since feeds use them; a name that nobody knows stays as it is, and so does a lone `&`.
 */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return named(name, whole);
    return signOf(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });
}

function named(name: string, whole: string): string {
  const known = NAMED.get(name);
  if (known !== undefined) return known;
  // The name is letters and digits only, and the parser of HTML knows all of them.
  const found = textOf(fromHtml(whole, { fragment: true }));
  if (NAMED.size < 5000) NAMED.set(name, found);
  return found;
}

/** 128 to 159 are controls that nobody means: as in HTML they are read as windows-1252. */
function signOf(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return WINDOWS_1252.decode(Uint8Array.of(code));
  const isScalar = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isScalar ? String.fromCodePoint(code) : '\ufffd';
}
