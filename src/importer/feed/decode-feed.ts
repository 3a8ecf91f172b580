import { isAscii, isUtf8 } from 'node:buffer';

export type DecodedFeed = { ok: true; text: string; notes: string[] } | { ok: false; reason: string };

const BYTE_ORDER_MARKS: readonly { mark: readonly number[]; label: string }[] = [
  { mark: [0xef, 0xbb, 0xbf], label: 'utf-8' },
  { mark: [0xff, 0xfe], label: 'utf-16le' },
  { mark: [0xfe, 0xff], label: 'utf-16be' },
  // Without a mark, the first "<" or "{" of a document shows the width and order of its units.
  { mark: [0x3c, 0x00], label: 'utf-16le' },
  { mark: [0x00, 0x3c], label: 'utf-16be' },
  { mark: [0x7b, 0x00], label: 'utf-16le' },
  { mark: [0x00, 0x7b], label: 'utf-16be' },
];

const DECLARATION = /^<\?xml\s[^>]{0,200}?\sencoding\s{0,9}=\s{0,9}["']([A-Za-z0-9._:-]{1,40})["']/u;

/**
 * Decodes the bytes of a feed: by byte order mark or the width of its first sign, else by the encoding that the
 * transport (a charset of HTTP) or the XML declaration names, else as UTF-8. UTF-8 goes first where it is named and
 * valid, and where windows-1252 is named by mistake. Never guesses: bytes that are invalid in their encoding are refused with their offset.
 */
export function decodeFeed(bytes: Uint8Array, charset: string | undefined): DecodedFeed {
  const wide = widthOf(bytes);
  if (wide !== undefined) return decodeAs(bytes, wide, []);
  const stated = [charset, declaredIn(bytes)].filter((name) => name !== undefined);
  const labels = stated.flatMap((name) => labelOf(name) ?? []);
  const notes: string[] = [];
  if (labels.some(isUtf16)) notes.push('It says that it is UTF-16, which it is not.');
  const unknown = stated.find((name) => labelOf(name) === undefined);
  if (unknown !== undefined) notes.push(`It names an unknown encoding, ${unknown}.`);
  const usable = labels.filter((label) => !isUtf16(label) && !isMistaken(label, bytes));
  if (usable.length < labels.filter((label) => !isUtf16(label)).length) {
    notes.push('It says that it is WINDOWS-1252 or ISO-8859-1, but is valid UTF-8.');
  }
  const order = usable.length === 0 || usable.includes('utf-8') ? ['utf-8', ...usable] : usable;
  const tries = [...new Set(order)].map((label) => decodeAs(bytes, label, notes));
  return tries.find(({ ok }) => ok) ?? tries[0] ?? { ok: false, reason: 'of no known encoding' };
}

/** The first signs of a feed as far as they are needed to know what it is: nothing is checked, nothing refused. */
export function decodeStart(start: Uint8Array): string {
  return new TextDecoder(widthOf(start) ?? 'windows-1252').decode(start);
}

function widthOf(bytes: Uint8Array): string | undefined {
  return BYTE_ORDER_MARKS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte))?.label;
}

function declaredIn(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 1000)).trimStart();
  return DECLARATION.exec(start)?.[1];
}

function labelOf(name: string): string | undefined {
  try {
    return new TextDecoder(name.trim()).encoding;
  } catch {
    return undefined;
  }
}

/** Servers and programs name windows-1252 out of habit; what is valid UTF-8 beyond ASCII was never written in it. */
function isMistaken(label: string, bytes: Uint8Array): boolean {
  return label === 'windows-1252' && isUtf8(bytes) && !isAscii(bytes);
}

function isUtf16(label: string): boolean {
  return label.startsWith('utf-16');
}

function decodeAs(bytes: Uint8Array, label: string, notes: readonly string[]): DecodedFeed {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    const said = label === 'utf-8' && notes.length === 0 ? [] : [...notes, `Read as ${label.toUpperCase()}.`];
    return { ok: true, text, notes: said };
  } catch {
    const place = `not valid ${label.toUpperCase()} at byte offset ${firstInvalid(bytes, label)}`;
    const help = `${place}; fetch the feed again, or save it in the encoding that it names`;
    const reason = [help, ...notes.map((note) => note.replace(/\.$/u, ''))].join('. ');
    return { ok: false, reason };
  }
}

/** The offset of the first sequence of bytes that is invalid in an encoding, counted from 0. */
function firstInvalid(bytes: Uint8Array, label: string): number {
  // The shortest beginning that is wrong whatever follows it ends within or right behind that sequence.
  let right = 0;
  let wrong = bytes.length + 1;
  while (wrong - right > 1) {
    const middle = Math.floor((right + wrong) / 2);
    if (decodes(bytes.subarray(0, middle), label, true)) right = middle;
    else wrong = middle;
  }
  for (let end = right; end > Math.max(0, right - 4); end -= 1) {
    if (decodes(bytes.subarray(0, end), label, false)) return end;
  }
  return Math.max(0, right - 4);
}

function decodes(bytes: Uint8Array, label: string, stream: boolean): boolean {
  try {
    new TextDecoder(label, { fatal: true }).decode(bytes, { stream });
    return true;
  } catch {
    return false;
  }
}
