import { normalise, toLine } from '../../news/text.ts';
import { readByline } from '../text/byline.ts';
import type { Finding } from '../raw-article.ts';

/** The longest line that front matter takes. */
const LONGEST = 2000;

const MOST_TAGS = 20;
const MOST_AUTHORS = 50;

/** A text as one line that front matter can hold; nothing if it is empty or too long for that. */
export function toField(text: string): string | undefined {
  const line = toLine(text);
  return normalise(line) === '' || line.length > LONGEST ? undefined : line;
}

/** A text as a finding that the source states. */
export function stated(text: string, rule: string): Finding<string> | undefined {
  const value = toField(text);
  return value === undefined ? undefined : { value, how: 'stated', rule };
}

/** The first finding that there is; the others are not looked for. */
export function firstOf<T>(...tries: readonly (() => T | undefined)[]): T | undefined {
  for (const find of tries) {
    const found = find();
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Names of authors as stated, each once; `who@example.org (Ann Poe)` is Ann Poe, an e-mail address alone is nobody. */
export function toAuthors(texts: readonly string[], rule: string): Finding<string[]> | undefined {
  const names = texts.slice(0, MOST_AUTHORS).flatMap((text) => {
    const line = toField(text);
    return line === undefined ? [] : (readByline(line) ?? toName(line) ?? []);
  });
  const value = eachOnce(names);
  return value.length === 0 ? undefined : { value, how: 'stated', rule };
}

function toName(line: string): string | undefined {
  const bracketed = /^[^\s@]{1,200}@[^\s@]{1,200}\s{0,9}\(([^()]{1,300})\)$/u.exec(line)?.[1];
  const before = /^([^<>]{1,300})<[^\s<>]{1,400}>$/u.exec(line)?.[1];
  const name = toField((bracketed ?? before ?? line).replace(/^"|"$/gu, ''));
  return name === undefined || /^(?:mailto:)?[^\s@]{1,300}@[^\s@]{1,300}$/u.test(name) || /^https?:/iu.test(name)
    ? undefined
    : name;
}

/** Tags as people write them, each once whatever its case, at most 20; addresses that only machines read are none. */
export function toTags(
  texts: readonly string[],
  rule: string,
): { tags: Finding<string[]> | undefined; notes: string[] } {
  const all = eachOnce(
    texts.flatMap((text) => toField(text) ?? []).filter((text) => !/^(?:https?|urn|tag):\S{1,2000}$/iu.test(text)),
  );
  if (all.length === 0) return { tags: undefined, notes: [] };
  const notes = all.length > MOST_TAGS ? [`It has ${all.length} tags; the first ${MOST_TAGS} were taken.`] : [];
  return { tags: { value: all.slice(0, MOST_TAGS), how: 'stated', rule }, notes };
}

function eachOnce(texts: readonly string[]): string[] {
  const known = new Map<string, string>();
  for (const text of texts) {
    const key = normalise(text).toLowerCase();
    if (!known.has(key)) known.set(key, text);
  }
  return [...known.values()];
}

/** A language as BCP 47 writes it, `en_us` as `en-US`; nothing for what is no language. */
export function toLanguage(text: string, rule: string): Finding<string> | undefined {
  const tag = text.trim().replaceAll('_', '-');
  if (!/^[a-z]{2,3}(?:-|$)/iu.test(tag) || tag.length > 100) return undefined;
  try {
    return { value: new Intl.Locale(tag).toString(), how: 'stated', rule };
  } catch {
    return undefined;
  }
}
