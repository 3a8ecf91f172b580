/** What stands before the first element of an XML document. */
export interface Prolog {
  /** The first element's name without prefix, in lower case; nothing if there is no element, or text before it. */
  root: string | undefined;
  /** The name in the DOCTYPE, in lower case. */
  doctype: string | undefined;
  /** The DOCTYPE declares entities, or is longer than any that does not. */
  entities: boolean;
}

/** A DOCTYPE is looked through so far. */
const LONGEST_DOCTYPE = 65_536;

const ROOT = /<(?:[^\s<>/:!?]{1,100}:)?([^\s<>/:!?]{1,100})/uy;
const DOCTYPE = /<!doctype\s{1,99}(?:[^\s<>:[]{1,100}:)?([^\s<>:[]{1,100})/iuy;
const WHITE_SPACE = /[\ufeff\s]*/uy;

/** Reads the prolog of an XML document, or of its beginning, and no more: entities are never expanded. */
export function readProlog(text: string): Prolog {
  let doctype: string | undefined;
  let entities = false;
  let at = 0;
  for (;;) {
    at += matchAt(WHITE_SPACE, text, at)?.[0].length ?? 0;
    const found = matchAt(DOCTYPE, text, at);
    let end: number;
    if (text.startsWith('<?', at)) end = text.indexOf('?>', at) + 2;
    else if (text.startsWith('<!--', at)) end = text.indexOf('-->', at) + 3;
    else if (found) {
      const declared = readDoctype(text.slice(at, at + LONGEST_DOCTYPE));
      doctype = found[1]?.toLowerCase();
      entities ||= declared.entities;
      end = at + declared.length;
    } else return { root: matchAt(ROOT, text, at)?.[1]?.toLowerCase(), doctype, entities };
    if (end <= at + 2) return { root: undefined, doctype, entities };
    at = end;
  }
}

/** How long a DOCTYPE is, 0 where its end is not in sight, and whether it declares entities. */
function readDoctype(text: string): { length: number; entities: boolean } {
  let quote = '';
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return { length: at + 1, entities: false };
    else if (sign === '[') return readSubset(text, at);
  }
  return { length: 0, entities: text.length >= LONGEST_DOCTYPE };
}

function readSubset(text: string, start: number): { length: number; entities: boolean } {
  const close = /\]\s{0,99}>/u.exec(text.slice(start));
  const subset = close ? text.slice(start, start + close.index) : text.slice(start);
  const entities = /<!entity|%/iu.test(subset) || (!close && text.length >= LONGEST_DOCTYPE);
  return { length: close ? start + close.index + close[0].length : 0, entities };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
