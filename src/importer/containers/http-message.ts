/** The head of an HTTP answer, names in lower case, and where its body begins. */
export interface HttpHead {
  status: number;
  headers: ReadonlyMap<string, string>;
  bodyStart: number;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Reads the head of an HTTP/1 answer (RFC 9112) as an archive keeps it; nothing where the bytes begin with none. */
export function readHttpHead(bytes: Uint8Array): HttpHead | undefined {
  const bodyStart = headEnd(bytes);
  if (bodyStart === undefined) return undefined;
  const [first = '', ...lines] = new TextDecoder('latin1').decode(bytes.subarray(0, bodyStart)).split('\n');
  const [, status] = /^HTTP\/\d(?:\.\d)?\s{1,3}(\d{3})/u.exec(first) ?? [];
  return status === undefined ? undefined : { status: Number(status), headers: readHeaders(lines), bodyStart };
}

/** Header lines as a map with names in lower case: of a name given twice the first holds; folded lines are joined. */
export function readHeaders(lines: readonly string[]): Map<string, string> {
  const headers = new Map<string, string>();
  let last = '';
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (/^[\t ]/u.test(line)) {
      if (last !== '' && line.trim() !== '') headers.set(last, `${headers.get(last) ?? ''} ${line.trim()}`);
    } else if (colon > 0) {
      const name = line.slice(0, colon).trim().toLowerCase();
      last = headers.has(name) ? '' : name;
      if (last !== '') headers.set(name, line.slice(colon + 1).trim());
    }
  }
  return headers;
}

/** A media type in lower case without its parameters, and the charset among them. */
export function readContentType(stated: string | undefined): { type: string; charset: string | undefined } {
  const [type = '', ...parameters] = (stated ?? '').split(';');
  const charset = parameters.map((text) => /^\s*charset\s*=\s*["']?([\w.:-]{1,40})/iu.exec(text)?.[1]).find(Boolean);
  return { type: type.trim().toLowerCase(), charset };
}

/** The content of a body in chunked transfer coding; nothing where the bytes are not in it after all. */
export function dechunk(bytes: Uint8Array): Uint8Array | undefined {
  const parts: Uint8Array[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = bytes.indexOf(LINE_FEED, at);
    if (lineEnd < 0 || lineEnd - at > 1000) return undefined;
    const size = /^([\da-f]{1,8})[\t ]*(?:;|\r?$)/iu.exec(ascii(bytes, at, lineEnd))?.[1];
    if (size === undefined) return undefined;
    const length = Number.parseInt(size, 16);
    if (length === 0) return Buffer.concat(parts);
    const end = lineEnd + 1 + length;
    if (end > bytes.length) return undefined;
    parts.push(bytes.subarray(lineEnd + 1, end));
    at = end + (bytes[end] === CARRIAGE_RETURN ? 2 : 1);
  }
}

/** Where the first empty line ends. */
function headEnd(bytes: Uint8Array): number | undefined {
  for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, end + 1)) {
    if (bytes[end + 1] === LINE_FEED) return end + 2;
    if (bytes[end + 1] === CARRIAGE_RETURN && bytes[end + 2] === LINE_FEED) return end + 3;
  }
  return undefined;
}

function ascii(bytes: Uint8Array, start: number, end: number): string {
  return new TextDecoder('latin1').decode(bytes.subarray(start, end));
}
