import { isNewsDate } from '../news/dates.ts';
import { type FrontMatter, frontMatterSchema, type Receipt } from '../news/front-matter.ts';
import { parse } from '../news/parse.ts';
import { toReceipt } from '../news/receipt.ts';
import { errorText } from './error-text.ts';
import { copyOf } from './copy-of.ts';
import { type Change, type Facts, toChanges } from './facts.ts';
import type { Finding, RawArticle } from './raw-article.ts';
import { toMarkdown } from './to-markdown.ts';

/** Where a copy comes from, as its `source` says it. */
export interface Origin {
  /** The name of the imported file, without its folder. */
  file: string;
  /** The day of import, in UTC. */
  captured: string;
  /** Of the original's bytes. */
  sha256: string;
}

export type Made = { ok: true; front: FrontMatter; body: string } | { ok: false; reason: string };

/** An article as it is first imported: what is supplied goes before what the source states, and the receipt is drawn. */
export function toArticle(raw: RawArticle, facts: Facts, origin: Origin): Made {
  const published: Change = { path: ['published'], value: findPublished(raw, facts)?.value };
  const changes = [
    ...textChanges(raw),
    ...bylineChanges(raw),
    published,
    ...toChanges(facts),
    ...originChanges(raw, origin),
  ];
  const parsed = parse(frontMatterSchema, toObject(changes));
  if (!parsed.ok) {
    return {
      ok: false,
      reason: parsed.problems.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
    };
  }
  return tryToRender((): Made => {
    const body = toMarkdown(raw.body);
    return { ok: true, front: { ...parsed.value, receipt: drawReceipt(raw, parsed.value, body) }, body };
  });
}

/** Does what renders a text. Whatever the text does to the parser is its own fault, and must not stop the others. */
export function tryToRender<T>(render: () => T): T | { ok: false; reason: string } {
  try {
    return render();
  } catch (error) {
    return { ok: false, reason: `its text cannot be rendered: ${errorText(error)}` };
  }
}

/** The receipt of a copy, from its source's blocks and the blocks that its page will show. Throws on what cannot be rendered. */
export function drawReceipt(raw: RawArticle, front: FrontMatter, body: string): Receipt {
  return toReceipt(raw.blocks, copyOf(front, body));
}

/** The publication date, supplied or found: an address that holds a day goes before a date line. */
export function findPublished(raw: RawArticle, { published, sourceUrl }: Facts): Finding<string> | undefined {
  if (published !== undefined) return { value: published, how: 'stated', rule: '--published' };
  const [, year = '', month = '', day = ''] = /\/(\d{4})\/(\d{2})\/(\d{2})(?:\/|$)/u.exec(sourceUrl ?? '') ?? [];
  const inAddress = `${year}-${month}-${day}`;
  if (isNewsDate(inAddress)) return { value: inAddress, how: 'inferred', rule: 'the source address' };
  return raw.published;
}

/** The fields whose text a receipt counts; a new version of the source renews them all. */
export function textChanges(raw: RawArticle): Change[] {
  return [
    { path: ['title'], value: raw.title.value },
    { path: ['description'], value: raw.description?.value },
    { path: ['image', 'caption'], value: raw.caption?.value },
    { path: ['credit'], value: raw.credit?.value },
  ];
}

/** The fields that only the meaning of a block becomes, or that repeat a part of the text. */
export function bylineChanges(raw: RawArticle): Change[] {
  return [
    { path: ['authors'], value: raw.authors?.value.map((name) => ({ name })) },
    { path: ['dateline'], value: raw.dateline?.value },
  ];
}

/** The fields of `source` that the importer knows by itself. */
export function originChanges(raw: RawArticle, { file, captured, sha256 }: Origin): Change[] {
  return [
    { path: ['source', 'file'], value: file === '' ? undefined : file },
    { path: ['source', 'item'], value: raw.item },
    { path: ['source', 'captured'], value: captured },
    { path: ['source', 'sha256'], value: sha256 },
  ];
}

/** Changes as one object; of two for the same place the later one counts. */
function toObject(changes: readonly Change[]): Record<string, unknown> {
  const top: Record<string, unknown> = {};
  const inner = new Map<string, Record<string, unknown>>();
  for (const { path, value } of changes) {
    if (value === undefined) continue;
    const [key, below] = path;
    if (below === undefined) top[key] = value;
    else inner.set(key, { ...inner.get(key), [below]: value });
  }
  return { ...top, ...Object.fromEntries(inner) };
}
