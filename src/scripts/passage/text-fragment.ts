/** A text directive: https://wicg.github.io/scroll-to-text-fragment/, section 3.1. */
export interface Directive {
  /** All words of a passage, or the first of it where it also has an end. */
  start: string;
  end?: string | undefined;
  /** What stands right before and after the passage. */
  prefix?: string | undefined;
  suffix?: string | undefined;
}

/** UTF-16 places in a text, the end not in it. */
export interface Stretch {
  start: number;
  end: number;
}

/** A directive as it stands in an address, after `:~:text=`. The three signs that structure it are no part of its words. */
export function toText({ prefix, start, end, suffix }: Directive): string {
  const parts = [
    prefix === undefined ? undefined : `${encode(prefix)}-`,
    encode(start),
    end === undefined ? undefined : encode(end),
    suffix === undefined ? undefined : `-${encode(suffix)}`,
  ];
  return parts.filter((part) => part !== undefined).join(',');
}

function encode(words: string): string {
  return encodeURIComponent(words).replaceAll('-', '%2D');
}

/**
 * The first so many passages of a folded text that a directive may mean, in order. Browsers look for whole words only, so
 * that they find no others before one of these. The text has a line for each block; words never go over its end.
 */
export function find(page: string, directive: Directive, most: number): Stretch[] {
  const prefix = fold(directive.prefix ?? '');
  const start = fold(directive.start);
  const end = directive.end === undefined ? undefined : fold(directive.end);
  const suffix = fold(directive.suffix ?? '');
  const endsWell = (at: number): boolean => page.startsWith(suffix, skipSpace(page, at));
  const found: Stretch[] = [];
  let from = page.indexOf(start);
  for (; from >= 0 && found.length < most; from = page.indexOf(start, from + 1)) {
    if (!page.slice(0, from).trimEnd().endsWith(prefix)) continue;
    const to = end === undefined ? from + start.length : endOf(page, end, from + start.length, endsWell);
    if (to !== undefined && endsWell(to)) found.push({ start: from, end: to });
  }
  return found;
}

function endOf(page: string, end: string, after: number, endsWell: (at: number) => boolean): number | undefined {
  for (let at = page.indexOf(end, after); at >= 0; at = page.indexOf(end, at + 1)) {
    if (endsWell(at + end.length)) return at + end.length;
  }
  return undefined;
}

function skipSpace(page: string, at: number): number {
  let next = at;
  while (/\s/u.test(page.charAt(next))) next += 1;
  return next;
}

/** A text as browsers compare it, without case, accents and kinds of quotes; every sign keeps its place. */
export function fold(text: string): string {
  return text.replace(/[^\0-\x40\x5b-\x7f]/gu, (sign) => {
    if (/["“”„‟«»]/u.test(sign)) return '"';
    if (/['‘’‚‛]/u.test(sign)) return "'";
    const plain = sign.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    return plain.length === sign.length ? plain : sign;
  });
}
