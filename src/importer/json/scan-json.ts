/** Where the first JSON value of a text ends, or where the text stops being JSON. Counted in UTF-16 units from 0. */
export type Scanned = { ok: true; end: number } | { ok: false; at: number };

type Awaited = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end';

const SPACE = /[\t\n\r ]*/uy;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;
/** What ends a stretch of a string that needs no look. */
const STRING_SIGN = /["\\\u0000-\u001f]/gu;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-f]{4})/iuy;

/**
 * Goes through the first JSON value of a text (RFC 8259) without keeping any of it. For the place of an error, which
 * JSON.parse tells only sometimes, and for the end of front matter that is JSON.
 */
export function scanJson(text: string): Scanned {
  const open: string[] = [];
  let awaited: Awaited = 'value';
  let at = 0;
  for (;;) {
    at = skip(SPACE, text, at);
    const sign = text.charAt(at);
    const isKey: boolean = awaited === 'key' || awaited === 'key or end';
    let end = at + 1;
    if (isEnd(sign, awaited, open.at(-1))) {
      open.pop();
    } else if (awaited === 'colon' || awaited === 'comma or end') {
      if (sign !== (awaited === 'colon' ? ':' : ',')) return { ok: false, at };
      awaited = awaited === 'colon' ? 'value' : open.at(-1) === '{' ? 'key' : 'value';
      at = end;
      continue;
    } else if (sign === '"') {
      const string = skipString(text, at + 1);
      if (!string.ok) return string;
      end = string.end;
    } else if (!isKey && (sign === '{' || sign === '[')) {
      open.push(sign);
      awaited = sign === '{' ? 'key or end' : 'value or end';
      at = end;
      continue;
    } else {
      end = isKey ? at : skip(SCALAR, text, at);
      if (end === at) return { ok: false, at };
    }
    at = end;
    if (open.length === 0) return { ok: true, end: at };
    awaited = isKey && sign === '"' ? 'colon' : 'comma or end';
  }
}

/** The line and column, counted from 1, of a place in a text. */
export function placeIn(text: string, at: number): string {
  const before = text.slice(0, at);
  const lines = before.split('\n').length;
  return `line ${lines}, column ${at - before.lastIndexOf('\n')}`;
}

function isEnd(sign: string, awaited: Awaited, open: string | undefined): boolean {
  return awaited.endsWith('end') && ((sign === '}' && open === '{') || (sign === ']' && open === '['));
}

function skip(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return from + (pattern.exec(text)?.[0].length ?? 0);
}

function skipString(text: string, from: number): Scanned {
  let at = from;
  for (;;) {
    STRING_SIGN.lastIndex = at;
    const found = STRING_SIGN.exec(text);
    if (!found) return { ok: false, at: text.length };
    if (found[0] === '"') return { ok: true, end: found.index + 1 };
    at = skip(ESCAPE, text, found.index);
    if (at === found.index) return { ok: false, at };
  }
}
