import sniff from 'html-encoding-sniffer';

/** A page as text, and what an editor should know of how its bytes were read. */
export interface DecodedHtml {
  text: string;
  notes: string[];
}

/** A page states its encoding early; the web allows 1024 bytes, some pages need more. */
const PRESCAN = 8192;

/**
 * Decodes a web page as a browser does (https://html.spec.whatwg.org/#encoding-sniffing-algorithm): by its byte order
 * mark, the charset of its transport, its meta charset, else UTF-8 where its bytes are valid, else windows-1252.
 * A statement that the bytes belie, being valid UTF-8 with letters beyond ASCII, is not followed, and a note says so.
 */
export function decodeHtml(bytes: Uint8Array, charset: string | undefined): DecodedHtml {
  const utf8 = tryUtf8(bytes);
  const stated = nameOf(charset) ?? nameOf(sniff(bytes, { defaultEncoding: '', maxPrescanBytes: PRESCAN }));
  const marked = sniffMark(bytes) ?? sniffZeros(bytes);
  const encoding = marked ?? stated;
  if (encoding === undefined || encoding === 'utf-8') {
    if (utf8 !== undefined) return { text: utf8, notes: [] };
    const fallback = encoding === undefined ? 'windows-1252' : 'utf-8';
    const note =
      fallback === 'utf-8'
        ? 'It says that it is UTF-8, but some of its bytes are not: they are shown as �.'
        : 'Read as windows-1252, since it names no encoding and is not UTF-8.';
    return { text: new TextDecoder(fallback).decode(bytes), notes: [note] };
  }
  if (marked === undefined && utf8 !== undefined && (isUtf16(encoding) || !isAscii(utf8))) {
    return { text: utf8, notes: isAscii(utf8) ? [] : [`Read as UTF-8, though it says that it is ${encoding}.`] };
  }
  return { text: new TextDecoder(encoding).decode(bytes), notes: [`Read as ${encoding}.`] };
}

/** The encoding that a byte order mark states. */
function sniffMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** A page begins with `<` or white space: a zero byte beside it is the other half of a UTF-16 sign without a mark. */
function sniffZeros([first, second, third, fourth]: Uint8Array): string | undefined {
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return 'utf-16le';
  return first === 0 && second !== 0 && third === 0 && fourth !== 0 ? 'utf-16be' : undefined;
}

function nameOf(label: string | undefined): string | undefined {
  if (label === undefined || label === '') return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

function tryUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function isUtf16(encoding: string): boolean {
  return encoding.startsWith('utf-16');
}

function isAscii(text: string): boolean {
  return !/[^\u0000-\u007f]/u.test(text);
}
